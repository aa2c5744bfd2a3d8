-- Source:    chips/later_2026_11/eto_2025-04-25/provision.csv, chips/later_2026_11/eto_2025-05-02/provision.csv,
--            chips/later_2026_11/eto_2025-04-25/providers.csv
-- Publisher: Emerging Technology Observatory, Center for Security and Emerging Technology, Georgetown University:
--            Advanced Semiconductor Supply Chain Dataset
-- Address:   https://github.com/georgetown-cset/eto-chip-explorer , folder data; https://eto.tech/dataset-docs/chipexplorer
-- Copy:      commits f1eb446dc972ae082a73c9a818523f5cea4eff9e (25 April 2025) and
--            84a55318249a942eec9077498e33f80547d89acf (2 May 2025), working states that were replaced within weeks
-- Licence:   CC BY-NC 4.0
-- Dropped:   firms, stages, the publisher's source lines.
-- Shares:    of the world market by seat of the supplier, percent with three digits after the point; fractions here.
WITH listed AS (
  SELECT '2025-04-25' AS vintage, year, provider_id, provided_id, share_provided
  FROM source('chips/later_2026_11/eto_2025-04-25/provision.csv', {'year': 'INTEGER', 'share_provided': 'DOUBLE'})
  UNION ALL
  SELECT '2025-05-02', year, provider_id, provided_id, share_provided
  FROM source('chips/later_2026_11/eto_2025-05-02/provision.csv', {'year': 'INTEGER', 'share_provided': 'DOUBLE'})
), provider AS (
  SELECT DISTINCT provider_id, provider_name, provider_type
  FROM source('chips/later_2026_11/eto_2025-04-25/providers.csv', {'provider_id': 'VARCHAR'})
)
SELECT
  vintage::DATE AS vintage,
  provided_id AS input_id,
  CASE provider.provider_name WHEN 'MAL' THEN 'MYS' WHEN 'Various countries' THEN 'XVC' ELSE provider.provider_name END AS country,
  round(share_provided / 100, 6) AS share,
  year AS share_year
FROM listed
JOIN provider USING (provider_id)
WHERE provider_type = 'country' AND starts_with(provided_id, 'N')
ORDER BY vintage, provided_id[2:]::INTEGER, share_year, country;
