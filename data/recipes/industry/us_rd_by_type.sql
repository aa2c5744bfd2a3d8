-- Source:    industry/rd_type/us_rd_by_type_1970_2022.csv
-- Publisher: US National Science Foundation, National Center for Science and Engineering Statistics (NCSES), Science
--            and Engineering Indicators
-- Address:   https://ncses.nsf.gov/data-collections/national-patterns
-- Copy:      github.com/bq-org/ncses_stats_explorer_placeholder, commit 1f879ab65ed260668840db406611ddc10e8455bc (27
--            March 2025)
-- Licence:   CC BY-SA 4.0 (the conversion); the figures are works of the US government
-- Dropped:   the percentages of all research: the amounts give them; performers have percentages of each type and
--            no amounts
SELECT
  type,
  performer,
  "year",
  max("value") FILTER (unit = 'billion current USD') AS rd_billion_current_usd,
  max("value") FILTER (unit = 'billion constant 2017 USD') AS rd_billion_constant_2017_usd,
  round(max("value") FILTER (unit = 'percent by performer') / 100, 6) AS performer_share_of_type
FROM source('industry/rd_type/us_rd_by_type_1970_2022.csv', {'year': 'INTEGER', 'value': 'DOUBLE'})
GROUP BY type, performer, "year"
ORDER BY type, performer, "year";
