-- Source:    minerals/facts/japan_2010_case.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; China's share of dysprosium processing in 2024 and 2028 (in minerals/china_shares).
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
FROM source('minerals/facts/japan_2010_case.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
WHERE series <> 'china_share_dysprosium_processing'
ORDER BY series, entity, period, unit, source_url;
