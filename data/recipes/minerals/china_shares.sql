-- Source:    minerals/facts/shares_concentration.csv, japan_2010_case.csv, us_defense_exposure.csv and ex_china_capacity.csv of the same folder
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; of the last three files every row that is no share of China in processing or refining.
-- Grade:     by the flags, as claims/grades.csv says.
-- Material:  what the figure covers, and at which stage of the chain, our reading of series and note.
WITH stage (series, material, stage) AS (
  VALUES
    ('china_leading_refiner', 'critical_minerals', 'refining'),
    ('china_share_dysprosium_processing', 'dysprosium', 'refining'),
    ('china_share_gallium', 'gallium', 'production'),
    ('china_share_germanium', 'germanium', 'production'),
    ('china_share_heavy_ree_refining', 'heavy_rare_earths', 'refining'),
    ('china_share_magnets', 'rare_earth_magnets', 'manufacturing'),
    ('china_share_ree_mining', 'magnet_rare_earths', 'mining'),
    ('china_share_ree_refining', 'magnet_rare_earths', 'refining'),
    ('china_share_ree_separation', 'rare_earths', 'refining'),
    ('china_share_refined_germanium', 'germanium', 'refining'),
    ('eu_magnets_from_china', 'rare_earth_magnets', 'use'),
    ('eu_ree_imports_top3', 'rare_earths', 'use'),
    ('eu_reliance_on_china', NULL, 'use'),
    ('magnet_ree_demand', 'magnet_rare_earths', 'use'),
    ('malaysia_share_ree_refining', 'magnet_rare_earths', 'refining'),
    ('ndpr_china_processing_share', 'neodymium_praseodymium', 'refining')
), cited AS (
  SELECT * FROM source('minerals/facts/shares_concentration.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT * FROM source('minerals/facts/japan_2010_case.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'}) WHERE series = 'china_share_dysprosium_processing'
  UNION ALL BY NAME
  SELECT * FROM source('minerals/facts/us_defense_exposure.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'}) WHERE series = 'china_share_heavy_ree_refining'
  UNION ALL BY NAME
  SELECT * FROM source('minerals/facts/ex_china_capacity.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'}) WHERE series = 'ndpr_china_processing_share'
)
SELECT
  cited.series,
  coalesce(material, entity) AS material,
  coalesce(stage, error('minerals/china_shares has no stage for "' || cited.series || '"')) AS stage,
  entity,
  period,
  value,
  low,
  high,
  unit,
  flag,
  grade(flag) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM cited
LEFT JOIN stage ON stage.series = cited.series
ORDER BY cited.series, material, entity, period, source_url;
