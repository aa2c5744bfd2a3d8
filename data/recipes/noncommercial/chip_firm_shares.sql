-- Source:    chips/eto_2022-12-16/, chips/eto_2025-07-09/, chips/eto_2026-08-12/: provision.csv and providers.csv of each
-- Publisher: Emerging Technology Observatory, Center for Security and Emerging Technology, Georgetown University:
--            Advanced Semiconductor Supply Chain Dataset
-- Address:   https://github.com/georgetown-cset/eto-chip-explorer , folder data; https://eto.tech/dataset-docs/chipexplorer
-- Copy:      commits 5ed8c5bc47de45beb28ef21a950461fe20e051b5 (16 December 2022), 8a926c18b026c38d170a3b3c08f1dfaebd2fa35e
--            (9 July 2025), 9b726243705f806ee9154d0aea2a01af39aad884 (12 August 2026)
-- Licence:   CC BY-NC 4.0
-- Dropped:   countries (noncommercial/chip_country_shares); the second of two equal rows (P57 in S3, 2022); the publisher's
--            source lines. Eight rows of 2025 on N68, which the list of inputs no longer has, stay.
-- Shares:    of the world market; fractions here. A firm without a share is a row whose share is missing, never zero.
WITH listed AS (
  SELECT
    '2022-12-16' AS vintage, 2019 AS share_year, provider_id, provided_id,
    CASE WHEN ends_with(share_provided, '%') THEN replace(share_provided, '%', '')::DOUBLE
      WHEN share_provided IS NOT NULL THEN error('a share without a percent sign: ' || share_provided) END AS percent,
    negligible_market_share
  FROM source('chips/eto_2022-12-16/provision.csv', {'provider_id': 'VARCHAR'})
  UNION ALL
  SELECT '2025-07-09', year, provider_id, provided_id, share_provided, NULL
  FROM source('chips/eto_2025-07-09/provision.csv', {'year': 'INTEGER', 'share_provided': 'DOUBLE'})
  UNION ALL
  SELECT '2026-08-12', year, provider_id, provided_id, share_provided, NULL
  FROM source('chips/eto_2026-08-12/provision.csv', {'year': 'INTEGER', 'share_provided': 'DOUBLE'})
), provider AS (
  SELECT DISTINCT '2022-12-16' AS vintage, provider_id, provider_name, provider_type FROM source('chips/eto_2022-12-16/providers.csv', {'provider_id': 'VARCHAR'})
  UNION ALL
  SELECT DISTINCT '2025-07-09', provider_id, provider_name, provider_type FROM source('chips/eto_2025-07-09/providers.csv', {'provider_id': 'VARCHAR'})
  UNION ALL
  SELECT DISTINCT '2026-08-12', provider_id, provider_name, provider_type FROM source('chips/eto_2026-08-12/providers.csv', {'provider_id': 'VARCHAR'})
)
SELECT DISTINCT
  vintage::DATE AS vintage,
  provided_id,
  provider_id,
  round(percent / 100, 6) AS share,
  CASE WHEN percent IS NOT NULL THEN 'stated' WHEN negligible_market_share IS NOT NULL THEN 'negligible' ELSE 'not_stated' END AS share_code,
  share_year
FROM listed
JOIN provider USING (vintage, provider_id)
WHERE provider_type = 'organization'
ORDER BY vintage, provided_id[1], provided_id[2:]::INTEGER, provider_id[2:]::INTEGER;
