-- Source:    ../benchmarks.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes. No figure. Published effects of export controls stand in published/effect_estimates too,
--            published lags and trends in AI in published/ai_lag_estimates, with more of each study.
-- Grade:     as stated in the note of each row of the source.
-- Bounds:    ">880" is the value 880 with the code above, "<5" with below, "~40" with about, "7-10" is low and high.
SELECT
  series,
  entity,
  period,
  CASE
    WHEN regexp_full_match(value, '[<>~]?-?[0-9.]+') THEN ltrim(value, '<>~')::DOUBLE
    WHEN NOT regexp_full_match(value, '[0-9.]+-[0-9.]+') AND unit <> 'sign' THEN error('a value that is none: "' || value || '"')
  END AS value,
  CASE WHEN regexp_full_match(value, '[0-9.]+-[0-9.]+') THEN split_part(value, '-', 1)::DOUBLE END AS low,
  CASE WHEN regexp_full_match(value, '[0-9.]+-[0-9.]+') THEN split_part(value, '-', 2)::DOUBLE END AS high,
  CASE unit WHEN 'chips (upper bound)' THEN 'chips' ELSE unit END AS unit,
  regexp_extract(note, 'grade ([PMS])', 1) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(replace(replace(replace(
    regexp_replace(regexp_replace(note, '^[A-Z][0-9a-z]+; grade [PMS](;|,)? ?', ''), ' \(E[0-9]+[a-z]?\)', '', 'g'),
    'of the newspaper;', 'the grade is that of the newspaper;'),
    'conflicts with the next row', 'conflicts with the estimate of SemiAnalysis'),
    'conflicts with the row above', 'conflicts with the upper bound of an official')) AS note,
  CASE
    WHEN unit = 'chips (upper bound)' THEN 'at_most'
    WHEN value[1] = '>' THEN 'above'
    WHEN value[1] = '<' THEN 'below'
    WHEN value[1] = '~' THEN 'about'
  END AS value_code,
  CASE WHEN unit = 'sign' THEN value END AS value_text,
  claim AS claims
FROM source('../benchmarks.csv', {'value': 'VARCHAR'})
ORDER BY series, entity, period;
