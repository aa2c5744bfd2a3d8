-- Source:    ai/epoch_benchmark_hub_2026-04-19/epoch_capabilities_index.csv (vintage 2026_04);
--            ai/later_2026_11/epoch_capabilities_index_2026-07-01.csv (vintage 2026_07)
-- Publisher: Epoch AI, AI Benchmarking Hub
-- Address:   https://epoch.ai/benchmarks , file https://epoch.ai/data/benchmark_data.zip
-- Copy:      github.com/madhu24raj/bayes-llm-saturation, benchmark_data/, commit 8698b9ba92fdb58d51d67f4828376b7adca29afa, 19 April 2026;
--            github.com/njsuthe/AI-Futures, data/raw/epoch_capabilities_index.csv, commit
--            9a6dcd42f7b220ec0f1af268a8bc2e26a744d894, 1 July 2026
-- Licence:   CC BY 4.0
-- Dropped:   versions without an index score; a model's later versions and those without a date. The three
--            undated versions (of GPT-5, Gemma 2 9B and Claude Instant) have dated sisters with the same score.
SELECT
  model,
  min(organization) AS organization,
  min(country) AS country,
  first_date AS release_date,
  max(score) FILTER (release_date = first_date) AS score,
  count(*) AS versions,
  max(training_compute_flop) AS training_compute_flop,
  min(compute_confidence) AS compute_confidence,
  min(accessibility) AS accessibility
FROM (
  SELECT
    tidy("Model name") AS model,
    tidy("Organization") AS organization,
    iso3("Country") AS country,
    "Release date" AS release_date,
    min("Release date") OVER (PARTITION BY tidy("Model name")) AS first_date,
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
  WHERE "ECI Score" IS NOT NULL)
GROUP BY model, first_date
ORDER BY release_date, model;
