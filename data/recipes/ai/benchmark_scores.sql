-- Source:    ai/epoch_benchmark_hub_2026-04-19/, the 31 benchmark tables named below; model, organisation, country and
--            release date of each version from epoch_capabilities_index.csv of the same folder
-- Publisher: Epoch AI, AI Benchmarking Hub (own runs, and results that Epoch collected: files ending in _external)
-- Address:   https://epoch.ai/benchmarks , file https://epoch.ai/data/benchmark_data.zip
-- Copy:      github.com/madhu24raj/bayes-llm-saturation, benchmark_data/, commit 8698b9ba92fdb58d51d67f4828376b7adca29afa, 19 April 2026
-- Licence:   CC BY 4.0
-- Dropped:   rows without a model version (no date and no country can be given) or without a score on the measure
--            taken here; sub-scores, costs, notes. Where a table has several rows of one version (agents, scaffolds,
--            shots, thinking on or off), all stay: each is a run of its own, told apart by run and setting.
-- Measure:   the one that Epoch names first in each table, as a fraction where the source has percent (aider_polyglot,
--            live_bench, the standard error of apex_agents). The headers "% Resolved" and "Average (%)" of the source
--            stand over fractions. posttrainbench gives a standard deviation over runs, which is no standard error.
--            webdev_arena gives its interval as bounds in some rows and as +11/-11 in others; both become bounds.
--            fictionlivebench is the score at 120,000 tokens, which models of shorter context do not have.
-- Country:   as stated where one country is stated (China with Hong Kong is CHN); empty where several are. Where none is
--            stated no organisation is either, and the family that the version's name begins with decides; the
--            families are listed below, and what begins otherwise stays unknown.
WITH run AS (
  SELECT 'aider_polyglot' AS benchmark, id AS run, tidy("Model version") AS version, round("Percent correct" / 100, 6) AS score, 'fraction' AS unit, tidy("Edit format") AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/aider_polyglot_external.csv', {'Percent correct': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'apex_agents' AS benchmark, id AS run, tidy("Model version") AS version, "Pass@1 score" AS score, round("Pass@1 Standard Error" / 100, 6) AS standard_error, 'fraction' AS unit, tidy("Name") AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/apex_agents_external.csv', {'Pass@1 score': 'DOUBLE', 'Pass@1 Standard Error': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'arc_agi_2' AS benchmark, id AS run, tidy("Model version") AS version, "Score" AS score, 'fraction' AS unit, tidy("Name") AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/arc_agi_2_external.csv', {'Score': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'arc_agi' AS benchmark, id AS run, tidy("Model version") AS version, "Score" AS score, 'fraction' AS unit, tidy("Name") AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/arc_agi_external.csv', {'Score': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'arc_ai2' AS benchmark, id AS run, tidy("Model version") AS version, "Challenge score" AS score, 'fraction' AS unit, tidy(regexp_replace("Shots", '-shot$', '') || '-shot') AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/arc_ai2_external.csv', {'Challenge score': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'bbh' AS benchmark, id AS run, tidy("Model version") AS version, "Average" AS score, 'fraction' AS unit, tidy(regexp_replace("Shots", '-shot$', '') || '-shot') AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/bbh_external.csv', {'Average': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'chess_puzzles' AS benchmark, id AS run, tidy("Model version") AS version, mean_score AS score, stderr AS standard_error, 'fraction' AS unit
    FROM source('ai/epoch_benchmark_hub_2026-04-19/chess_puzzles.csv', {'mean_score': 'DOUBLE', 'stderr': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'fictionlivebench' AS benchmark, id AS run, tidy("Model version") AS version, "120k token score" AS score, 'fraction' AS unit, '120k tokens' AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/fictionlivebench_external.csv', {'120k token score': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'frontiermath' AS benchmark, id AS run, tidy("Model version") AS version, mean_score AS score, stderr AS standard_error, 'fraction' AS unit
    FROM source('ai/epoch_benchmark_hub_2026-04-19/frontiermath.csv', {'mean_score': 'DOUBLE', 'stderr': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'frontiermath_tier_4' AS benchmark, id AS run, tidy("Model version") AS version, mean_score AS score, stderr AS standard_error, 'fraction' AS unit
    FROM source('ai/epoch_benchmark_hub_2026-04-19/frontiermath_tier_4.csv', {'mean_score': 'DOUBLE', 'stderr': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'gpqa_diamond' AS benchmark, id AS run, tidy("Model version") AS version, mean_score AS score, stderr AS standard_error, 'fraction' AS unit
    FROM source('ai/epoch_benchmark_hub_2026-04-19/gpqa_diamond.csv', {'mean_score': 'DOUBLE', 'stderr': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'gsm8k' AS benchmark, id AS run, tidy("Model version") AS version, "EM" AS score, 'fraction' AS unit, tidy(regexp_replace("Shots", '-shot$', '') || '-shot') AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/gsm8k_external.csv', {'EM': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'hella_swag' AS benchmark, id AS run, tidy("Model version") AS version, "Overall accuracy" AS score, 'fraction' AS unit, tidy(regexp_replace("Shots", '-shot$', '') || '-shot') AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/hella_swag_external.csv', {'Overall accuracy': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'hle' AS benchmark, id AS run, tidy("Model version") AS version, "Accuracy" AS score, "Accuracy Standard Error" AS standard_error, 'fraction' AS unit, tidy("Name") AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/hle_external.csv', {'Accuracy': 'DOUBLE', 'Accuracy Standard Error': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'lech_mazur_writing' AS benchmark, "ID" AS run, tidy("Model version") AS version, "Mean score" AS score, 'points' AS unit
    FROM source('ai/epoch_benchmark_hub_2026-04-19/lech_mazur_writing_external.csv', {'Mean score': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'live_bench' AS benchmark, "UUID" AS run, tidy("Model version") AS version, round("Global average" / 100, 6) AS score, 'fraction' AS unit, tidy("LiveBench Version") AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/live_bench_external.csv', {'Global average': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'math_level_5' AS benchmark, id AS run, tidy("Model version") AS version, mean_score AS score, stderr AS standard_error, 'fraction' AS unit
    FROM source('ai/epoch_benchmark_hub_2026-04-19/math_level_5.csv', {'mean_score': 'DOUBLE', 'stderr': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'metr_time_horizons' AS benchmark, id AS run, tidy("Model version") AS version, "Time horizon" AS score, "CI_low" AS score_low, "CI_high" AS score_high, 'minutes' AS unit, tidy("METR version") AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/metr_time_horizons_external.csv', {'Time horizon': 'DOUBLE', 'CI_low': 'DOUBLE', 'CI_high': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'mmlu' AS benchmark, id AS run, tidy("Model version") AS version, "EM" AS score, 'fraction' AS unit, tidy(regexp_replace("Shots", '-shot$', '') || '-shot') AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/mmlu_external.csv', {'EM': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'otis_mock_aime_2024_2025' AS benchmark, id AS run, tidy("Model version") AS version, mean_score AS score, stderr AS standard_error, 'fraction' AS unit
    FROM source('ai/epoch_benchmark_hub_2026-04-19/otis_mock_aime_2024_2025.csv', {'mean_score': 'DOUBLE', 'stderr': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'piqa' AS benchmark, id AS run, tidy("Model version") AS version, "Score" AS score, 'fraction' AS unit, tidy(regexp_replace("Shots", '-shot$', '') || '-shot') AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/piqa_external.csv', {'Score': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'posttrainbench' AS benchmark, "Model version" || ' in ' || "Scaffold" AS run, tidy("Model version") AS version, "Average (%)" AS score, 'fraction' AS unit, tidy("Scaffold") AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/posttrainbench_external.csv', {'Average (%)': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'simplebench' AS benchmark, id AS run, tidy("Model version") AS version, "Score (AVG@5)" AS score, 'fraction' AS unit
    FROM source('ai/epoch_benchmark_hub_2026-04-19/simplebench_external.csv', {'Score (AVG@5)': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'simpleqa_verified' AS benchmark, id AS run, tidy("Model version") AS version, mean_score AS score, stderr AS standard_error, 'fraction' AS unit
    FROM source('ai/epoch_benchmark_hub_2026-04-19/simpleqa_verified.csv', {'mean_score': 'DOUBLE', 'stderr': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'swe_bench_bash' AS benchmark, id AS run, tidy("Model version") AS version, "% Resolved" AS score, 'fraction' AS unit, 'SWE-agent ' || "SWE-Agent Release Version" AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/swe_bench_bash.csv', {'% Resolved': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'swe_bench_verified' AS benchmark, id AS run, tidy("Model version") AS version, mean_score AS score, stderr AS standard_error, 'fraction' AS unit
    FROM source('ai/epoch_benchmark_hub_2026-04-19/swe_bench_verified.csv', {'mean_score': 'DOUBLE', 'stderr': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'terminalbench' AS benchmark, id AS run, tidy("Model version") AS version, "Accuracy mean" AS score, "Accuracy SE" AS standard_error, 'fraction' AS unit, tidy("Agent") AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/terminalbench_external.csv', {'Accuracy mean': 'DOUBLE', 'Accuracy SE': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'video_mme' AS benchmark, id AS run, tidy("Model version") AS version, "Overall (no subtitles)" AS score, 'fraction' AS unit, tidy("Frames" || ' frames') AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/video_mme_external.csv', {'Overall (no subtitles)': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'webdev_arena' AS benchmark, id AS run, tidy("Model version") AS version, "Arena Score" AS score, 
      coalesce("95% CI Low", round("Arena Score" - nullif(regexp_extract("Score 95% CI", '/-([0-9.]+)', 1), '')::DOUBLE, 2)) AS score_low, 
      coalesce("95% CI High", round("Arena Score" + nullif(regexp_extract("Score 95% CI", '[+]([0-9.]+)', 1), '')::DOUBLE, 2)) AS score_high, 'points' AS unit
    FROM source('ai/epoch_benchmark_hub_2026-04-19/webdev_arena_external.csv', {'Arena Score': 'DOUBLE', '95% CI Low': 'DOUBLE', '95% CI High': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'weirdml' AS benchmark, id AS run, tidy("Model version") AS version, "Accuracy" AS score, "Accuracy SE" AS standard_error, 'fraction' AS unit
    FROM source('ai/epoch_benchmark_hub_2026-04-19/weirdml_external.csv', {'Accuracy': 'DOUBLE', 'Accuracy SE': 'DOUBLE'})
  UNION ALL BY NAME
  SELECT 'wino_grande' AS benchmark, id AS run, tidy("Model version") AS version, "Accuracy" AS score, 'fraction' AS unit, tidy(regexp_replace("Shots", '-shot$', '') || '-shot') AS setting
    FROM source('ai/epoch_benchmark_hub_2026-04-19/wino_grande_external.csv', {'Accuracy': 'DOUBLE'})
), version AS (
  SELECT
    tidy("Model version") AS version,
    -- where the index names no model: the version without provider and reasoning effort
    coalesce(tidy("Model name"),
      regexp_replace(regexp_replace(tidy("Model version"), '^(chutes|deepinfra|fireworks|together)/', ''), '_(minimal|none|low|medium|high|xhigh|max|thinking|unknown|[0-9]+[Kk])$', '')) AS model,
    tidy("Organization") AS organization,
    iso3_list("Country") AS countries,
    "Release date" AS release_date,
    -- the name without the provider through whom it was run
    lower(regexp_replace(tidy("Model version"), '^(chutes|deepinfra|fireworks|together)/', '')) AS name
  FROM source('ai/epoch_benchmark_hub_2026-04-19/epoch_capabilities_index.csv', {'Release date': 'DATE'})
), family (prefix, country) AS (
  VALUES
    ('gpt-', 'USA'), ('o1-', 'USA'), ('o3-', 'USA'), ('o4-', 'USA'), ('text-davinci-', 'USA'), ('codex-', 'USA'),
    ('claude-', 'USA'), ('gemini-', 'USA'), ('palm ', 'USA'), ('learnlm-', 'USA'), ('grok-', 'USA'), ('opt-', 'USA'),
    ('nvidia-nemotron-', 'USA'), ('redpajama-', 'USA'), ('sonar', 'USA'),
    ('deepseek-', 'CHN'), ('qwen', 'CHN'), ('codeqwen', 'CHN'), ('kimi-', 'CHN'), ('glm-', 'CHN'), ('chatglm', 'CHN'),
    ('yi-', 'CHN'), ('baichuan', 'CHN'), ('internlm-', 'CHN'), ('internvl-', 'CHN'), ('minicpm-', 'CHN'),
    ('mistral-', 'FRA'), ('stablelm-', 'GBR'), ('c4ai-command-', 'CAN')
)
SELECT
  benchmark,
  run,
  run.version,
  coalesce(model, run.version) AS model,
  organization,
  CASE
    WHEN countries IN ('CHN;HKG', 'HKG') THEN 'CHN'
    WHEN NOT contains(countries, ';') THEN countries
    WHEN countries IS NULL THEN family.country
  END AS country,
  CASE
    WHEN countries = 'CHN;HKG' OR NOT contains(countries, ';') THEN 'stated'
    WHEN countries IS NOT NULL THEN 'several'
    WHEN family.country IS NOT NULL THEN 'by_model_family'
    ELSE 'unknown'
  END AS country_basis,
  countries,
  release_date,
  score,
  standard_error,
  score_low,
  score_high,
  unit,
  setting
FROM run
LEFT JOIN version ON version.version = run.version
LEFT JOIN family ON starts_with(version.name, family.prefix)
WHERE run.version IS NOT NULL AND score IS NOT NULL
ORDER BY benchmark, release_date NULLS LAST, run.version, run;
