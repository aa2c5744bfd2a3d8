-- Source:    minerals/usgs/MCS2026_Commodities_Data.csv, minerals/usgs/MCS2025_World_Data.csv
-- Publisher: US Geological Survey, National Minerals Information Center: Mineral Commodity Summaries 2026 data release (6 February 2026)
--            and Mineral Commodity Summaries 2025 data release (version 2.0, April 2025), world data
-- Address:   https://www.sciencebase.gov/catalog/item/696a75d5d4be0228872d3bf8 , https://doi.org/10.5066/P13XCP3R
-- Copy:      github.com/manuali-luciana/critical-minerals-replication, data/source/, commit 4739c5eeb3d0ffe73fdd9a02ea248d95a5fa0d81;
--            sha256 582a0aa231aea53d8a97dc8d1cd3dfa5f885cf3760353e3d029d7f0ae4fbaaf5 (2026, line ends put back to CR LF) and
--            246709ab62b969d3280e28fdbbb99bb68280a9b8f9204405b601f7acc39dc092 (2025)
-- Licence:   public domain (work of the US government)
-- Dropped:   minerals other than the 17 listed; reserves; pigment; rare gases other than helium; cells of the 2025 edition
--            that are empty (not given); the notes on capacity.
-- Rows:      the rows of one edition, mineral, product, statistic and year add up to its world total, which is printed
--            rounded. So product tells silicon metal from ferrosilicon only: the details "concentrate" and "copper
--            telluride" of tellurium, and the two of cobalt in the 2025 edition, are parts of one total.
WITH mineral (mineral, chapter_2026, commodity_2026, name_2025) AS (
  VALUES
    ('antimony', 'ANTIMONY', 'Antimony', 'Antimony'),
    ('bismuth', 'BISMUTH', 'Bismuth', 'Bismuth'),
    ('cobalt', 'COBALT', 'Cobalt', 'Cobalt'),
    ('fluorspar', 'FLUORSPAR', 'Fluorspar', 'Fluorspar'),
    ('gallium', 'GALLIUM', 'Gallium', 'Gallium'),
    ('graphite_natural', 'GRAPHITE (NATURAL)', 'Graphite (Natural)', 'Graphite'),
    ('helium', 'HELIUM AND RARE GASES', 'Helium', 'Helium'),
    ('indium', 'INDIUM', 'Indium', 'Indium'),
    ('lithium', 'LITHIUM', 'Lithium', 'Lithium'),
    ('magnesium_metal', 'MAGNESIUM METAL', 'Magnesium Metal', 'Magnesium metal'),
    ('molybdenum', 'MOLYBDENUM', 'Molybdenum', 'Molybdenum'),
    ('rare_earths', 'RARE EARTHS', 'Rare Earths', 'Rare earths'),
    ('silicon', 'SILICON', 'Silicon', 'Silicon'),
    ('tellurium', 'TELLURIUM', 'Tellurium', 'Tellurium'),
    ('titanium_sponge', 'TITANIUM AND TITANIUM DIOXIDE', 'Titanium Sponge Metal', 'Titanium & titanium dioxide'),
    ('tungsten', 'TUNGSTEN', 'Tungsten', 'Tungsten'),
    ('vanadium', 'VANADIUM', 'Vanadium', 'Vanadium')
), mcs2025 AS (
  SELECT row_number() OVER () + 1 AS record, * FROM source('minerals/usgs/MCS2025_World_Data.csv', {'SOURCE': 'VARCHAR'})
  WHERE "TYPE" <> 'Pigment Capacity'
), printed AS (
  SELECT
    2026 AS edition, mineral, lower("Statistics") AS statistic, regexp_replace("Statistics_detail", ': rounded$', '') AS detail,
    "Country" AS area, "Unit" AS unit, "Year"::INTEGER AS year, "Value" AS cell, 'record ' || record || ', column "Value"' AS place,
    usgs_estimated("Notes") AS estimated, "Notes" AS note
  FROM windows_1252_source('minerals/usgs/MCS2026_Commodities_Data.csv')
  JOIN mineral ON chapter_2026 = "MCS chapter" AND commodity_2026 = "Commodity"
  WHERE starts_with("Section", 'World') AND "Statistics" IN ('Production', 'Capacity')
  UNION ALL
  SELECT 2025, mineral, 'production', "TYPE", "COUNTRY", "UNIT_MEAS", 2023, "PROD_2023", 'record ' || record || ', column "PROD_2023"', usgs_estimated("PROD_NOTES"), "PROD_NOTES"
  FROM mcs2025 JOIN mineral ON name_2025 = trim("COMMODITY") WHERE "PROD_2023" IS NOT NULL
  UNION ALL
  SELECT 2025, mineral, 'production', "TYPE", "COUNTRY", "UNIT_MEAS", 2024, "PROD_EST_ 2024", 'record ' || record || ', column "PROD_EST_ 2024"', true, "PROD_NOTES"
  FROM mcs2025 JOIN mineral ON name_2025 = trim("COMMODITY") WHERE "PROD_EST_ 2024" IS NOT NULL
  UNION ALL
  SELECT 2025, mineral, 'capacity', "TYPE", "COUNTRY", "UNIT_MEAS", 2023, "CAP_2023", 'record ' || record || ', column "CAP_2023"', false, NULL
  FROM mcs2025 JOIN mineral ON name_2025 = trim("COMMODITY") WHERE "CAP_2023" IS NOT NULL
  UNION ALL
  SELECT 2025, mineral, 'capacity', "TYPE", "COUNTRY", "UNIT_MEAS", 2024, "CAP_EST_ 2024", 'record ' || record || ', column "CAP_EST_ 2024"', true, NULL
  FROM mcs2025 JOIN mineral ON name_2025 = trim("COMMODITY") WHERE "CAP_EST_ 2024" IS NOT NULL
), named AS (
  SELECT
    * EXCLUDE (area),
    CASE
      WHEN area ILIKE 'World total%' THEN 'World total'
      WHEN area ILIKE 'Other countries%' THEN 'Other countries'
      ELSE trim(area)
    END AS area
  FROM printed
)
SELECT
  edition,
  mineral,
  CASE WHEN mineral <> 'silicon' THEN 'all' WHEN contains(lower(detail), 'metal') THEN 'silicon_metal' ELSE 'ferrosilicon' END AS product,
  statistic,
  usgs_text(detail) AS detail,
  area,
  CASE area WHEN 'World total' THEN 'WLD' WHEN 'Other countries' THEN NULL ELSE iso3(regexp_replace(area, '^United States [(].*', 'United States')) END AS country,
  CASE area WHEN 'World total' THEN 'total' WHEN 'Other countries' THEN 'other' ELSE 'country' END AS kind,
  year,
  usgs_value(cell) AS value,
  usgs_code(cell, place) AS code,
  unit,
  estimated,
  usgs_note(note) AS note
FROM named
ORDER BY edition, mineral, product, statistic, year, kind, area, detail;
