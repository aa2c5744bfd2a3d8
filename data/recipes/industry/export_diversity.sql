-- Source:    industry/complexity/hs92_country_year_1995_2023.csv
-- Publisher: Growth Lab at Harvard University, International Trade Data (HS, 92)
-- Address:   https://doi.org/10.7910/DVN/T4CHWJ
-- Copy:      github.com/MonicaCT/economic-complexity-structural-transformation-lac,
--            outputs/tables/csv/country_year_indicators.csv, commit c346edb88dd9b8accb759f20dd6939ba82dede8b
-- Licence:   CC0 1.0 as two public files record it; the repository is MIT
-- Dropped:   ANS (undeclared areas), imports, concentration, primary and manufacturing shares, the author’s
--            complexity index
SELECT
  country_code AS exporter,
  "year",
  export_value AS export_value_usd,
  diversity AS headings_rca_1,
  diversity_075 AS headings_rca_075
FROM source('industry/complexity/hs92_country_year_1995_2023.csv',
  {'year': 'INTEGER', 'export_value': 'DOUBLE', 'diversity': 'INTEGER', 'diversity_075': 'INTEGER'})
WHERE country_code <> 'ANS'
ORDER BY exporter, "year";
