-- Source:    industry/rd_type/rd_by_type_8countries_2017_2019.csv
-- Publisher: US National Science Foundation, National Center for Science and Engineering Statistics (NCSES), Science
--            and Engineering Indicators
-- Address:   https://ncses.nsf.gov/pubs/nsb20225 and https://ncses.nsf.gov/pubs/nsb20203
-- Copy:      github.com/bq-org/ncses_stats_explorer_placeholder, commit 1f879ab65ed260668840db406611ddc10e8455bc (27
--            March 2025)
-- Licence:   CC BY-SA 4.0 (the conversion); the figures are works of the US government
-- Dropped:   nothing
SELECT
  CASE edition
    WHEN 'Indicators 2022, table RD-8' THEN 2022
    WHEN 'Indicators 2020, table 4-8' THEN 2020
    ELSE error('unknown edition ' || edition)
  END AS edition,
  iso3(country) AS country,
  "year",
  type,
  max("value") FILTER (unit = 'billion current PPP USD') AS rd_billion_ppp_usd,
  round(max("value") FILTER (unit = 'percent of all R&D') / 100, 6) AS share
FROM source('industry/rd_type/rd_by_type_8countries_2017_2019.csv', {'year': 'INTEGER', 'value': 'DOUBLE'}) AS rd
GROUP BY ALL
ORDER BY edition, country, type;
