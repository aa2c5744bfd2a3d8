-- Source:    cleantech/learning_curves/Electricity_generation_by_source_World_IEA.csv
-- Publisher: International Energy Agency, Electricity Information
-- Address:   https://www.iea.org/data-and-statistics/data-product/electricity-information
-- Copy:      github.com/carnegie/clab_experience_curve, AdditionalData/, commit 9a6f8c494d8406eef10bb90808c28a3c4293ac32 (12 August 2024)
-- Licence:   CC BY 4.0 ("This data is released under a CC BY 4.0 licence")
-- Dropped:   nothing.
SELECT
  year,
  lower(replace(energy, ' ', '_')) AS energy_source,
  generation_gwh
FROM (
  UNPIVOT (
    SELECT * EXCLUDE ("Units") FROM source('cleantech/learning_curves/Electricity_generation_by_source_World_IEA.csv', {
      'year': 'INTEGER', 'Coal': 'DOUBLE', 'Oil': 'DOUBLE', 'Natural gas': 'DOUBLE', 'Biofuels': 'DOUBLE', 'Waste': 'DOUBLE',
      'Nuclear': 'DOUBLE', 'Hydro': 'DOUBLE', 'Geothermal': 'DOUBLE', 'Solar PV': 'DOUBLE', 'Solar thermal': 'DOUBLE',
      'Wind': 'DOUBLE', 'Tide': 'DOUBLE', 'Other sources': 'DOUBLE'})
    WHERE coalesce("Units" = 'GWh', false) OR error('expected GWh, found ' || coalesce("Units", 'no unit'))
  ) ON COLUMNS(* EXCLUDE (year)) INTO NAME energy VALUE generation_gwh
)
ORDER BY year, energy_source;
