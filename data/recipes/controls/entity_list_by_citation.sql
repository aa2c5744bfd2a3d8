-- Source:    chips/controls_later/entity_list_china_by_citation.csv
-- Publisher: Bureau of Industry and Security; Office of the Federal Register: Supplement No. 4 to 15 CFR part 744
-- Address:   https://www.ecfr.gov/current/title-15/subtitle-B/chapter-VII/subchapter-C/part-744/appendix-Supplement%20No.%204%20to%20Part%20744
-- Copy:      text of the eCFR as of July 2026, counted in github.com/phagehunter/nsfreg, data/bis_entity_list.json, commit
--            02787e87e65d9452d34e1413859cbea1b0a94b00, 9 July 2026
-- Licence:   work of the US government, no copyright (17 U.S.C. 105)
-- Dropped:   the note on the vintage, which is one for all rows; names of entities are not in the source. No citation.
SELECT
  fr_citation AS citation,
  date,
  year(date) AS year,
  china_entries_first_cited,
  of_which_formerly_hong_kong,
  of_which_addresses,
  china_entries_citing_any_position,
  fr_doc AS document_number,
  url,
  tidy(note) AS note
FROM source('chips/controls_later/entity_list_china_by_citation.csv', {
  'date': 'DATE', 'china_entries_first_cited': 'INTEGER', 'of_which_formerly_hong_kong': 'INTEGER', 'of_which_addresses': 'INTEGER', 'china_entries_citing_any_position': 'INTEGER'})
ORDER BY date, volume::INTEGER, page::INTEGER;
