-- Source:    cleantech/evs/EVDataExplorer2025.csv
-- Publisher: International Energy Agency, Global EV Data Explorer, edition of the Global EV Outlook 2025
-- Address:   https://www.iea.org/data-and-statistics/data-product/global-ev-outlook-2025
-- Copy:      github.com/AhnafMasud1234/Rise-of-EV-Vehicles-and-analyzing-their-growth-, commit
--            4bb906fc73d651a7711f581267a6f4a1e25cdedf (22 January 2026)
-- Licence:   CC BY 4.0: "IEA, Paris, Licence: CC BY 4.0"
-- Dropped:   projections, whose rows repeat the years 2020 to 2024; everything but battery demand.
-- Region:    China, India, the United States, Europe (XEU, the IEA's region) and the rest of the world (XRW) add up to the
--            World (WLD) but for rounding.
-- Measure:   for one mode of transport; demand of a year is the sum over modes.
SELECT
  CASE region_country WHEN 'World' THEN 'WLD' WHEN 'Europe' THEN 'XEU' WHEN 'Rest of the world' THEN 'XRW' ELSE iso3(region_country) END AS country,
  year,
  CASE mode
    WHEN 'Cars' THEN 'cars'
    WHEN 'Vans' THEN 'vans'
    WHEN 'Trucks' THEN 'trucks'
    WHEN 'Buses' THEN 'buses'
    WHEN '2 and 3 wheelers' THEN 'two_and_three_wheelers'
    ELSE error('unknown mode "' || mode || '"')
  END AS mode,
  value AS battery_demand_gwh
FROM source('cleantech/evs/EVDataExplorer2025.csv', {'year': 'INTEGER', 'value': 'DOUBLE'})
WHERE category = 'Historical' AND parameter = 'Battery demand'
ORDER BY country, year, mode;
