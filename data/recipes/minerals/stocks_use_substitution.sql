-- Source:    minerals/later_2026_11/stocks_use_substitution.csv
-- Publisher: several; each row names its own
-- Address:   in the column source_url of each row
-- Copy:      collected in November 2026
-- Licence:   single cited facts
-- Dropped:   the verbatim quotes; the 22 rows that hold neither a number nor a date of what happened or is planned.
-- Grade:     as the collection gives it by the page that was read.
-- Changed:   notes name rows by their id and tables by their name here, and quote nobody.
WITH reworded (id, words, instead) AS (
  VALUES
    ('T08', 'the next row', 'T09'),
    ('T11', 'held already in facts/ex_china_capacity.csv; end of the row above', 'also in minerals/capacity_outside_china; end of T10'),
    ('T14', 'see next row', 'uncertain in October 2025'),
    ('T18', 'the row "mid-2026"', 'T16'),
    ('T22', 'the row above', 'T21'),
    ('T23', 'next row', 'T24'),
    ('T27', '"if a production decision is made in 2025"', 'if production is decided in 2025'),
    ('T29', 'next two rows', 'T30, T31'),
    ('U01', 'held already in facts/us_defense_exposure.csv', 'also in minerals/defence_exposure'),
    ('U05', 'the row above', 'U04'),
    ('U10', 'held in facts/', 'in minerals/defence_exposure'),
    ('U18', '"Rounded to one significant digit"', 'rounded to one digit'),
    ('U19', '"Rounded to one significant digit"', 'rounded to one digit'),
    ('U20', '"Rounded to one significant digit"', 'rounded to one digit'),
    ('U21', '"Rounded to one significant digit"', 'rounded to one digit'),
    ('U22', '"Rounded to one significant digit"', 'rounded to one digit'),
    ('U28', '2025 "reflecting a shift toward lower-value imported products"', 'in 2025 more imports of lower value'),
    ('U29', '2025 "reflecting a shift toward lower-value imported products"', 'in 2025 more imports of lower value'),
    ('U30', '"129 t Sm, 16 t Tb, and 92 t Dy"', '129 t Sm, 16 t Tb, 92 t Dy'),
    ('U31', 'the row above', 'U30'),
    ('U32', 'two rows above', 'U30'),
    ('X02', 'held already in facts/', 'also in minerals/capacity_outside_china,'),
    ('X03', 'held already in facts/', 'also in minerals/capacity_outside_china'),
    ('X12', 'the row above', 'X11'),
    ('X16', '"assume that today’s pipeline is built and scaled on schedule"', 'on the assumption that all that is planned is built in time'),
    ('X20', 'held already in facts/', 'also in minerals/capacity_outside_china')
)
SELECT
  id,
  kind,
  tidy(material) AS material,
  element,
  value,
  low,
  high,
  unit,
  date_or_period,
  tidy(publisher) AS publisher,
  tidy(source_title) AS source_title,
  source_url,
  tidy(page) AS page,
  grade,
  flag,
  tidy(CASE
    WHEN words IS NULL THEN note
    WHEN contains(note, words) THEN replace(note, words, instead)
    ELSE error('stocks_use_substitution.csv, ' || id || ': the note does not hold "' || words || '"')
  END) AS note
FROM source('minerals/later_2026_11/stocks_use_substitution.csv', {'value': 'DOUBLE', 'low': 'DOUBLE', 'high': 'DOUBLE'})
LEFT JOIN reworded USING (id)
WHERE coalesce(value, low, high) IS NOT NULL OR unit IN ('date', 'dates')
ORDER BY id;
