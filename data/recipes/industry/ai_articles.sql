-- Source:    industry/ncses/ai_articles_whole_2003_2022.csv
-- Publisher: US National Science Foundation, National Center for Science and Engineering Statistics (NCSES), Science
--            and Engineering Indicators
-- Address:   https://ncses.nsf.gov/pubs/nsb202333
-- Copy:      github.com/bq-org/ncses_stats_explorer_placeholder, commit 1f879ab65ed260668840db406611ddc10e8455bc (27
--            March 2025)
-- Licence:   CC BY-SA 4.0 (the conversion); the figures are works of the US government
-- Dropped:   regions; economies with fewer than 100 articles in 2022
WITH listed AS (
  SELECT iso3(economy) AS economy, "year", articles
  FROM source('industry/ncses/ai_articles_whole_2003_2022.csv', {'year': 'INTEGER', 'articles': 'DOUBLE'})
  WHERE economy NOT IN (
  'North America', 'Central America and Caribbean', 'South America', 'Europe', 'EU-27', 'EU-27 and United Kingdom',
  'EU-27 + UK', 'EU-27 and UK', 'Other Europe', 'Other Europe (2020)', 'Other Europe-2020', 'Other Europe, 2020', 'Asia',
  'Middle East', 'Africa', 'Australia and Oceania', 'Australia/Oceania')
)
SELECT economy, "year", articles
FROM listed
WHERE economy IN (SELECT economy FROM listed WHERE "year" = 2022 AND articles >= 100)
ORDER BY economy, "year";
