-- Source:    industry/later_2026_11/domestic_share_inputs.csv
-- Publisher: several; each row names its own (MIIT, CAAM, CPIA, CCCME, CWEA, CANSI, the statistics office)
-- Address:   in the column source_url of each row
-- Copy:      collected in November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; of the series of solar modules the years 2015 to 2017, 2019 and 2020, so that no compiled
--            series ships whole.
-- Grade:     by the flags, as claims/grades.csv says: reposts that name office and period.
WITH cited AS (
  SELECT *, string_split(flag, ';') AS flags
  FROM source('industry/later_2026_11/domestic_share_inputs.csv', {'production': 'DOUBLE', 'exports': 'DOUBLE'})
)
SELECT
  CASE field WHEN 'electric vehicles (NEV)' THEN 'electric vehicles' WHEN 'chips (integrated circuits)' THEN 'chips' ELSE field END AS field,
  period,
  left(period, 4)::INTEGER AS "year",
  len(period) = 4 AS whole_year,
  CASE unit WHEN 'CNY bn' THEN 'billion CNY' WHEN 'million DWT' THEN 'million deadweight tons' WHEN 'bn pieces' THEN 'billion pieces'
    WHEN 'CNY bn (production), USD bn (exports)' THEN 'billion CNY; exports billion USD' ELSE unit END AS unit,
  basis,
  production,
  CASE WHEN production_bound = 'more_than' THEN 'lower' END AS production_bound,
  exports,
  CASE
    WHEN list_contains(flags, 'DOUBLE_COUNT') THEN 'stages_counted_twice'
    WHEN list_contains(flags, 'REEXPORT') THEN 'exports_hold_reexports'
    WHEN list_contains(flags, 'SALES') THEN 'sales_for_output'
  END AS reservation,
  tidy(publisher) AS publisher,
  array_to_string(list_filter(flags, lambda f: f IN ('MIRROR', 'SECONDARY', 'DERIVED')), ';') AS flag,
  grade(array_to_string(list_filter(flags, lambda f: f IN ('MIRROR', 'SECONDARY', 'DERIVED')), ';')) AS grade,
  tidy(CASE
    WHEN source_title = 'held: cleantech/facts/vehicles_production_exports.csv' THEN 'SteelOrbis, 15 Jan 2026 (output), Gasgoo, Jan 2026 (exports), on CAAM'
    ELSE regexp_replace(replace(source_title, ' (cleantech/later_2026_11)', ''), '^held: \S+ \((.*)\)$', '\1')
  END) AS source_title,
  source_url,
  tidy(CASE
    WHEN field = 'electric vehicles (NEV)' AND period = '2025' THEN NULL
    ELSE regexp_replace(replace(note, ' of ember_china_solar_exports_yearly_world.csv', ' of the customs'' figures'), '; held CPIA figures .*$', '')
  END) AS note
FROM cited
WHERE NOT (field = 'solar modules' AND period IN ('2015', '2016', '2017', '2019', '2020'))
ORDER BY field, period, publisher;
