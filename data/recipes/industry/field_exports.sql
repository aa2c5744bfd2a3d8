-- Source:    industry/fields/atlas_hs4_exports_selected_2010_2024.csv
-- Publisher: Growth Lab at Harvard University, Atlas of Economic Complexity
-- Address:   https://doi.org/10.7910/DVN/T4CHWJ
-- Copy:      github.com/jasonzhixinglu/global-export-complexity, dashboard/public/data/country_products.json, commit
--            2907a8c599257b20456aff1c626c6b8080b98be3, typed off by hand
-- Licence:   CC0 1.0 as two public files record it
-- Dropped:   nothing
SELECT exporter, hs4 AS heading, "year", export_billion_usd
FROM source('industry/fields/atlas_hs4_exports_selected_2010_2024.csv', {'year': 'INTEGER', 'export_billion_usd': 'DOUBLE'})
ORDER BY exporter, heading, "year";
