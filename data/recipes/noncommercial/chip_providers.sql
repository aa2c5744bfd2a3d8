-- Source:    chips/eto_2022-12-16/providers.csv, chips/eto_2025-07-09/providers.csv, chips/eto_2026-08-12/providers.csv
-- Publisher: Emerging Technology Observatory, Center for Security and Emerging Technology, Georgetown University:
--            Advanced Semiconductor Supply Chain Dataset
-- Address:   https://github.com/georgetown-cset/eto-chip-explorer , folder data; https://eto.tech/dataset-docs/chipexplorer
-- Copy:      commits 5ed8c5bc47de45beb28ef21a950461fe20e051b5 (16 December 2022), 8a926c18b026c38d170a3b3c08f1dfaebd2fa35e
--            (9 July 2025), 9b726243705f806ee9154d0aea2a01af39aad884 (12 August 2026)
-- Licence:   CC BY-NC 4.0
-- Dropped:   aliases: a provider with several is one row. A provider_id with two names, types or countries stops the run.
-- Country:   seat of the headquarters as the publisher has it; of a country its own code. MAL of 2022 is MYS.
WITH listed AS (
  SELECT '2022-12-16' AS vintage, * FROM source('chips/eto_2022-12-16/providers.csv', {'provider_id': 'VARCHAR'})
  UNION ALL BY NAME
  SELECT '2025-07-09' AS vintage, * FROM source('chips/eto_2025-07-09/providers.csv', {'provider_id': 'VARCHAR'})
  UNION ALL BY NAME
  SELECT '2026-08-12' AS vintage, * FROM source('chips/eto_2026-08-12/providers.csv', {'provider_id': 'VARCHAR'})
)
SELECT
  vintage::DATE AS vintage,
  provider_id,
  CASE WHEN count(DISTINCT (provider_name, provider_type, country)) = 1 THEN min(tidy(provider_name)) ELSE error(provider_id || ' is several providers') END AS provider_name,
  min(provider_type) AS provider_type,
  CASE WHEN coalesce(min(country), min(provider_name)) = 'MAL' THEN 'MYS'
    WHEN NOT contains(coalesce(min(country), min(provider_name)), 'Various') THEN coalesce(min(country), min(provider_name)) END AS country
FROM listed
GROUP BY vintage, provider_id
ORDER BY vintage, provider_id[2:]::INTEGER;
