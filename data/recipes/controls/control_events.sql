-- Source:    chips/facts/control_timeline.csv; two US actions on drones from ai/facts/drones.csv
-- Publisher: several; each row names its own (Federal Register, law firms, press)
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   verbatim quotes; of the drone events that of 18 December 2020, which is part of the rule on SMIC, and one
--            without a month. The source is a selection: its rows must not be counted as a measure of pressure.
-- Date:      of effect or publication, as the source has it; the first day of the month where only the month is known.
--            The two October rules are dated by their release, not their publication (13 October 2022, 25 October
--            2023): 7 October 2022 is stated by Federal Register document 2023-00888, 17 October 2023 by the release
--            https://www.bis.gov/press-release/commerce-releases-clarifications-export-control-rules-restrict-prcs-access-advanced
--            of 4 April 2024 ("The rules released on October 17, 2023").
-- Grade:     primary is P; secondary is M where the row names the office or gives the Federal Register citation of its
--            act, else S; weak is S.
-- AI chips:  the events that touch AI chips, chip-making or their Chinese makers and rest on no weak page, and those on
--            the H20 and H200, where no better page is held.
WITH labelled (event_date, event_begin, kind, country, label, secondary_grade, ai_chips) AS (
  VALUES
    ('2018-04-15', 'ZTE denial', 'tightening', 'USA', 'ZTE denied', 'M', false),
    ('2018-07-13', 'ZTE denial', 'loosening', 'USA', 'ZTE denial ended', 'M', false),
    ('2018-10-29', 'Fujian Jinhua', 'tightening', 'USA', 'Fujian Jinhua listed', 'M', false),
    ('2019-05-16', 'Huawei put', 'tightening', 'USA', 'Huawei listed', 'M', true),
    ('2020-08-20', 'Foreign direct', 'tightening', 'USA', 'Foreign-made chips for Huawei', 'M', true),
    ('2020-12-18', 'SMIC on', 'tightening', 'USA', 'SMIC listed', 'M', true),
    ('2021-04-09', 'Seven supercomputing', 'tightening', 'USA', 'Supercomputing centres listed', NULL, false),
    ('2022-10-13', 'October 7', 'tightening', 'USA', 'October 7 rule', NULL, true),
    ('2022-12-15', 'YMTC on', 'tightening', 'USA', 'YMTC listed', 'S', true),
    ('2023-05-21', 'Micron barred', 'counter_measure', 'CHN', 'Micron barred', 'M', false),
    ('2023-07', 'Japan', 'allied_control', 'JPN', 'Japan: chip equipment', NULL, false),
    ('2023-08-01', 'Gallium', 'counter_measure', 'CHN', 'Gallium and germanium licences', NULL, false),
    ('2023-08-09', 'Outbound', 'tightening', 'USA', 'Outbound investment order', NULL, false),
    ('2023-10-25', 'October 2023', 'tightening', 'USA', 'October 2023 rule', NULL, true),
    ('2024-05-07', 'Intel and Qualcomm', 'tightening', 'USA', 'Huawei licences revoked', 'S', false),
    ('2024-12-02', '140 entities', 'tightening', 'USA', 'HBM and tools', 'M', true),
    ('2024-12-03', 'Ban on gallium', 'counter_measure', 'CHN', 'Gallium, germanium, antimony ban', NULL, false),
    ('2025-01-15', 'AI diffusion', 'tightening', 'USA', 'AI diffusion rule', NULL, true),
    ('2025-01-16', 'Foundry', 'tightening', 'USA', 'Foundry due diligence', NULL, false),
    ('2025-04', 'H20 licence', 'tightening', 'USA', 'H20 needs a licence', 'S', true),
    ('2025-05-13', 'AI diffusion', 'loosening', 'USA', 'Diffusion rule withdrawn', 'M', true),
    ('2025-08', 'H20 licences', 'loosening', 'USA', 'H20 allowed again', 'S', true),
    ('2025-09-02', 'VEU revoked', 'tightening', 'USA', 'Validated end-users removed', NULL, false),
    ('2025-09-30', '50% affiliates', 'tightening', 'USA', 'Affiliates rule', NULL, false),
    ('2025-10', 'TechInsights', 'counter_measure', 'CHN', 'TechInsights listed', 'S', false),
    ('2025-11', 'State-funded', 'counter_measure', 'CHN', 'Domestic AI chips only', NULL, false),
    ('2025-11-10', '50% affiliates', 'loosening', 'USA', 'Affiliates rule suspended', NULL, false),
    ('2025-11-10', 'Rare earth', 'counter_measure_suspended', 'CHN', 'Minerals controls suspended', 'S', false),
    ('2025-12-30', 'Chipmakers', 'counter_measure', 'CHN', 'Half of the tools domestic', 'S', false),
    ('2026-01-14', 'Customs', 'counter_measure', 'CHN', 'H200 stopped at customs', NULL, false),
    ('2026-01-15', 'H200-class', 'loosening', 'USA', 'H200 case by case', NULL, true),
    ('2026-01-20', 'Semiconductor import', 'tariff', 'USA', 'Chip import adjustment', NULL, false),
    ('2026-05', 'H200 sales', 'loosening', 'USA', 'H200 sales approved', 'S', true),
    ('2026-05-21', 'Senate', 'bill', 'USA', 'Chip security bill', NULL, false),
    ('2026-05-31', 'Guidance', 'tightening', 'USA', 'Overseas units covered', NULL, false)
), joined AS (
  SELECT timeline.*, labelled.*, coalesce(timeline.kind, error('no event of ' || event_date || ' begins with ' || event_begin)) AS source_kind
  FROM labelled
  LEFT JOIN source('chips/facts/control_timeline.csv', {'date': 'VARCHAR'}) AS timeline
    ON timeline.date = event_date AND starts_with(event, event_begin)
)
SELECT
  CASE
    WHEN event_date = '2022-10-13' THEN DATE '2022-10-07'
    WHEN event_date = '2023-10-25' THEN DATE '2023-10-17'
    WHEN date_precision = 'month' THEN CAST(event_date || '-01' AS DATE)
    ELSE CAST(event_date AS DATE)
  END AS date,
  date_precision,
  kind_1 AS kind,
  label,
  event,
  CASE source_quality WHEN 'primary' THEN 'P' WHEN 'secondary' THEN secondary_grade ELSE 'S' END AS grade,
  source_title,
  source_url,
  CASE event_date
    WHEN '2022-10-13' THEN 'released on 7 October, published on 13 October 2022'
    WHEN '2023-10-25' THEN 'released on 17 October, published on 25 October 2023'
    ELSE tidy(note)
  END AS note,
  country,
  ai_chips
FROM joined
UNION ALL
SELECT
  CASE WHEN length(period) = 7 THEN CAST(period || '-01' AS DATE) ELSE CAST(period AS DATE) END,
  CASE WHEN length(period) = 7 THEN 'month' ELSE 'day' END,
  'tightening',
  CASE period WHEN '2019-11' THEN 'Interior grounds drones' ELSE 'Foreign drones listed' END,
  CASE period WHEN '2019-11' THEN 'Department of the Interior grounds 800 drones' ELSE 'Foreign-made drones on the Covered List of the Federal Communications Commission: no new models' END,
  'S',
  tidy(source_title),
  source_url,
  CASE period WHEN '2019-11' THEN 'a purchase rule, no export control' ELSE 'an import rule, no export control' END,
  'USA',
  false
FROM source('ai/facts/drones.csv', {'value': 'DOUBLE'})
WHERE series = 'event' AND period IN ('2019-11', '2025-12-22')
ORDER BY date, label;
