-- Source:    cleantech/learning_curves/pcdb_87_technologies_long.csv
-- Publisher: Santa Fe Institute, Performance Curve Database; prepared by the Carnegie Institution for Science
-- Address:   https://pcdb.santafe.edu/ , https://doi.org/10.5281/zenodo.13308841
-- Copy:      github.com/carnegie/clab_experience_curve, ExpCurves.csv, commit 9a6f8c494d8406eef10bb90808c28a3c4293ac32 (12 August 2024)
-- Licence:   MIT (repository, Copyright 2024 Carnegie Institution for Science); the database Creative Commons Attribution 3.0
--            Unported, as recorded by Our World in Data
-- Dropped:   cumulative output and unit cost divided by the first value of their series.
-- Measure:   cumulative output is output before the period of the row; the first value of a series holds an estimate of
--            output before the sample. Units differ by technology: see energy/technologies.
SELECT
  "Tech" AS technology,
  "Year" AS time_year,
  floor("Year")::INTEGER AS year,
  "Cumulative production" AS cumulative_output_before,
  "Unit cost" AS unit_cost
FROM source('cleantech/learning_curves/pcdb_87_technologies_long.csv',
  {'Year': 'DOUBLE', 'Cumulative production': 'DOUBLE', 'Unit cost': 'DOUBLE'})
ORDER BY technology, time_year;
