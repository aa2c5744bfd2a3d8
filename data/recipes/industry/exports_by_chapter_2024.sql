-- Source:    industry/trade_later/baci_hs96_2024_exporter_chapter.csv
-- Publisher: CEPII, BACI HS96, release 202601, year 2024
-- Address:   https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37
-- Copy:      github.com/xyeyx/EconGeoPy, Codes/Examples/data/BACI_HS96_2d_2024_v202601.csv, commit
--            8c4408fd86f1675896395a348b2d02c27f2d9dc4
-- Licence:   Open Licence 2.0 (Etalab), with mention of CEPII and BACI
-- Dropped:   nothing
SELECT iso3 AS exporter, hs2 AS chapter, export_value_thousand_usd
FROM source('industry/trade_later/baci_hs96_2024_exporter_chapter.csv', {'export_value_thousand_usd': 'DOUBLE'})
ORDER BY exporter, chapter;
