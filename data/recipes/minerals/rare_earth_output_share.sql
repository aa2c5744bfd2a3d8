-- Source:    minerals/facts/bgs_china_rare_earth_share_1992_2023.csv
-- Publisher: British Geological Survey, World Mineral Statistics, series "rare earth oxides", production
-- Address:   https://www.bgs.ac.uk/mineralsuk/statistics/world-mineral-statistics/
-- Copy:      github.com/manuali-luciana/critical-minerals-replication, data/source/BGS_REs_production.csv, commit
--            4739c5eeb3d0ffe73fdd9a02ea248d95a5fa0d81
-- Licence:   not open: one share a year ships as a fact, with the attribution "contributed by permission of the British
--            Geological Survey (BGS). The copyright of all materials derived from the BGS's work is vested in the Natural
--            Environment Research Council (NERC)"
-- Dropped:   all tonnes.
-- Grade:     by the flags, as claims/grades.csv says.
SELECT
  period::INTEGER AS year,
  round(value / 100, 4) AS china_share,
  flag,
  grade(flag) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM source('minerals/facts/bgs_china_rare_earth_share_1992_2023.csv', {'value': 'DOUBLE'})
WHERE unit = 'percent'
ORDER BY year;
