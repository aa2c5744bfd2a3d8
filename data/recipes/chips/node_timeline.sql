-- Source:    chips/facts/node_timeline.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; an assessment that is no start of production.
-- Grade:     press and trade press throughout: S. Node lags illustrate.
-- Chip:      the product by which a start is known, as the source names it; another product is another start.
-- Months:    the interval that the wording allows. "Start" is first shipment, revenue or volume, as the source has it.
WITH maker (entity, maker, country, node_nm, step, chip, chip_use) AS (
  VALUES
    ('SMIC 28nm', 'SMIC', 'CHN', 28, NULL, NULL, NULL),
    ('TSMC 28nm', 'TSMC', 'TWN', 28, NULL, NULL, NULL),
    ('TSMC / Samsung 16/14nm', 'TSMC / Samsung', NULL, 14, '16 nm (TSMC), 14 nm (Samsung)', NULL, NULL),
    ('Intel 14nm', 'Intel', 'USA', 14, NULL, NULL, NULL),
    ('SMIC 14nm', 'SMIC', 'CHN', 14, NULL, NULL, NULL),
    ('UMC 14nm', 'UMC', 'TWN', 14, NULL, NULL, NULL),
    ('TSMC 7nm', 'TSMC', 'TWN', 7, NULL, NULL, NULL),
    ('TSMC 7nm (first mass market chips)', 'TSMC', 'TWN', 7, 'first mass-market chips', 'Apple A12 Bionic', 'phone'),
    ('Samsung 7nm', 'Samsung', 'KOR', 7, NULL, NULL, NULL),
    ('SMIC 7nm-class N+1 (MinerVa miner, small volume)', 'SMIC', 'CHN', 7, 'N+1, small volume', 'MinerVa miner', 'bitcoin_mining'),
    ('SMIC 7nm-class N+2 (Kirin 9000S, mass market)', 'SMIC', 'CHN', 7, 'N+2, mass market', 'Kirin 9000S', 'phone'),
    ('TSMC 5nm', 'TSMC', 'TWN', 5, NULL, NULL, NULL),
    ('SMIC N+3 (Kirin 9030; TechInsights: less scaled than 5nm)', 'SMIC', 'CHN', 5, 'N+3, less scaled than 5 nm', 'Kirin 9030', 'phone'),
    ('TSMC 3nm', 'TSMC', 'TWN', 3, NULL, NULL, NULL)
)
SELECT
  coalesce(maker.maker, error('no maker for ' || entity)) AS maker,
  country,
  node_nm,
  step,
  chip,
  chip_use,
  (earliest_month || '-01')::DATE AS earliest_month,
  (latest_month || '-01')::DATE AS latest_month,
  period AS period_as_worded,
  flag,
  grade_of_source(source_quality, false) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM source('chips/facts/node_timeline.csv', {'earliest_month': 'VARCHAR'})
LEFT JOIN maker USING (entity)
WHERE series = 'volume production start'
ORDER BY node_nm DESC, earliest_month, latest_month, maker;
