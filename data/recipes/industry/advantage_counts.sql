-- Source:    industry/trade_later/wits_hs96_1997_exporter_hs4.csv.gz,
--            industry/trade_later/oec_hs92_2020_exporter_hs4.csv.gz
-- Publisher: United Nations Comtrade through WITS; Observatory of Economic Complexity
-- Address:   https://wits.worldbank.org , https://oec.world
-- Copy:      github.com/sc-perini/product-space, commit 9a89c94045a510eea3e05a394bb34a3bf6c6a8b9 (1997);
--            github.com/sandorjuhasz/eci_software, commit 706d45c69139e4923a03c2031a488ee3fd3f9c43 (2020)
-- Licence:   single cited figures and aggregates
-- Dropped:   the tables themselves; goods not specified (9999)
WITH cells AS (
  SELECT
    'wits_1997' AS source, 1997 AS "year", iso3 AS exporter,
    -- HS96 to HS92: the same code 3823 means other goods in the two
    CASE hs4 WHEN '3824' THEN '3823' WHEN '3823' THEN '1519' ELSE hs4 END AS heading,
    export_value_thousand_usd * 1000 AS export_value_usd
  FROM source('industry/trade_later/wits_hs96_1997_exporter_hs4.csv.gz', {'export_value_thousand_usd': 'DOUBLE'})
  WHERE hs4 <> '9999'
  UNION ALL
  SELECT 'oec_2020', 2020, iso3, hs4, export_value_usd
  FROM source('industry/trade_later/oec_hs92_2020_exporter_hs4.csv.gz', {'export_value_usd': 'DOUBLE'})
  WHERE hs4 <> '9999'
), sized AS (
  SELECT *, sum(export_value_usd) OVER (PARTITION BY source, exporter) > 1e9 AS large FROM cells
), sets AS (
  SELECT *, 'all' AS exporters FROM sized
  UNION ALL
  SELECT *, 'above 1 bn USD' FROM sized WHERE large
), indices AS (
  SELECT
    *,
    export_value_usd / sum(export_value_usd) OVER (PARTITION BY source, exporters, exporter)
      / (sum(export_value_usd) OVER (PARTITION BY source, exporters, heading)
        / sum(export_value_usd) OVER (PARTITION BY source, exporters)) AS rca
  FROM (SELECT source, "year", exporters, exporter, heading, sum(export_value_usd) AS export_value_usd FROM sets GROUP BY ALL)
)
SELECT
  source,
  "year",
  exporters,
  exporter,
  round(sum(export_value_usd)) AS export_value_usd,
  (SELECT count(DISTINCT heading) FROM cells WHERE cells.source = indices.source) AS headings,
  count(*) FILTER (rca >= 1) AS headings_rca_1,
  count(*) FILTER (rca >= 0.75) AS headings_rca_075,
  grade('MIRROR') AS grade,
  CASE source
    WHEN 'wits_1997' THEN 'UN Comtrade through World Integrated Trade Solution, exports to World by 4-digit heading, HS 1996, 1997'
    ELSE 'Observatory of Economic Complexity, exports by 4-digit heading, HS 1992, 2020, from CEPII BACI'
  END AS source_title,
  CASE source WHEN 'wits_1997' THEN 'https://wits.worldbank.org' ELSE 'https://oec.world' END AS source_url
FROM indices
GROUP BY source, "year", exporters, exporter
ORDER BY source, exporters, exporter;
