-- Source:    chips/facts/china_ic_output_and_trade.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; output of smartphones.
-- Grade:     primary is P; a secondary page that repeats statistics office, customs, ministry or association is M; weak is S.
SELECT
  series,
  period[1:4]::INTEGER AS year,
  period,
  period_type,
  value,
  unit,
  flag,
  grade_of_source(source_quality, regexp_matches(source_title, 'NBS|GACC|customs|MIIT|CCCME|CSIA')) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM source('chips/facts/china_ic_output_and_trade.csv', {'value': 'DOUBLE'})
WHERE series <> 'smartphone output'
ORDER BY series, unit, period;
