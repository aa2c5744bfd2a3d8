-- Source:    chips/facts/china_chip_self_sufficiency.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes.
-- Grade:     estimates of one analyst house (IC Insights) in the trade press, and weak pages: S throughout.
SELECT
  CASE
    WHEN contains(series, 'China-headquartered') THEN 'made_by_china_headquartered_firms'
    WHEN contains(series, 'target') THEN 'not_defined'
    WHEN starts_with(series, 'IC production in China') THEN 'made_in_china'
    ELSE error('unknown definition ' || series)
  END AS definition,
  CASE flag WHEN 'ESTIMATE' THEN 'estimate' WHEN 'FORECAST' THEN 'forecast' WHEN 'TARGET' THEN 'target' ELSE error('unknown flag ' || flag) END AS kind,
  regexp_extract(series, 'made (20[0-9]{2})', 1) AS forecast_made_in,
  period::INTEGER AS year,
  round(value / 100, 4) AS share_of_china_ic_market,
  flag,
  grade_of_source(source_quality, false) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM source('chips/facts/china_chip_self_sufficiency.csv', {'value': 'DOUBLE'})
ORDER BY definition, kind, year;
