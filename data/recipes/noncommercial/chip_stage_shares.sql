-- Source:    chips/eto_2022-12-16/, chips/eto_2025-07-09/, chips/eto_2026-08-12/: provision.csv and providers.csv of each
-- Publisher: Emerging Technology Observatory, Center for Security and Emerging Technology, Georgetown University:
--            Advanced Semiconductor Supply Chain Dataset
-- Address:   https://github.com/georgetown-cset/eto-chip-explorer , folder data; https://eto.tech/dataset-docs/chipexplorer
-- Copy:      commits 5ed8c5bc47de45beb28ef21a950461fe20e051b5 (16 December 2022), 8a926c18b026c38d170a3b3c08f1dfaebd2fa35e
--            (9 July 2025), 9b726243705f806ee9154d0aea2a01af39aad884 (12 August 2026)
-- Licence:   CC BY-NC 4.0
-- Dropped:   firms in the stages (2022 only, no shares), inputs (noncommercial/chip_country_shares).
-- Stages:    S1 design, S2 fabrication, S3 assembly, testing and packaging. What a share is of changed after 2022, as the
--            column definition says in the publisher's words: never compare 2022 with the later vintages.
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
, stage AS (
  SELECT '2022-12-16' AS vintage, stage_id, market_share_chart_caption FROM source('chips/eto_2022-12-16/stages.csv', {'stage_id': 'VARCHAR'})
  UNION ALL
  SELECT '2025-07-09', stage_id, market_share_chart_caption FROM source('chips/eto_2025-07-09/stages.csv', {'stage_id': 'VARCHAR'})
  UNION ALL
  SELECT '2026-08-12', stage_id, market_share_chart_caption FROM source('chips/eto_2026-08-12/stages.csv', {'stage_id': 'VARCHAR'})
)
SELECT
  vintage::DATE AS vintage,
  provided_id AS stage_id,
  CASE provided_id WHEN 'S1' THEN 'design' WHEN 'S2' THEN 'fabrication' WHEN 'S3' THEN 'assembly_test_packaging' END AS stage,
  CASE provider_name WHEN 'MAL' THEN 'MYS' WHEN 'Various' THEN 'XVC' WHEN 'Various countries' THEN 'XVC' ELSE provider_name END AS country,
  round(percent / 100, 6) AS share,
  share_year,
  tidy(market_share_chart_caption) AS definition
FROM listed
JOIN provider USING (vintage, provider_id)
JOIN stage ON stage.vintage = listed.vintage AND stage.stage_id = listed.provided_id
WHERE provider_type = 'country' AND starts_with(provided_id, 'S')
ORDER BY vintage, provided_id, country;
