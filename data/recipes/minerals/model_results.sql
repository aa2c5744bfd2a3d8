-- Source:    minerals/facts/model_benchmarks.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes.
-- Grade:     by the flags, as claims/grades.csv says.
SELECT
  series,
  entity,
  period,
  value,
  low,
  high,
  unit,
  flag,
  grade(flag) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM source('minerals/facts/model_benchmarks.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
ORDER BY series, entity, period, unit, source_url;
