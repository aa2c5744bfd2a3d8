-- Source:    industry/wdi/wdi_selected_21countries_1994_2023.csv
-- Publisher: World Bank, World Development Indicators
-- Address:   https://data.worldbank.org
-- Copy:      github.com/Aurore32/Across-Time-and-Product-Space, data/regression_dataset.csv, commit
--            3dd591ebf56801467e4547e96e340e0966ae0964
-- Licence:   CC BY 4.0 (publisher)
-- Dropped:   columns that no claim uses
SELECT
  iso3 AS country,
  "year",
  gdp_constant_2015_usd,
  gdp_growth_pct / 100 AS gdp_growth,
  gdp_per_capita_constant_2015_usd,
  rd_pct_gdp / 100 AS rd_share_of_gdp
FROM source('industry/wdi/wdi_selected_21countries_1994_2023.csv', {
  'year': 'INTEGER', 'gdp_constant_2015_usd': 'DOUBLE', 'gdp_growth_pct': 'DOUBLE', 'gdp_per_capita_constant_2015_usd': 'DOUBLE', 'rd_pct_gdp': 'DOUBLE'})
ORDER BY country, "year";
