-- Source:    chips/eto_2022-12-16/sequence.csv, chips/eto_2025-07-09/sequence.csv, chips/eto_2026-08-12/sequence.csv
-- Publisher: Emerging Technology Observatory, Center for Security and Emerging Technology, Georgetown University:
--            Advanced Semiconductor Supply Chain Dataset
-- Address:   https://github.com/georgetown-cset/eto-chip-explorer , folder data; https://eto.tech/dataset-docs/chipexplorer
-- Copy:      commits 5ed8c5bc47de45beb28ef21a950461fe20e051b5 (16 December 2022), 8a926c18b026c38d170a3b3c08f1dfaebd2fa35e
--            (9 July 2025), 9b726243705f806ee9154d0aea2a01af39aad884 (12 August 2026)
-- Licence:   CC BY-NC 4.0
-- Dropped:   names, which stand in noncommercial/chip_inputs. A row of the source that carries both relations is two rows.
WITH listed AS (
  SELECT '2022-12-16' AS vintage, * FROM source('chips/eto_2022-12-16/sequence.csv', {'input_id': 'VARCHAR'})
  UNION ALL BY NAME
  SELECT '2025-07-09' AS vintage, * FROM source('chips/eto_2025-07-09/sequence.csv', {'input_id': 'VARCHAR'})
  UNION ALL BY NAME
  SELECT '2026-08-12' AS vintage, * FROM source('chips/eto_2026-08-12/sequence.csv', {'input_id': 'VARCHAR'})
), edge AS (
  SELECT vintage, input_id, 'goes_into' AS relation, goes_into_id AS target_id FROM listed WHERE goes_into_id IS NOT NULL
  UNION ALL
  SELECT vintage, input_id, 'is_type_of', is_type_of_id FROM listed WHERE is_type_of_id IS NOT NULL
)
SELECT vintage::DATE AS vintage, input_id, relation, target_id
FROM edge
ORDER BY vintage, relation, input_id[2:]::INTEGER, target_id[2:]::INTEGER;
