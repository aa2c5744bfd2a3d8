-- Source:    ai/epoch_benchmark_hub_2026-04-19/epoch_capabilities_index.csv (vintage 2026_04);
--            ai/later_2026_11/epoch_capabilities_index_2026-07-01.csv (vintage 2026_07)
-- Publisher: Epoch AI, AI Benchmarking Hub
-- Address:   https://epoch.ai/benchmarks , file https://epoch.ai/data/benchmark_data.zip
-- Copy:      github.com/madhu24raj/bayes-llm-saturation, benchmark_data/, commit 8698b9ba92fdb58d51d67f4828376b7adca29afa, 19 April 2026;
--            github.com/njsuthe/AI-Futures, data/raw/epoch_capabilities_index.csv, commit
--            9a6dcd42f7b220ec0f1af268a8bc2e26a744d894, 1 July 2026
-- Licence:   CC BY 4.0
-- Dropped:   versions without an index score (243 in April, 255 in July); the free-text description. No scored version
--            lacks a country.
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
FROM source(
  MAP {
    '2026_04': 'ai/epoch_benchmark_hub_2026-04-19/epoch_capabilities_index.csv',
    '2026_07': 'ai/later_2026_11/epoch_capabilities_index_2026-07-01.csv'
  }['{vintage}'],
  {'ECI Score': 'DOUBLE', 'Release date': 'DATE', 'Training compute (FLOP)': 'DOUBLE'})
WHERE "ECI Score" IS NOT NULL
ORDER BY release_date NULLS LAST, version;
