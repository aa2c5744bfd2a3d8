-- Source:    minerals/usgs/MCS2026_Commodities_Data.csv
-- Publisher: US Geological Survey, National Minerals Information Center, Mineral Commodity Summaries 2026 data release, 6 February 2026
-- Address:   https://www.sciencebase.gov/catalog/item/696a75d5d4be0228872d3bf8
-- Copy:      github.com/manuali-luciana/critical-minerals-replication, data/source/MCS2026_Commodities_Data.csv, commit
--            4739c5eeb3d0ffe73fdd9a02ea248d95a5fa0d81, with its line ends put back to CR LF: sha256
--            582a0aa231aea53d8a97dc8d1cd3dfa5f885cf3760353e3d029d7f0ae4fbaaf5, that of the official file
-- Licence:   public domain (work of the US government)
-- Dropped:   nothing.
-- Measure:   share of one country in US imports of one commodity and form, mean of 2021 to 2024. A row may name several
--            countries or "Other countries": then kind says so and there is no code.
SELECT
  usgs_text("MCS chapter") AS chapter,
  usgs_text("Commodity") AS commodity,
  usgs_text("Statistics_detail") AS form,
  "Country" AS area,
  CASE WHEN kind = 'country' THEN iso3("Country") END AS country,
  kind,
  split_part("Year", '–', 1)::INTEGER AS first_year,
  2000 + split_part("Year", '–', 2)::INTEGER AS last_year,
  CASE WHEN usgs_code("Value", 'record ' || record || ', column "Value"') IS NULL THEN round(usgs_value("Value") / 100, 4) END AS share_of_imports,
  usgs_bound("Value") AS bound,
  usgs_estimated("Notes") AS estimated,
  usgs_note("Notes") AS note
FROM (
  SELECT *, CASE "Country" WHEN 'Other countries' THEN 'other' WHEN 'China, Germany, and Russia' THEN 'several' ELSE 'country' END AS kind
  FROM windows_1252_source('minerals/usgs/MCS2026_Commodities_Data.csv')
  WHERE "Section" = 'Import Sources'
)
ORDER BY chapter, commodity, form, kind, area;
