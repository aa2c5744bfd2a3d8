-- Source:    codings/forecast_ledger.csv, codings/forecast_ledger_later.csv, codings/ledger_upgrades.csv
-- Publisher: this collection; counted from the ledger of which controls/forecast_ledger holds what is scored
-- Address:   https://www.bis.gov
-- Copy:      28 November 2026
-- Licence:   CC BY 4.0 (own work)
-- Dropped:   nothing: every row of the ledger is counted once.
WITH ledger AS (
  SELECT *, 'quoted' AS collected FROM source('codings/forecast_ledger.csv', {'id': 'VARCHAR'})
  UNION ALL BY NAME
  SELECT *, 'by forecaster' AS collected FROM source('codings/forecast_ledger_later.csv', {'id': 'VARCHAR'})
), better AS (
  SELECT id, any_value(new_comparable) FILTER (new_comparable IS NOT NULL) AS new_comparable
  FROM source('codings/ledger_upgrades.csv', {'id': 'VARCHAR'})
  WHERE what IN ('forecast_source', 'outcome')
  GROUP BY id
), standing AS (
  SELECT
    collected,
    type AS kind,
    forecaster_origin = 'China' AS chinese_forecaster,
    forecaster_type = 'US government' AS us_government,
    CASE
      WHEN ledger.id = 'F82' THEN 'repeated by another row'
      WHEN regexp_matches(coalesce(new_comparable, comparable), '^no') THEN 'no comparable outcome'
      WHEN event_reading = 'open' THEN 'still open'
      WHEN outcome_value IS NULL AND event_reading IS NULL AND ledger.id <> 'F57' THEN 'no comparable outcome'
      ELSE 'scored'
    END AS standing
  FROM ledger
  LEFT JOIN better ON better.id = ledger.id
)
SELECT collected, kind, chinese_forecaster, us_government, standing, count(*)::INTEGER AS rows
FROM standing
GROUP BY ALL
ORDER BY collected DESC, kind, chinese_forecaster, us_government, standing;
