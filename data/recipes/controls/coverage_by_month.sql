-- Source:    chips/controls_later/coverage_by_month.csv
-- Publisher: this collection
-- Address:   https://www.federalregister.gov
-- Copy:      24 November 2026
-- Licence:   CC BY 4.0 (own work)
-- Dropped:   two counts that rest on the collector's own reading of the documents before they were coded. No month.
SELECT
  (month || '-01')::DATE AS month,
  documents_in_file AS documents,
  china_entries_first_cited_jul2026_list AS china_entries_first_cited,
  CASE coverage
    WHEN 'complete' THEN 'complete'
    WHEN 'complete for rules of the export regulations' THEN 'complete_for_export_regulations'
    WHEN 'near complete' THEN 'near_complete'
    WHEN 'complete to 18 June' THEN 'part_of_month'
    WHEN 'to 8 October only' THEN 'part_of_month'
    WHEN 'Entity List near complete; other rules partial' THEN 'entity_list_only'
    WHEN 'none' THEN 'none'
    ELSE error('unknown coverage "' || coverage || '"')
  END AS coverage,
  tidy(basis) AS basis
FROM source('chips/controls_later/coverage_by_month.csv', {'documents_in_file': 'INTEGER', 'china_entries_first_cited_jul2026_list': 'INTEGER'})
ORDER BY month;
