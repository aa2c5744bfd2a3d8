-- Source:    industry/io_later/adb_mrio_gvc_components_2017_2022.csv.gz
-- Publisher: Asian Development Bank; computed by Kenneth S. Reyes
-- Address:   https://kidb.adb.org/mrio
-- Copy:      github.com/ksreyes/mrio-processing, data/gvcp.parquet, commit 9eb705a2eaa65d9531489ccf83dc5b81d3b153e7
--            (27 July 2023)
-- Licence:   terms of the Key Indicators Database; the repository is MIT; not endorsed by the Asian Development Bank
-- Dropped:   the levels of 5 and 15 sectors; the 35 sectors of 64 economies
SELECT
  "year",
  economy,
  lower(sector) AS sector,
  exports AS exports_million_usd,
  value_added AS value_added_million_usd,
  gvc_trade_forward AS gvc_trade_forward_million_usd,
  gvc_trade_backward AS gvc_trade_backward_million_usd,
  gvc_production AS gvc_production_million_usd
FROM source('industry/io_later/adb_mrio_gvc_components_2017_2022.csv.gz', {
  'year': 'INTEGER', 'exports': 'DOUBLE', 'value_added': 'DOUBLE', 'gvc_trade_forward': 'DOUBLE', 'gvc_trade_backward': 'DOUBLE', 'gvc_production': 'DOUBLE'})
WHERE sectors = '0' OR (sectors = '35' AND economy IN ('CHN', 'USA', 'JPN', 'KOR', 'TWN', 'DEU', 'IND', 'MEX', 'CAN'))
ORDER BY "year", economy, sector;
