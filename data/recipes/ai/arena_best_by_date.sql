-- Source:    ai/arena/arena_text_overall_2024-06-29_2025-12-11.csv, ai/arena/arena_model_country.csv
-- Publisher: LMArena (formerly LMSYS), Chatbot Arena, text, overall, no style control
-- Address:   https://lmarena.ai/leaderboard
-- Copy:      github.com/nakasyou/lmarena-history, output/result.csv, commit 22d6c6aa0f5642b41674fc94095e5f2833071d39 (to 27 February 2025);
--            github.com/lmarena/arena-catalog, history of data/leaderboard-text.json, head c9558b60647217fafa878cb7ee14f8f43c355594
--            (4 March to 24 May and 5 November to 11 December 2025);
--            github.com/fboulnois/llm-leaderboard-csv, csv/lmarena_text.csv, commit 44db9588e2b0d12fff17d6e607066746f0fa84d5 (25 June to 4 August 2025)
-- Licence:   MIT for lmarena-history; no licence file for arena-catalog, MPL-2.0 for llm-leaderboard-csv. Therefore only
--            this aggregate ships, two models a date, and never the leaderboard.
-- Dropped:   every model but the best US and the best Chinese one of each date.
-- Country:   seat of the organisation, our assignment by model name. Equal ratings: the first name in the alphabet.
WITH ranked AS (
  SELECT
    snapshot_date, model, organization, country, rating, rating_q025, rating_q975, votes, source,
    row_number() OVER (PARTITION BY snapshot_date, country ORDER BY rating DESC, model) AS place
  FROM source('ai/arena/arena_text_overall_2024-06-29_2025-12-11.csv',
    {'snapshot_date': 'DATE', 'rating': 'DOUBLE', 'rating_q025': 'DOUBLE', 'rating_q975': 'DOUBLE', 'votes': 'BIGINT'})
  JOIN source('ai/arena/arena_model_country.csv', {'model': 'VARCHAR'}) USING (model)
  WHERE country IN ('United States', 'China')
)
SELECT
  snapshot_date AS date,
  us.model AS us_model,
  us.organization AS us_organization,
  us.rating AS us_rating,
  us.rating_q025 AS us_rating_low95,
  us.rating_q975 AS us_rating_high95,
  us.votes AS us_votes,
  chinese.model AS chinese_model,
  chinese.organization AS chinese_organization,
  chinese.rating AS chinese_rating,
  chinese.rating_q025 AS chinese_rating_low95,
  chinese.rating_q975 AS chinese_rating_high95,
  chinese.votes AS chinese_votes,
  us.source AS source
FROM ranked AS us
JOIN ranked AS chinese USING (snapshot_date)
WHERE us.place = 1 AND us.country = 'United States' AND chinese.place = 1 AND chinese.country = 'China'
ORDER BY date;
