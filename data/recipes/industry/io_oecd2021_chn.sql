-- Source:    industry/io_later/oecd2021_niot_CHN_1995_2018.csv.gz
-- Publisher: OECD
-- Address:   https://www.oecd.org/en/data/datasets/input-output-tables.html
-- Copy:      R package Carol-seven/ionet, data/OECD21ed_CHN_1995to2018.rda, commit
--            51145dcab476e75783af41a688488db1a4abeb56
-- Licence:   OECD terms, attribution
-- Dropped:   nothing
SELECT
  "year",
  CASE WHEN code SIMILAR TO '[0-9]+' THEN 'i' || code ELSE lower(code) END AS "row",
  "01" AS i01, "02" AS i02, "03" AS i03, "04" AS i04, "05" AS i05, "06" AS i06, "07" AS i07, "08" AS i08,
  "09" AS i09, "10" AS i10, "11" AS i11, "12" AS i12, "13" AS i13, "14" AS i14, "15" AS i15, "16" AS i16,
  "17" AS i17, "18" AS i18, "19" AS i19, "20" AS i20, "21" AS i21, "22" AS i22, "23" AS i23, "24" AS i24,
  "25" AS i25, "26" AS i26, "27" AS i27, "28" AS i28, "29" AS i29, "30" AS i30, "31" AS i31, "32" AS i32,
  "33" AS i33, "34" AS i34, "35" AS i35, "36" AS i36, "37" AS i37, "38" AS i38, "39" AS i39, "40" AS i40,
  "41" AS i41, "42" AS i42, "43" AS i43, "44" AS i44, "45" AS i45, "HFCE" AS hfce, "NPISH" AS npish, "GGFC" AS ggfc,
  "GFCF" AS gfcf, "INVNT" AS invnt, "CONS_ABR" AS cons_abr, "CONS_NONRES" AS cons_nonres, "EXPO" AS expo, "IMPO" AS impo
FROM source('industry/io_later/oecd2021_niot_CHN_1995_2018.csv.gz', {
  'year': 'INTEGER',
  '01': 'DOUBLE', '02': 'DOUBLE', '03': 'DOUBLE', '04': 'DOUBLE', '05': 'DOUBLE', '06': 'DOUBLE', '07': 'DOUBLE', '08': 'DOUBLE',
  '09': 'DOUBLE', '10': 'DOUBLE', '11': 'DOUBLE', '12': 'DOUBLE', '13': 'DOUBLE', '14': 'DOUBLE', '15': 'DOUBLE', '16': 'DOUBLE',
  '17': 'DOUBLE', '18': 'DOUBLE', '19': 'DOUBLE', '20': 'DOUBLE', '21': 'DOUBLE', '22': 'DOUBLE', '23': 'DOUBLE', '24': 'DOUBLE',
  '25': 'DOUBLE', '26': 'DOUBLE', '27': 'DOUBLE', '28': 'DOUBLE', '29': 'DOUBLE', '30': 'DOUBLE', '31': 'DOUBLE', '32': 'DOUBLE',
  '33': 'DOUBLE', '34': 'DOUBLE', '35': 'DOUBLE', '36': 'DOUBLE', '37': 'DOUBLE', '38': 'DOUBLE', '39': 'DOUBLE', '40': 'DOUBLE',
  '41': 'DOUBLE', '42': 'DOUBLE', '43': 'DOUBLE', '44': 'DOUBLE', '45': 'DOUBLE', 'HFCE': 'DOUBLE', 'NPISH': 'DOUBLE', 'GGFC': 'DOUBLE',
  'GFCF': 'DOUBLE', 'INVNT': 'DOUBLE', 'CONS_ABR': 'DOUBLE', 'CONS_NONRES': 'DOUBLE', 'EXPO': 'DOUBLE', 'IMPO': 'DOUBLE'})
ORDER BY "year", "row";
