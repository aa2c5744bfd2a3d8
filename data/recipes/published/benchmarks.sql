-- Source:    ../benchmarks.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   rows for other claims than the sixth; the verbatim quotes; four lag figures that ai_lag_estimates has too.
-- Grade:     as stated in the note of each row of the source.
SELECT
  series,
  entity,
  period,
  CASE WHEN NOT contains(value, '-') THEN value::DOUBLE END AS value,
  CASE WHEN contains(value, '-') THEN split_part(value, '-', 1)::DOUBLE END AS low,
  CASE WHEN contains(value, '-') THEN split_part(value, '-', 2)::DOUBLE END AS high,
  unit,
  regexp_extract(note, 'grade ([PMS])', 1) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(regexp_replace(note, '^E[0-9a-z]+; grade [PMS];? ?', '')) AS note
FROM source('../benchmarks.csv', {'value': 'VARCHAR'})
WHERE list_contains(string_split(claim, ';'), '6')
  AND series NOT IN ('AI capability lag mean', 'AI capability lag min', 'AI capability lag max', 'AI capability lag CAISI')
ORDER BY series, entity, period;
