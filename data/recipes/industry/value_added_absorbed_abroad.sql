-- Source:    industry/later_2026_11/adb_mrio62_value_added_exports_2000_2022.csv.gz
-- Publisher: Asian Development Bank; computed by Kenneth S. Reyes
-- Address:   https://kidb.adb.org/mrio
-- Copy:      github.com/ksreyes/mrio-processing, data/rca62.parquet, in the history up to commit
--            3ae8fa8648ba402d5ae9925a7d610efa4befe459 (27 July 2023)
-- Licence:   terms of the Key Indicators Database; the repository is MIT; not endorsed by the Asian Development Bank
-- Dropped:   the 35 sectors; all but nine economies; value added by sector of origin, whose totals are the same
SELECT
  "year",
  economy,
  exports AS exports_million_usd,
  vax_by_exporting_sector AS value_added_absorbed_abroad_million_usd
FROM source('industry/later_2026_11/adb_mrio62_value_added_exports_2000_2022.csv.gz', {
  'year': 'INTEGER', 'exports': 'DOUBLE', 'vax_by_exporting_sector': 'DOUBLE'})
WHERE sector = 'TOTAL' AND economy IN ('CHN', 'USA', 'JPN', 'KOR', 'TWN', 'DEU', 'IND', 'MEX', 'VNM')
ORDER BY "year", economy;
