-- Source:    ai/facts/ai_compute_supply.csv, open_weights_adoption.csv, stanford_ai_index.csv, robots_and_humanoids.csv,
--            ifr_robot_installations_2011_2023.csv, drones.csv, arena_text_2026-01-16_top.csv; chips/facts/ai_accelerators_china.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; dates of rules and events (controls/control_events has those of controls); of the
--            leaderboard of 16 January 2026 all but the best US and the best Chinese model; of the yearly robot
--            installations of the International Federation of Robotics all but the year 2023 and, as our aggregate,
--            China's share of the world in each year; three figures on Ascend and H20 that two source files share.
-- Grade:     by the flags, as claims/grades.csv says; robot figures carry no flag where the page is a release of the
--            International Federation of Robotics or a news agency that repeats one, and are M then.
-- Bounds:    words such as "at least" that the source puts behind the unit stand in value_code.
WITH worded AS (
  SELECT 'ai_compute' AS topic, series, entity, period, value, low, high, value_text, unit, flag, source_title, source_url, note
  FROM source('ai/facts/ai_compute_supply.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
  WHERE series <> 'event'
  UNION ALL
  SELECT 'open_models', series, entity, period, value, low, high, value_text, unit, flag, source_title, source_url, note
  FROM source('ai/facts/open_weights_adoption.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
  UNION ALL
  SELECT 'ai_index', series, entity, period, value, low, high, value_text, unit, flag, source_title, source_url, note
  FROM source('ai/facts/stanford_ai_index.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
  UNION ALL
  SELECT 'robots', series, entity, period, value, low, high, value_text, unit, flag, source_title, source_url, note
  FROM source('ai/facts/robots_and_humanoids.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
  UNION ALL
  SELECT 'robots', series, entity, period, value, low, high, value_text, unit, flag, source_title, source_url, note
  FROM source('ai/facts/ifr_robot_installations_2011_2023.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
  WHERE period = '2023'
  UNION ALL
  SELECT
    'robots', 'robot_installations_share', 'China', china.period, round(100 * china.value / world.value, 1), NULL, NULL, NULL, 'percent of the world',
    'DERIVED;' || china.flag, china.source_title, china.source_url, 'our division of two figures that are rounded to thousands'
  FROM source('ai/facts/ifr_robot_installations_2011_2023.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'}) AS china
  JOIN source('ai/facts/ifr_robot_installations_2011_2023.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'}) AS world USING (period)
  WHERE china.entity = 'China' AND world.entity = 'World'
  UNION ALL
  SELECT 'drones', series, entity, period, value, low, high, value_text, unit, flag, source_title, source_url, note
  FROM source('ai/facts/drones.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
  WHERE series <> 'event'
  UNION ALL
  SELECT 'arena', series, entity, period, value, low, high, value_text, unit, flag, source_title, source_url,
    'best of its country; the public leaderboard is on another level than ai/arena_best_by_date: use the gap of the two rows only'
  FROM source('ai/facts/arena_text_2026-01-16_top.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
  WHERE starts_with(note, 'best US;') OR starts_with(note, 'best China;')
  UNION ALL
  SELECT
    'ai_chips_in_china', series, entity, period, value, NULL, NULL, value_text, unit,
    CASE source_quality WHEN 'weak' THEN 'WEAK;' || flag ELSE error('ai_accelerators_china.csv: a row is not weak') END,
    source_title, source_url, replace(note, 'us_and_allied_firms_china_revenue.csv', 'chips/supplier_china_revenue')
  FROM source('chips/facts/ai_accelerators_china.csv', {'value': 'DOUBLE'})
  WHERE series NOT IN ('Ascend 910C planned output', 'Ascend planned dies', 'H20 sold')
), bound (worded_unit, unit, value_code) AS (
  VALUES
    ('dies (as many as)', 'dies', 'at_most'),
    ('units (estimate)', 'units', NULL),
    ('dies (more than)', 'dies', 'above'),
    ('zettaflops FP16 sparse (at least)', 'zettaflops FP16 sparse', 'at_least'),
    ('zettaflops FP16 sparse (less than)', 'zettaflops FP16 sparse', 'below'),
    ('B300 equivalents (90% CI 150,000 to 600,000)', 'B300 equivalents', NULL),
    ('million (cumulative, company claim)', 'million', NULL),
    ('units (just under)', 'units', 'below'),
    ('units (above)', 'units', 'above'),
    ('units (approx.)', 'units', 'about'),
    ('units (rounded to thousands)', 'units', 'rounded_to_thousands'),
    ('percent (decade average)', 'percent', NULL),
    ('percent (almost)', 'percent', 'below'),
    ('percent (as high as)', 'percent', 'at_most'),
    ('percent (more than)', 'percent', 'above'),
    ('percent (about)', 'percent', 'about')
)
SELECT
  topic,
  series,
  entity,
  CASE entity
    WHEN 'China' THEN 'CHN' WHEN 'World' THEN 'WLD' WHEN 'United States' THEN 'USA' WHEN 'Japan' THEN 'JPN' WHEN 'South Korea' THEN 'KOR' WHEN 'Germany' THEN 'DEU'
  END AS country,
  list_max(regexp_extract_all(period, '20[0-9]{2}'))::INTEGER AS year,
  period,
  value,
  bound.value_code,
  low,
  high,
  value_text,
  coalesce(bound.unit, worded.unit) AS unit,
  flag,
  CASE WHEN flag IS NULL AND regexp_matches(source_title, 'IFR|Xinhua') THEN 'M' ELSE grade(flag) END AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(regexp_replace(note, '; (same figure in|formal rule:) .*', '')) AS note
FROM worded
LEFT JOIN bound ON bound.worded_unit = worded.unit
ORDER BY topic, series, entity, period, unit, source_title;
