-- Source:    codings/aims_coder_a.csv, codings/aims_coder_b.csv
-- Publisher: this collection; coded from the passages in controls/official_aims
-- Address:   https://www.bis.gov
-- Copy:      24 November 2026
-- Licence:   CC BY 4.0 (own work)
-- Dropped:   nothing. A coding whose passage was shown to the coders in other words than the table has stops the run.
WITH coding AS (
  SELECT * FROM source('codings/aims_coder_a.csv', {'means_only': 'INTEGER', 'confidence': 'INTEGER'})
  UNION ALL BY NAME
  SELECT * FROM source('codings/aims_coder_b.csv', {'means_only': 'INTEGER', 'confidence': 'INTEGER'})
)
SELECT
  CASE WHEN shown.passage = aim.passage THEN coding.id ELSE error('passage ' || coding.id || ' is not as the coders saw it') END AS id,
  coder,
  "primary" AS primary_aim,
  "all" AS all_aims,
  denied AS denied_aims,
  means_only = 1 AS means_only,
  confidence,
  tidy(remark) AS remark
FROM coding
LEFT JOIN source('codings/aims_to_code.csv', {'id': 'VARCHAR'}) AS shown ON shown.id = coding.id
LEFT JOIN source('codings/official_aims.csv', {'id': 'VARCHAR'}) AS aim ON aim.id = coding.id
ORDER BY coder, coding.id;
