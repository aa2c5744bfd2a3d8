-- Source:    industry/io_later/wiod2016_niot_USA_2000_2014.csv.gz
-- Publisher: WIOD project, University of Groningen
-- Address:   https://www.rug.nl/ggdc/valuechain/wiod/wiod-2016-release
-- Copy:      R package dbasu-umass/niotables, data-raw/USA_NIOT_nov16.xlsx, commit
--            5c65c139797500b388297c3eada0ba8cdfe5cb29
-- Licence:   CC BY 4.0
-- Dropped:   nothing; seven other economies do not ship
SELECT
  "year",
  lower(replace(code, '-', '_')) AS "row",
  origin,
  "A01" AS a01, "A02" AS a02, "A03" AS a03, "B" AS b, "C10-C12" AS c10_c12, "C13-C15" AS c13_c15,
  "C16" AS c16, "C17" AS c17, "C18" AS c18, "C19" AS c19, "C20" AS c20, "C21" AS c21,
  "C22" AS c22, "C23" AS c23, "C24" AS c24, "C25" AS c25, "C26" AS c26, "C27" AS c27,
  "C28" AS c28, "C29" AS c29, "C30" AS c30, "C31_C32" AS c31_c32, "C33" AS c33, "D35" AS d35,
  "E36" AS e36, "E37-E39" AS e37_e39, "F" AS f, "G45" AS g45, "G46" AS g46, "G47" AS g47,
  "H49" AS h49, "H50" AS h50, "H51" AS h51, "H52" AS h52, "H53" AS h53, "I" AS i,
  "J58" AS j58, "J59_J60" AS j59_j60, "J61" AS j61, "J62_J63" AS j62_j63, "K64" AS k64, "K65" AS k65,
  "K66" AS k66, "L68" AS l68, "M69_M70" AS m69_m70, "M71" AS m71, "M72" AS m72, "M73" AS m73,
  "M74_M75" AS m74_m75, "N" AS n, "O84" AS o84, "P85" AS p85, "Q" AS q, "R_S" AS r_s,
  "T" AS t, "U" AS u, "CONS_h" AS cons_h, "CONS_np" AS cons_np, "CONS_g" AS cons_g, "GFCF" AS gfcf,
  "INVEN" AS inven, "EXP" AS exp, "GO" AS go
FROM source('industry/io_later/wiod2016_niot_USA_2000_2014.csv.gz', {
  'year': 'INTEGER',
  'A01': 'DOUBLE', 'A02': 'DOUBLE', 'A03': 'DOUBLE', 'B': 'DOUBLE', 'C10-C12': 'DOUBLE', 'C13-C15': 'DOUBLE',
  'C16': 'DOUBLE', 'C17': 'DOUBLE', 'C18': 'DOUBLE', 'C19': 'DOUBLE', 'C20': 'DOUBLE', 'C21': 'DOUBLE',
  'C22': 'DOUBLE', 'C23': 'DOUBLE', 'C24': 'DOUBLE', 'C25': 'DOUBLE', 'C26': 'DOUBLE', 'C27': 'DOUBLE',
  'C28': 'DOUBLE', 'C29': 'DOUBLE', 'C30': 'DOUBLE', 'C31_C32': 'DOUBLE', 'C33': 'DOUBLE', 'D35': 'DOUBLE',
  'E36': 'DOUBLE', 'E37-E39': 'DOUBLE', 'F': 'DOUBLE', 'G45': 'DOUBLE', 'G46': 'DOUBLE', 'G47': 'DOUBLE',
  'H49': 'DOUBLE', 'H50': 'DOUBLE', 'H51': 'DOUBLE', 'H52': 'DOUBLE', 'H53': 'DOUBLE', 'I': 'DOUBLE',
  'J58': 'DOUBLE', 'J59_J60': 'DOUBLE', 'J61': 'DOUBLE', 'J62_J63': 'DOUBLE', 'K64': 'DOUBLE', 'K65': 'DOUBLE',
  'K66': 'DOUBLE', 'L68': 'DOUBLE', 'M69_M70': 'DOUBLE', 'M71': 'DOUBLE', 'M72': 'DOUBLE', 'M73': 'DOUBLE',
  'M74_M75': 'DOUBLE', 'N': 'DOUBLE', 'O84': 'DOUBLE', 'P85': 'DOUBLE', 'Q': 'DOUBLE', 'R_S': 'DOUBLE',
  'T': 'DOUBLE', 'U': 'DOUBLE', 'CONS_h': 'DOUBLE', 'CONS_np': 'DOUBLE', 'CONS_g': 'DOUBLE', 'GFCF': 'DOUBLE',
  'INVEN': 'DOUBLE', 'EXP': 'DOUBLE', 'GO': 'DOUBLE'})
ORDER BY "year", origin, "row";
