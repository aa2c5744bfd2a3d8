-- Source:    industry/ncses/kti_value_added_2002_2022.csv
-- Publisher: US National Science Foundation, National Center for Science and Engineering Statistics (NCSES), Science
--            and Engineering Indicators
-- Address:   https://ncses.nsf.gov/pubs/nsb20247/data
-- Copy:      github.com/bq-org/ncses_stats_explorer_placeholder, commit 1f879ab65ed260668840db406611ddc10e8455bc (27
--            March 2025)
-- Licence:   CC BY-SA 4.0 (the conversion); the figures are works of the US government
-- Dropped:   the three ratio rows of each economy and year: they are quotients of the others
SELECT
  iso3(economy) AS economy,
  industry,
  row_type AS kind,
  isic_rev4,
  "year",
  "value" AS value_added_million_usd
FROM source('industry/ncses/kti_value_added_2002_2022.csv', {'year': 'INTEGER', 'value': 'DOUBLE'})
WHERE row_type <> 'ratio'
  AND CASE unit WHEN 'million current USD' THEN true ELSE error('unknown unit ' || unit) END
ORDER BY economy, industry, "year";
