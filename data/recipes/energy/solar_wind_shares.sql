-- Source:    cleantech/electricity/installed_solar_pv_GW_8_entities_2000_2023.csv, installed_wind_GW_8_entities.csv of the same
--            folder; cleantech/helveston_2022/fig1_pv_production.csv
-- Publisher: Our World in Data from IRENA, Renewable Capacity Statistics 2024; Helveston, He and Davidson (2022) from
--            Jäger-Waldau (2022)
-- Address:   https://ourworldindata.org/grapher/installed-solar-pv-capacity ,
--            https://ourworldindata.org/grapher/cumulative-installed-wind-energy-capacity-gigawatts , https://doi.org/10.1051/epjpv/2022010
-- Copy:      github.com/nageshchillale/DA-VISUAL, commit 387c82a7d3167470271cfa1e8ef65860cc35c082; github.com/jhelvy/solar-learning-2021,
--            figs/data/, commit cb730d490eab03a22c709190c171ace0fc4da06d (6 July 2023)
-- Licence:   not open (IRENA's copyright; no licence stated): aggregates only, the World and China's share of it
-- Dropped:   every country's own figure.
-- Grade:     capacities are an agency's figures in a copy (M), production was read off a printed chart (S).
WITH figure AS (
  SELECT 'solar_capacity' AS measure, year, country, solar_capacity_gw AS gw, true AS official
  FROM source('cleantech/electricity/installed_solar_pv_GW_8_entities_2000_2023.csv', {'year': 'INTEGER', 'solar_capacity_gw': 'DOUBLE'})
  UNION ALL
  SELECT 'wind_capacity', year, country, wind_capacity_gw, true
  FROM source('cleantech/electricity/installed_wind_GW_8_entities.csv', {'year': 'INTEGER', 'wind_capacity_gw': 'DOUBLE'})
  UNION ALL
  SELECT 'solar_cell_production', year, country, production_gw, false
  FROM source('cleantech/helveston_2022/fig1_pv_production.csv', {'year': 'INTEGER', 'production_gw': 'DOUBLE'})
), total AS (
  SELECT
    measure,
    year,
    official,
    CASE WHEN official THEN max(gw) FILTER (country = 'World') ELSE sum(gw) END AS world_gw,
    max(gw) FILTER (country = 'China') AS china_gw
  FROM figure
  GROUP BY measure, year, official
)
SELECT
  measure,
  year,
  round(world_gw, 3) AS world_gw,
  round(china_gw / world_gw, 4) AS china_share,
  CASE WHEN official THEN 'DERIVED;MIRROR' ELSE 'DERIVED' END AS flag,
  grade(CASE WHEN official THEN 'DERIVED;MIRROR' ELSE 'DERIVED' END) AS grade,
  CASE WHEN official THEN 'IRENA, Renewable Capacity Statistics 2024, via Our World in Data' ELSE 'Jäger-Waldau (2022), chart read off by Helveston, He and Davidson (2022)' END AS source_title,
  CASE measure
    WHEN 'solar_capacity' THEN 'https://ourworldindata.org/grapher/installed-solar-pv-capacity'
    WHEN 'wind_capacity' THEN 'https://ourworldindata.org/grapher/cumulative-installed-wind-energy-capacity-gigawatts'
    ELSE 'https://doi.org/10.1051/epjpv/2022010'
  END AS source_url
FROM total
ORDER BY measure, year;
