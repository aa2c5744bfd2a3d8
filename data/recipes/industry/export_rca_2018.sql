-- Source:    industry/complexity/baci_hs92_2018_rca_hs6.csv.gz
-- Publisher: CEPII, BACI HS92, release V202001, year 2018
-- Address:   https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37
-- Copy:      github.com/RTheronStellenbosch/iopspackage, data/M_absolute.rda, commit
--            b0325fb5219853cf1c67b5eac3566d5e6d8fbca4
-- Licence:   Open Licence 2.0 (Etalab), with mention of CEPII and BACI
-- Dropped:   cells below 0.75 of exporters other than China and the United States: no claim reads them
SELECT iso3 AS exporter, hs6 AS product, rca
FROM source('industry/complexity/baci_hs92_2018_rca_hs6.csv.gz', {'rca': 'DOUBLE'})
WHERE rca >= 0.75 OR iso3 IN ('CHN', 'USA')
ORDER BY exporter, product;
