-- Source:    ai/epoch_ai_chip_counts_2026-04-22/, the eleven files named below
-- Publisher: Epoch AI, ai-chip-counts
-- Address:   https://github.com/epoch-research/ai-chip-counts
-- Copy:      commit d1b1bc311479ed385befa400e94533afc8b59fb7, 22 April 2026, folders csv_export and owners_csv_export
-- Licence:   MIT License, Copyright (c) 2025 Epoch AI
-- Dropped:   Nvidia's quarterly revenue (company accounts with assumed shares; no claim reads it); names and notes. Of
--            power in watts and in megawatts, where a file has both, the megawatts stay.
-- Dates:     month/day/year without leading zeros in the source.
-- Names:     the files name one measure in two ways ("Number of units (median)", "Number of Units") and differ in the
--            order of median and percentiles: columns are taken by name, file by file, and made one long table.
WITH wide AS (
  SELECT
    'all' AS series, "Chip manufacturer" AS designer, 'all' AS owner, 'all' AS chip, 'cumulative' AS span, "Start date" AS first_day, "End date" AS last_day, "Incomplete" IS NOT NULL AS incomplete,
    "Compute estimate in H100e (median)" AS h100e, "Compute estimate in H100e (5th percentile)" AS h100e_low5, "Compute estimate in H100e (95th percentile)" AS h100e_high95,
    "Number of units (median)" AS units, "Number of units (5th percentile)" AS units_low5, "Number of units (95th percentile)" AS units_high95,
    "Power in MW (median)" AS mw, "Power in MW (5th percentile)" AS mw_low5, "Power in MW (95th percentile)" AS mw_high95
  FROM source('ai/epoch_ai_chip_counts_2026-04-22/nvidia_cumulative_totals.csv',
    {'Compute estimate in H100e (median)': 'DOUBLE', 'Compute estimate in H100e (5th percentile)': 'DOUBLE', 'Compute estimate in H100e (95th percentile)': 'DOUBLE', 'Number of units (median)': 'DOUBLE', 'Number of units (5th percentile)': 'DOUBLE', 'Number of units (95th percentile)': 'DOUBLE', 'Power in MW (median)': 'DOUBLE', 'Power in MW (5th percentile)': 'DOUBLE', 'Power in MW (95th percentile)': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT
    'all' AS series, "Chip manufacturer" AS designer, 'all' AS owner, 'all' AS chip, 'cumulative' AS span, "Start date" AS first_day, "End date" AS last_day, "Incomplete" IS NOT NULL AS incomplete,
    "Compute estimate in H100e (median)" AS h100e, "Compute estimate in H100e (5th percentile)" AS h100e_low5, "Compute estimate in H100e (95th percentile)" AS h100e_high95,
    "Number of units (median)" AS units, "Number of units (5th percentile)" AS units_low5, "Number of units (95th percentile)" AS units_high95,
    "Power in MW (median)" AS mw, "Power in MW (5th percentile)" AS mw_low5, "Power in MW (95th percentile)" AS mw_high95
  FROM source('ai/epoch_ai_chip_counts_2026-04-22/amd_cumulative_totals.csv',
    {'Compute estimate in H100e (median)': 'DOUBLE', 'Compute estimate in H100e (5th percentile)': 'DOUBLE', 'Compute estimate in H100e (95th percentile)': 'DOUBLE', 'Number of units (median)': 'DOUBLE', 'Number of units (5th percentile)': 'DOUBLE', 'Number of units (95th percentile)': 'DOUBLE', 'Power in MW (median)': 'DOUBLE', 'Power in MW (5th percentile)': 'DOUBLE', 'Power in MW (95th percentile)': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT
    'all' AS series, "Chip manufacturer" AS designer, 'all' AS owner, 'all' AS chip, 'cumulative' AS span, "Start date" AS first_day, "End date" AS last_day, "Incomplete" IS NOT NULL AS incomplete,
    "Compute estimate in H100e (median)" AS h100e, "Compute estimate in H100e (5th percentile)" AS h100e_low5, "Compute estimate in H100e (95th percentile)" AS h100e_high95,
    "Number of units (median)" AS units, "Number of units (5th percentile)" AS units_low5, "Number of units (95th percentile)" AS units_high95,
    "Power in MW (median)" AS mw, "Power in MW (5th percentile)" AS mw_low5, "Power in MW (95th percentile)" AS mw_high95
  FROM source('ai/epoch_ai_chip_counts_2026-04-22/tpu_cumulative_totals.csv',
    {'Compute estimate in H100e (median)': 'DOUBLE', 'Compute estimate in H100e (5th percentile)': 'DOUBLE', 'Compute estimate in H100e (95th percentile)': 'DOUBLE', 'Number of units (median)': 'DOUBLE', 'Number of units (5th percentile)': 'DOUBLE', 'Number of units (95th percentile)': 'DOUBLE', 'Power in MW (median)': 'DOUBLE', 'Power in MW (5th percentile)': 'DOUBLE', 'Power in MW (95th percentile)': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT
    'all' AS series, "Chip manufacturer" AS designer, 'all' AS owner, 'all' AS chip, 'cumulative' AS span, "Start date" AS first_day, "End date" AS last_day, false AS incomplete,
    "Compute estimate in H100e (median)" AS h100e, "H100e (5th percentile)" AS h100e_low5, "H100e (95th percentile)" AS h100e_high95,
    "Number of Units" AS units, "Number of Units (5th percentile)" AS units_low5, "Number of Units (95th percentile)" AS units_high95,
    "Power in MW (median)" AS mw, "Power in MW (5th percentile)" AS mw_low5, "Power in MW (95th percentile)" AS mw_high95
  FROM source('ai/epoch_ai_chip_counts_2026-04-22/trainium_cumulative_totals.csv',
    {'Compute estimate in H100e (median)': 'DOUBLE', 'H100e (5th percentile)': 'DOUBLE', 'H100e (95th percentile)': 'DOUBLE', 'Number of Units': 'DOUBLE', 'Number of Units (5th percentile)': 'DOUBLE', 'Number of Units (95th percentile)': 'DOUBLE', 'Power in MW (median)': 'DOUBLE', 'Power in MW (5th percentile)': 'DOUBLE', 'Power in MW (95th percentile)': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT
    'by_chip' AS series, "Chip manufacturer" AS designer, 'all' AS owner, "Chip type" AS chip, 'cumulative' AS span, "Start date" AS first_day, "End date" AS last_day, "Incomplete" IS NOT NULL AS incomplete,
    "Compute estimate in H100e (median)" AS h100e, "Compute estimate in H100e (5th percentile)" AS h100e_low5, "Compute estimate in H100e (95th percentile)" AS h100e_high95,
    "Number of units (median)" AS units, "Number of units (5th percentile)" AS units_low5, "Number of units (95th percentile)" AS units_high95
  FROM source('ai/epoch_ai_chip_counts_2026-04-22/nvidia_cumulative_by_chip.csv',
    {'Compute estimate in H100e (median)': 'DOUBLE', 'Compute estimate in H100e (5th percentile)': 'DOUBLE', 'Compute estimate in H100e (95th percentile)': 'DOUBLE', 'Number of units (median)': 'DOUBLE', 'Number of units (5th percentile)': 'DOUBLE', 'Number of units (95th percentile)': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT
    'by_chip' AS series, "Chip manufacturer" AS designer, 'all' AS owner, "Chip type" AS chip, 'quarter' AS span, "Start date" AS first_day, "End date" AS last_day, false AS incomplete,
    "Compute estimate in H100e (median)" AS h100e, "H100e (5th percentile)" AS h100e_low5, "H100e (95th percentile)" AS h100e_high95,
    "Number of Units" AS units, "Number of Units (5th percentile)" AS units_low5, "Number of Units (95th percentile)" AS units_high95
  FROM source('ai/epoch_ai_chip_counts_2026-04-22/nvidia_calendar_quarter_chip_timelines.csv',
    {'Compute estimate in H100e (median)': 'DOUBLE', 'H100e (5th percentile)': 'DOUBLE', 'H100e (95th percentile)': 'DOUBLE', 'Number of Units': 'DOUBLE', 'Number of Units (5th percentile)': 'DOUBLE', 'Number of Units (95th percentile)': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT
    'by_owner' AS series, "Chip manufacturer" AS designer, "Owner" AS owner, 'all' AS chip, 'cumulative' AS span, "Start date" AS first_day, "End date" AS last_day, "Incomplete" IS NOT NULL AS incomplete,
    "Compute estimate in H100e (median)" AS h100e, "H100e (5th percentile)" AS h100e_low5, "H100e (95th percentile)" AS h100e_high95,
    "Number of Units" AS units, "Number of Units (5th percentile)" AS units_low5, "Number of Units (95th percentile)" AS units_high95,
    "Power in MW (median)" AS mw, "Power in MW (5th percentile)" AS mw_low5, "Power in MW (95th percentile)" AS mw_high95
  FROM source('ai/epoch_ai_chip_counts_2026-04-22/nvidia_owners_cumulative_totals.csv',
    {'Compute estimate in H100e (median)': 'DOUBLE', 'H100e (5th percentile)': 'DOUBLE', 'H100e (95th percentile)': 'DOUBLE', 'Number of Units': 'DOUBLE', 'Number of Units (5th percentile)': 'DOUBLE', 'Number of Units (95th percentile)': 'DOUBLE', 'Power in MW (median)': 'DOUBLE', 'Power in MW (5th percentile)': 'DOUBLE', 'Power in MW (95th percentile)': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT
    'by_owner' AS series, "Chip manufacturer" AS designer, "Owner" AS owner, 'all' AS chip, 'cumulative' AS span, "Start date" AS first_day, "End date" AS last_day, "Incomplete" IS NOT NULL AS incomplete,
    "Compute estimate in H100e (median)" AS h100e, "H100e (5th percentile)" AS h100e_low5, "H100e (95th percentile)" AS h100e_high95,
    "Number of Units" AS units, "Number of Units (5th percentile)" AS units_low5, "Number of Units (95th percentile)" AS units_high95,
    "Power in MW (median)" AS mw, "Power in MW (5th percentile)" AS mw_low5, "Power in MW (95th percentile)" AS mw_high95
  FROM source('ai/epoch_ai_chip_counts_2026-04-22/nvidia_owners_OTHER_cumulative_totals.csv',
    {'Compute estimate in H100e (median)': 'DOUBLE', 'H100e (5th percentile)': 'DOUBLE', 'H100e (95th percentile)': 'DOUBLE', 'Number of Units': 'DOUBLE', 'Number of Units (5th percentile)': 'DOUBLE', 'Number of Units (95th percentile)': 'DOUBLE', 'Power in MW (median)': 'DOUBLE', 'Power in MW (5th percentile)': 'DOUBLE', 'Power in MW (95th percentile)': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT
    'by_owner' AS series, "Chip manufacturer" AS designer, "Owner" AS owner, 'all' AS chip, 'cumulative' AS span, "Start date" AS first_day, "End date" AS last_day, "Incomplete" IS NOT NULL AS incomplete,
    "Compute estimate in H100e (median)" AS h100e, "H100e (5th percentile)" AS h100e_low5, "H100e (95th percentile)" AS h100e_high95,
    "Number of Units" AS units, "Number of Units (5th percentile)" AS units_low5, "Number of Units (95th percentile)" AS units_high95,
    "Power in MW (median)" AS mw, "Power in MW (5th percentile)" AS mw_low5, "Power in MW (95th percentile)" AS mw_high95
  FROM source('ai/epoch_ai_chip_counts_2026-04-22/amd_owners_cumulative_totals.csv',
    {'Compute estimate in H100e (median)': 'DOUBLE', 'H100e (5th percentile)': 'DOUBLE', 'H100e (95th percentile)': 'DOUBLE', 'Number of Units': 'DOUBLE', 'Number of Units (5th percentile)': 'DOUBLE', 'Number of Units (95th percentile)': 'DOUBLE', 'Power in MW (median)': 'DOUBLE', 'Power in MW (5th percentile)': 'DOUBLE', 'Power in MW (95th percentile)': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT
    'by_owner_and_chip' AS series, "Chip manufacturer" AS designer, "Owner" AS owner, "Chip type" AS chip, 'cumulative' AS span, "Start date" AS first_day, "End date" AS last_day, "Incomplete" IS NOT NULL AS incomplete,
    "Compute estimate in H100e (median)" AS h100e, "H100e (5th percentile)" AS h100e_low5, "H100e (95th percentile)" AS h100e_high95,
    "Number of Units" AS units, "Number of Units (5th percentile)" AS units_low5, "Number of Units (95th percentile)" AS units_high95,
    round("Total TDP (W)" / 1e6, 6) AS mw, round("Total TDP (W) (5th percentile)" / 1e6, 6) AS mw_low5, round("Total TDP (W) (95th percentile)" / 1e6, 6) AS mw_high95
  FROM source('ai/epoch_ai_chip_counts_2026-04-22/nvidia_owners_cumulative_by_chip.csv',
    {'Compute estimate in H100e (median)': 'DOUBLE', 'H100e (5th percentile)': 'DOUBLE', 'H100e (95th percentile)': 'DOUBLE', 'Number of Units': 'DOUBLE', 'Number of Units (5th percentile)': 'DOUBLE', 'Number of Units (95th percentile)': 'DOUBLE', 'Total TDP (W)': 'DOUBLE', 'Total TDP (W) (5th percentile)': 'DOUBLE', 'Total TDP (W) (95th percentile)': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT
    'by_owner_and_chip' AS series, "Chip manufacturer" AS designer, "Owner" AS owner, "Chip type" AS chip, 'quarter' AS span, "Start date" AS first_day, "End date" AS last_day, "Incomplete" IS NOT NULL AS incomplete,
    "Compute estimate in H100e (median)" AS h100e, "H100e (5th percentile)" AS h100e_low5, "H100e (95th percentile)" AS h100e_high95,
    "Number of Units" AS units, "Number of Units (5th percentile)" AS units_low5, "Number of Units (95th percentile)" AS units_high95,
    round("Total TDP (W)" / 1e6, 6) AS mw, round("Total TDP (W) (5th percentile)" / 1e6, 6) AS mw_low5, round("Total TDP (W) (95th percentile)" / 1e6, 6) AS mw_high95
  FROM source('ai/epoch_ai_chip_counts_2026-04-22/nvidia_owners_quarters_by_chip.csv',
    {'Compute estimate in H100e (median)': 'DOUBLE', 'H100e (5th percentile)': 'DOUBLE', 'H100e (95th percentile)': 'DOUBLE', 'Number of Units': 'DOUBLE', 'Number of Units (5th percentile)': 'DOUBLE', 'Number of Units (95th percentile)': 'DOUBLE', 'Total TDP (W)': 'DOUBLE', 'Total TDP (W) (5th percentile)': 'DOUBLE', 'Total TDP (W) (95th percentile)': 'DOUBLE'})
), long AS (
  SELECT series, designer, owner, chip, span, first_day, last_day, incomplete, 'h100_equivalents' AS measure, h100e AS median, h100e_low5 AS low5, h100e_high95 AS high95 FROM wide
  UNION ALL
  SELECT series, designer, owner, chip, span, first_day, last_day, incomplete, 'units', units, units_low5, units_high95 FROM wide
  UNION ALL
  SELECT series, designer, owner, chip, span, first_day, last_day, incomplete, 'power_mw', mw, mw_low5, mw_high95 FROM wide WHERE mw IS NOT NULL
)
SELECT
  series,
  designer,
  owner,
  chip,
  span,
  strptime(first_day, '%m/%d/%Y')::DATE AS first_day,
  strptime(last_day, '%m/%d/%Y')::DATE AS last_day,
  measure,
  median,
  low5,
  high95,
  incomplete
FROM long
ORDER BY series, designer, owner, chip, span, strptime(last_day, '%m/%d/%Y'), measure;
