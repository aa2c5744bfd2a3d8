-- Source:    ai/later_2026_11/bigcodebench_leaderboard_2025-04-17.csv
-- Publisher: BigCode project; Zhuo and others, BigCodeBench, arXiv 2406.15877
-- Address:   https://bigcode-bench.github.io
-- Copy:      github.com/bigcode-bench/bigcode-bench.github.io, results.json and results-hard.json, commit
--            81f563565f3c8e63d2baacec0fcbc5c0500e45e6, 17 April 2025, joined by the name of the model
-- Licence:   Apache 2.0, as the benchmark's repository and its leaderboard on Hugging Face say; the repository of the
--            website has no licence file of its own
-- Dropped:   nothing.
-- Country:   the leaderboard states none. It was given by the developer's name; a fine-tune whose maker was not looked
--            up has none, DeepSeek's distillations are Chinese, a US fine-tune of Qwen is American.
-- Names:     of Chinese models, the name that the index and the other benchmarks have for the same release; given
--            here. A chat or base variant, and a later version under the same name, count as the model.
SELECT
  model,
  MAP {
    'DeepSeek-Coder-33B-Base': 'DeepSeek Coder 33B',
    'DeepSeek-Coder-33B-Instruct': 'DeepSeek Coder 33B',
    'DeepSeek-Coder-6.7B-Base': 'DeepSeek Coder 6.7B',
    'DeepSeek-Coder-6.7B-Instruct': 'DeepSeek Coder 6.7B',
    'DeepSeek-Coder-1.3B-Base': 'DeepSeek Coder 1.3B',
    'DeepSeek-Coder-1.3B-Instruct': 'DeepSeek Coder 1.3B',
    'DeepSeek-V2-Chat': 'DeepSeek-V2 (MoE-236B)',
    'DeepSeek-V2-Chat (2024-06-28)': 'DeepSeek-V2 (MoE-236B)',
    'DeepSeek-Coder-V2-Instruct': 'DeepSeek-Coder-V2 236B',
    'DeepSeek-Coder-V2-Instruct (2024-07-24)': 'DeepSeek-Coder-V2 236B',
    'DeepSeek-V2.5-1210': 'DeepSeek-V2.5',
    'DeepSeek-V3-0324': 'DeepSeek-V3 (Mar 2025)',
    'CodeQwen1.5-7B-Chat': 'CodeQwen1.5-7B',
    'Qwen1.5-32B-Chat': 'Qwen1.5-32B',
    'Qwen1.5-72B-Chat': 'Qwen1.5-72B',
    'Yi-1.5-34B-Chat': 'Yi-1.5-34B',
    'Qwen2-72B-Chat': 'Qwen2-72B',
    'Qwen2.5-72B-Instruct': 'Qwen2.5-72B',
    'Qwen2.5-32B-Instruct': 'Qwen2.5-32B',
    'Qwen2.5-14B-Instruct': 'Qwen2.5-14B',
    'Qwen2.5-7B-Instruct': 'Qwen2.5-7B',
    'Qwen2.5-Coder-32B-Instruct': 'Qwen2.5-Coder (32B)',
    'Qwen2.5-Coder-7B-Instruct': 'Qwen2.5-Coder (7B)',
    'Qwen2.5-Coder-1.5B-Instruct': 'Qwen2.5-Coder (1.5B)',
    'QwQ-32B-Preview': 'QwQ-32B',
    'QwQ-32B (w/ Reasoning)': 'QwQ-32B'
  }[model] AS name_elsewhere,
  CASE WHEN developer_country <> 'BigCode (international)' THEN iso3(developer_country) END AS country,
  CASE
    WHEN developer_country IS NULL THEN 'unknown'
    WHEN developer_country = 'BigCode (international)' THEN 'international'
    ELSE 'by_developer'
  END AS country_basis,
  model_date AS release_date,
  round(hard_instruct_pass1 / 100, 4) AS hard_instruct,
  round(hard_complete_pass1 / 100, 4) AS hard_complete,
  round(full_instruct_pass1 / 100, 4) AS full_instruct,
  round(full_complete_pass1 / 100, 4) AS full_complete,
  parameters_billion,
  active_parameters_billion,
  mixture_of_experts,
  chat_model,
  link
FROM source('ai/later_2026_11/bigcodebench_leaderboard_2025-04-17.csv',
  {'model_date': 'DATE', 'parameters_billion': 'DOUBLE', 'active_parameters_billion': 'DOUBLE',
    'mixture_of_experts': 'BOOLEAN', 'chat_model': 'BOOLEAN', 'hard_instruct_pass1': 'DOUBLE',
    'hard_complete_pass1': 'DOUBLE', 'full_instruct_pass1': 'DOUBLE', 'full_complete_pass1': 'DOUBLE'})
ORDER BY release_date, model;
