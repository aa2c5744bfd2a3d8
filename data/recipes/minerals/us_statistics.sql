-- Source:    minerals/usgs/MCS2026_Commodities_Data.csv
-- Publisher: US Geological Survey, National Minerals Information Center, Mineral Commodity Summaries 2026 data release, 6 February 2026
-- Address:   https://www.sciencebase.gov/catalog/item/696a75d5d4be0228872d3bf8
-- Copy:      github.com/manuali-luciana/critical-minerals-replication, data/source/MCS2026_Commodities_Data.csv, commit
--            4739c5eeb3d0ffe73fdd9a02ea248d95a5fa0d81, with its line ends put back to CR LF: sha256
--            582a0aa231aea53d8a97dc8d1cd3dfa5f885cf3760353e3d029d7f0ae4fbaaf5, that of the official file
-- Licence:   public domain (work of the US government)
-- Dropped:   chapters other than the 21 listed (rare earths and the other minerals under Chinese control, and those with
--            a table of world production); employment; net import reliance, which has a table of its own.
-- Measure:   as printed, in the unit of the row. A dash is zero, "W" withheld, "NA" not available: see code. A range has
--            two ends and no value.
SELECT
  usgs_text("MCS chapter") AS chapter,
  usgs_text("Commodity") AS commodity,
  usgs_text("Statistics") AS statistic,
  usgs_text("Statistics_detail") AS detail,
  "Unit" AS unit,
  "Year"::INTEGER AS year,
  usgs_value("Value") AS value,
  usgs_value(ends[1]) AS low,
  usgs_value(ends[2]) AS high,
  usgs_code("Value", 'record ' || record || ', column "Value"') AS code,
  usgs_estimated("Notes") AS estimated,
  usgs_note("Notes") AS note
FROM (
  SELECT *, CASE WHEN usgs_code("Value", 'record ' || record || ', column "Value"') = 'range' THEN regexp_split_to_array("Value", ' ?[–-] ?') END AS ends
  FROM windows_1252_source('minerals/usgs/MCS2026_Commodities_Data.csv')
  WHERE "Section" = 'Salient Statistics—United States'
    AND "Statistics" NOT IN ('Employment', 'Net import reliance')
    AND "MCS chapter" IN (
      'ANTIMONY', 'BISMUTH', 'COBALT', 'FLUORSPAR', 'GALLIUM', 'GERMANIUM', 'GRAPHITE (NATURAL)', 'HELIUM AND RARE GASES',
      'INDIUM', 'LITHIUM', 'MAGNESIUM METAL', 'MOLYBDENUM', 'RARE EARTHS', 'RARE EARTHS (Heavy)', 'SCANDIUM', 'SILICON',
      'TELLURIUM', 'TITANIUM AND TITANIUM DIOXIDE', 'TUNGSTEN', 'VANADIUM', 'YTTRIUM')
)
ORDER BY chapter, commodity, statistic, detail, unit, year;
