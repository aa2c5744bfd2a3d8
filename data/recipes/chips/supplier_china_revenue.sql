-- Source:    chips/facts/us_and_allied_firms_china_revenue.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes.
-- Grade:     primary is P; a secondary page that repeats the supplier's own accounts is M, any other S.
-- Years:     the supplier's own fiscal years, which end in different months; calendar years where none is named.
SELECT
  series,
  entity,
  CASE entity WHEN 'ASML' THEN 'NLD' WHEN 'Tokyo Electron' THEN 'JPN' WHEN 'Applied Materials' THEN 'USA' WHEN 'Intel' THEN 'USA' WHEN 'Qualcomm' THEN 'USA' WHEN 'Nvidia' THEN 'USA' ELSE error('no seat for ' || entity) END AS country,
  CASE WHEN period_type <> 'other' THEN regexp_extract(period, '20[0-9]{2}')::INTEGER END AS year,
  period,
  CASE WHEN period_type = 'other' THEN 'other' ELSE replace(period_type, ' ', '_') END AS period_type,
  value,
  CASE WHEN note = 'approximate' THEN 'about' END AS value_code,
  value_text,
  unit,
  flag,
  grade_of_source(source_quality, flag = 'reported') AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM source('chips/facts/us_and_allied_firms_china_revenue.csv', {'value': 'DOUBLE'})
ORDER BY entity, series, period, unit;
