-- Source:    ai/later_2026_11/notable_ai_models_2026-07-19_cut.csv.gz
-- Publisher: Epoch AI, Data on AI Models, notable models
-- Address:   https://epoch.ai/data/ai-models , file https://epoch.ai/data/notable_ai_models.csv
-- Copy:      github.com/spragada4/ai-energy-explorer, data/raw/notable_ai_models.csv, commit
--            22699c8b2572068706dedd4397c1bff5e8dadf80, 19 July 2026
-- Licence:   CC BY 4.0
-- Dropped:   models without a compute figure (507 of 1,036); models before 2018 (151 with a figure); all columns but
--            those below. The publisher's lists of large-scale and of frontier models are not at hand in this vintage.
-- Country:   the country where all organisations sit in one; empty where they sit in several or none is stated.
SELECT
  tidy("Model") AS model,
  tidy("Organization") AS organization,
  CASE WHEN NOT contains(countries, ';') THEN countries END AS country,
  countries,
  "Publication date" AS publication_date,
  flop AS training_compute_flop,
  "Confidence" AS confidence,
  coalesce("Frontier model" = 'True', false) AS frontier,
  list_contains(list_transform(string_split("Domain", ','), lambda d: trim(d)), 'Language') AS language,
  'notable' AS source_table
FROM (
  SELECT *, "Training compute (FLOP)" AS flop, iso3_list("Country (of organization)") AS countries
  FROM source('ai/later_2026_11/notable_ai_models_2026-07-19_cut.csv.gz',
    {'Publication date': 'DATE', 'Training compute (FLOP)': 'DOUBLE'}))
WHERE flop IS NOT NULL AND "Publication date" >= DATE '2018-01-01'
ORDER BY publication_date, model;
