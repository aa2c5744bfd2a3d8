-- Source:    ai/facts/deepseek_facts.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes.
-- Grade:     by the flags: PRIMARY is P, MIRROR (a page that repeats a named official or company figure) is M, all else
--            and anything WEAK is S.
SELECT
  series,
  entity,
  period,
  value,
  low,
  high,
  value_text,
  unit,
  flag,
  grade(flag) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM source('ai/facts/deepseek_facts.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
ORDER BY series, entity, period, unit;
