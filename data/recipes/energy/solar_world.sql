-- Source:    cleantech/solar/solar-pv-prices_1975-2023_const2023usd.csv, solar_pv_lafond_irena__price_capacity_1976_2019.csv and
--            installed-solar-pv-capacity_2023.csv (World only) of the same folder
-- Publisher: Our World in Data, from Nemet (2009), Farmer and Lafond (2016), Lafond et al. (2017) and IRENA
-- Address:   https://ourworldindata.org/grapher/solar-pv-prices , https://ourworldindata.org/grapher/solar-pv-prices-vs-cumulative-capacity ,
--            https://ourworldindata.org/grapher/installed-solar-pv-capacity
-- Copy:      github.com/EllO90/Project-CO2-Emissions, solar-pv-prices.csv, commit 9139574a5330553ce6afac1232161da3309308b2;
--            github.com/owid/owid-datasets, commit 48c9992ae317b35ed327fc36d2af75fe8b3ef7ed;
--            github.com/nageshchillale/DA-VISUAL, commit 387c82a7d3167470271cfa1e8ef65860cc35c082
-- Licence:   CC BY 4.0; of IRENA's capacities, whose copyright stands, the World aggregate alone
-- Dropped:   the capacities of countries and groups.
-- Capacity:  shipments cumulated (Lafond et al.) before 2004, installed capacity (IRENA) from 2004, as in the chart of Our
--            World in Data. The definition changes at the seam.
WITH price AS (
  SELECT "Year" AS year, "Solar photovoltaic module price" AS usd2023
  FROM source('cleantech/solar/solar-pv-prices_1975-2023_const2023usd.csv',
    {'Year': 'INTEGER', 'Solar photovoltaic module price': 'DOUBLE'})
), earlier AS (
  SELECT "Year" AS year, "Cumulative capacity" AS mw, "Unit cost" AS usd2019
  FROM source('cleantech/solar/solar_pv_lafond_irena__price_capacity_1976_2019.csv',
    {'Year': 'INTEGER', 'Cumulative capacity': 'DOUBLE', 'Unit cost': 'DOUBLE'})
), installed AS (
  SELECT "Year" AS year, round(1000 * "Solar capacity (total) (GW)", 6) AS mw
  FROM source('cleantech/solar/installed-solar-pv-capacity_2023.csv', {'Year': 'INTEGER', 'Solar capacity (total) (GW)': 'DOUBLE'})
  WHERE "Code" = 'OWID_WRL'
)
SELECT
  year,
  usd2023 AS module_price_2023usd_per_w,
  CASE WHEN year < 2004 THEN 'Nemet (2009)' WHEN year < 2010 THEN 'Farmer and Lafond (2016)' ELSE 'IRENA' END AS price_source,
  CASE WHEN year < 2004 THEN earlier.mw ELSE installed.mw END AS cumulative_capacity_mw,
  CASE WHEN year >= 2004 THEN 'IRENA' WHEN earlier.mw IS NOT NULL THEN 'Lafond et al. (2017)' END AS capacity_source,
  usd2019 AS earlier_module_price_2019usd_per_w,
  earlier.mw AS earlier_cumulative_capacity_mw
FROM price
LEFT JOIN earlier USING (year)
LEFT JOIN installed USING (year)
ORDER BY year;
