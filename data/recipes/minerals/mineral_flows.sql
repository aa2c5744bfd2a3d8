-- Source:    minerals/facts/china_rare_earth_exports.csv, minerals/facts/china_ga_ge_sb_w_exports.csv, minerals/facts/china_magnet_exports_monthly.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; tonnes of magnets (in minerals/magnet_exports).
-- Grade:     by the flags, as claims/grades.csv says.
SELECT
  series,
  entity,
  period,
  CAST(start || '-01' AS DATE) AS start_date,
  last_day(CAST("end" || '-01' AS DATE)) AS end_date,
  value,
  unit,
  flag,
  grade(flag) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM (
  SELECT * FROM source('minerals/facts/china_rare_earth_exports.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT * FROM source('minerals/facts/china_ga_ge_sb_w_exports.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT * FROM source('minerals/facts/china_magnet_exports_monthly.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'}) WHERE unit <> 't'
)
ORDER BY series, entity, period, unit;
