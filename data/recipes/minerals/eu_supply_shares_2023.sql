-- Source:    minerals/later_2026_11/eu_crm2023_global_supply_shares.csv
-- Publisher: European Commission, DG GROW: M. Grohol and C. Veeh, Study on the Critical Raw Materials for the EU 2023,
--            Final Report, Annex 7 "Global supply shares and trade-related variable", from p. 78, doi:10.2873/725585
-- Address:   https://op.europa.eu/en/publication-detail/-/publication/57318397-fdd4-11ed-a05c-01aa75ed71a1
-- Copy:      github.com/erikemilsson/EU-Critical-Raw-Materials-CRM-Reports-Datasets, Data/fact_GlobalSupplyShares&t.csv,
--            commit 59383504ead25f91fe9c197a1e660f4813684f17: a transcription of the annex
-- Licence:   CC BY 4.0 (reuse policy of the Commission; "Reproduction is authorised, provided the source is
--            acknowledged"); the copy's repository is CC BY 4.0 too
-- Dropped:   nothing.
-- Bound:     a printed "<0.1%" is 0.001 with the bound upper.
SELECT
  material,
  stage,
  iso3(country) AS country,
  round(share_percent / 100, 4) AS share_of_world_supply,
  CASE bound WHEN 'less_than' THEN 'upper' WHEN 'value' THEN NULL ELSE error('unknown bound "' || bound || '"') END AS bound,
  t AS trade_variable
FROM source('minerals/later_2026_11/eu_crm2023_global_supply_shares.csv', {'share_percent': 'DOUBLE', 't': 'DOUBLE'})
ORDER BY material, stage, share_of_world_supply DESC, country;
