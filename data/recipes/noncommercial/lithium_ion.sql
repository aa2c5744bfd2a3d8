-- Source:    cleantech/batteries/ziegler_trancik_2021_liion_series.csv
-- Publisher: Micah S. Ziegler and Jessika E. Trancik, "Re-examining rates of lithium-ion battery technology improvement and cost
--            decline", Energy & Environmental Science, 2021
-- Address:   https://doi.org/10.1039/D0EE02681F , data https://doi.org/10.7910/DVN/9FEJ7C
-- Copy:      github.com/Policy-Impacts/mvpf-climate, data/1_assumptions/evs/battery_costs_zt.xlsx, commit
--            211005c6c868fd30ac2089b75fa3b8eb9f2edd23 (4 September 2025)
-- Licence:   CC BY-NC 3.0 (that of the article): not for commercial use
-- Dropped:   specific energy and energy density.
-- Measure:   market sizes are flows of a year: add them up before a learning curve. The last year of patents is incomplete.
SELECT
  year,
  price_all_cells_2018usd_per_kwh,
  price_cylindrical_2018usd_per_kwh,
  market_size_all_mwh_per_year,
  market_size_all_million_cells_per_year,
  market_size_cyl_million_cells_per_year AS market_size_cylindrical_million_cells_per_year,
  patent_families_filed
FROM source('cleantech/batteries/ziegler_trancik_2021_liion_series.csv', {
  'year': 'INTEGER', 'price_all_cells_2018usd_per_kwh': 'DOUBLE', 'price_cylindrical_2018usd_per_kwh': 'DOUBLE',
  'market_size_all_mwh_per_year': 'DOUBLE', 'market_size_all_million_cells_per_year': 'DOUBLE',
  'market_size_cyl_million_cells_per_year': 'DOUBLE', 'patent_families_filed': 'DOUBLE'})
ORDER BY year;
