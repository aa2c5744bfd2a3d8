-- Source:    industry/ncses/us_rd_by_performer_and_funder_2010_2022.csv
-- Publisher: US National Science Foundation, National Center for Science and Engineering Statistics (NCSES), Science
--            and Engineering Indicators
-- Address:   https://ncses.nsf.gov/pubs/nsb20246
-- Copy:      github.com/bq-org/ncses_stats_explorer_placeholder, commit 1f879ab65ed260668840db406611ddc10e8455bc (27
--            March 2025)
-- Licence:   CC BY-SA 4.0 (the conversion); the figures are works of the US government
-- Dropped:   nothing
SELECT
  CASE breakdown
    WHEN 'performing sector' THEN 'performed_by'
    WHEN 'source of funds' THEN 'funded_by'
    ELSE error('unknown breakdown ' || breakdown)
  END AS account,
  sector,
  "year",
  max("value") FILTER (unit = 'million current USD') AS rd_million_current_usd,
  max("value") FILTER (unit = 'million constant 2017 USD') AS rd_million_constant_2017_usd
FROM source('industry/ncses/us_rd_by_performer_and_funder_2010_2022.csv', {'year': 'INTEGER', 'value': 'DOUBLE'})
GROUP BY account, sector, "year"
ORDER BY account, sector, "year";
