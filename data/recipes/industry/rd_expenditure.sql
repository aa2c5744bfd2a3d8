-- Source:    industry/ncses/gerd_by_country_selected_years.csv and industry/ncses/gerd_annual_top8_1981_2017.csv
-- Publisher: US National Science Foundation, National Center for Science and Engineering Statistics (NCSES), Science
--            and Engineering Indicators
-- Address:   https://ncses.nsf.gov/pubs/nsb20246 and https://ncses.nsf.gov/pubs/nsb20203
-- Copy:      github.com/bq-org/ncses_stats_explorer_placeholder, commit 1f879ab65ed260668840db406611ddc10e8455bc (27
--            March 2025)
-- Licence:   CC BY-SA 4.0 (the conversion); the figures are works of the US government
-- Dropped:   growth rates, gross domestic product and its constant-price series
WITH figures AS (
  SELECT
    2024 AS edition, iso3(country) AS economy, year_or_period::INTEGER AS "year", 2015 AS base_year, "value",
    CASE
      WHEN measure = 'GERD-to-GDP ratio' THEN 'ratio'
      WHEN basis = 'Current PPP dollars' THEN 'current'
      WHEN basis = 'Constant (2015) PPP dollars' THEN 'constant'
      ELSE error('unknown basis ' || basis)
    END AS kind
  FROM source('industry/ncses/gerd_by_country_selected_years.csv', {'value': 'DOUBLE'})
  WHERE measure IN ('GERD', 'GERD-to-GDP ratio')
  UNION ALL
  SELECT
    2020, iso3(economy), "year", 2012, "value",
    CASE measure
      WHEN 'percent of GDP' THEN 'ratio'
      WHEN 'billion current PPP USD' THEN 'current'
      WHEN 'billion constant 2012 PPP USD' THEN 'constant'
      ELSE error('unknown measure ' || measure)
    END
  FROM source('industry/ncses/gerd_annual_top8_1981_2017.csv', {'year': 'INTEGER', 'value': 'DOUBLE'})
)
SELECT
  edition,
  economy,
  "year",
  max("value") FILTER (kind = 'current') AS gerd_billion_current_ppp_usd,
  max("value") FILTER (kind = 'constant') AS gerd_billion_constant_ppp_usd,
  base_year,
  round(max("value") FILTER (kind = 'ratio') / 100, 6) AS gerd_share_of_gdp
FROM figures
GROUP BY edition, economy, "year", base_year
ORDER BY edition, economy, "year";
