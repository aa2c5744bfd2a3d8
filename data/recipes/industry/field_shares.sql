-- Source:    industry/later_2026_11/fields_ncses_patents_by_field_1998_2022.csv.gz, fields_published_shares.csv,
--            fields_pv_manufacturing_by_country_2004_2022.csv, atlas_china_top50_headings_2010_2024.csv,
--            fields_atlas_v18_world_2023_2024.csv, domestic_share_inputs.csv of the same folder;
--            industry/ncses/kti_value_added_2002_2022.csv, ai_articles_whole_2003_2022.csv;
--            ai/facts/ifr_robot_installations_2011_2023.csv, ai/later_2026_11/notable_ai_models_2026-07-19_cut.csv.gz;
--            cleantech/evs/EVDataExplorer2025.csv
-- Publisher: each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected to 28 November 2026
-- Licence:   by row: NCSES CC BY-SA 4.0 (the conversion), Epoch AI and IEA CC BY 4.0, Growth Lab CC0 as two public files record it,
--            NREL BSD-3 (China's share alone), robots, wafers and production of electric vehicles single cited figures
-- Dropped:   all economies but China and the World; robots of 2018 and before 2013, of 2021 (the industry alliance widened its
--            count), of 2024 (the ministry's base, or weak) and the smaller of two figures of 2015; electric vehicles before 2015
--            (two counters); solar before 2007 and after 2021 (extrapolated by the publisher); notable models before 2014 (years
--            without a Chinese one)
WITH patents AS (
  SELECT field AS class, "year", max("count") FILTER (economy = 'China') AS china, max("count") FILTER (economy = 'World') AS world
  FROM source('industry/later_2026_11/fields_ncses_patents_by_field_1998_2022.csv.gz', {'year': 'INTEGER', 'count': 'DOUBLE'})
  WHERE series = 'uspto_granted_ed2024'
    AND field IN ('semiconductors', 'climate change mitigation technologies related to transportation')
  GROUP BY field, "year"
), value_added AS (
  SELECT industry, "year", max("value") FILTER (economy = 'China') AS china, max("value") FILTER (economy = 'World (75)') AS world
  FROM source('industry/ncses/kti_value_added_2002_2022.csv', {'year': 'INTEGER', 'value': 'DOUBLE'})
  WHERE starts_with(industry, 'Pharmaceuticals') OR starts_with(industry, 'Medical and dental')
  GROUP BY industry, "year"
), articles AS (
  SELECT "year", max(articles) FILTER (economy = 'China') AS china, max(articles) FILTER (economy = 'World') AS world
  FROM source('industry/ncses/ai_articles_whole_2003_2022.csv', {'year': 'INTEGER', 'articles': 'DOUBLE'})
  GROUP BY "year"
), models AS (
  SELECT
    year("Publication date") AS "year",
    count(*) FILTER (contains(coalesce("Country (of organization)", ''), 'China'))::DOUBLE AS china,
    count(*)::DOUBLE AS world
  FROM source('ai/later_2026_11/notable_ai_models_2026-07-19_cut.csv.gz', {'Publication date': 'DATE'})
  WHERE year("Publication date") BETWEEN 2014 AND 2025
  GROUP BY ALL
), published AS (
  SELECT * FROM source('industry/later_2026_11/fields_published_shares.csv', {'value': 'DOUBLE'}) WHERE entity = 'China'
), robot_sales AS (
  SELECT
    CAST(one.period AS INTEGER) AS "year",
    CASE one.unit
      WHEN 'units' THEN one."value"
      ELSE one."value" / 100 * CASE one.period WHEN '2019' THEN 140500 WHEN '2023' THEN 276288 END
    END AS china,
    one.source_title,
    one.source_url
  FROM published AS one
  WHERE one.field = 'robots'
    AND ((one.series = 'sales in China by Chinese suppliers' AND one.period BETWEEN '2013' AND '2020' AND one."value" <> 20400)
      OR (one.series = 'share of Chinese suppliers in sales in China' AND one.period IN ('2019', '2023')))
), robots AS (
  SELECT "year", china, installed."value" AS world, robot_sales.source_title, robot_sales.source_url
  FROM robot_sales
  JOIN source('ai/facts/ifr_robot_installations_2011_2023.csv', {'period': 'INTEGER', 'value': 'DOUBLE'}) AS installed
    ON installed.period = "year" AND installed.entity = 'World'
), vehicle_sales AS (
  SELECT "year", sum("value") / 1e6 AS world
  FROM source('cleantech/evs/EVDataExplorer2025.csv', {'year': 'INTEGER', 'value': 'DOUBLE'})
  WHERE category = 'Historical' AND parameter = 'EV sales' AND region_country = 'World'
    AND mode IN ('Cars', 'Vans', 'Buses', 'Trucks') AND powertrain IN ('BEV', 'PHEV')
  GROUP BY "year"
), vehicles_made AS (
  SELECT CAST(period AS INTEGER) AS "year", "value" AS china, source_title, source_url
  FROM published
  WHERE field = 'electric vehicles' AND series = 'production of new energy vehicles' AND period >= '2015'
  UNION ALL
  SELECT CAST(period AS INTEGER), production, source_title, source_url
  FROM source('industry/later_2026_11/domestic_share_inputs.csv', {'production': 'DOUBLE'})
  WHERE field = 'electric vehicles (NEV)' AND period IN ('2022', '2023', '2024')
), exports AS (
  SELECT hs4, "year", china_export_billion_usd AS china, world_export_billion_usd_2023_release AS world
  FROM source('industry/later_2026_11/atlas_china_top50_headings_2010_2024.csv',
    {'year': 'INTEGER', 'china_export_billion_usd': 'DOUBLE', 'world_export_billion_usd_2023_release': 'DOUBLE'})
  WHERE "year" <= 2023
  UNION ALL
  SELECT hs4, "year", china_export_billion_usd_v18, world_export_billion_usd_v18
  FROM source('industry/later_2026_11/fields_atlas_v18_world_2023_2024.csv',
    {'year': 'INTEGER', 'china_export_billion_usd_v18': 'DOUBLE', 'world_export_billion_usd_v18': 'DOUBLE'})
  WHERE "year" = 2024 AND hs4 IN ('8507', '8541')
), headings (field, measure, hs4) AS (
  VALUES
    ('batteries', 'exports of batteries', '8507'),
    ('solar', 'exports of solar cells and diodes', '8541'),
    ('clothing', 'exports of pullovers and women''s suits', '6110'),
    ('clothing', 'exports of pullovers and women''s suits', '6204'),
    ('footwear', 'exports of rubber and plastic shoes', '6402'),
    ('furniture', 'exports of seats and furniture', '9401'),
    ('furniture', 'exports of seats and furniture', '9403'),
    ('bags', 'exports of bags and cases', '4202'),
    ('lamps_and_lighting', 'exports of lamps', '9405'),
    ('tyres', 'exports of tyres', '4011'),
    ('ships', 'exports of ships', '8901'),
    ('steel', 'exports of coated flat steel', '7210'),
    ('steel', 'exports of steel structures', '7308')
), joined AS (
  SELECT field, measure, "year", sum(china) AS china, sum(world) AS world
  FROM headings JOIN exports USING (hs4)
  WHERE china IS NOT NULL AND world IS NOT NULL
  GROUP BY ALL
), panel AS (
  SELECT 'ai' AS field, 'articles on AI' AS measure, "year", china, world, 'articles' AS unit, 'P' AS grade,
    'NCSES, Science and Engineering Indicators 2024, articles on artificial intelligence' AS source_title, 'https://ncses.nsf.gov/pubs/nsb202333' AS source_url
  FROM articles
  UNION ALL
  SELECT 'ai', 'notable AI models', "year", china, world, 'models', 'P', 'Epoch AI, notable AI models, 19 July 2026', 'https://epoch.ai/data/ai-models' FROM models
  UNION ALL
  SELECT
    CASE class WHEN 'semiconductors' THEN 'chips' ELSE 'evs' END,
    CASE class WHEN 'semiconductors' THEN 'US patents in semiconductors' ELSE 'US patents in clean transport' END,
    "year", china, world, 'patents', 'P', 'NCSES, Science and Engineering Indicators 2024, patents granted by the USPTO', 'https://ncses.nsf.gov/pubs/nsb20241'
  FROM patents
  UNION ALL
  SELECT 'chips', 'wafer capacity', CAST(period AS INTEGER), "value", 100, 'percent', grade, publisher || ', ' || source_title, source_url
  FROM published WHERE series = 'share of world IC wafer capacity by place of the fab, December'
  UNION ALL
  SELECT 'robotics', 'robots of Chinese makers sold at home', "year", china, world, 'robots', 'M', source_title, source_url FROM robots
  UNION ALL
  SELECT 'evs', 'electric vehicles made', "year", china, world, 'million vehicles', 'M', source_title, source_url
  FROM vehicles_made JOIN vehicle_sales USING ("year")
  UNION ALL
  SELECT 'solar', 'capacity to make solar modules', CAST("year" AS INTEGER), CAST("value" AS DOUBLE), 100, 'percent', 'M',
    'BloombergNEF, commissioned capacity, in NREL PV ICE', 'https://github.com/NREL/PV_ICE'
  FROM source('industry/later_2026_11/fields_pv_manufacturing_by_country_2004_2022.csv', {'year': 'VARCHAR'})
  WHERE stage = 'module' AND starts_with("source", 'BNEF') AND country = 'China' AND CAST("year" AS INTEGER) BETWEEN 2007 AND 2021
  UNION ALL
  SELECT
    CASE WHEN starts_with(industry, 'Pharma') THEN 'biopharma' ELSE 'medical_equipment' END,
    CASE WHEN starts_with(industry, 'Pharma') THEN 'value added in medicines' ELSE 'value added in medical instruments' END,
    "year", china, world, 'million USD', 'P', 'NCSES, Science and Engineering Indicators 2024, value added by industry', 'https://ncses.nsf.gov/pubs/nsb20247/data'
  FROM value_added
  UNION ALL
  SELECT field, measure, "year", china, world, 'billion USD', 'M', 'Growth Lab at Harvard University, International Trade Data (HS, 92)', 'https://doi.org/10.7910/DVN/T4CHWJ'
  FROM joined
)
SELECT field, measure, "year", round(china, 4) AS china, round(world, 4) AS world, unit, grade, tidy(source_title) AS source_title, source_url
FROM panel
ORDER BY field, measure, "year";
