-- Source:    industry/facts/industry_figures.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; figures that published/industry_benchmarks has; series that no claim uses
-- Grade:     by the flags, as claims/grades.csv says; a row without a word on its source by the page it stands on, as
--            the list below says.
WITH hosts (host, word) AS (
  -- rows without a word on the source: whose page it is. PRIMARY: the publisher's own page or abstract;
  -- SECONDARY: a report that names the office and the period of an official figure
  VALUES
    ('ncses.nsf.gov', 'PRIMARY'), ('www.wipo.int', 'PRIMARY'), ('nature.com', 'PRIMARY'), ('www.imf.org', 'PRIMARY'),
    ('ideas.repec.org', 'PRIMARY'), ('hal.science', 'PRIMARY'), ('press.asimov.com', 'PRIMARY'), ('www.federalreserve.gov', 'PRIMARY'),
    ('development.asia', 'PRIMARY'), ('en.people.cn', 'SECONDARY'), ('epaper.chinadaily.com.cn', 'SECONDARY'), ('www.bofit.fi', 'SECONDARY')
)
SELECT
  series,
  entity,
  period,
  "value",
  CASE WHEN flag LIKE '%RANGE%' THEN split_part(value_text, '-', 1)::DOUBLE END AS low,
  CASE WHEN flag LIKE '%RANGE%' THEN split_part(value_text, '-', 2)::DOUBLE END AS high,
  value_text,
  unit,
  flag,
  grade(CASE
    WHEN coalesce(flag, '') SIMILAR TO '.*(WEAK|SECONDARY).*' OR word IS NULL THEN flag
    ELSE concat_ws(';', flag, word)
  END) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM source('industry/facts/industry_figures.csv', {'value': 'DOUBLE'}) AS figures
LEFT JOIN hosts ON host = split_part(source_url, '/', 3)
WHERE NOT EXISTS (
    FROM source('industry/facts/benchmarks.csv', {'published_value': 'DOUBLE'}) AS other
    WHERE (other.quantity, other.entity, other.period) = (figures.series, figures.entity, figures.period))
  AND series NOT IN (
    'youth_unemployment_16_24_ex_students', 'youth_unemployment_16_24_old_definition', 'fdi_utilised', 'fdi_utilised_growth',
    'fdi_inward_bop_net', 'fdi_equity_inflow', 'real_estate_investment_growth', 'land_sale_revenue',
    'land_sale_revenue_change_from_2021', 'real_estate_share_gdp', 'home_sales_area_vs_2021', 'stem_phd_graduates',
    'stem_phd_graduates_projection', 'railway_km', 'import_partner_share', 'goods_imports',
    'world_import_share', 'import_share_chips_and_crude', 'united_imaging_revenue', 'united_imaging_net_profit')
ORDER BY series, entity, period, unit;
