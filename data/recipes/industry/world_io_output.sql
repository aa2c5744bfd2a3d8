-- Source:    industry/wiod2013/wiot2013_11regions_35sectors_YYYY.csv.gz of five years
-- Publisher: WIOD project, University of Groningen
-- Address:   https://www.rug.nl/ggdc/valuechain/wiod/wiod-2013-release
-- Copy:      R package bquast/wiod, commit 59a28ac22fbd7751ea84c0f33722b5246b0af46d, aggregated to 11 regions by
--            addition
-- Licence:   CC BY 4.0
-- Dropped:   the flows, which have tables of their own
WITH outputs AS (
  SELECT 1995 AS "year", from_region AS region, from_sector AS sector, "OUTPUT" AS output_million_usd
  FROM source('industry/wiod2013/wiot2013_11regions_35sectors_1995.csv.gz', {'OUTPUT': 'DOUBLE'})
  UNION ALL
  SELECT 2000 AS "year", from_region AS region, from_sector AS sector, "OUTPUT" AS output_million_usd
  FROM source('industry/wiod2013/wiot2013_11regions_35sectors_2000.csv.gz', {'OUTPUT': 'DOUBLE'})
  UNION ALL
  SELECT 2005 AS "year", from_region AS region, from_sector AS sector, "OUTPUT" AS output_million_usd
  FROM source('industry/wiod2013/wiot2013_11regions_35sectors_2005.csv.gz', {'OUTPUT': 'DOUBLE'})
  UNION ALL
  SELECT 2008 AS "year", from_region AS region, from_sector AS sector, "OUTPUT" AS output_million_usd
  FROM source('industry/wiod2013/wiot2013_11regions_35sectors_2008.csv.gz', {'OUTPUT': 'DOUBLE'})
  UNION ALL
  SELECT 2011 AS "year", from_region AS region, from_sector AS sector, "OUTPUT" AS output_million_usd
  FROM source('industry/wiod2013/wiot2013_11regions_35sectors_2011.csv.gz', {'OUTPUT': 'DOUBLE'})
)
SELECT *
FROM outputs
ORDER BY "year", region, substr(sector, 2)::INTEGER;
