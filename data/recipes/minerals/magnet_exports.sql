-- Source:    minerals/facts/china_magnet_exports_monthly.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; the value of the exports of 2024 (in minerals/mineral_flows).
-- Grade:     by the flags, as claims/grades.csv says.
-- Period:    from the first day of the first month to the last day of the last; months says how many that are, months_held
--            how many of them have a row of their own for the same destination: where the two are equal, a sum of several
--            months holds nothing that its months do not.
WITH cited AS (
  SELECT
    CASE entity WHEN 'World' THEN 'WLD' WHEN 'EU' THEN 'EUU' ELSE iso3(entity) END AS destination,
    CAST(start || '-01' AS DATE) AS start_date,
    last_day(CAST("end" || '-01' AS DATE)) AS end_date,
    *
  FROM source('minerals/facts/china_magnet_exports_monthly.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
  WHERE unit = 't'
)
SELECT
  destination,
  start_date,
  end_date,
  period,
  datediff('month', start_date, end_date) + 1 AS months,
  (SELECT count(*) FROM cited AS single
    WHERE single.destination = cited.destination AND single.start = single."end"
      AND single.start_date BETWEEN cited.start_date AND cited.end_date) AS months_held,
  value AS tonnes,
  low AS tonnes_low,
  high AS tonnes_high,
  coalesce(contains(flag, 'DERIVED'), false) AS derived,
  coalesce(contains(flag, 'WEAK'), false) AS weak,
  flag,
  grade(flag) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM cited
ORDER BY destination, start_date, end_date;
