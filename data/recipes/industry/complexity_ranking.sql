-- Source:    industry/complexity/atlas_country_rankings_1995_2021.csv
-- Publisher: Growth Lab at Harvard University, Atlas of Economic Complexity
-- Address:   https://atlas.hks.harvard.edu/rankings
-- Copy:      github.com/LNshuti/complexity, data/Country_Complexity_Rankings_1995_2021.csv, commit
--            984fb02e64be67e51f044a52f7a7bae20ce1cc83
-- Licence:   CC0 1.0 as two public files record it; the repository is Apache-2.0
-- Dropped:   the complexity outlook
SELECT iso3(country) AS country, "year", eci_rank, eci
FROM source('industry/complexity/atlas_country_rankings_1995_2021.csv', {'year': 'INTEGER', 'eci_rank': 'INTEGER', 'eci': 'DOUBLE'})
ORDER BY country, "year";
