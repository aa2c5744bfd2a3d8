-- Source:    codings/official_aims.csv
-- Publisher: US government: White House, Commerce, Bureau of Industry and Security, Treasury, Congressional Research Service
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   words of US officials and documents, no copyright (17 U.S.C. 105); the page is cited
-- Dropped:   nothing.
-- Date:      the first day of the month where only the month is known.
SELECT
  id,
  CASE WHEN length(date) = 7 THEN (date || '-01')::DATE ELSE date::DATE END AS date,
  CASE WHEN starts_with(date_precision, 'day') THEN 'day' WHEN starts_with(date_precision, 'month') THEN 'month' ELSE error('unknown precision ' || date_precision) END AS date_precision,
  tidy(speaker_or_document) AS speaker_or_document,
  issuer,
  type,
  document,
  tidy(passage) AS passage,
  tidy(context_note) AS context_note,
  grade[1] AS grade,
  contains(grade, 'weak') AS weak_page,
  url AS source_url
FROM source('codings/official_aims.csv', {'date': 'VARCHAR'})
ORDER BY id;
