-- What every recipe may use. Runs before the recipes; getvariable('sources') is the folder of source
-- files, getvariable('recipes') this folder.

-- A source file, all columns as text but those with a type here: source('ai/x.csv', {'Score': 'DOUBLE'}).
-- Only an empty cell is missing; a cell of another type stops the run with file, line and column.
CREATE MACRO source(path, typed) AS TABLE
SELECT * FROM read_csv(
  getvariable('sources') || '/' || path,
  types = typed, all_varchar = true, nullstr = '',
  header = true, delim = ',', quote = '"', escape = '"', comment = '', skip = 0,
  dateformat = '%Y-%m-%d', decimal_separator = '.', encoding = 'utf-8', strict_mode = true);

-- A text without line breaks, doubled and outer blanks; missing where nothing is left.
CREATE MACRO tidy(words) AS nullif(trim(regexp_replace(words, '\s+', ' ', 'g')), '');

-- The ISO 3166-1 alpha-3 code of a country as a source writes it; an unknown name stops the run.
SET VARIABLE iso3 = (
  SELECT map(list(name), list(iso3)) FROM (
    SELECT DISTINCT name, iso3 FROM read_csv(getvariable('recipes') || '/country_names.csv', header = true, all_varchar = true)));
CREATE MACRO iso3(country) AS CASE
  WHEN country IS NULL THEN NULL
  ELSE coalesce(getvariable('iso3')[country], error('country_names.csv has no ISO-3 code for "' || country || '"'))
END;

-- All codes of a cell with several countries, each once, in alphabetical order: CHN;USA.
-- "Multinational" is no country and is left out.
CREATE MACRO iso3_list(countries) AS nullif(array_to_string(list_sort(list_distinct(list_transform(
  list_filter(string_split(countries, ','), lambda c: trim(c) <> 'Multinational'), lambda c: iso3(trim(c))))), ';'), '');

-- The grade of a figure by its flags: of several that with the lowest precedence number in
-- claims/grades.csv decides; a flag that is not there stops the run.
SET VARIABLE grades = (
  SELECT map(list(flag), list({'precedence': precedence::INTEGER, 'grade': grade}))
  FROM read_csv(getvariable('recipes') || '/../claims/grades.csv', header = true, all_varchar = true));
CREATE MACRO grade(flags) AS list_sort(list_transform(string_split(coalesce(flags, 'NONE'), ';'),
  lambda flag: coalesce(getvariable('grades')[flag], error('claims/grades.csv has no flag "' || flag || '"'))))[1].grade;

-- A source file in windows-1252 with every cell as text and the number of each record, the header being the first;
-- read from the copy in UTF-8 that Windows1252.java makes.
CREATE MACRO windows_1252_source(path) AS TABLE
SELECT row_number() OVER () + 1 AS record, * FROM read_csv(
  getvariable('windows_1252_copies') || '/' || path,
  all_varchar = true, nullstr = '', header = true, delim = ',', quote = '"', escape = '"', comment = '', skip = 0,
  encoding = 'utf-8', strict_mode = true);

-- A cell of the US Geological Survey without no-break spaces and outer blanks.
CREATE MACRO usgs_text(cell) AS tidy(replace(cell, chr(160), ' '));

-- Its number: grouped digits or plain ones, after > or < where it is a bound; a dash is zero; else missing.
CREATE MACRO usgs_value(cell) AS CASE
  WHEN usgs_text(cell) = '—' THEN 0
  WHEN regexp_full_match(usgs_text(cell), '[<>]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([.][0-9]+)?')
    THEN CAST(regexp_replace(usgs_text(cell), '[<>,]', '', 'g') AS DOUBLE)
END;

-- Whether that number is a bound: lower for >, upper for <.
CREATE MACRO usgs_bound(cell) AS CASE left(usgs_text(cell), 1) WHEN '>' THEN 'lower' WHEN '<' THEN 'upper' END;

-- Why there is no number, or that it is a printed dash; a cell of another form stops the run and names its place.
CREATE MACRO usgs_code(cell, place) AS CASE
  WHEN usgs_text(cell) = '—' THEN 'zero'
  WHEN usgs_value(cell) IS NOT NULL THEN NULL
  WHEN usgs_text(cell) = 'W' THEN 'withheld'
  WHEN usgs_text(cell) = 'NA' THEN 'not_available'
  WHEN usgs_text(cell) = 'XX' THEN 'not_applicable'
  WHEN usgs_text(cell) = 'E' THEN 'net_exporter'
  WHEN usgs_text(cell) = 's' THEN 'see_note'
  WHEN regexp_full_match(usgs_text(cell), '[0-9,.]+ ?[–-] ?[0-9,.]+') THEN 'range'
  ELSE error(place || ': expected a number or a code of the US Geological Survey, found "' || cell || '"')
END;

-- Its notes: whether one of them marks an estimate, and the others.
CREATE MACRO usgs_estimated(notes) AS
  coalesce(len(list_filter(string_split(lower(notes), ' -- '), lambda n: starts_with(n, 'estimated'))) > 0, false);
CREATE MACRO usgs_note(notes) AS
  usgs_text(array_to_string(list_filter(string_split(notes, ' -- '), lambda n: n <> 'Estimated.'), ' -- '));

-- The grade of a figure whose source is marked primary, secondary or weak: a secondary page that repeats a named
-- office's or company's own figure is M, any other S.
CREATE MACRO grade_of_source(quality, repeats_official_figure) AS CASE quality
  WHEN 'primary' THEN 'P'
  WHEN 'secondary' THEN CASE WHEN repeats_official_figure THEN 'M' ELSE 'S' END
  WHEN 'weak' THEN 'S'
  ELSE error('unknown source quality "' || quality || '"')
END;

-- A number that a source holds as text, e.g. after UNPIVOT; another text stops the run and names the place.
CREATE MACRO number(cell, place) AS CASE
  WHEN cell IS NULL THEN NULL
  ELSE coalesce(try_cast(cell AS DOUBLE), error('expected a number, found "' || cell || '" at ' || place))
END;
