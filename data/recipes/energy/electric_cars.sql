-- Source:    cleantech/evs/EVDataExplorer2025.csv
-- Publisher: International Energy Agency, Global EV Data Explorer, edition of the Global EV Outlook 2025
-- Address:   https://www.iea.org/data-and-statistics/data-product/global-ev-outlook-2025
-- Copy:      github.com/AhnafMasud1234/Rise-of-EV-Vehicles-and-analyzing-their-growth-, commit
--            4bb906fc73d651a7711f581267a6f4a1e25cdedf (22 January 2026)
-- Licence:   CC BY 4.0: "IEA, Paris, Licence: CC BY 4.0"
-- Dropped:   projections, whose rows repeat the years 2020 to 2024; vehicles other than cars; charging points, displaced oil
--            and electricity demand; the six groups of countries but the EU-27, since their countries are here.
-- Region:    countries and "Rest of the world" (XRW) together are the World (WLD) but for rounding; the EU-27 (EUU) is a
--            group of these countries.
-- Measure:   shares hold for all plug-in types together (powertrain EV), numbers for one type each.
SELECT
  CASE region_country WHEN 'World' THEN 'WLD' WHEN 'EU27' THEN 'EUU' WHEN 'Rest of the world' THEN 'XRW' ELSE iso3(region_country) END AS country,
  CASE region_country WHEN 'World' THEN 'world' WHEN 'EU27' THEN 'group' WHEN 'Rest of the world' THEN 'rest' ELSE 'country' END AS kind,
  year,
  powertrain,
  max(value) FILTER (parameter = 'EV sales') AS sales_vehicles,
  max(value) FILTER (parameter = 'EV stock') AS stock_vehicles,
  round(max(value) FILTER (parameter = 'EV sales share') / 100, 8) AS sales_share,
  round(max(value) FILTER (parameter = 'EV stock share') / 100, 8) AS stock_share
FROM source('cleantech/evs/EVDataExplorer2025.csv', {'year': 'INTEGER', 'value': 'DOUBLE'})
WHERE category = 'Historical' AND mode = 'Cars'
  AND parameter IN ('EV sales', 'EV stock', 'EV sales share', 'EV stock share')
  AND region_country NOT IN ('Africa', 'Asia Pacific', 'Central and South America', 'Europe', 'Middle East and Caspian', 'North America')
GROUP BY ALL
ORDER BY country, year, powertrain;
