-- Source:    codings/tools_coder_a.csv, codings/tools_coder_b.csv
-- Publisher: this collection; coded from the texts of the US rules in force on 31 December 2024
-- Address:   https://www.bis.gov
-- Copy:      28 November 2026
-- Licence:   CC BY 4.0 (own work); the deciding words are of US government works
-- Dropped:   nothing. A coding whose tool was not shown to the coders stops the run.
WITH coding AS (
  SELECT 'A' AS coder, * FROM source('codings/tools_coder_a.csv', {'restricted': 'INTEGER', 'confidence': 'INTEGER'})
  UNION ALL BY NAME
  SELECT 'B' AS coder, * FROM source('codings/tools_coder_b.csv', {'restricted': 'INTEGER', 'confidence': 'INTEGER'})
)
SELECT
  CASE WHEN shown.input_id IS NOT NULL THEN coding.input_id ELSE error('tool ' || coding.input_id || ' was not shown to the coders') END AS input_id,
  coder,
  restricted,
  CASE WHEN coding.input_id IN ('N45', 'N48', 'N49', 'N50', 'N51', 'N55', 'N113') THEN true ELSE false END AS share_met_unasked,
  basis,
  since,
  confidence,
  tidy(words) AS words
FROM coding
LEFT JOIN source('codings/tools_to_code.csv', {'input_id': 'VARCHAR'}) AS shown ON shown.input_id = coding.input_id
ORDER BY coder, coding.input_id[2:]::INTEGER;
