-- Source:    industry/complexity/baci_hs92_2018_rca_hs6.csv.gz, baci_hs92_2018_export_weights.csv and
--            hs92_country_year_1995_2023.csv of the same folder
-- Publisher: CEPII, BACI HS92, release V202001, year 2018
-- Address:   https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37
-- Copy:      github.com/RTheronStellenbosch/iopspackage, data/M_absolute.rda, commit
--            b0325fb5219853cf1c67b5eac3566d5e6d8fbca4
-- Licence:   Open Licence 2.0 (Etalab), with mention of CEPII and BACI
-- Derived:   the index among exporters above 1 billion dollars: with s an exporter's share of world exports and S the sum
--            over these exporters, it is rca * S(s) / S(rca * s). The table has shares and no values: an exporter is above
--            where its share of the Atlas' world exports of 2018 is more than 1 billion dollars.
-- Dropped:   cells below 0.75 by both indices of exporters other than China and the United States: no claim reads them
WITH world AS (
  SELECT sum(export_value) AS export_value_usd
  FROM source('industry/complexity/hs92_country_year_1995_2023.csv', {'year': 'INTEGER', 'export_value': 'DOUBLE'})
  WHERE "year" = 2018
), weights AS (
  SELECT iso3, share_of_world_exports AS share, share_of_world_exports * export_value_usd > 1e9 AS large
  FROM source('industry/complexity/baci_hs92_2018_export_weights.csv', {'share_of_world_exports': 'DOUBLE'}), world
), cells AS (
  SELECT iso3, hs6, rca, share, large
  FROM source('industry/complexity/baci_hs92_2018_rca_hs6.csv.gz', {'rca': 'DOUBLE'}) JOIN weights USING (iso3)
), indices AS (
  SELECT
    *,
    CASE WHEN large THEN round(
      rca * (SELECT sum(share) FROM weights WHERE large) / sum(rca * share) FILTER (large) OVER (PARTITION BY hs6), 5) END
      AS rca_large
  FROM cells
)
SELECT iso3 AS exporter, hs6 AS product, rca, rca_large
FROM indices
WHERE rca >= 0.75 OR rca_large >= 0.75 OR iso3 IN ('CHN', 'USA')
ORDER BY exporter, product;
