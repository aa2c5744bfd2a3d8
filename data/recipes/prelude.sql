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
  SELECT map(list(name), list(iso3)) FROM read_csv(getvariable('recipes') || '/country_names.csv', header = true, all_varchar = true));
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
