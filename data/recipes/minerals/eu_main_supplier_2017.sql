-- Source:    minerals/later_2026_11/eu_crm2017_main_global_supplier.csv
-- Publisher: European Commission, Study on the review of the list of Critical Raw Materials, Criticality Assessments,
--            Final Report, 2017, Table A "Global supply of the CRMs, individual materials", p. 14
-- Address:   https://op.europa.eu/en/publication-detail/-/publication/08fdab5f-9766-11e7-b92d-01aa75ed71a1
-- Copy:      read from the PDF "EU CRM pdf copies/CRM 2017.pdf" of
--            github.com/erikemilsson/EU-Critical-Raw-Materials-CRM-Reports-Datasets, commit
--            59383504ead25f91fe9c197a1e660f4813684f17
-- Licence:   CC BY 4.0 (reuse policy of the Commission; "Reproduction is authorised, provided the source is
--            acknowledged")
-- Dropped:   the numbers of the rows, which follow the alphabet.
SELECT
  material,
  stage,
  iso3(main_global_supplier) AS country,
  round(share_percent / 100, 4) AS share_of_world_supply,
  basis
FROM source('minerals/later_2026_11/eu_crm2017_main_global_supplier.csv', {'share_percent': 'DOUBLE'})
ORDER BY material;
