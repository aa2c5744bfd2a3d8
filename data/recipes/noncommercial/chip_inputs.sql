-- Source:    chips/eto_2022-12-16/inputs.csv, chips/eto_2025-07-09/inputs.csv, chips/eto_2026-08-12/inputs.csv
-- Publisher: Emerging Technology Observatory, Center for Security and Emerging Technology, Georgetown University:
--            Advanced Semiconductor Supply Chain Dataset
-- Address:   https://github.com/georgetown-cset/eto-chip-explorer , folder data; https://eto.tech/dataset-docs/chipexplorer
-- Copy:      commits 5ed8c5bc47de45beb28ef21a950461fe20e051b5 (16 December 2022), 8a926c18b026c38d170a3b3c08f1dfaebd2fa35e
--            (9 July 2025), 9b726243705f806ee9154d0aea2a01af39aad884 (12 August 2026)
-- Licence:   CC BY-NC 4.0
-- Dropped:   descriptions (line breaks, some errors of text), captions and sources of the market sizes.
-- Names:     change between vintages under one input_id. Data year: none in the vintage of 2022, whose shares are of 2019.
-- Market:    the publisher gives a text ("$26.2 billion (2025)"); a text of another form stops the run.
WITH listed AS (
  SELECT '2022-12-16' AS vintage, input_id, input_name, type, stage_id, NULL AS year, market_share_chart_global_market_size_info AS market
  FROM source('chips/eto_2022-12-16/inputs.csv', {'input_id': 'VARCHAR'})
  UNION ALL
  SELECT '2025-07-09', input_id, input_name, type, stage_id, year, market_share_chart_global_market_size_info
  FROM source('chips/eto_2025-07-09/inputs.csv', {'year': 'INTEGER'})
  UNION ALL
  SELECT '2026-08-12', input_id, input_name, type, stage_id, year, market_share_chart_global_market_size_info
  FROM source('chips/eto_2026-08-12/inputs.csv', {'year': 'INTEGER'})
), parsed AS (
  SELECT
    *,
    CASE
      WHEN market IS NULL THEN NULL
      WHEN regexp_full_match(market, '(about )?\$[0-9.]+ (m|b)illion( \([a-z ]+\))?( \(20[0-9]{2}\))?') THEN market
      ELSE error('a market size of another form: "' || market || '"')
    END AS size
  FROM listed
)
SELECT
  vintage::DATE AS vintage,
  input_id,
  tidy(input_name) AS input_name,
  type,
  stage_id,
  year AS share_year,
  round(regexp_extract(size, '\$([0-9.]+)', 1)::DOUBLE * CASE WHEN contains(size, 'billion') THEN 1000 ELSE 1 END, 3) AS market_size_usd_m,
  CASE WHEN starts_with(size, 'about') THEN 'about' END AS market_size_code,
  nullif(regexp_extract(size, '\(([a-z ]+)\)', 1), '') AS market_scope,
  nullif(regexp_extract(size, '\((20[0-9]{2})\)', 1), '')::INTEGER AS market_year
FROM parsed
ORDER BY vintage, input_id[2:]::INTEGER;
