-- Source:    industry/fields/clinical_trials_china_us_2000_2024.csv
-- Publisher: Asimov Press, from ClinicalTrials.gov
-- Address:   https://press.asimov.com/articles/china-trials
-- Copy:      github.com/Asimov-Press/Bio-Data, china_clinical_trials/, commit
--            c41eb193bfe4b2a651ba3a625e61f46b87e0441b
-- Licence:   Creative Commons Attribution License
-- Dropped:   years before 2017: another filter, by a jump of the counts
SELECT
  iso3(country) AS country,
  "year",
  trials,
  mean_enrollment AS mean_enrollment_persons,
  enrolled_1_100 AS trials_1_100,
  enrolled_101_500 AS trials_101_500,
  enrolled_501_1000 AS trials_501_1000,
  enrolled_over_1000 AS trials_over_1000
FROM source('industry/fields/clinical_trials_china_us_2000_2024.csv', {
  'year': 'INTEGER', 'trials': 'INTEGER', 'mean_enrollment': 'DOUBLE', 'enrolled_1_100': 'INTEGER',
  'enrolled_101_500': 'INTEGER', 'enrolled_501_1000': 'INTEGER', 'enrolled_over_1000': 'INTEGER'})
WHERE "year" >= 2017
ORDER BY country, "year";
