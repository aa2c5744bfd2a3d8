-- Source:    cleantech/learning_curves/pcdb_87_technologies_units.csv
-- Publisher: Santa Fe Institute, Performance Curve Database; prepared by the Carnegie Institution for Science
-- Address:   https://pcdb.santafe.edu/ , https://doi.org/10.5281/zenodo.13308841
-- Copy:      github.com/carnegie/clab_experience_curve, the headers of expCurveData/*.csv, commit 9a6f8c494d8406eef10bb90808c28a3c4293ac32 (12 August 2024)
-- Licence:   MIT (repository, Copyright 2024 Carnegie Institution for Science); the database Creative Commons Attribution 3.0
--            Unported, as recorded by Our World in Data
-- Dropped:   nothing.
-- Units:     in the words of the source's column headers.
SELECT
  "Tech" AS technology,
  CASE kind
    WHEN 'physical input per output' THEN 'physical_input'
    WHEN 'price' THEN 'price'
    WHEN 'cost' THEN 'cost'
    ELSE error('unknown kind "' || kind || '"')
  END AS kind,
  tidy(unit_cost_header) AS unit_cost_label,
  tidy(yearly_output_header) AS output_label,
  tidy(previous_output_header) AS previous_output_label,
  rows_in_long_table AS points,
  floor(first_year)::INTEGER AS first_year,
  floor(last_year)::INTEGER AS last_year
FROM source('cleantech/learning_curves/pcdb_87_technologies_units.csv',
  {'rows_in_long_table': 'INTEGER', 'first_year': 'DOUBLE', 'last_year': 'DOUBLE'})
ORDER BY technology;
