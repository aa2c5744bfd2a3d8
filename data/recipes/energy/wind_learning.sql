-- Source:    cleantech/learning_curves/wind_Bolinger_IEA_IRENA.csv
-- Publisher: Carnegie Institution for Science, from Bolinger, Wiser and O'Shaughnessy (2022), IRENA and IEA
-- Address:   https://doi.org/10.5281/zenodo.13308841
-- Copy:      github.com/carnegie/clab_experience_curve, wind_Bolinger_IEA_IRENA.csv, commit 9a6f8c494d8406eef10bb90808c28a3c4293ac32 (12
--            August 2024)
-- Licence:   not open (parts are IRENA's copyright): aggregates only, one regression a period
-- Dropped:   every year's own cost and output.
-- Grade:     arithmetic on figures that do not ship: S.
-- Measure:   ordinary least squares of the logarithm of levelised cost (2022 US dollars a MWh) on that of the world's wind generation
--            cumulated before the year; cost of the United States first, of the world later.
WITH point AS (
  SELECT "Time (Year)" AS year, ln("Unit cost (2022 USD/MWh)") AS log_cost, ln("Cumulative production (MWh)") AS log_output
  FROM source('cleantech/learning_curves/wind_Bolinger_IEA_IRENA.csv', {
    'Time (Year)': 'INTEGER', 'Unit cost (2022 USD/MWh)': 'DOUBLE', 'Cumulative production (MWh)': 'DOUBLE'})
), period (first_year, last_year) AS (
  -- all years; those of the open series; those after it; those of its last cost, IRENA's, alone
  VALUES (1984, 2022), (1984, 2005), (2006, 2022), (2010, 2022)
), fit AS (
  SELECT
    first_year,
    last_year,
    count(*) AS points,
    regr_slope(log_cost, log_output) AS slope,
    sqrt(regr_syy(log_cost, log_output) * (1 - regr_r2(log_cost, log_output)) / (count(*) - 2) / regr_sxx(log_cost, log_output)) AS error
  FROM period
  JOIN point ON year BETWEEN first_year AND last_year
  GROUP BY first_year, last_year
)
SELECT
  first_year,
  last_year,
  points,
  round(-slope, 4) AS exponent,
  round(error, 4) AS exponent_standard_error,
  round(100 * (1 - pow(2, slope)), 1) AS percent_per_doubling,
  'DERIVED' AS flag,
  grade('DERIVED') AS grade
FROM fit
ORDER BY first_year, last_year;
