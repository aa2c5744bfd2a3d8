-- Source:    cleantech/facts/ : battery_prices_bnef.csv, ev_battery_company_volumes.csv, infrastructure.csv, manufacturing_shares.csv, solar_capacity.csv, china_pv_output.csv, vehicles_production_exports.csv
-- Publisher: several; each row names its own (BloombergNEF, SNE Research, CAAM, OICA, CPIA, IEA, NEA, companies, press)
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; rows on weak pages; of the yearly totals of SNE Research 2017 to 2023 and of OICA's table by
--            country all but the newest year and the World, China and the United States, so that no publisher's table
--            ships; lists of high-speed rail by country.
-- Grade:     by the flags, as claims/grades.csv says.
WITH cited AS (
  SELECT 'battery_prices' AS topic, * FROM source('cleantech/facts/battery_prices_bnef.csv', {'value': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'battery_volumes' AS topic, * FROM source('cleantech/facts/ev_battery_company_volumes.csv', {'value': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'infrastructure' AS topic, * FROM source('cleantech/facts/infrastructure.csv', {'value': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'manufacturing_shares' AS topic, * FROM source('cleantech/facts/manufacturing_shares.csv', {'value': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'solar_capacity' AS topic, * FROM source('cleantech/facts/solar_capacity.csv', {'value': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'solar_output' AS topic, * FROM source('cleantech/facts/china_pv_output.csv', {'value': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'vehicles' AS topic, * FROM source('cleantech/facts/vehicles_production_exports.csv', {'value': 'DOUBLE'})
)
SELECT
  topic,
  series,
  entity,
  period,
  value,
  unit,
  replace(flag, ' ', ';') AS flag,
  grade(replace(flag, ' ', ';')) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM cited
WHERE NOT coalesce(contains(flag, 'WEAK'), false)
  AND NOT (series = 'EV battery installations (SNE Research)' AND entity = 'World' AND period < '2024')
  AND NOT (starts_with(series, 'Motor-vehicle production (OICA)') AND entity NOT IN ('World', 'China', 'United States'))
  AND series <> 'High-speed rail in operation (UIC-type list)'
ORDER BY topic, series, entity, period, unit, source_url;
