-- Source:    industry/macro/gmd_demand_21countries_1994_2023.csv and industry/wdi/NE.CON.PRVT.ZS_china_2020_2023.csv
-- Publisher: Global Macro Database; World Bank
-- Address:   https://www.globalmacrodata.com and https://data.worldbank.org/indicator/NE.CON.PRVT.ZS
-- Copy:      github.com/Aurore32/Across-Time-and-Product-Space, commit 3dd591ebf56801467e4547e96e340e0966ae0964;
--            github.com/open-numbers/ddf--open_numbers--world_development_indicators, commit
--            01a34e8b54d76160a61b0325d74254e22db06b93
-- Licence:   single cited figures; World Bank: CC BY 4.0
-- Dropped:   20 other countries; population and prices
WITH china AS (
  SELECT
    "year",
    exports_pct_gdp AS exports,
    total_consumption_pct_gdp AS total_consumption,
    investment_pct_gdp AS investment
  FROM source('industry/macro/gmd_demand_21countries_1994_2023.csv', {
    'year': 'INTEGER', 'exports_pct_gdp': 'DOUBLE', 'total_consumption_pct_gdp': 'DOUBLE', 'investment_pct_gdp': 'DOUBLE'})
  WHERE iso3 = 'CHN'
)
SELECT
  "year",
  measure,
  round(percent / 100, 6) AS share_of_gdp,
  grade('NONE') AS grade,
  'Global Macro Database, China' AS source_title,
  'https://www.globalmacrodata.com' AS source_url
FROM (UNPIVOT china ON exports, total_consumption, investment INTO NAME measure VALUE percent)
UNION ALL
SELECT
  "year",
  'household_consumption',
  round(percent_of_gdp / 100, 6),
  grade('MIRROR'),
  'World Bank, World Development Indicators, NE.CON.PRVT.ZS, China',
  'https://data.worldbank.org/indicator/NE.CON.PRVT.ZS'
FROM source('industry/wdi/NE.CON.PRVT.ZS_china_2020_2023.csv', {'year': 'INTEGER', 'percent_of_gdp': 'DOUBLE'})
ORDER BY "year", measure;
