-- Source:    industry/wiod2013/wiot2013_11regions_35sectors_{year}.csv.gz
-- Publisher: WIOD project, University of Groningen
-- Address:   https://www.rug.nl/ggdc/valuechain/wiod/wiod-2013-release
-- Copy:      R package bquast/wiod, data/wiot_{year}.RData, commit 59a28ac22fbd7751ea84c0f33722b5246b0af46d, aggregated
--            to 11 regions by addition
-- Licence:   CC BY 4.0
-- Dropped:   nothing: the outputs are in industry/world_io_output; other years than 1995, 2000, 2005, 2008 and 2011
--            do not ship
WITH cells AS (
  UNPIVOT (
    SELECT * EXCLUDE ("OUTPUT")
    FROM source('industry/wiod2013/wiot2013_11regions_35sectors_{year}.csv.gz', {'from_region': 'VARCHAR'})
  )
  ON COLUMNS(* EXCLUDE (from_region, from_sector))
  INTO NAME buyer VALUE cell
)
SELECT
  from_region,
  from_sector,
  to_region,
  COLUMNS(c -> c SIMILAR TO 'c[0-9]+'),
  "FD" AS final_demand
FROM (
  PIVOT (
    SELECT
      from_region, from_sector, split_part(buyer, '.', 1) AS to_region, split_part(buyer, '.', 2) AS use,
      number(cell, from_region || '.' || from_sector || ', column ' || buyer) AS million_usd
    FROM cells
  )
  ON use IN ('c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10', 'c11', 'c12', 'c13', 'c14', 'c15', 'c16', 'c17', 'c18', 'c19', 'c20', 'c21', 'c22', 'c23', 'c24', 'c25', 'c26', 'c27', 'c28', 'c29', 'c30', 'c31', 'c32', 'c33', 'c34', 'c35', 'FD')
  USING sum(million_usd)
)
ORDER BY from_region, substr(from_sector, 2)::INTEGER, to_region;
