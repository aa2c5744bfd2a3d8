-- Source:    chips/facts/published_effect_estimates.csv; ten figures and signs typed from the abstracts and texts that the rows name
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; two counts of listed firms (published/benchmarks has them).
-- Study:     rows with one study_id rest on one data set and are one vote. Outcome, side and sign are our reading of the
--            words: "increase" is positive, "little or negative" and "not significant" stand as they are.
--            One abstract may speak of two outcomes: then it has two rows. Performance is not productivity.
-- Grade:     that of the page; secondary is P where the row gives the publisher's abstract by its DOI, weak is S.
WITH reading (series, entity, study_id, rule, side, outcome, sign) AS (
  VALUES
    ('effect on R&D spending of treated Chinese firms', 'Chinese importers hit by 2007 China Military Catch-All Rule', 'E1', 'China rule of 2007', 'sanctioned', 'input', 'positive'),
    ('effect on patenting of treated Chinese firms', 'Chinese importers hit by 2007 China Military Catch-All Rule', 'E1', 'China rule of 2007', 'sanctioned', 'output_count', 'positive'),
    ('effect on active inventors', 'Chinese importers hit by 2007 China Military Catch-All Rule', 'E1', 'China rule of 2007', 'sanctioned', 'input', 'positive'),
    ('effect on patenting in related technologies', 'Chinese importers hit by 2007 rule', 'E1', 'China rule of 2007', 'sanctioned', 'output_count', 'positive'),
    ('effect on patenting in other topics', 'Chinese importers hit by 2007 rule', 'E1', 'China rule of 2007', 'sanctioned', 'output_count', 'positive'),
    ('effect on domestic suppliers patent applications on restricted products', 'Chinese domestic suppliers', 'E1', 'China rule of 2007', 'upstream', 'output_count', 'positive'),
    ('market capitalisation loss of affected US suppliers', 'US suppliers of targeted Chinese firms', 'E8', 'US lists', 'sanctioning', 'market_value', 'negative'),
    ('effect on R&D intensity of listed Chinese manufacturers next year', 'BIS-listed Chinese firms', 'E4', 'Entity List and other lists', 'sanctioned', 'input', 'positive'),
    ('effect on innovation output', 'BIS-listed Chinese firms', 'E4', 'Entity List and other lists', 'sanctioned', 'output_count', 'zero_or_negative'),
    ('effect on R&D investment and intensity', 'Entity-Listed Chinese firms', 'Hayakawa and Yang 2026', 'Entity List', 'sanctioned', 'input', 'not_significant'),
    ('direction of effect on patents of listed Chinese firms', 'Entity-Listed Chinese firms', 'E3', 'Entity List', 'sanctioned', 'output_count', 'negative'),
    ('direction of effect on patents and R&D of listed A-share firms', 'Entity-Listed A-share firms', 'E6', 'Entity List', 'sanctioned', 'output_count', 'positive'),
    ('direction of effect on patents and R&D of listed A-share firms', 'Entity-Listed A-share firms', 'E6', 'Entity List', 'sanctioned', 'input', 'positive'),
    ('direction of effect on innovation of US suppliers', 'US suppliers', 'E5', 'blacklists', 'sanctioning', 'output_count', 'negative')
), typed (study_id, study, rule, sample, side, outcome, series, sign, value, unit, grade, source_url, note) AS (
  VALUES
    ('E1', 'Liu, Liu, Wen (2024) The Consequences of Export Controls in Target Countries, HBS WP 25-004', 'China rule of 2007', 'treated firms', 'sanctioned', 'profit', 'effect on profits', 'negative', NULL::DOUBLE, 'sign', 'P', 'https://www.hbs.edu/faculty/Pages/item.aspx?num=66221', 'earlier version of the study of 2025: one data set; imports not replaced'),
    ('E1', 'Liu, Liu, Wen (2024) The Consequences of Export Controls in Target Countries, HBS WP 25-004', 'China rule of 2007', 'treated firms', 'sanctioned', 'productivity', 'effect on productivity', 'negative', NULL, 'sign', 'P', 'https://www.hbs.edu/faculty/Pages/item.aspx?num=66221', 'earlier version of the study of 2025: one data set'),
    ('E3', 'Cao, de Nicola, Mattoo, Timmis (2024) World Bank PRWP 10950; VoxEU-style column', 'Entity List', 'Entity-Listed Chinese firms', 'sanctioned', 'output_quality', 'effect on the quality of patents', 'negative', NULL, 'sign', 'S', 'https://gbfinancemag.com/?p=8954', 'through lost co-invention with the US'),
    ('E5', 'Anwar, Hu, Luan, Wang: Export controls and innovation performance', 'blacklists', 'blacklisted firms', 'sanctioned', 'output_count', 'effect on innovation of blacklisted firms', 'positive', NULL, 'sign', 'P', 'https://ablesci.com/scholar/paper?id=3OGqdmkj3', 'from the abstract'),
    ('E7', 'Han, Jiang, Mei (2024) Mapping U.S.-China Technology Decoupling, Management Science 70(12)', 'technology decoupling', 'listed firms upstream', 'upstream', 'output_quality', 'effect on high-quality patents', 'positive', NULL, 'sign', 'P', 'https://doi.org/10.1287/mnsc.2022.02057', NULL),
    ('E7', 'Han, Jiang, Mei (2024) Mapping U.S.-China Technology Decoupling, Management Science 70(12)', 'technology decoupling', 'listed firms upstream', 'upstream', 'productivity', 'effect on productivity upstream', 'positive', NULL, 'sign', 'P', 'https://doi.org/10.1287/mnsc.2022.02057', NULL),
    ('E7', 'Han, Jiang, Mei (2024) Mapping U.S.-China Technology Decoupling, Management Science 70(12)', 'technology decoupling', 'listed firms in sanctioned sectors and downstream', 'sanctioned', 'performance', 'effect on performance in sanctioned sectors and downstream', 'negative', NULL, 'sign', 'P', 'https://doi.org/10.1287/mnsc.2022.02057', 'the abstract says performance here and productivity of firms upstream'),
    ('E7', 'SCCEI brief (2022) of the working paper of Han, Jiang, Mei', 'technology decoupling', 'listed firms', 'sanctioned', 'output_count', 'effect on patents one year later', 'positive', 13.1, 'percent', 'S', 'https://amcham-southchina.com/amcham/static/publications/SCBJ-202206/files/basic-html/page25.html', 'for decoupling up by 7.4 percent'),
    ('E7', 'SCCEI brief (2022) of the working paper of Han, Jiang, Mei', 'technology decoupling', 'listed firms', 'sanctioned', 'productivity', 'effect on productivity later', 'negative', -2.1, 'percent', 'S', 'https://amcham-southchina.com/amcham/static/publications/SCBJ-202206/files/basic-html/page25.html', 'for decoupling up by 7.4 percent'),
    ('E7', 'SCCEI brief (2022) of the working paper of Han, Jiang, Mei', 'technology decoupling', 'listed firms', 'sanctioned', 'market_value', 'effect on firm value later', 'negative', -5.2, 'percent', 'S', 'https://amcham-southchina.com/amcham/static/publications/SCBJ-202206/files/basic-html/page25.html', 'for decoupling up by 7.4 percent')
), cited AS (
  SELECT * FROM source('chips/facts/published_effect_estimates.csv', {'value': 'DOUBLE'}) WHERE series <> 'Chinese firms on Entity List'
)
SELECT
  coalesce(study_id, error('no reading of "' || cited.series || '"')) AS study_id,
  rule,
  cited.entity AS sample,
  period AS sample_period,
  side,
  outcome,
  cited.series,
  sign,
  CASE WHEN value_text = '>4x' THEN 4 ELSE value END AS value,
  CASE WHEN value_text = '>4x' THEN 'above' END AS value_code,
  unit,
  CASE WHEN source_quality = 'secondary' AND starts_with(source_title, 'Hu, Yang') THEN 'P' ELSE grade_of_source(source_quality, false) END AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM cited
LEFT JOIN reading ON reading.series = cited.series AND reading.entity = cited.entity
UNION ALL
SELECT study_id, rule, sample, NULL, side, outcome, series, sign, value, NULL, unit, grade, study, source_url, note FROM typed
ORDER BY study_id, side, outcome, series;
