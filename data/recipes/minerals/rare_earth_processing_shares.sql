-- Source:    minerals/later_2026_11/rare_earth_china_shares_by_element.csv
-- Publisher: European Commission, Study on the Critical Raw Materials for the EU 2023, Annex 7; Study on the review of
--            the list of Critical Raw Materials, 2017, p. 14
-- Address:   in the column source_url of each row
-- Copy:      cut of minerals/later_2026_11/eu_crm2023_global_supply_shares.csv and eu_crm2017_main_global_supplier.csv,
--            whose recipes name theirs
-- Licence:   CC BY 4.0 (reuse policy of the Commission)
-- Dropped:   the shares of other countries (in minerals/eu_supply_shares_2023).
-- Licences:  dates of announcement as in minerals/control_dates; "no" is an empty cell.
SELECT
  element,
  symbol,
  eu_group,
  nullif(chinese_licence_announced, 'no')::DATE AS licence_announced,
  study_edition,
  stage,
  round(china_share_percent / 100, 4) AS china_share,
  round(sum_all_countries_percent / 100, 4) AS all_countries_share,
  grade,
  tidy(source_title) AS source_title,
  source_url
FROM source('minerals/later_2026_11/rare_earth_china_shares_by_element.csv',
  {'study_edition': 'INTEGER', 'china_share_percent': 'DOUBLE', 'sum_all_countries_percent': 'DOUBLE'})
ORDER BY licence_announced NULLS LAST, element, study_edition DESC, stage;
