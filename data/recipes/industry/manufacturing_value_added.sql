-- Source:    industry/wdi/NV.IND.MANF.CD_5economies.csv
-- Publisher: World Bank, World Development Indicators
-- Address:   https://data.worldbank.org/indicator/NV.IND.MANF.CD
-- Copy:      github.com/open-numbers/ddf--open_numbers--world_development_indicators, commit
--            01a34e8b54d76160a61b0325d74254e22db06b93 (China 2004 and 2005: commit 00185452)
-- Licence:   CC BY 4.0
-- Dropped:   nothing
SELECT
  iso3 AS economy,
  "year",
  value_usd AS value_added_usd,
  CASE WHEN vintage_note IS NULL THEN 'newest' WHEN vintage_note = 'older vintage' THEN 'older' ELSE error('unknown vintage ' || vintage_note) END AS vintage
FROM source('industry/wdi/NV.IND.MANF.CD_5economies.csv', {'year': 'INTEGER', 'value_usd': 'DOUBLE'})
ORDER BY economy, "year";
