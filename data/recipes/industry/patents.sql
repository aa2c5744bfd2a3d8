-- Source:    industry/ncses/patents_by_country_field_year.csv
-- Publisher: US National Science Foundation, National Center for Science and Engineering Statistics (NCSES), Science
--            and Engineering Indicators
-- Address:   https://ncses.nsf.gov/pubs/nsb20241
-- Copy:      github.com/bq-org/ncses_stats_explorer_placeholder, commit 1f879ab65ed260668840db406611ddc10e8455bc (27
--            March 2025)
-- Licence:   CC BY-SA 4.0 (the conversion); the figures are works of the US government
-- Dropped:   regions, which hold the countries beside them; the four broad PCT fields
SELECT
  series,
  field,
  iso3(economy) AS economy,
  "year",
  "count" AS patents
FROM source('industry/ncses/patents_by_country_field_year.csv', {'year': 'INTEGER', 'count': 'DOUBLE'})
WHERE NOT (series = 'pct_applications' AND field IN ('Chemistry', 'Electrical engineering', 'Instruments', 'Mechanical engineering'))
  AND economy NOT IN (
  'North America', 'Central America and Caribbean', 'South America', 'Europe', 'EU-27', 'EU-27 and United Kingdom',
  'EU-27 + UK', 'EU-27 and UK', 'Other Europe', 'Other Europe (2020)', 'Other Europe-2020', 'Other Europe, 2020', 'Asia',
  'Middle East', 'Africa', 'Australia and Oceania', 'Australia/Oceania')
ORDER BY series, field, economy, "year";
