-- Source:    codings/rules_coder_a.csv, codings/rules_coder_b.csv
-- Publisher: this collection; coded from the titles and abstracts in controls/federal_register_documents
-- Address:   https://www.federalregister.gov
-- Copy:      24 November 2026
-- Licence:   CC BY 4.0 (own work); the deciding words are of US government works
-- Dropped:   nothing. A coding whose document was shown to the coders in other words than the table has stops the run.
WITH coding AS (
  SELECT 'A' AS coder, * FROM source('codings/rules_coder_a.csv', {'confidence': 'INTEGER'})
  UNION ALL BY NAME
  SELECT 'B' AS coder, * FROM source('codings/rules_coder_b.csv', {'confidence': 'INTEGER'})
)
SELECT
  CASE WHEN shown.title IS NOT DISTINCT FROM document.title AND shown.abstract IS NOT DISTINCT FROM document.abstract THEN coding.id
    ELSE error('document ' || coding.id || ' is not as the coders saw it') END AS id,
  coder,
  relevance,
  direction,
  scope,
  fields,
  confidence,
  tidy(words) AS words
FROM coding
LEFT JOIN source('codings/rules_to_code.csv', {'date': 'DATE'}) AS shown ON shown.id = coding.id
LEFT JOIN source('chips/controls_later/federal_register_rules_2018_2026.csv', {'date': 'DATE'}) AS document ON document.id = coding.id
ORDER BY coder, coding.id;
