-- Source:    chips/facts/entity_list_counts.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; the 21 counts of one rule that repeat the Federal Register documents of
--            controls/federal_register_documents, column china_entries_added.
-- Grade:     primary is P; a law firm or the trade press that repeats the count of a dated rule is M; weak is S.
SELECT
  CASE
    WHEN contains(series, '(stock)') THEN 'stock'
    WHEN series IN ('Chinese persons added to Entity List', 'all persons added to Entity List') THEN 'additions_in_period'
    WHEN contains(series, '(one rule)') OR contains(series, '(two rules)') OR series = 'Huawei affiliates added' THEN 'additions_by_rule'
    WHEN series = 'Huawei non-US affiliates on Entity List' THEN 'stock'
    ELSE error('unknown series ' || series)
  END AS basis,
  series,
  entity,
  period,
  period_type,
  value,
  unit,
  grade_of_source(source_quality, flag = 'reported') AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM source('chips/facts/entity_list_counts.csv', {'value': 'INTEGER'})
WHERE series <> 'Chinese entries added to the BIS Entity List (one rule)'
ORDER BY basis, series, period;
