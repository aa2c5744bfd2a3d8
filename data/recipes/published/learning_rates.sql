-- Source:    cleantech/facts/published_learning_rates_sample.csv and cleantech/facts/learning_rate_benchmarks.csv
-- Publisher: Carnegie Institution for Science (the first); several (the second): each row names its own
-- Address:   https://doi.org/10.5281/zenodo.13308841 ; in the column source_url of each row
-- Copy:      github.com/carnegie/clab_experience_curve, IC.csv, commit 9a6f8c494d8406eef10bb90808c28a3c4293ac32 (12 August 2024);
--            the others collected to 24 November 2026
-- Licence:   MIT (the first, Copyright 2024 Carnegie Institution for Science); single cited facts
-- Dropped:   piecewise fits and their breakpoints; the verbatim quotes; falls a year or in all; savings; the median of reviews
--            and the elasticities' standard errors; a rate known from a title only.
-- Measure:   percent per doubling. The three elasticities of Helveston, He and Davidson are turned into 100 (1 - 2^elasticity).
-- Grade:     by the flags, as claims/grades.csv says; a row without a word on its source is of the publisher's own page.
WITH compared (technology, entity, period, compare_with, first_year, last_year, counts, why_different) AS (
  -- which series of this collection measures the same, over which years, and what differs
  VALUES
    ('Learning rate, Li-ion cells, all types', 'World', '1992-2016', 'noncommercial/lithium_ion', 1992, 2016, 'cells, the year''s own with them', 'ours counts energy, and only what was made before the year'),
    ('Learning rate, Li-ion cylindrical cells', 'World', '1992-2016', 'noncommercial/lithium_ion', 1992, 2016, 'cylindrical cells, the year''s own with them', 'as above, and ours is of all cells'),
    ('Learning rate, Li-ion battery packs', 'World', '2010-2020', NULL, 2010, 2020, 'energy', 'packs, not cells: no series of both is held'),
    ('Learning rate, Li-ion storage (experience curve)', 'World', 'to 2015', 'noncommercial/lithium_ion', NULL, 2015, 'production', 'another set of prices and volumes'),
    ('Learning rate, PV modules (ITRPV)', 'World', '1976-2023', 'energy/solar_world', 1977, 2023, 'shipments', 'ours counts capacity that stands, and before the year'),
    ('Learning rate, PV modules (OWID)', 'World', '1976-2023', 'energy/solar_world', 1977, 2023, 'capacity', 'the same prices; a round figure in words'),
    ('Learning rate, PV modules (older)', 'World', 'to 2010', 'energy/solar_world', 1977, 2010, 'capacity', 'another source of prices'),
    ('Learning rate, wind LCOE', 'United States', 'to 2020', 'Wind_Electricity', 1984, 2005, 'generation', 'another period and country; the output of ours jumps eightyfold in 1990'),
    ('Learning rate, solar LCOE', 'United States', 'to 2020', NULL, NULL, 2020, 'capacity', 'cost of electricity, not of modules: no series is held'),
    ('Two-factor model, PV module price: log cumulative world capacity', 'United States', '2006-2020', 'energy/solar_world', 2006, 2020, 'capacity', 'prices in one country, the price of silicon held fixed'),
    ('Two-factor model, PV module price: log cumulative world capacity', 'China', '2007-2020', 'energy/solar_world', 2007, 2020, 'capacity', 'prices in one country, the price of silicon held fixed'),
    ('Two-factor model, PV module price: log cumulative world capacity', 'Germany', '2006-2020', 'energy/solar_world', 2006, 2020, 'capacity', 'prices in one country, the price of silicon held fixed')
), figures AS (
  SELECT
    replace("Tech", '_', ' ') AS technology,
    'as in the series' AS entity,
    'whole series' AS period,
    "Tech" AS compare_with,
    NULL::INTEGER AS first_year,
    NULL::INTEGER AS last_year,
    CASE "First Diff." WHEN '0' THEN 'levels' WHEN '1' THEN 'first differences' ELSE error('First Diff. ' || "First Diff.") END AS form,
    'as in the series' AS counts,
    "LR 1" AS percent_per_doubling,
    'PRIMARY' AS flag,
    'Carnegie Institution for Science, clab_experience_curve, IC.csv (MIT)' AS source_title,
    'https://doi.org/10.5281/zenodo.13308841' AS source_url,
    'nothing: the same rows and the same regression' AS why_different
  FROM source('cleantech/facts/published_learning_rates_sample.csv', {'LR 1': 'DOUBLE'})
  WHERE n_breaks = '0'
  UNION ALL
  SELECT
    replace(replace(replace(series, 'Learning rate, ', ''), 'Two-factor model, ', ''), ': log cumulative world capacity', ', silicon price held fixed'),
    benchmark.entity,
    benchmark.period,
    compare_with,
    first_year,
    last_year,
    'levels',
    counts,
    CASE WHEN starts_with(unit, 'elasticity') THEN round(100 * (1 - pow(2, "value")), 1) ELSE "value" END,
    CASE
      WHEN starts_with(unit, 'elasticity') THEN 'DERIVED'
      WHEN flag LIKE '%SECONDARY%' THEN flag
      WHEN source_title LIKE 'pv magazine%' THEN 'SECONDARY'
      ELSE concat_ws(';', flag, 'PRIMARY')
    END,
    tidy(source_title),
    source_url,
    why_different
  FROM compared
  JOIN source('cleantech/facts/learning_rate_benchmarks.csv', {'value': 'DOUBLE'}) AS benchmark
    ON benchmark.series = compared.technology AND benchmark.entity = compared.entity AND benchmark.period = compared.period
)
SELECT technology, entity, period, compare_with, first_year, last_year, form, counts, percent_per_doubling, flag, grade(flag) AS grade, source_title, source_url, why_different
FROM figures
ORDER BY technology, entity, form;
