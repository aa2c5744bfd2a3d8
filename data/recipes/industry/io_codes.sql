-- Source:    industry/wiod2013/sectors.csv, industry/io_later/wiod2016_codes.csv and
--            industry/io_later/oecd2021_codes.csv; the list of 2025 is of this collection
-- Publisher: University of Groningen; OECD
-- Address:   https://www.rug.nl/ggdc/valuechain/wiod/ and
--            https://www.oecd.org/en/data/datasets/input-output-tables.html
-- Copy:      as for the tables
-- Licence:   CC BY 4.0; OECD terms
-- Dropped:   nothing
WITH listed AS (
  SELECT 'wiod_2013' AS classification, code, code AS source_code, 'industry' AS kind, manufacturing = '1' AS manufacturing, label
  FROM source('industry/wiod2013/sectors.csv', {'code': 'VARCHAR'})
  UNION ALL
  SELECT
    'wiod_2016', lower(replace(code, '-', '_')), code,
    CASE WHEN kind = 'row' OR code = 'GO' THEN 'total' WHEN code IN ('CONS_h', 'CONS_np', 'CONS_g', 'GFCF', 'INVEN', 'EXP') THEN 'final_use' ELSE 'industry' END,
    code SIMILAR TO 'C[1-3][0-9].*', description
  FROM source('industry/io_later/wiod2016_codes.csv', {'code': 'VARCHAR'})
  WHERE NOT (kind = 'row' AND code = 'GO') -- the column GO, total output, has it too
  UNION ALL
  SELECT
    'oecd_2021', CASE WHEN code SIMILAR TO '[0-9]+' THEN 'i' || code ELSE lower(code) END, code,
    CASE WHEN code SIMILAR TO '[0-9]+' THEN 'industry' ELSE 'total' END,
    code BETWEEN '06' AND '22', description
  FROM source('industry/io_later/oecd2021_codes.csv', {'code': 'VARCHAR'})
  UNION ALL
  SELECT 'oecd_2025', lower(code), code, 'industry', starts_with(code, 'C'), label
  FROM (VALUES
    ('A01', 'Crop and animal production, hunting'),
    ('A02', 'Forestry and logging'),
    ('A03', 'Fishing and aquaculture'),
    ('B05', 'Mining of coal and lignite'),
    ('B06', 'Extraction of crude petroleum and natural gas'),
    ('B07', 'Mining of metal ores'),
    ('B08', 'Other mining and quarrying'),
    ('B09', 'Mining support service activities'),
    ('C10T12', 'Food products, beverages and tobacco'),
    ('C13T15', 'Textiles, wearing apparel, leather'),
    ('C16', 'Wood and products of wood and cork'),
    ('C17_18', 'Paper products and printing'),
    ('C19', 'Coke and refined petroleum products'),
    ('C20', 'Chemicals and chemical products'),
    ('C21', 'Pharmaceuticals'),
    ('C22', 'Rubber and plastics products'),
    ('C23', 'Other non-metallic mineral products'),
    ('C24A', 'Basic iron and steel (C241 and C2431)'),
    ('C24B', 'Non-ferrous metals (C242 and C2432)'),
    ('C25', 'Fabricated metal products'),
    ('C26', 'Computer, electronic and optical products'),
    ('C27', 'Electrical equipment'),
    ('C28', 'Machinery and equipment nec'),
    ('C29', 'Motor vehicles, trailers and semi-trailers'),
    ('C301', 'Building of ships and boats'),
    ('C302T309', 'Other transport equipment than ships'),
    ('C31T33', 'Furniture, other manufacturing, repair and installation'),
    ('D', 'Electricity, gas, steam and air conditioning supply'),
    ('E', 'Water supply, sewerage, waste management'),
    ('F', 'Construction'),
    ('G', 'Wholesale and retail trade'),
    ('H49', 'Land transport and transport via pipelines'),
    ('H50', 'Water transport'),
    ('H51', 'Air transport'),
    ('H52', 'Warehousing and support activities for transportation'),
    ('H53', 'Postal and courier activities'),
    ('I', 'Accommodation and food service activities'),
    ('J58T60', 'Publishing, audiovisual and broadcasting activities'),
    ('J61', 'Telecommunications'),
    ('J62_63', 'Computer programming, consultancy, information services'),
    ('K', 'Financial and insurance activities'),
    ('L', 'Real estate activities'),
    ('M', 'Professional, scientific and technical activities'),
    ('N', 'Administrative and support service activities'),
    ('O', 'Public administration and defence'),
    ('P', 'Education'),
    ('Q', 'Human health and social work activities'),
    ('R', 'Arts, entertainment and recreation'),
    ('S', 'Other service activities'),
    ('T', 'Activities of households as employers')
  ) AS industries (code, label)
  UNION ALL
  SELECT 'oecd_2025', lower(code), code, 'total', false, label
  FROM (VALUES
    ('IMP_OTHER', 'imports that are not allotted to an industry'),
    ('TXS_INT_FNL', 'taxes less subsidies on products'),
    ('TTL_INT_FNL', 'all intermediate use at purchasers'' prices'),
    ('VALU', 'value added at basic prices'),
    ('LABR', 'compensation of employees'),
    ('OTXS', 'other taxes less subsidies on production'),
    ('CFC', 'consumption of fixed capital'),
    ('NOPS', 'net operating surplus'),
    ('OUTPUT', 'output at basic prices')
  ) AS totals (code, label)
  UNION ALL
  SELECT classification, lower(code), code, 'final_use', false, label
  FROM (VALUES
    ('oecd_2021', 'HFCE', 'final consumption of households'),
    ('oecd_2021', 'NPISH', 'final consumption of non-profit institutions serving households'),
    ('oecd_2021', 'GGFC', 'final consumption of government'),
    ('oecd_2021', 'GFCF', 'gross fixed capital formation'),
    ('oecd_2021', 'INVNT', 'changes in inventories'),
    ('oecd_2021', 'CONS_ABR', 'direct purchases abroad by residents'),
    ('oecd_2021', 'CONS_NONRES', 'direct purchases by non-residents'),
    ('oecd_2021', 'EXPO', 'exports'),
    ('oecd_2021', 'IMPO', 'imports, negative'),
    ('oecd_2025', 'HFCE', 'final consumption of households'),
    ('oecd_2025', 'NPISH', 'final consumption of non-profit institutions serving households'),
    ('oecd_2025', 'GGFC', 'final consumption of government'),
    ('oecd_2025', 'GFCF', 'gross fixed capital formation'),
    ('oecd_2025', 'INVNT', 'changes in inventories'),
    ('oecd_2025', 'DPABR', 'direct purchases abroad by residents'),
    ('oecd_2025', 'CONS_NONRES', 'direct purchases by non-residents'),
    ('oecd_2025', 'EXPO', 'exports'),
    ('oecd_2025', 'IMPO', 'imports, negative')
  ) AS uses (classification, code, label)
  UNION ALL
  SELECT 'oecd_2025', 'total', 'TOTAL', 'total', false, 'total use minus imports: output'
)
SELECT *
FROM listed
ORDER BY classification, kind, code;
