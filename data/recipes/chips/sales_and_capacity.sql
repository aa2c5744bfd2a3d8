-- Source:    chips/facts/semiconductor_sales_by_region.csv, chips/facts/wafer_capacity_share.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; a note on a figure of noncommercial data.
-- Grade:     primary is P; a secondary page that repeats the industry association's figure is M; estimates of capacity in
--            the trade press, a projection and weak pages are S.
SELECT
  measure,
  series,
  entity AS region,
  CASE entity WHEN 'World' THEN 'WLD' WHEN 'China' THEN 'CHN' WHEN 'Japan' THEN 'JPN' END AS country,
  period[1:4]::INTEGER AS year,
  period,
  period_type,
  value,
  unit,
  flag,
  grade_of_source(source_quality, flag = 'reported') AS grade,
  tidy(source_title) AS source_title,
  source_url,
  CASE WHEN NOT starts_with(note, 'ETO') THEN tidy(regexp_replace(note, ', file analysis/.*commit e44beb6', '')) END AS note
FROM (
  SELECT 'sales' AS measure, * FROM source('chips/facts/semiconductor_sales_by_region.csv', {'value': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'wafer_capacity' AS measure, * FROM source('chips/facts/wafer_capacity_share.csv', {'value': 'DOUBLE'})
)
ORDER BY measure, series, region, period;
