-- Source:    industry/ncses/se_articles_fractional_2003_2022.csv
-- Publisher: US National Science Foundation, National Center for Science and Engineering Statistics (NCSES), Science
--            and Engineering Indicators
-- Address:   https://ncses.nsf.gov/pubs/nsb202333
-- Copy:      github.com/bq-org/ncses_stats_explorer_placeholder, commit 1f879ab65ed260668840db406611ddc10e8455bc (27
--            March 2025)
-- Licence:   CC BY-SA 4.0 (the conversion); the figures are works of the US government
-- Dropped:   regions, which hold the countries beside them; chemistry and physics; small economies, which are added
--            up as XRW
WITH listed AS (
  SELECT field, iso3(economy) AS economy, "year", articles
  FROM source('industry/ncses/se_articles_fractional_2003_2022.csv', {'year': 'INTEGER', 'articles': 'DOUBLE'})
  WHERE field NOT IN ('Chemistry', 'Physics')
    AND economy NOT IN (
  'North America', 'Central America and Caribbean', 'South America', 'Europe', 'EU-27', 'EU-27 and United Kingdom',
  'EU-27 + UK', 'EU-27 and UK', 'Other Europe', 'Other Europe (2020)', 'Other Europe-2020', 'Other Europe, 2020', 'Asia',
  'Middle East', 'Africa', 'Australia and Oceania', 'Australia/Oceania')
), shown AS (
  SELECT economy
  FROM listed
  WHERE field = 'All S&E fields' AND "year" = 2022
    AND articles >= 0.001 * (SELECT articles FROM listed WHERE economy = 'WLD' AND field = 'All S&E fields' AND "year" = 2022)
)
SELECT field, economy, "year", articles
FROM listed
WHERE economy IN (FROM shown)
UNION ALL
SELECT field, 'XRW', "year", round(sum(CASE economy WHEN 'WLD' THEN articles ELSE -articles END), 1)
FROM listed
WHERE economy IN (FROM shown)
GROUP BY field, "year"
ORDER BY field, economy, "year";
