-- Source:    industry/facts/benchmarks.csv and industry/io_later/published_figures.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 24 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; the three rows of published_figures that benchmarks.csv has too
-- Grade:     by the flags, as claims/grades.csv says; a row without a word on its source by the page it stands on, as
--            the list below says.
WITH hosts (host, word) AS (
  -- rows without a word on the source: whose page it is. PRIMARY: the publisher's own page or abstract;
  -- SECONDARY: a report that names the office and the period of an official figure
  VALUES
    ('ncses.nsf.gov', 'PRIMARY'), ('www.wipo.int', 'PRIMARY'), ('nature.com', 'PRIMARY'), ('www.imf.org', 'PRIMARY'),
    ('ideas.repec.org', 'PRIMARY'), ('hal.science', 'PRIMARY'), ('press.asimov.com', 'PRIMARY'), ('www.federalreserve.gov', 'PRIMARY'),
    ('development.asia', 'PRIMARY'), ('en.people.cn', 'SECONDARY'), ('epaper.chinadaily.com.cn', 'SECONDARY'), ('www.bofit.fi', 'SECONDARY')
), figures AS (
  SELECT
    quantity AS series, entity, period, published_value AS "value", NULL AS value_text, unit, flag, source_title, source_url,
    CASE
      WHEN (quantity, period) IN (('foreign_va_share_gross_exports', '2018'), ('foreign_va_share_ict_exports', '2018')) THEN 'industry/io_oecd2021_chn'
      WHEN (quantity, period) = ('foreign_va_share_gross_exports', '2008') THEN 'industry/io_oecd2021_chn'
      WHEN starts_with(compute_from, 'wiod2013/') THEN CASE WHEN period IN ('2005', '2008') THEN 'industry/world_io_' || period ELSE 'industry/world_io_2011' END
      WHEN starts_with(compute_from, 'wdi/') THEN 'industry/manufacturing_value_added'
      WHEN starts_with(compute_from, 'ncses/kti_') THEN 'industry/value_added'
      WHEN starts_with(compute_from, 'ncses/gerd_') THEN 'industry/rd_expenditure'
      WHEN starts_with(compute_from, 'ncses/patents_') OR quantity = 'pct_applications' THEN 'industry/patents'
      WHEN starts_with(compute_from, 'ncses/se_articles') THEN 'industry/articles'
      WHEN starts_with(compute_from, '(') THEN NULL
      ELSE error('no table for ' || compute_from)
    END AS compare_with,
    CASE
      WHEN (quantity, period) IN (('foreign_va_share_gross_exports', '2008'), ('foreign_va_share_gross_exports', '2018')) THEN 'within one point, imports in equal proportion'
      WHEN (quantity, period) = ('foreign_va_share_ict_exports', '2018') THEN 'sector definitions differ (ICT and electronics): a few points'
      ELSE expected_closeness
    END AS how_near
  FROM source('industry/facts/benchmarks.csv', {'published_value': 'DOUBLE'})
  UNION ALL
  SELECT
    series, entity, period, "value", value_text, coalesce(unit, 'qualitative'), flag, source_title, source_url,
    CASE
      WHEN starts_with(series, 'domestic_va_share') AND entity = 'China' AND series <> 'domestic_va_share_exports_to_us' THEN 'industry/io_oecd2021_chn'
      WHEN starts_with(series, 'us_manufacturing_sectors') THEN 'industry/world_io_2011'
    END,
    tidy(note)
  FROM source('industry/io_later/published_figures.csv', {'value': 'DOUBLE'})
  WHERE (series, entity, period) NOT IN (
      SELECT (quantity, entity, period) FROM source('industry/facts/benchmarks.csv', {'published_value': 'DOUBLE'}))
    AND series <> 'foreign_va_share_ict_electronics_exports' -- foreign_va_share_ict_exports of the other file
)
SELECT
  series,
  entity,
  period,
  "value",
  value_text,
  unit,
  flag,
  grade(CASE
    WHEN coalesce(flag, '') SIMILAR TO '.*(WEAK|SECONDARY).*' OR word IS NULL THEN flag
    ELSE concat_ws(';', flag, word)
  END) AS grade,
  tidy(source_title) AS source_title,
  source_url,
  compare_with,
  how_near
FROM figures
LEFT JOIN hosts ON host = split_part(source_url, '/', 3)
ORDER BY series, entity, period, unit;
