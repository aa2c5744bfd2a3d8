-- Source:    chips/facts/memory_timeline.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes.
-- Grade:     press and trade press throughout: S. Memory lags illustrate.
-- Months:    first and last month of the period that the source names; a year is January to December.
SELECT
  series,
  entity,
  CASE WHEN entity IN ('YMTC', 'CXMT', 'China') THEN 'CHN' WHEN entity = 'Micron' THEN 'USA' WHEN entity = 'Samsung, SK hynix' THEN 'KOR' END AS country,
  CASE WHEN length(period) = 4 THEN (period || '-01-01')::DATE ELSE (period || '-01')::DATE END AS earliest_month,
  CASE WHEN length(period) = 4 THEN (period || '-12-01')::DATE ELSE (period || '-01')::DATE END AS latest_month,
  value,
  value_text,
  CASE WHEN unit = 'year' THEN 'start' ELSE unit END AS unit,
  flag,
  grade_of_source(source_quality, false) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM source('chips/facts/memory_timeline.csv', {'value': 'DOUBLE'})
ORDER BY series, earliest_month, entity;
