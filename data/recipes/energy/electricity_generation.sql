-- Source:    cleantech/electricity/electricity_generation_TWh_8_entities.csv, owid_energy_subset_solar_wind_hydro_1965_2024.csv of
--            the same folder
-- Publisher: Our World in Data, from Ember
-- Address:   https://github.com/owid/energy-data , https://ourworldindata.org/grapher/electricity-generation
-- Copy:      github.com/ionutpopa/energy-forecasting, commit 35cec61143ae23dea483b9bf4cd32e71e748bb37 (6 January 2025);
--            github.com/AdhamAbdelmoneem/Energy-Production-and-Consumption-Analytics, commit
--            59914559e58f3eb4fe728f5606d5531cc8f3bbc0 (26 February 2026)
-- Licence:   CC BY 4.0 (Our World in Data; Ember) from 2000 on
-- Dropped:   years before 2000, which rest on the Energy Institute, whose copyright stands; shares, per-head figures,
--            population, gross domestic product.
-- Derived:   total generation of 2024 (and the EU-27 in 2023) is hydro over hydro's share, right to some 0.1 %; the EU-27
--            has nothing for 2024.
SELECT
  CASE total.country WHEN 'World' THEN 'WLD' WHEN 'European Union (27)' THEN 'EUU' ELSE iso3(total.country) END AS country,
  total.year,
  electricity_generation_twh AS generation_twh,
  hydro_electricity AS hydro_twh,
  solar_electricity AS solar_twh,
  wind_electricity AS wind_twh,
  starts_with(total.source, 'DERIVED') AS generation_derived
FROM source('cleantech/electricity/electricity_generation_TWh_8_entities.csv',
  {'year': 'INTEGER', 'electricity_generation_twh': 'DOUBLE'}) AS total
LEFT JOIN source('cleantech/electricity/owid_energy_subset_solar_wind_hydro_1965_2024.csv',
  {'year': 'INTEGER', 'hydro_electricity': 'DOUBLE', 'solar_electricity': 'DOUBLE', 'wind_electricity': 'DOUBLE'}) AS part
  ON part.country = total.country AND part.year = total.year
WHERE total.year >= 2000
ORDER BY country, total.year;
