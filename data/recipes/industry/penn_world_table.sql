-- Source:    industry/fields/pwt110_20countries_1950_2023.csv and industry/pwt/pwt1001_20countries_1950_2019.csv
-- Publisher: University of Groningen, Groningen Growth and Development Centre
-- Address:   https://www.rug.nl/ggdc/productivity/pwt/
-- Copy:      github.com/xyeyx/EconGeoPy, Codes/Examples/data/pwt110.dta, commit
--            8c4408fd86f1675896395a348b2d02c27f2d9dc4 (11.0); R package cran/pwt10, data/pwt10.01.rda, commit
--            957b298fd706a567af96ccb1663ad68d5e5d07ba (10.01)
-- Licence:   CC BY 4.0
-- Dropped:   years before 1990; hours, cwtfp, delta, irr
WITH versions AS (
  SELECT '11.0' AS version, *
  FROM source('industry/fields/pwt110_20countries_1950_2023.csv', {
    'year': 'INTEGER', 'pop': 'DOUBLE', 'emp': 'DOUBLE', 'hc': 'DOUBLE', 'rgdpo': 'DOUBLE', 'rgdpna': 'DOUBLE', 'cgdpo': 'DOUBLE', 'rnna': 'DOUBLE', 'ctfp': 'DOUBLE', 'rtfpna': 'DOUBLE', 'csh_c': 'DOUBLE', 'csh_i': 'DOUBLE', 'csh_g': 'DOUBLE', 'csh_x': 'DOUBLE', 'csh_m': 'DOUBLE', 'labsh': 'DOUBLE', 'xr': 'DOUBLE', 'pl_gdpo': 'DOUBLE'})
  UNION ALL
  SELECT '10.01' AS version, *
  FROM source('industry/pwt/pwt1001_20countries_1950_2019.csv', {
    'year': 'INTEGER', 'pop': 'DOUBLE', 'emp': 'DOUBLE', 'hc': 'DOUBLE', 'rgdpo': 'DOUBLE', 'rgdpna': 'DOUBLE', 'cgdpo': 'DOUBLE', 'rnna': 'DOUBLE', 'ctfp': 'DOUBLE', 'rtfpna': 'DOUBLE', 'csh_c': 'DOUBLE', 'csh_i': 'DOUBLE', 'csh_g': 'DOUBLE', 'csh_x': 'DOUBLE', 'csh_m': 'DOUBLE', 'labsh': 'DOUBLE', 'xr': 'DOUBLE', 'pl_gdpo': 'DOUBLE'})
)
SELECT
  version,
  isocode AS country,
  "year",
  pop AS population_million,
  emp AS employment_million,
  hc AS human_capital,
  rgdpo AS rgdpo_million_usd,
  rgdpna AS rgdpna_million_usd,
  cgdpo AS cgdpo_million_usd,
  rnna AS capital_million_usd,
  ctfp AS tfp_level_us_1,
  rtfpna AS tfp_index,
  csh_c AS share_household,
  csh_i AS share_investment,
  csh_g AS share_government,
  csh_x AS share_exports,
  csh_m AS share_imports,
  labsh AS labour_share,
  xr AS exchange_rate_lcu_per_usd,
  pl_gdpo AS price_level
FROM versions
WHERE "year" >= 1990
ORDER BY version, country, "year";
