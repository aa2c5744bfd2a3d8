-- Source:    ai/epoch_benchmark_hub_2026-04-19/eci_scores_with_ci_2025-12-19.csv; training compute from
--            ai/epoch_benchmark_hub_2026-04-19/epoch_capabilities_index.csv
-- Publisher: Epoch AI, AI Benchmarking Hub
-- Address:   https://epoch.ai/benchmarks
-- Copy:      github.com/IAPS-AI/ECI-Accessibility-Gap, data/eci_scores.csv, commit 1d87bbc6e43b2bd4cb94582c3e919a9771425fb0, 19 December 2025;
--            github.com/madhu24raj/bayes-llm-saturation, benchmark_data/, commit 8698b9ba92fdb58d51d67f4828376b7adca29afa, 19 April 2026
-- Licence:   CC BY 4.0 (the data are Epoch's; the first repository states no licence of its own)
-- Dropped:   the publisher's grouping of accessibility, the list of versions.
-- Country:   Google DeepMind's models are stated as US and UK; the publisher's April 2026 vintage says US, and so
--            does this table. Training compute is that of the model of the same name in the April vintage.
WITH april AS (
  SELECT
    tidy("Model name") AS model,
    max("Training compute (FLOP)") AS training_compute_flop,
    min("Confidence") AS compute_confidence
  FROM source('ai/epoch_benchmark_hub_2026-04-19/epoch_capabilities_index.csv', {'Training compute (FLOP)': 'DOUBLE'})
  WHERE "Model name" IS NOT NULL
  GROUP BY tidy("Model name"))
SELECT
  tidy(december."Model") AS model,
  tidy("Display name") AS display_name,
  tidy("Organization") AS organization,
  CASE
    WHEN NOT contains("Country (of organization)", ',') THEN iso3("Country (of organization)")
    WHEN starts_with("Organization", 'Google DeepMind') THEN 'USA'
  END AS country,
  CASE WHEN contains("Country (of organization)", ',') THEN 'by_organization' ELSE 'stated' END AS country_basis,
  iso3_list("Country (of organization)") AS countries,
  "date" AS release_date,
  eci AS score,
  eci_ci_low AS score_low90,
  eci_ci_high AS score_high90,
  april.training_compute_flop,
  april.compute_confidence,
  "Model accessibility" AS accessibility
FROM source('ai/epoch_benchmark_hub_2026-04-19/eci_scores_with_ci_2025-12-19.csv',
  {'eci': 'DOUBLE', 'eci_ci_low': 'DOUBLE', 'eci_ci_high': 'DOUBLE', 'date': 'DATE'}) AS december
LEFT JOIN april ON april.model = tidy(december."Model")
ORDER BY release_date NULLS LAST, model;
