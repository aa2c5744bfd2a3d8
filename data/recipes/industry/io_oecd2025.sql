-- Source:    industry/io_later/oecd2025_niot_2022_80economies.csv.gz
-- Publisher: OECD
-- Address:   https://www.oecd.org/en/data/datasets/input-output-tables.html
-- Copy:      github.com/micomrkaic/ghosh-icio, data/ISO32022ttl.csv, commit 2f9cd66279d2a717aee8368968b602616c3443d9
-- Licence:   OECD terms, attribution
-- Dropped:   64 economies that no registered proposition needs
SELECT
  economy,
  lower(CASE WHEN "row" = 'TTL_INT_FNL' THEN "row" ELSE regexp_replace("row", '^TTL_', '') END) AS "row",
  "A01" AS "a01", "A02" AS "a02", "A03" AS "a03", "B05" AS "b05", "B06" AS "b06", "B07" AS "b07", "B08" AS "b08", "B09" AS "b09",
  "C10T12" AS "c10t12", "C13T15" AS "c13t15", "C16" AS "c16", "C17_18" AS "c17_18", "C19" AS "c19", "C20" AS "c20", "C21" AS "c21", "C22" AS "c22",
  "C23" AS "c23", "C24A" AS "c24a", "C24B" AS "c24b", "C25" AS "c25", "C26" AS "c26", "C27" AS "c27", "C28" AS "c28", "C29" AS "c29",
  "C301" AS "c301", "C302T309" AS "c302t309", "C31T33" AS "c31t33", "D" AS "d", "E" AS "e", "F" AS "f", "G" AS "g", "H49" AS "h49",
  "H50" AS "h50", "H51" AS "h51", "H52" AS "h52", "H53" AS "h53", "I" AS "i", "J58T60" AS "j58t60", "J61" AS "j61", "J62_63" AS "j62_63",
  "K" AS "k", "L" AS "l", "M" AS "m", "N" AS "n", "O" AS "o", "P" AS "p", "Q" AS "q", "R" AS "r",
  "S" AS "s", "T" AS "t", "HFCE" AS "hfce", "NPISH" AS "npish", "GGFC" AS "ggfc", "GFCF" AS "gfcf", "INVNT" AS "invnt", "DPABR" AS "dpabr",
  "CONS_NONRES" AS "cons_nonres", "EXPO" AS "expo", "IMPO" AS "impo", "TOTAL" AS "total"
FROM source('industry/io_later/oecd2025_niot_2022_80economies.csv.gz', {
  'A01': 'DOUBLE', 'A02': 'DOUBLE', 'A03': 'DOUBLE', 'B05': 'DOUBLE', 'B06': 'DOUBLE', 'B07': 'DOUBLE', 'B08': 'DOUBLE', 'B09': 'DOUBLE',
  'C10T12': 'DOUBLE', 'C13T15': 'DOUBLE', 'C16': 'DOUBLE', 'C17_18': 'DOUBLE', 'C19': 'DOUBLE', 'C20': 'DOUBLE', 'C21': 'DOUBLE', 'C22': 'DOUBLE',
  'C23': 'DOUBLE', 'C24A': 'DOUBLE', 'C24B': 'DOUBLE', 'C25': 'DOUBLE', 'C26': 'DOUBLE', 'C27': 'DOUBLE', 'C28': 'DOUBLE', 'C29': 'DOUBLE',
  'C301': 'DOUBLE', 'C302T309': 'DOUBLE', 'C31T33': 'DOUBLE', 'D': 'DOUBLE', 'E': 'DOUBLE', 'F': 'DOUBLE', 'G': 'DOUBLE', 'H49': 'DOUBLE',
  'H50': 'DOUBLE', 'H51': 'DOUBLE', 'H52': 'DOUBLE', 'H53': 'DOUBLE', 'I': 'DOUBLE', 'J58T60': 'DOUBLE', 'J61': 'DOUBLE', 'J62_63': 'DOUBLE',
  'K': 'DOUBLE', 'L': 'DOUBLE', 'M': 'DOUBLE', 'N': 'DOUBLE', 'O': 'DOUBLE', 'P': 'DOUBLE', 'Q': 'DOUBLE', 'R': 'DOUBLE',
  'S': 'DOUBLE', 'T': 'DOUBLE', 'HFCE': 'DOUBLE', 'NPISH': 'DOUBLE', 'GGFC': 'DOUBLE', 'GFCF': 'DOUBLE', 'INVNT': 'DOUBLE', 'DPABR': 'DOUBLE',
  'CONS_NONRES': 'DOUBLE', 'EXPO': 'DOUBLE', 'IMPO': 'DOUBLE', 'TOTAL': 'DOUBLE'})
WHERE economy IN ('CHN', 'USA', 'JPN', 'KOR', 'TWN', 'DEU', 'IND', 'MEX', 'CAN', 'IDN', 'MYS', 'NLD', 'PHL', 'SGP', 'THA', 'VNM')
ORDER BY economy, "row";
