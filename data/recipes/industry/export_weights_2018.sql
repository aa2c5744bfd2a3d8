-- Source:    industry/complexity/baci_hs92_2018_export_weights.csv
-- Publisher: CEPII, BACI HS92, release V202001, year 2018
-- Address:   https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37
-- Copy:      github.com/RTheronStellenbosch/iopspackage, commit b0325fb5219853cf1c67b5eac3566d5e6d8fbca4
-- Licence:   Open Licence 2.0 (Etalab), with mention of CEPII and BACI
-- Dropped:   nothing
SELECT iso3 AS exporter, share_of_world_exports
FROM source('industry/complexity/baci_hs92_2018_export_weights.csv', {'share_of_world_exports': 'DOUBLE'})
ORDER BY exporter;
