-- Source:    chips/facts/control_timeline.csv
-- Publisher: several; each row names its own (Federal Register, law firms, press)
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   events of the source that do not touch AI chips, chip-making or their Chinese makers; verbatim quotes; the
--            events that rest on weak pages, except those on the H20 and H200, where no better page is held. The
--            source is a selection: its rows must not be counted as a measure of pressure.
-- Date:      of effect or publication, as the source has it; the first day of the month where only the month is known.
--            The two October rules are dated by their release, not their publication (13 October 2022, 25 October
--            2023): 7 October 2022 is stated by Federal Register document 2023-00888, 17 October 2023 by the release
--            https://www.bis.gov/press-release/commerce-releases-clarifications-export-control-rules-restrict-prcs-access-advanced
--            of 4 April 2024 ("The rules released on October 17, 2023").
-- Grade:     primary is P; secondary is M where the row names the office or gives the Federal Register citation of its
--            act, else S; weak is S.
WITH chosen (event_date, event_begin, label, secondary_grade) AS (
  VALUES
    ('2019-05-16', 'Huawei put', 'Huawei listed', 'M'),
    ('2020-08-20', 'Foreign direct', 'Foreign-made chips for Huawei', 'M'),
    ('2020-12-18', 'SMIC on', 'SMIC listed', 'M'),
    ('2022-10-13', 'October 7', 'October 7 rule', NULL),
    ('2022-12-15', 'YMTC on', 'YMTC listed', 'S'),
    ('2023-10-25', 'October 2023', 'October 2023 rule', NULL),
    ('2024-12-02', '140 entities', 'HBM and tools', 'M'),
    ('2025-01-15', 'AI diffusion', 'AI diffusion rule', NULL),
    ('2025-04', 'H20 licence', 'H20 needs a licence', 'S'),
    ('2025-05-13', 'AI diffusion', 'Diffusion rule withdrawn', 'M'),
    ('2025-08', 'H20 licences', 'H20 allowed again', 'S'),
    ('2026-01-15', 'H200-class', 'H200 case by case', NULL),
    ('2026-05', 'H200 sales', 'H200 sales approved', 'S')
)
SELECT
  CASE
    WHEN event_date = '2022-10-13' THEN DATE '2022-10-07'
    WHEN event_date = '2023-10-25' THEN DATE '2023-10-17'
    WHEN date_precision = 'month' THEN CAST(event_date || '-01' AS DATE)
    ELSE CAST(event_date AS DATE)
  END AS date,
  date_precision,
  CASE kind WHEN 'US control' THEN 'tightening' WHEN 'US loosening' THEN 'loosening' ELSE error('unknown kind ' || kind) END AS kind,
  label,
  event,
  CASE source_quality WHEN 'primary' THEN 'P' WHEN 'secondary' THEN secondary_grade ELSE 'S' END AS grade,
  source_title,
  source_url,
  CASE event_date
    WHEN '2022-10-13' THEN 'released on 7 October, published on 13 October 2022'
    WHEN '2023-10-25' THEN 'released on 17 October, published on 25 October 2023'
    ELSE tidy(note)
  END AS note
FROM chosen
LEFT JOIN source('chips/facts/control_timeline.csv', {'date': 'VARCHAR'}) AS timeline
  ON timeline.date = event_date AND starts_with(event, event_begin)
ORDER BY date, label;
