-- Source:    ai/epoch_models/china_ai_trends_top10_language_models_2025-01-22.csv
-- Publisher: Epoch AI, data insight "Chinese language models have scaled up more slowly than their global counterparts"
-- Address:   https://epoch.ai/data-insights/china-compute-trends
-- Copy:      github.com/epoch-research/china-ai-trends, printed output of compute_analysis.ipynb, commit
--            26f556c5dc8ddc44b166d16bc137052f394c5adc, 22 January 2025
-- Licence:   CC BY 4.0 (Epoch's data; the repository has no licence file)
-- Dropped:   nothing.
SELECT
  tidy(model) AS model,
  CASE category WHEN 'China' THEN 'china' WHEN 'Non-China' THEN 'elsewhere' ELSE error('unknown category ' || category) END AS category,
  publication_date,
  training_compute_flop
FROM source('ai/epoch_models/china_ai_trends_top10_language_models_2025-01-22.csv',
  {'publication_date': 'DATE', 'training_compute_flop': 'DOUBLE'})
ORDER BY category, publication_date, model;
