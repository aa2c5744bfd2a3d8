-- Source:    chips/controls_later/federal_register_rules_2018_2026.csv
-- Publisher: Office of the Federal Register; the issuing office in the column issuer
-- Address:   https://www.federalregister.gov/agencies/industry-and-security-bureau ; each row carries its own
-- Copy:      interface of the Federal Register of 17 July 2026 (github.com/davidjsm222/bridgewater_forecast, commit
--            417602181993488d9db3cdfb959868450480e8e0); dumps by month (github.com/ai-village-agents/deepseek-news, commit
--            1beafffe575940d20d4cf791766b3019c0af5acb); github.com/stulogic/pyrnova, commit 0f9c61b2820f2e13172c283ba17eaeceb1590ccc;
--            stored pages of bis.doc.gov, govinfo.gov and law firms for 2018 to 2021; the Entity List of July 2026
-- Licence:   works of the US government, no copyright (17 U.S.C. 105); counts whose basis begins with "secondary" are single
--            cited facts of law firms and trade press
-- Dropped:   the place where each document was found; the mark of rows taken over from an earlier collection. No document.
-- Counts:    "?" in the source (China among several destinations, no split) is a code here, not a number.
SELECT
  id,
  date,
  fr_doc AS document_number,
  fr_citation AS citation,
  issuer,
  kind,
  tidy(title) AS title,
  tidy(abstract) AS abstract,
  url,
  CASE WHEN china_entries_added <> '?' THEN china_entries_added::INTEGER END AS china_entries_added,
  CASE
    WHEN china_entries_added = '?' THEN 'not_split'
    WHEN china_entries_added IS NULL THEN 'none_added'
    WHEN starts_with(count_basis, 'secondary') THEN 'secondary'
    ELSE 'stated'
  END AS china_entries_added_code,
  tidy(replace(count_basis, ' (facts/entity_list_counts.csv)', '')) AS count_basis,
  china_entries_in_list_jul2026 AS china_entries_in_list_2026_07,
  of_which_formerly_hong_kong,
  of_which_addresses,
  CASE WHEN NOT starts_with(completeness_note, 'row of the first delivery') THEN tidy(completeness_note) END AS completeness_note
FROM source('chips/controls_later/federal_register_rules_2018_2026.csv', {
  'date': 'DATE', 'china_entries_in_list_jul2026': 'INTEGER', 'of_which_formerly_hong_kong': 'INTEGER', 'of_which_addresses': 'INTEGER'})
ORDER BY date, id;
