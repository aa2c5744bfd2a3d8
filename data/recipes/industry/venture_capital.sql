-- Source:    industry/ncses/venture_capital_2003_2022_musd.csv
-- Publisher: US National Science Foundation, National Center for Science and Engineering Statistics (NCSES), Science
--            and Engineering Indicators
-- Address:   https://ncses.nsf.gov/pubs/nsb20241
-- Copy:      github.com/bq-org/ncses_stats_explorer_placeholder, commit 1f879ab65ed260668840db406611ddc10e8455bc (27
--            March 2025)
-- Licence:   CC BY-SA 4.0 (the conversion); the figures are works of the US government
-- Dropped:   nothing
SELECT
  CASE economy
    WHEN 'Total' THEN 'WLD'
    WHEN 'Rest of North America' THEN 'XNA'
    WHEN 'Rest of Europe' THEN 'XRE'
    WHEN 'Central and South America' THEN 'XSA'
    WHEN 'Rest of Asia' THEN 'XRA'
    WHEN 'Africa' THEN 'XAF'
    WHEN 'Middle East' THEN 'XME'
    WHEN 'Oceania' THEN 'XOC'
    ELSE iso3(economy)
  END AS economy,
  "year",
  million_current_usd AS venture_capital_million_usd
FROM source('industry/ncses/venture_capital_2003_2022_musd.csv', {'year': 'INTEGER', 'million_current_usd': 'DOUBLE'})
ORDER BY economy, "year";
