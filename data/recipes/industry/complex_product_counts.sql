-- Source:    industry/complexity/hs92_product_year_1995_2023.csv.gz, atlas_product_pci_1995_2021.csv,
--            hs92_country_year_1995_2023.csv, baci_hs92_2018_rca_hs6.csv.gz and baci_hs92_2018_export_weights.csv of the same
--            folder; atlas_hs92_2016_exporter_hs4.csv.gz, oec_hs92_2020_exporter_hs4.csv.gz and
--            baci_hs96_2024_exporter_chapter.csv of industry/trade_later
-- Publisher: Growth Lab at Harvard University; Observatory of Economic Complexity; CEPII, BACI
-- Address:   https://doi.org/10.7910/DVN/T4CHWJ , https://atlas.hks.harvard.edu/rankings , https://oec.world ,
--            https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37
-- Copy:      as in the recipes of advantage_counts, export_rca_2018, exports_by_heading_2016 and exports_by_chapter_2024;
--            complexity from github.com/MonicaCT/economic-complexity-structural-transformation-lac, commit
--            c346edb88dd9b8accb759f20dd6939ba82dede8b (later release) and github.com/LNshuti/complexity, commit
--            984fb02e64be67e51f044a52f7a7bae20ce1cc83 (release of 2023)
-- Licence:   single cited figures and aggregates
-- Derived:   complexity of a heading as the Atlas publishes it for the year of the exports (2023 for those of 2024). A
--            six-digit product has that of its heading; a chapter the mean over its headings, weighted by their world exports;
--            5209+5211 the mean of the two. The top tenth: a product is in where fewer than a tenth of the ranked products
--            are more complex, so ties at the edge are in together.
-- Dropped:   exporters other than those named in the last lines; goods not specified (9999)
WITH atlas AS (
  SELECT 'later' AS release, product_code AS heading, "year", pci_atlas AS complexity, world_export_value AS weight
  FROM source('industry/complexity/hs92_product_year_1995_2023.csv.gz',
    {'year': 'INTEGER', 'pci_atlas': 'DOUBLE', 'world_export_value': 'DOUBLE'})
  WHERE pci_atlas IS NOT NULL
  UNION ALL
  SELECT '2023', product_code, "year", pci, NULL
  FROM source('industry/complexity/atlas_product_pci_1995_2021.csv', {'year': 'INTEGER', 'pci': 'DOUBLE'})
  WHERE pci IS NOT NULL
), ranked_headings AS (
  SELECT release, "year", heading, complexity FROM atlas WHERE heading NOT IN ('9999', 'XXXX')
  UNION ALL
  SELECT release, "year", '5209+5211', avg(complexity) FROM atlas WHERE heading IN ('5209', '5211') GROUP BY ALL
), chapters AS (
  SELECT left(heading, 2) AS chapter, sum(complexity * weight) / sum(weight) AS complexity
  FROM atlas
  WHERE release = 'later' AND "year" = 2023 AND heading NOT IN ('9999', 'XXXX')
  GROUP BY ALL
), world AS (
  SELECT sum(export_value) AS export_value_usd
  FROM source('industry/complexity/hs92_country_year_1995_2023.csv', {'year': 'INTEGER', 'export_value': 'DOUBLE'})
  WHERE "year" = 2018
), weights AS (
  SELECT iso3, share_of_world_exports AS share, share_of_world_exports * export_value_usd > 1e9 AS large
  FROM source('industry/complexity/baci_hs92_2018_export_weights.csv', {'share_of_world_exports': 'DOUBLE'}), world
), valued AS (
  SELECT 'atlas_2016' AS source, iso3 AS exporter, hs4 AS product, export_value_usd
  FROM source('industry/trade_later/atlas_hs92_2016_exporter_hs4.csv.gz', {'export_value_usd': 'DOUBLE'})
  UNION ALL
  SELECT 'oec_2020', iso3, hs4, export_value_usd
  FROM source('industry/trade_later/oec_hs92_2020_exporter_hs4.csv.gz', {'export_value_usd': 'DOUBLE'})
  UNION ALL
  SELECT 'baci_2024', iso3, hs2, export_value_thousand_usd * 1000
  FROM source('industry/trade_later/baci_hs96_2024_exporter_chapter.csv', {'export_value_thousand_usd': 'DOUBLE'})
), sized AS (
  SELECT *, sum(export_value_usd) OVER (PARTITION BY source, exporter) > 1e9 AS large FROM valued WHERE product <> '9999'
), sets AS (
  SELECT *, 'all' AS exporters FROM sized
  UNION ALL
  SELECT *, 'above 1 bn USD' FROM sized WHERE large
), indices AS (
  SELECT
    source, exporters, exporter, product,
    export_value_usd / sum(export_value_usd) OVER (PARTITION BY source, exporters, exporter)
      / (sum(export_value_usd) OVER (PARTITION BY source, exporters, product)
        / sum(export_value_usd) OVER (PARTITION BY source, exporters)) AS rca
  FROM sets
  UNION ALL
  SELECT 'baci_2018', 'all', iso3, hs6, rca
  FROM source('industry/complexity/baci_hs92_2018_rca_hs6.csv.gz', {'rca': 'DOUBLE'})
  UNION ALL
  SELECT
    'baci_2018', 'above 1 bn USD', iso3, hs6,
    rca * (SELECT sum(share) FROM weights WHERE large) / sum(rca * share) OVER (PARTITION BY hs6)
  FROM source('industry/complexity/baci_hs92_2018_rca_hs6.csv.gz', {'rca': 'DOUBLE'}) JOIN weights USING (iso3)
  WHERE large
), complexity AS (
  SELECT source, release, product, complexity
  FROM (SELECT DISTINCT source, product FROM valued WHERE source IN ('atlas_2016', 'oec_2020')) AS products
  JOIN ranked_headings ON heading = product AND "year" = CASE source WHEN 'atlas_2016' THEN 2016 ELSE 2020 END
  UNION ALL
  SELECT 'baci_2018', release, product, complexity
  FROM (SELECT DISTINCT product FROM indices WHERE source = 'baci_2018') AS products
  JOIN ranked_headings ON heading = left(product, 4) AND "year" = 2018 AND release = 'later'
  UNION ALL
  SELECT 'baci_2024', 'later', product, complexity
  FROM (SELECT DISTINCT product FROM valued WHERE source = 'baci_2024') AS products
  JOIN chapters ON chapter = product
), ranks AS (
  SELECT
    *,
    count(*) OVER (PARTITION BY source, release) AS ranked,
    rank() OVER (PARTITION BY source, release ORDER BY complexity DESC) <= ceil(0.1 * count(*) OVER (PARTITION BY source, release))
      AS top
  FROM complexity
)
SELECT
  source,
  CASE source WHEN 'atlas_2016' THEN 2016 WHEN 'baci_2018' THEN 2018 WHEN 'oec_2020' THEN 2020 ELSE 2024 END AS "year",
  release,
  exporters,
  exporter,
  any_value(ranked) AS products_ranked,
  (SELECT count(*) FROM ranks AS r WHERE r.source = indices.source AND r.release = ranks.release AND top) AS top_tenth,
  count(*) FILTER (top AND rca >= 1) AS top_tenth_rca_1,
  count(*) FILTER (top AND rca >= 0.75) AS top_tenth_rca_075,
  grade('MIRROR') AS grade,
  CASE source
    WHEN 'atlas_2016' THEN 'The Growth Lab at Harvard University, International Trade Data (HS, 92), 2016'
    WHEN 'oec_2020' THEN 'Observatory of Economic Complexity, exports by 4-digit heading, HS 1992, 2020, from CEPII BACI'
    ELSE 'CEPII, BACI (Gaulier and Zignago 2010)'
  END || '; complexity: the Growth Lab' AS source_title,
  CASE source
    WHEN 'atlas_2016' THEN 'https://doi.org/10.7910/DVN/T4CHWJ'
    WHEN 'oec_2020' THEN 'https://oec.world'
    ELSE 'https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37'
  END AS source_url
FROM indices JOIN ranks USING (source, product)
WHERE exporter IN ('CHN', 'USA', 'DEU', 'JPN', 'KOR', 'TWN', 'ITA', 'FRA', 'GBR', 'CHE', 'NLD', 'HKG', 'SGP', 'IND', 'VNM', 'MEX')
GROUP BY source, release, exporters, exporter
ORDER BY source, release, exporters, exporter;
