-- Source:    industry/io_later/nbs_china_2002_122sectors.csv.gz, industry/io_later/nbs_china_2007_135sectors.csv.gz,
--            industry/io_later/nbs_china_2012_139sectors.csv.gz,
--            industry/io_later/nbs_china_2017_42sectors_domestic_imports.csv.gz,
--            industry/io_later/nbs_china_2018_42sectors_domestic_imports.csv.gz,
--            industry/io_later/nbs_china_2020_42sectors_domestic_imports.csv.gz
-- Publisher: National Bureau of Statistics of China
-- Address:   https://www.stats.gov.cn
-- Copy:      R package Carol-seven/ionet, data/china_YYYY_N.rda, commit 51145dcab476e75783af41a688488db1a4abeb56
-- Licence:   single cited figures and aggregates; the terms of the publisher are not in the copy
-- Dropped:   the tables themselves
WITH cells AS (
  SELECT 2017 AS "year", 42 AS sectors, code, origin, use,
    number(CASE WHEN cell IS NULL AND code SIMILAR TO '[0-9]+' THEN 'an empty cell' ELSE cell END, '2017 row ' || code || ', column ' || use) / 1e5 AS billion_cny
  FROM (FROM source('industry/io_later/nbs_china_2017_42sectors_domestic_imports.csv.gz', {'code': 'VARCHAR'}))
    UNPIVOT INCLUDE NULLS (cell FOR use IN (COLUMNS(* EXCLUDE (code, description, origin))))
  UNION ALL
  SELECT 2018 AS "year", 42 AS sectors, code, origin, use,
    number(CASE WHEN cell IS NULL AND code SIMILAR TO '[0-9]+' THEN 'an empty cell' ELSE cell END, '2018 row ' || code || ', column ' || use) / 1e5 AS billion_cny
  FROM (FROM source('industry/io_later/nbs_china_2018_42sectors_domestic_imports.csv.gz', {'code': 'VARCHAR'}))
    UNPIVOT INCLUDE NULLS (cell FOR use IN (COLUMNS(* EXCLUDE (code, description, origin))))
  UNION ALL
  SELECT 2020 AS "year", 42 AS sectors, code, origin, use,
    number(CASE WHEN cell IS NULL AND code SIMILAR TO '[0-9]+' THEN 'an empty cell' ELSE cell END, '2020 row ' || code || ', column ' || use) / 1e5 AS billion_cny
  FROM (FROM source('industry/io_later/nbs_china_2020_42sectors_domestic_imports.csv.gz', {'code': 'VARCHAR'}))
    UNPIVOT INCLUDE NULLS (cell FOR use IN (COLUMNS(* EXCLUDE (code, description, origin))))
  UNION ALL
  SELECT 2002, 122, code, 'Both', use,
    number(CASE WHEN cell IS NULL AND code SIMILAR TO '[0-9]+' THEN 'an empty cell' ELSE cell END, '2002 row ' || code || ', column ' || use) / 1e5
  FROM (FROM source('industry/io_later/nbs_china_2002_122sectors.csv.gz', {'code': 'VARCHAR'}))
    UNPIVOT INCLUDE NULLS (cell FOR use IN (COLUMNS(* EXCLUDE (code, description))))
  UNION ALL
  SELECT 2007, 135, code, 'Both', use,
    number(CASE WHEN cell IS NULL AND code SIMILAR TO '[0-9]+' THEN 'an empty cell' ELSE cell END, '2007 row ' || code || ', column ' || use) / 1e5
  FROM (FROM source('industry/io_later/nbs_china_2007_135sectors.csv.gz', {'code': 'VARCHAR'}))
    UNPIVOT INCLUDE NULLS (cell FOR use IN (COLUMNS(* EXCLUDE (code, description))))
  UNION ALL
  SELECT 2012, 139, code, 'Both', use,
    number(CASE WHEN cell IS NULL AND code SIMILAR TO '[0-9]+' THEN 'an empty cell' ELSE cell END, '2012 row ' || code || ', column ' || use) / 1e5
  FROM (FROM source('industry/io_later/nbs_china_2012_139sectors.csv.gz', {'code': 'VARCHAR'}))
    UNPIVOT INCLUDE NULLS (cell FOR use IN (COLUMNS(* EXCLUDE (code, description))))
), marked AS (
  SELECT
    *,
    code SIMILAR TO '[0-9]+' AS product, -- the other rows are totals
    use SIMILAR TO '[0-9]+' AS by_sector,
    sectors = 42 AND use BETWEEN '06' AND '22' AND use SIMILAR TO '[0-9]+' AS by_manufacturing,
    sectors = 42 AND use = '20' AS by_electronics
  FROM cells
), sums AS (
  SELECT
    "year",
    CASE count(DISTINCT use) FILTER (by_sector)
      WHEN marked.sectors THEN marked.sectors
      ELSE error("year" || ': expected ' || marked.sectors || ' columns of sectors, found ' || count(DISTINCT use) FILTER (by_sector))
    END AS sectors,
    sum(billion_cny) FILTER (code = 'TVA' AND by_sector) AS gross_domestic_product,
    sum(billion_cny) FILTER (product AND use = 'TC') AS final_consumption,
    sum(billion_cny) FILTER (product AND use IN ('FU201', 'FU202')) AS capital_formation,
    sum(billion_cny) FILTER (product AND use = 'EX') AS exports,
    CASE marked.sectors
      WHEN 42 THEN sum(billion_cny) FILTER (product AND origin = 'Imports' AND use IN ('TIU', 'TFU'))
      ELSE sum(billion_cny) FILTER (product AND use = 'IM')
    END AS imports,
    sum(billion_cny) FILTER (product AND use = 'ERR') AS statistical_error,
    sum(billion_cny) FILTER (code = 'TI' AND by_manufacturing) AS manufacturing_output,
    sum(billion_cny) FILTER (product AND origin = 'Domestic' AND by_manufacturing) AS manufacturing_inputs_domestic,
    sum(billion_cny) FILTER (product AND origin = 'Imports' AND by_manufacturing) AS manufacturing_inputs_imported,
    sum(billion_cny) FILTER (product AND origin = 'Domestic' AND by_electronics) AS electronics_inputs_domestic,
    sum(billion_cny) FILTER (product AND origin = 'Imports' AND by_electronics) AS electronics_inputs_imported
  FROM marked
  GROUP BY "year", marked.sectors
)
SELECT
  "year",
  sectors,
  measure,
  round(billion_cny, 3) AS value_billion_cny,
  grade('MIRROR') AS grade,
  'National Bureau of Statistics of China, Input-Output Table of China ' || "year" || ', ' || sectors || ' sectors' AS source_title,
  'https://www.stats.gov.cn' AS source_url
FROM (UNPIVOT sums ON COLUMNS(* EXCLUDE ("year", sectors)) INTO NAME measure VALUE billion_cny)
ORDER BY "year", measure;
