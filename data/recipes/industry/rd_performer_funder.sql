-- Source:    industry/ncses/gerd_by_performer_and_funder_2021.csv
-- Publisher: US National Science Foundation, National Center for Science and Engineering Statistics (NCSES), Science
--            and Engineering Indicators
-- Address:   https://ncses.nsf.gov/pubs/nsb20246
-- Copy:      github.com/bq-org/ncses_stats_explorer_placeholder, commit 1f879ab65ed260668840db406611ddc10e8455bc (27
--            March 2025)
-- Licence:   CC BY-SA 4.0 (the conversion); the figures are works of the US government
-- Dropped:   total OECD and EU-27; the expenditure, which industry/rd_expenditure has
SELECT
  iso3(country) AS country,
  "year",
  CASE measure
    WHEN 'performed by, percent of GERD' THEN 'performed_by'
    WHEN 'funded by, percent of GERD' THEN 'funded_by'
    ELSE error('unknown measure ' || measure)
  END AS account,
  sector,
  round("value" / 100, 6) AS share
FROM source('industry/ncses/gerd_by_performer_and_funder_2021.csv', {'year': 'INTEGER', 'value': 'DOUBLE'})
WHERE measure <> 'GERD, billion current PPP USD' AND country NOT IN ('Total OECD', 'EU-27')
ORDER BY country, account, sector;
