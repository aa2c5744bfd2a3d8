-- Source:    industry/later_2026_11/ots_hs4_1962_exporter.csv.gz, ots_hs4_1980_exporter.csv.gz and
--            ots_hs4_2017_exporter.csv.gz
-- Publisher: Open Trade Statistics (M. Vargas), from UN Comtrade, all years turned into HS 2007 headings
-- Address:   https://tradestatistics.io
-- Copy:      github.com/pachadotdev/economiccomplexity, data/ec_trade_1962.rda at commit
--            524e3002e95ea3083559ebbebbad1b5faba0d848 (19 August 2019), data/world_trade_1980.rda at
--            2b1c9e390e3191a8325f0a8bcd36243e23d26d19 (27 May 2019), data/world_trade_2017.rda at
--            f2c36132204253302fdcb371272dbbf0ad0ae97c (2 June 2019)
-- Licence:   CC BY-NC 4.0: not for commercial use
-- Dropped:   goods not specified (9999)
SELECT "year", iso3 AS exporter, hs4 AS heading, export_value_usd
FROM (
  SELECT 1962 AS "year", *
  FROM source('industry/later_2026_11/ots_hs4_1962_exporter.csv.gz', {'export_value_usd': 'BIGINT'})
  UNION ALL
  SELECT 1980, * FROM source('industry/later_2026_11/ots_hs4_1980_exporter.csv.gz', {'export_value_usd': 'BIGINT'})
  UNION ALL
  SELECT 2017, * FROM source('industry/later_2026_11/ots_hs4_2017_exporter.csv.gz', {'export_value_usd': 'BIGINT'}))
WHERE hs4 <> '9999'
ORDER BY "year", exporter, heading;
