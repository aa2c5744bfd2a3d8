-- Source:    industry/trade_later/atlas_hs92_2016_exporter_hs4.csv.gz
-- Publisher: Growth Lab at Harvard University, International Trade Data (HS, 92)
-- Address:   https://doi.org/10.7910/DVN/T4CHWJ
-- Copy:      github.com/UtrechtUniversity/SCCA (van Dam et al. 2021), data/exports.rda, commit
--            544a07664abc9e66bf9384ca0289eec7eb0da0b6
-- Licence:   CC0 1.0 as two public files record it
-- Dropped:   nothing
SELECT iso3 AS exporter, hs4 AS heading, export_value_usd
FROM source('industry/trade_later/atlas_hs92_2016_exporter_hs4.csv.gz', {'export_value_usd': 'BIGINT'})
ORDER BY exporter, heading;
