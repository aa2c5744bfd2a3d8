-- Source:    industry/later_2026_11/wdi_china_gdp_by_expenditure_1995_2024.csv
-- Publisher: World Bank, World Development Indicators
-- Address:   https://databank.worldbank.org/source/world-development-indicators
-- Copy:      github.com/open-numbers/ddf--open_numbers--world_development_indicators, commit
--            01a34e8b54d76160a61b0325d74254e22db06b93
-- Licence:   CC BY 4.0
-- Dropped:   nothing
SELECT
  "year",
  round("gdp_NY.GDP.MKTP.CN" / 1e9, 6) AS gdp_billion_cny,
  round("final_consumption_NE.CON.TOTL.CN" / 1e9, 6) AS consumption_billion_cny,
  round("gross_capital_formation_NE.GDI.TOTL.CN" / 1e9, 6) AS capital_formation_billion_cny,
  round("exports_NE.EXP.GNFS.CN" / 1e9, 6) AS exports_billion_cny,
  round("imports_NE.IMP.GNFS.CN" / 1e9, 6) AS imports_billion_cny
FROM source('industry/later_2026_11/wdi_china_gdp_by_expenditure_1995_2024.csv', {
  'year': 'INTEGER', 'gdp_NY.GDP.MKTP.CN': 'DOUBLE', 'final_consumption_NE.CON.TOTL.CN': 'DOUBLE',
  'gross_capital_formation_NE.GDI.TOTL.CN': 'DOUBLE', 'exports_NE.EXP.GNFS.CN': 'DOUBLE', 'imports_NE.IMP.GNFS.CN': 'DOUBLE'})
ORDER BY "year";
