-- Source:    industry/rd_type/china_rd_by_type_2010_2023.csv
-- Publisher: National Bureau of Statistics of China and Ministry of Science and Technology
-- Address:   https://www.stats.gov.cn
-- Copy:      github.com/huhuaping/techme, data/RDActivity.rda, commit 9ad60a190dec4a56953da9c478d42cd44c80762a
-- Licence:   single cited figures; the terms of the yearbook are not in the copy
-- Dropped:   the 31 provinces, which add up to the national row
SELECT
  "year",
  type,
  value_10k_yuan / 1e5 AS rd_billion_cny,
  round(value_10k_yuan / max(value_10k_yuan) FILTER (type = 'all R&D') OVER (PARTITION BY "year"), 6) AS share,
  grade('MIRROR') AS grade,
  'National Bureau of Statistics of China and Ministry of Science and Technology, China Statistical Yearbook on Science and Technology, intramural expenditure on R&D by type of activity' AS source_title,
  'https://www.stats.gov.cn' AS source_url
FROM source('industry/rd_type/china_rd_by_type_2010_2023.csv', {'year': 'INTEGER', 'value_10k_yuan': 'DOUBLE'})
WHERE area = 'China (national)'
ORDER BY "year", type;
