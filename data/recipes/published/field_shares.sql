-- Source:    industry/later_2026_11/fields_published_shares.csv; cleantech/facts/manufacturing_shares.csv, vehicles_production_exports.csv;
--            four figures typed from the pages that the rows name
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 28 November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; figures that claim 5's own series are made of; shares of named firms; figures of years that
--            claim 5's series do not hold; of a series of a publisher all but the first and the last year that both hold.
-- Grade:     that of the page.
WITH reading (field, measure, series, period, year, counts, concept) AS (
  VALUES
    ('chips', 'wafer capacity', 'share of world wafer fab capacity, all semiconductors', '2015', 2015, 'all semiconductors', 'near'),
    ('chips', 'wafer capacity', 'share of world wafer fab capacity, all semiconductors', '2020', 2020, 'all semiconductors', 'near'),
    ('evs', 'electric vehicles made', 'share of world sales of new energy vehicles', '2016', 2016, 'vehicles sold', 'other'),
    ('evs', 'electric vehicles made', 'share of world sales of new energy vehicles', '2019', 2019, 'vehicles sold', 'other'),
    ('evs', 'electric vehicles made', 'share of world sales by makers'' headquarters', '2023', 2023, 'sold by Chinese makers', 'other'),
    ('evs', 'electric vehicles made', 'Share of world electric-car production', '2024', 2024, 'cars made', 'near'),
    ('batteries', 'exports of batteries', 'share of world lithium-ion cell capacity', '2020', 2020, 'lithium cell capacity', 'other'),
    ('batteries', 'exports of batteries', 'share of world cell production capacity', '2020', 2020, 'lithium cell capacity', 'other'),
    ('batteries', 'exports of batteries', 'Share of world battery production', '2024', 2024, 'batteries made', 'other'),
    ('solar', 'capacity to make solar modules', 'Share in all PV manufacturing stages', '2021', 2021, 'every stage of making', 'near'),
    ('biopharma', 'value added in medicines', 'share of country uses in trials started', '2019', 2019, 'trials by place', 'other'),
    ('biopharma', 'value added in medicines', 'share of companies with a pipeline by headquarters', '2022', 2022, 'firms with drugs in trial', 'other')
), held AS (
  SELECT series, period, entity, value, grade, flag, publisher, source_title, source_url, note
  FROM source('industry/later_2026_11/fields_published_shares.csv', {'value': 'DOUBLE'})
  UNION ALL
  SELECT series, period, entity, value, grade(replace(flag, ' ', ';')), replace(flag, ' ', ';'), 'IEA', source_title, source_url, note
  FROM source('cleantech/facts/manufacturing_shares.csv', {'value': 'DOUBLE'})
  UNION ALL
  SELECT series, period, entity, value, grade(replace(flag, ' ', ';')), replace(flag, ' ', ';'), 'IEA', source_title, source_url, note
  FROM source('cleantech/facts/vehicles_production_exports.csv', {'value': 'DOUBLE'})
), typed (field, measure, year, value, counts, concept, publisher, grade, source_title, source_url) AS (
  VALUES
    ('batteries', 'exports of batteries', 2018, 36.5, 'lithium batteries exported', 'near', 'WTO', 'M', 'opportimes.com on WTO data', 'https://www.opportimes.com/china-dominates-lithium-ion-battery-exports/'),
    ('batteries', 'exports of batteries', 2022, 50.9, 'lithium batteries exported', 'near', 'WTO', 'M', 'opportimes.com on WTO data', 'https://www.opportimes.com/china-dominates-lithium-ion-battery-exports/'),
    ('evs', 'electric vehicles made', 2017, 1.3, 'vehicles exported', 'other', 'Oxford Economics', 'P', 'Oxford Economics, China drives its way up EV exporter rankings', 'https://www.oxfordeconomics.com/resource/china-drives-its-way-up-ev-exporter-rankings/'),
    ('evs', 'electric vehicles made', 2021, 15.5, 'vehicles exported', 'other', 'Oxford Economics', 'P', 'Oxford Economics, China drives its way up EV exporter rankings', 'https://www.oxfordeconomics.com/resource/china-drives-its-way-up-ev-exporter-rankings/')
)
SELECT
  field,
  measure,
  year,
  value,
  CASE WHEN contains(flag, 'LOWER_BOUND') THEN 'above' END AS value_code,
  counts,
  concept,
  publisher,
  grade,
  tidy(source_title) AS source_title,
  source_url,
  tidy(note) AS note
FROM reading JOIN held USING (series, period)
WHERE entity = 'China'
UNION ALL BY NAME
SELECT * FROM typed
ORDER BY field, year, publisher;
