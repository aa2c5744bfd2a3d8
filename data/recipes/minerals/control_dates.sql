-- Source:    minerals/facts/export_controls_timeline.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes.
-- Grade:     by the flags, as claims/grades.csv says.
-- Date:      the first day of the month where only the month is known; then the precision says month.
WITH measure AS (
  SELECT * FROM source('minerals/facts/export_controls_timeline.csv', {'items': 'VARCHAR'})
)
SELECT
  iso3(actor) AS country,
  tidy(items) AS items,
  period,
  action,
  CAST(CASE WHEN length(announced) = 7 THEN announced || '-01' ELSE announced END AS DATE) AS announced,
  CASE length(announced) WHEN 7 THEN 'month' WHEN 10 THEN 'day' END AS announced_precision,
  CAST(CASE WHEN length(in_force) = 7 THEN in_force || '-01' ELSE in_force END AS DATE) AS in_force,
  CASE length(in_force) WHEN 7 THEN 'month' WHEN 10 THEN 'day' END AS in_force_precision,
  CAST(suspended_from AS DATE) AS suspended_from,
  CAST(suspended_until AS DATE) AS suspended_until,
  CAST(ended AS DATE) AS ended,
  flag,
  grade(flag) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM measure
ORDER BY country, period, items, action;
