-- Source:    industry/complexity/hs92_product_year_1995_2023.csv.gz
-- Publisher: Growth Lab at Harvard University, International Trade Data (HS, 92)
-- Address:   https://doi.org/10.7910/DVN/T4CHWJ
-- Copy:      github.com/MonicaCT/economic-complexity-structural-transformation-lac,
--            outputs/tables/csv/product_year_indicators.csv, commit c346edb88dd9b8accb759f20dd6939ba82dede8b
-- Licence:   single cited figures
-- Dropped:   all other headings and years before 2010
SELECT
  product_code AS heading,
  "year",
  round(world_export_value / 1e9, 3) AS export_billion_usd,
  grade('MIRROR') AS grade,
  'Growth Lab at Harvard University, International Trade Data (HS, 92), world exports by heading' AS source_title,
  'https://doi.org/10.7910/DVN/T4CHWJ' AS source_url
FROM source('industry/complexity/hs92_product_year_1995_2023.csv.gz', {'year': 'INTEGER', 'world_export_value': 'DOUBLE'})
WHERE product_code IN ('8479', '8507', '8541', '8542', '8703', '8802', '9018', '9022') AND "year" >= 2010
ORDER BY heading, "year";
