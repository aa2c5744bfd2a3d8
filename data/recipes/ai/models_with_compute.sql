-- Source:    ai/epoch_models/notable_ai_models_2026-01-26_cut.csv, large_scale_ai_models_2025-12-17_cut.csv and
--            frontier_ai_models_2025-12-17_cut.csv of the same folder
-- Publisher: Epoch AI, Data on AI Models
-- Address:   https://epoch.ai/data/ai-models
-- Copy:      github.com/mxschons/sobe-2025-data-repository, data/external/epoch-ai/notable-ai-models.csv, commit
--            3ba35a61b33af611f478a27ee37d03a31d0e09d0 (26 January 2026); github.com/cnyke/cnyke.github.io,
--            public/data/EpochAI/ai_models/, commit fa74e0218ef21dcf7fceaccd1c6a490aa47ae87b (17 December 2025)
-- Licence:   CC BY 4.0
-- Dropped:   models without a compute figure; models before 2018; all columns but those below. A model in several
--            tables, whatever blanks and hyphens in its name, is one row, of the newest table: notable (January
--            2026), then large_scale, then frontier (December 2025).
-- Country:   the country where all organisations sit in one; empty where they sit in several or none is stated.
WITH listed AS (
  SELECT
    1 AS place, 'notable' AS source_table, "Model", "Organization", "Country (of organization)" AS stated, "Publication date",
    "Training compute (FLOP)" AS flop, "Confidence", "Domain", "Frontier model" = 'True' AS flagged
  FROM source('ai/epoch_models/notable_ai_models_2026-01-26_cut.csv',
    {'Publication date': 'DATE', 'Training compute (FLOP)': 'DOUBLE'})
  UNION ALL
  SELECT
    2, 'large_scale', "Model", "Organization", "Country (of organization)", "Publication date",
    "Training compute (FLOP)", "Confidence", "Domain", false
  FROM source('ai/epoch_models/large_scale_ai_models_2025-12-17_cut.csv',
    {'Publication date': 'DATE', 'Training compute (FLOP)': 'DOUBLE'})
  UNION ALL
  SELECT
    3, 'frontier', "Model", "Organization", "Country (of organization)", "Publication date",
    "Training compute (FLOP)", "Confidence", "Domain", true
  FROM source('ai/epoch_models/frontier_ai_models_2025-12-17_cut.csv',
    {'Publication date': 'DATE', 'Training compute (FLOP)': 'DOUBLE'})
), matched AS (
  SELECT
    *,
    regexp_replace(lower("Model"), '[\s_-]', '', 'g') AS name,
    iso3_list(stated) AS countries
  FROM listed
), best AS (
  SELECT
    *,
    bool_or(coalesce(flagged, false)) OVER (PARTITION BY name) AS frontier,
    row_number() OVER (PARTITION BY name ORDER BY flop IS NULL, place) AS choice
  FROM matched
)
SELECT
  tidy("Model") AS model,
  tidy("Organization") AS organization,
  CASE WHEN NOT contains(countries, ';') THEN countries END AS country,
  countries,
  "Publication date" AS publication_date,
  flop AS training_compute_flop,
  "Confidence" AS confidence,
  frontier,
  list_contains(list_transform(string_split("Domain", ','), lambda d: trim(d)), 'Language') AS language,
  source_table
FROM best
WHERE choice = 1 AND flop IS NOT NULL AND "Publication date" >= DATE '2018-01-01'
ORDER BY publication_date, model;
