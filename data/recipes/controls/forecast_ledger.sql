-- Source:    codings/forecast_ledger.csv, codings/forecast_ledger_later.csv, codings/ledger_upgrades.csv
-- Publisher: several; each row names its own
-- Address:   in the columns source_url and outcome_source_url of each row
-- Copy:      collected to 28 November 2026
-- Licence:   single cited facts; figures of the International Energy Agency CC BY 4.0
-- Dropped:   quotations and notes; rows without a comparable outcome, among them those still open, but for F126, whose
--            two sources print two forecasts; F82, which F123 repeats. Rows are counted in controls/forecast_ledger_rows.
-- Date:      of the forecast; the first day of the month or year where no more is known. The outcomes of F57 and F92 are
--            dated by their upgrade.
-- Upgrades:  a better page for a forecast gives address and grade, one for an outcome value, address and standing.
-- Grade:     that of the forecast; weak is S. An upgraded outcome does not lift it.
-- Bound:     as the unit says ("over", "more than": lower; "nearly", "almost": upper), lower where a number was read as
--            met from there on, else range where both ends are given.
WITH ledger AS (
  SELECT *, 'quoted' AS collected FROM source('codings/forecast_ledger.csv', {'id': 'VARCHAR'})
  UNION ALL BY NAME
  SELECT *, 'by forecaster' AS collected FROM source('codings/forecast_ledger_later.csv', {'id': 'VARCHAR'})
), better AS (
  SELECT * FROM source('codings/ledger_upgrades.csv', {'id': 'VARCHAR'})
), upgraded AS (
  SELECT
    ledger.*,
    coalesce(outcome.new_comparable, origin.new_comparable, ledger.comparable) AS standing,
    coalesce(origin.new_grade, CASE WHEN contains(ledger.grade, 'weak') THEN 'S' ELSE ledger.grade[1] END) AS new_grade,
    coalesce(origin.new_source_title, ledger.source_title) AS new_source_title,
    coalesce(origin.new_source_url, ledger.source_url) AS new_source_url,
    coalesce(nullif(regexp_extract(outcome.new_value, '^[0-9.]+', 0), ''), ledger.outcome_value) AS new_outcome_value,
    coalesce(outcome.new_source_title, ledger.outcome_source_title) AS new_outcome_source_title,
    coalesce(outcome.new_source_url, ledger.outcome_source_url) AS new_outcome_source_url,
    outcome.id IS NULL AND coalesce(contains(ledger.outcome_source_title, '(weak'), false) AS outcome_weak,
    outcome.id IS NOT NULL OR origin.id IS NOT NULL AS upgraded
  FROM ledger
  LEFT JOIN better AS outcome ON outcome.id = ledger.id AND outcome.what = 'outcome'
  LEFT JOIN better AS origin ON origin.id = ledger.id AND origin.what = 'forecast_source'
)
SELECT
  id,
  collected,
  CASE
    WHEN id = 'F01' THEN DATE '2018-07-12' -- the release that the upgrade found is dated
    WHEN length(made_on) = 4 THEN (made_on || '-01-01')::DATE
    WHEN length(made_on) = 7 THEN (made_on || '-01')::DATE
    ELSE made_on::DATE
  END AS made_on,
  CASE WHEN id = 'F01' THEN 'day' ELSE CASE length(made_on) WHEN 4 THEN 'year' WHEN 7 THEN 'month' ELSE 'day' END END AS made_on_precision,
  tidy(forecaster) AS forecaster,
  forecaster_type,
  forecaster_origin,
  type AS kind,
  about_field AS field,
  tidy(quantity) AS quantity,
  tidy(regexp_replace(unit, ' \((more than|over|nearly|almost)\)', '')) AS unit,
  number(forecast_value, id || ', forecast_value') AS forecast_value,
  number(forecast_low, id || ', forecast_low') AS forecast_low,
  number(forecast_high, id || ', forecast_high') AS forecast_high,
  CASE
    WHEN id = 'F126' THEN 'disputed'
    WHEN regexp_matches(unit, '\((more than|over)\)') OR (unit <> 'event' AND event_reading IS NOT NULL) THEN 'lower'
    WHEN regexp_matches(unit, '\((nearly|almost)\)') THEN 'upper'
    WHEN forecast_low IS NOT NULL AND forecast_high IS NOT NULL THEN 'range'
    WHEN unit = 'event' THEN 'event'
    ELSE 'point'
  END AS bound,
  round(number(nullif(regexp_extract(forecast_text, '^probability ([0-9.]+) percent$', 1), ''), id || ', forecast_text') / 100, 6) AS probability,
  CASE WHEN forecast_text LIKE 'probability %' THEN CASE WHEN contains(outcome_quote, 'resolved_to 1.0') THEN 'yes' ELSE 'no' END END AS happened,
  nullif(regexp_extract(horizon, '^(20[0-9]{2})', 1), '')::INTEGER AS horizon_year,
  direction_if_wrong_needed = '+' AS more_is_better,
  number(new_outcome_value, id || ', outcome_value') AS outcome_value,
  CASE id WHEN 'F57' THEN '2021' WHEN 'F92' THEN '2025' ELSE outcome_date END AS outcome_period,
  event_reading,
  regexp_extract(standing, '^[a-z]+') AS comparable,
  outcome_weak,
  new_grade AS grade,
  upgraded,
  cluster,
  CASE
    WHEN cluster IN ('EV share 2024', 'EV share 2025', 'EV buses 2025', 'NEV sales yearly', 'EV sales 2025', 'battery share 2025') THEN 'electric vehicles'
    WHEN starts_with(cluster, 'equipment purchases') THEN 'equipment'
    WHEN cluster IN ('IEA 2020', 'solar targets', 'PV chain share', 'CPIA 2025') THEN 'solar'
    WHEN cluster IN ('AI lag 2023-24', 'AI lag 2025', 'AI papers') THEN 'AI'
    ELSE cluster
  END AS coarse_cluster,
  number(id[2:], id) BETWEEN 119 AND 122 OR number(id[2:], id) BETWEEN 127 AND 129 AS beyond_three,
  number(id[2:], id) BETWEEN 101 AND 118 AS scenario,
  tidy(new_source_title) AS source_title,
  new_source_url AS source_url,
  tidy(new_outcome_source_title) AS outcome_source_title,
  new_outcome_source_url AS outcome_source_url
FROM upgraded
WHERE id = 'F126' OR (
  regexp_matches(standing, '^(yes|partly)')
  AND (new_outcome_value IS NOT NULL OR event_reading IN ('China above', 'as stated', 'China below'))
  AND id <> 'F82')
ORDER BY length(id), id;
