-- Source:    chips/facts/semi_equipment_by_region.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; the single figures of North America, Japan, Europe and Rest of World, of which the sum
--            ships where all four are printed (2019, 2020, 2024), since the publisher's table may not be rebuilt.
-- Grade:     primary is P; a reprint of the publisher's release is M; forecasts in the press and weak pages are S.
WITH cited AS (
  SELECT * FROM source('chips/facts/semi_equipment_by_region.csv', {'value': 'DOUBLE'})
), smaller AS (
  SELECT
    'semiconductor equipment billings' AS series, 'Other regions' AS entity, period, 'year' AS period_type, round(sum(value), 2) AS value, 'USD billion' AS unit,
    'DERIVED' AS flag, max(source_quality) AS source_quality, max_by(source_title, source_quality) AS source_title, max_by(source_url, source_quality) AS source_url,
    'our sum of North America, Japan, Europe and Rest of World' AS note
  FROM cited
  WHERE series = 'semiconductor equipment billings' AND entity IN ('North America', 'Japan', 'Europe', 'Rest of World')
  GROUP BY period
  HAVING count(*) = 4
)
SELECT
  series,
  entity AS region,
  CASE entity WHEN 'World' THEN 'WLD' WHEN 'China' THEN 'CHN' WHEN 'South Korea' THEN 'KOR' WHEN 'Taiwan' THEN 'TWN' WHEN 'Other regions' THEN 'ROW' ELSE error('unknown region ' || entity) END AS country,
  period[1:4]::INTEGER AS year,
  period,
  period_type,
  value AS value_usd_bn,
  flag,
  grade_of_source(source_quality, flag IN ('reported', 'DERIVED')) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM (
  SELECT * FROM smaller
  UNION ALL BY NAME
  SELECT * FROM cited WHERE entity IN ('World', 'China', 'South Korea', 'Taiwan')
)
ORDER BY series, period, country;
