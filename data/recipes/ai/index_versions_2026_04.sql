-- Source:    ai/epoch_benchmark_hub_2026-04-19/epoch_capabilities_index.csv
-- Publisher: Epoch AI, AI Benchmarking Hub
-- Address:   https://epoch.ai/benchmarks , file https://epoch.ai/data/benchmark_data.zip
-- Copy:      github.com/madhu24raj/bayes-llm-saturation, benchmark_data/, commit 8698b9ba92fdb58d51d67f4828376b7adca29afa, 19 April 2026
-- Licence:   CC BY 4.0
-- Dropped:   243 versions without an index score; the free-text description. No scored version lacks a country.
-- Changed:   line breaks at the end of model names are removed, so that GPT-5.3 Codex is one model.
SELECT
  tidy("Model version") AS version,
  tidy("Model name") AS model,
  tidy("Display name") AS display_name,
  tidy("Organization") AS organization,
  iso3("Country") AS country,
  'stated' AS country_basis,
  "Release date" AS release_date,
  "ECI Score" AS score,
  "Training compute (FLOP)" AS training_compute_flop,
  "Confidence" AS compute_confidence,
  "Model accessibility" AS accessibility
FROM source('ai/epoch_benchmark_hub_2026-04-19/epoch_capabilities_index.csv',
  {'ECI Score': 'DOUBLE', 'Release date': 'DATE', 'Training compute (FLOP)': 'DOUBLE'})
WHERE "ECI Score" IS NOT NULL
ORDER BY release_date NULLS LAST, version;
