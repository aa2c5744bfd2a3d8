-- Source:    codings/dose_coder_a.csv, codings/dose_coder_b.csv
-- Publisher: this collection; coded from the rules in controls/federal_register_documents and the Commerce Control List
-- Address:   https://www.bis.gov
-- Copy:      24 November 2026
-- Licence:   CC BY 4.0 (own work)
-- Dropped:   nothing
-- New step:  the step without items that stood on the list before 2018, by the coders' own notes: chips none in 2018, listings in
--            2019 and 2020 ("1 at most if only newly issued rules counted"), as coded from 2021 on, when the rule on foreign-made
--            products binds the leading designer; biopharma none to 2021 and listings from 2022 on ("0 (1 from 2022)", "listings
--            alone give 1"); drones none: its listings stay below three firms.
WITH coding AS (
  SELECT 'A' AS coder, * FROM source('codings/dose_coder_a.csv', {'date': 'DATE', 'step': 'INTEGER', 'confidence': 'INTEGER'})
  UNION ALL BY NAME
  SELECT 'B' AS coder, * FROM source('codings/dose_coder_b.csv', {'date': 'DATE', 'step': 'INTEGER', 'confidence': 'INTEGER'})
)
SELECT
  field,
  coder,
  year("date") AS "year",
  step,
  CASE field
    WHEN 'chips' THEN CASE WHEN year("date") = 2018 THEN 0 WHEN year("date") <= 2020 THEN 1 ELSE step END
    WHEN 'biopharma' THEN CASE WHEN year("date") <= 2021 THEN 0 ELSE 1 END
    WHEN 'drones' THEN 0
    ELSE step
  END AS new_step,
  tidy(basis) AS basis,
  confidence,
  tidy(note) AS note
FROM coding
ORDER BY field, coder, "year";
