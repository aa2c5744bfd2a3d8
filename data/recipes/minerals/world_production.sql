-- Source:    minerals/usgs/MCS2026_Commodities_Data.csv, minerals/usgs/MCS2025_World_Data.csv
-- Publisher: US Geological Survey, National Minerals Information Center: Mineral Commodity Summaries 2026 data release (6 February 2026)
--            and Mineral Commodity Summaries 2025 data release (version 2.0, April 2025), world data
-- Address:   https://www.sciencebase.gov/catalog/item/696a75d5d4be0228872d3bf8 , https://doi.org/10.5066/P13XCP3R
-- Copy:      github.com/manuali-luciana/critical-minerals-replication, data/source/, commit 4739c5eeb3d0ffe73fdd9a02ea248d95a5fa0d81;
--            sha256 582a0aa231aea53d8a97dc8d1cd3dfa5f885cf3760353e3d029d7f0ae4fbaaf5 (2026, line ends put back to CR LF) and
--            246709ab62b969d3280e28fdbbb99bb68280a9b8f9204405b601f7acc39dc092 (2025)
-- Licence:   public domain (work of the US government)
-- Minerals:  every one that the edition of 2026 marks critical in 2025 and prints production of by country with a world
--            total (another stops the run), and helium and molybdenum. Without such a table: boron (rows of unlike
--            forms, no total), scandium and yttrium (the world alone), titanium dioxide pigment (capacity alone).
-- Dropped:   other minerals; reserves; pigment; rare gases other than helium; the total of ilmenite and rutile, which are
--            two products; cells of the 2025 edition that are empty (not given); the notes on capacity.
-- Rows:      the rows of one edition, mineral, product, statistic and year add up to its world total, which is printed
--            rounded. So the details "concentrate" and "copper telluride" of tellurium, and the two of cobalt in the
--            2025 edition, are parts of one total and one product.
-- Mended:    the unit of the titanium concentrates of 2025, which the source calls tons or leaves out; its chapter and the
--            edition of 2026 count thousand tons.
-- A product is what the source adds up to a world total: its name, its chapter and commodity in the edition of 2026, its
-- commodity in that of 2025, and how its details start where other products stand under the same name.
WITH mineral (mineral, product, chapter_2026, commodity_2026, form_2026, name_2025, form_2025) AS (
  VALUES
    ('aluminum', 'all', 'ALUMINUM', 'Aluminum', '', 'Aluminum', ''),
    ('alumina', 'all', 'BAUXITE AND ALUMINA', 'Alumina', '', 'Bauxite', 'refinery production, alumina'),
    ('antimony', 'all', 'ANTIMONY', 'Antimony', '', 'Antimony', ''),
    ('arsenic', 'all', 'ARSENIC', 'Arsenic', '', 'Arsenic', ''),
    ('barite', 'all', 'BARITE', 'Barite', '', 'Barite', ''),
    ('bauxite', 'all', 'BAUXITE AND ALUMINA', 'Bauxite', '', 'Bauxite', 'mine production, bauxite'),
    ('beryllium', 'all', 'BERYLLIUM', 'Beryllium', '', 'Beryllium', ''),
    ('bismuth', 'all', 'BISMUTH', 'Bismuth', '', 'Bismuth', ''),
    ('chromium', 'all', 'CHROMIUM', 'Chromium', '', 'Chromium', ''),
    ('cobalt', 'all', 'COBALT', 'Cobalt', '', 'Cobalt', ''),
    ('copper', 'mined_copper', 'COPPER', 'Copper', 'mine production', 'Copper', 'mine production'),
    ('copper', 'refined_copper', 'COPPER', 'Copper', 'refinery production', 'Copper', 'refinery production'),
    ('fluorspar', 'all', 'FLUORSPAR', 'Fluorspar', '', 'Fluorspar', ''),
    ('gallium', 'all', 'GALLIUM', 'Gallium', '', 'Gallium', ''),
    ('graphite_natural', 'all', 'GRAPHITE (NATURAL)', 'Graphite (Natural)', '', 'Graphite', ''),
    ('helium', 'all', 'HELIUM AND RARE GASES', 'Helium', '', 'Helium', ''),
    ('indium', 'all', 'INDIUM', 'Indium', '', 'Indium', ''),
    ('lead', 'all', 'LEAD', 'Lead', '', 'Lead', ''),
    ('lithium', 'all', 'LITHIUM', 'Lithium', '', 'Lithium', ''),
    ('magnesium_metal', 'all', 'MAGNESIUM METAL', 'Magnesium Metal', '', 'Magnesium metal', ''),
    ('manganese', 'all', 'MANGANESE', 'Manganese', '', 'Manganese', ''),
    ('molybdenum', 'all', 'MOLYBDENUM', 'Molybdenum', '', 'Molybdenum', ''),
    ('nickel', 'all', 'NICKEL', 'Nickel', '', 'Nickel', ''),
    ('niobium', 'all', 'NIOBIUM (COLUMBIUM)', 'Niobium (Columbium)', '', 'Niobium', ''),
    ('palladium', 'all', 'PLATINUM-GROUP METALS', 'Palladium', '', 'Platinum-Group metals', 'mine production, palladium'),
    ('phosphate_rock', 'all', 'PHOSPHATE ROCK', 'Phosphate Rock', '', 'Phosphate rock', ''),
    ('platinum', 'all', 'PLATINUM-GROUP METALS', 'Platinum', '', 'Platinum-Group metals', 'mine production, platinum'),
    ('potash', 'all', 'POTASH', 'Potash', '', 'Potash', ''),
    ('rare_earths', 'all', 'RARE EARTHS', 'Rare Earths', '', 'Rare earths', ''),
    ('rhenium', 'all', 'RHENIUM', 'Rhenium', '', 'Rhenium', ''),
    ('silicon', 'ferrosilicon', 'SILICON', 'Silicon', 'ferrosilicon', 'Silicon', 'plant production, fer'),
    ('silicon', 'silicon_metal', 'SILICON', 'Silicon', 'silicon metal', 'Silicon', 'plant production, silicon metal'),
    ('silver', 'all', 'SILVER', 'Silver', '', 'Silver', ''),
    ('tantalum', 'all', 'TANTALUM', 'Tantalum', '', 'Tantalum', ''),
    ('tellurium', 'all', 'TELLURIUM', 'Tellurium', '', 'Tellurium', ''),
    ('tin', 'all', 'TIN', 'Tin', '', 'Tin', ''),
    ('titanium_mineral_concentrates', 'ilmenite', 'TITANIUM MINERAL CONCENTRATES', 'Titanium Mineral Concentrates', 'mine production: ilmenite', 'Titanium Mineral Concentrates', 'mine production, ilm'),
    ('titanium_mineral_concentrates', 'rutile', 'TITANIUM MINERAL CONCENTRATES', 'Titanium Mineral Concentrates', 'mine production: rutile', 'Titanium Mineral Concentrates', 'mine production, rutile'),
    ('titanium_sponge', 'all', 'TITANIUM AND TITANIUM DIOXIDE', 'Titanium Sponge Metal', '', 'Titanium & titanium dioxide', ''),
    ('tungsten', 'all', 'TUNGSTEN', 'Tungsten', '', 'Tungsten', ''),
    ('vanadium', 'all', 'VANADIUM', 'Vanadium', '', 'Vanadium', ''),
    ('zinc', 'all', 'ZINC', 'Zinc', '', 'Zinc', ''),
    ('zirconium', 'all', 'ZIRCONIUM AND HAFNIUM', 'Zirconium', '', 'Zirconium and Hafnium', '')
), mcs2025 AS (
  SELECT
    row_number() OVER () + 1 AS record, trim("COMMODITY") AS name, lower("TYPE") AS form,
    * REPLACE (CASE WHEN trim("COMMODITY") = 'Titanium Mineral Concentrates' THEN 'thousand metric tons' ELSE "UNIT_MEAS" END AS "UNIT_MEAS")
  FROM source('minerals/usgs/MCS2025_World_Data.csv', {'SOURCE': 'VARCHAR'})
  WHERE "TYPE" <> 'Pigment Capacity' AND NOT contains("COUNTRY", 'ilmenite and rutile')
), printed AS (
  SELECT
    2026 AS edition, mineral, product, lower("Statistics") AS statistic, regexp_replace("Statistics_detail", '[:,] rounded$', '') AS detail,
    "Country" AS area, "Unit" AS unit, "Year"::INTEGER AS year, "Value" AS cell, 'record ' || record || ', column "Value"' AS place,
    usgs_estimated("Notes") AS estimated, "Notes" AS note
  FROM windows_1252_source('minerals/usgs/MCS2026_Commodities_Data.csv')
  JOIN mineral ON chapter_2026 = "MCS chapter" AND commodity_2026 = "Commodity"
    AND starts_with(lower("Statistics_detail"), form_2026)
  WHERE starts_with("Section", 'World') AND "Statistics" IN ('Production', 'Capacity')
    AND NOT contains("Statistics_detail", 'ilmenite and rutile')
  UNION ALL
  SELECT 2025, mineral, product, 'production', "TYPE", "COUNTRY", "UNIT_MEAS", 2023, "PROD_2023", 'record ' || record || ', column "PROD_2023"', usgs_estimated("PROD_NOTES"), "PROD_NOTES"
  FROM mcs2025 JOIN mineral ON name_2025 = name AND starts_with(form, form_2025) WHERE "PROD_2023" IS NOT NULL
  UNION ALL
  SELECT 2025, mineral, product, 'production', "TYPE", "COUNTRY", "UNIT_MEAS", 2024, "PROD_EST_ 2024", 'record ' || record || ', column "PROD_EST_ 2024"', true, "PROD_NOTES"
  FROM mcs2025 JOIN mineral ON name_2025 = name AND starts_with(form, form_2025) WHERE "PROD_EST_ 2024" IS NOT NULL
  UNION ALL
  SELECT 2025, mineral, product, 'capacity', "TYPE", "COUNTRY", "UNIT_MEAS", 2023, "CAP_2023", 'record ' || record || ', column "CAP_2023"', false, NULL
  FROM mcs2025 JOIN mineral ON name_2025 = name AND starts_with(form, form_2025) WHERE "CAP_2023" IS NOT NULL
  UNION ALL
  SELECT 2025, mineral, product, 'capacity', "TYPE", "COUNTRY", "UNIT_MEAS", 2024, "CAP_EST_ 2024", 'record ' || record || ', column "CAP_EST_ 2024"', true, NULL
  FROM mcs2025 JOIN mineral ON name_2025 = name AND starts_with(form, form_2025) WHERE "CAP_EST_ 2024" IS NOT NULL
), named AS (
  SELECT
    * EXCLUDE (area),
    CASE
      WHEN area ILIKE 'World total%' THEN 'World total'
      WHEN area ILIKE 'Other countries%' THEN 'Other countries'
      ELSE trim(area)
    END AS area
  FROM printed
), left_out AS (
  SELECT DISTINCT "Commodity" AS commodity
  FROM windows_1252_source('minerals/usgs/MCS2026_Commodities_Data.csv')
  ANTI JOIN mineral ON chapter_2026 = "MCS chapter" AND commodity_2026 = "Commodity"
    AND starts_with(lower("Statistics_detail"), form_2026)
  WHERE starts_with("Section", 'World') AND "Statistics" = 'Production' AND "Is critical mineral 2025" <> 'No'
    AND NOT contains("Statistics_detail", 'ilmenite and rutile') AND "Commodity" NOT IN ('Boron', 'Scandium', 'Yttrium')
)
SELECT
  edition,
  mineral,
  product,
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
WHERE CASE
  WHEN (SELECT count(*) FROM left_out) = 0 THEN true
  ELSE error('critical minerals with world production that no row of this recipe names: ' || (SELECT string_agg(commodity, ', ') FROM left_out))
END
ORDER BY edition, mineral, product, statistic, year, kind, area, detail;
