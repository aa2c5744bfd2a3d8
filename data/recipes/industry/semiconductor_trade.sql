-- Source:    industry/fields/semiconductor_baskets_2012_2024.csv
-- Publisher: Growth Lab at Harvard University, Atlas of Economic Complexity
-- Address:   https://doi.org/10.7910/DVN/YAVJDF
-- Copy:      github.com/jasonzhixinglu/global-export-complexity, dashboard/public/data/techai.json, commit
--            1ebb13ba5f0f76eb23a9fcb9423f0251e36b326a, typed off by hand
-- Licence:   CC0 1.0 as two public files record it
-- Dropped:   nothing
SELECT flow, basket, economy, "year", billion_usd AS trade_billion_usd
FROM source('industry/fields/semiconductor_baskets_2012_2024.csv', {'year': 'INTEGER', 'billion_usd': 'DOUBLE'})
ORDER BY flow, basket, economy, "year";
