-- Source:    minerals/facts/us_magnet_imports_2018_2025.csv
-- Publisher: UN Comtrade, reporter United States, imports, heading HS 850511 (permanent magnets of metal)
-- Address:   https://comtradeplus.un.org
-- Copy:      github.com/akashok1/semiconductor-rare-earth-supply-chain-risk, exports/fct_supplier_share.csv, commit
--            72a6515c9fbc90712a09e3fe9b552d767f75dfc0
-- Licence:   the terms of UN Comtrade limit re-dissemination: a total and one share a year ship as facts
-- Dropped:   all partners but China.
-- Grade:     by the flags, as claims/grades.csv says; the total is China's value over its printed share.
SELECT
  period::INTEGER AS year,
  max(value) FILTER (series = 'us_magnet_imports_total') AS imports_usd,
  round(max(value) FILTER (series = 'us_magnet_imports_china_share') / 100, 4) AS china_share,
  max(flag) AS flag,
  grade(max(flag)) AS grade,
  max(tidy(source_title)) AS source_title,
  max(source_url) AS source_url
FROM source('minerals/facts/us_magnet_imports_2018_2025.csv', {'value': 'DOUBLE'})
GROUP BY year
ORDER BY year;
