-- Source:    chips/facts/firms_china_yearly.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; revenue of AMEC that a data site's price-to-sales ratio implies; the twelve months to
--            September 2025 of NAURA, which overlap 2024; the target of a share sale. Nominal figures.
-- Grade:     primary is P; a secondary page that repeats a company's own accounts or release is M, any other S.
SELECT
  series,
  entity,
  list_max(regexp_extract_all(period, '20[0-9]{2}'))::INTEGER AS year,
  period,
  period_type,
  value,
  CASE
    WHEN contains(note, 'lower bound') THEN 'above'
    WHEN contains(note, 'preliminary') THEN 'preliminary'
    WHEN contains(note, 'unaudited') THEN 'unaudited'
  END AS value_code,
  value_text,
  unit,
  flag,
  grade_of_source(source_quality, flag = 'reported' AND regexp_matches(source_title, 'SMIC|Huawei|NAURA|New Year message')) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM source('chips/facts/firms_china_yearly.csv', {'value': 'DOUBLE'})
WHERE NOT starts_with(series, 'revenue (market cap') AND NOT starts_with(period, 'TTM') AND series <> 'IPO target'
ORDER BY entity, series, period, unit;
