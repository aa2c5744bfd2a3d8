-- Source:    minerals/usgs/MCS2026_Commodities_Data.csv
-- Publisher: US Geological Survey, National Minerals Information Center, Mineral Commodity Summaries 2026 data release, 6 February 2026
-- Address:   https://www.sciencebase.gov/catalog/item/696a75d5d4be0228872d3bf8
-- Copy:      github.com/manuali-luciana/critical-minerals-replication, data/source/MCS2026_Commodities_Data.csv, commit
--            4739c5eeb3d0ffe73fdd9a02ea248d95a5fa0d81, with its line ends put back to CR LF: sha256
--            582a0aa231aea53d8a97dc8d1cd3dfa5f885cf3760353e3d029d7f0ae4fbaaf5, that of the official file
-- Licence:   public domain (work of the US government)
-- Dropped:   mica, whose two products share every column of the source; the notes.
-- Measure:   imports less exports, with changes of stocks where known, over consumption. "E" is a net exporter and no
--            missing value: it has a code and no number. ">50" and "<25" are bounds.
SELECT
  usgs_text("MCS chapter") AS chapter,
  usgs_text("Commodity") AS commodity,
  coalesce(tidy(regexp_replace(
    usgs_text("Statistics_detail"), 'Net import reliance ?as a percentage of (total )?(apparent|estimated|reported) consumption[:,]?|^The United.*', '')), 'all') AS product,
  regexp_extract("Statistics_detail", 'of (?:total )?((apparent|estimated|reported) consumption)', 2) AS consumption,
  "Year"::INTEGER AS year,
  round(usgs_value("Value") / 100, 4) AS net_import_reliance,
  usgs_bound("Value") AS bound,
  usgs_code("Value", 'record ' || record || ', column "Value"') AS code,
  usgs_estimated("Notes") AS estimated,
  "Is critical mineral 2025" <> 'No' AS critical_2025
FROM windows_1252_source('minerals/usgs/MCS2026_Commodities_Data.csv')
WHERE "Statistics" = 'Net import reliance' AND "MCS chapter" <> 'MICA (NATURAL)'
ORDER BY chapter, commodity, product, year;
