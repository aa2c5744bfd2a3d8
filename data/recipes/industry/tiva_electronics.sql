-- Source:    industry/io_later/tiva2025_c26_27_foreign_va_share_2017_2022.csv
-- Publisher: OECD
-- Address:   https://data-explorer.oecd.org
-- Copy:      github.com/lesile1312/semiconductor-project, data/raw/tiva/oecd_tiva_exgr_fva_c26_27.csv, commit
--            0b9a4722ef708bc48fd91c5dfc531de8449ed010
-- Licence:   OECD terms, attribution
-- Dropped:   nothing
SELECT economy, "year", round(foreign_va_percent_of_gross_exports / 100, 6) AS foreign_value_added_share
FROM source('industry/io_later/tiva2025_c26_27_foreign_va_share_2017_2022.csv', {'year': 'INTEGER', 'foreign_va_percent_of_gross_exports': 'DOUBLE'})
ORDER BY economy, "year";
