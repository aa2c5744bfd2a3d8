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

-- The grade of a figure by its flags: primary pages are P; a repost of a named official or company
-- figure is M; all else, and anything marked weak, is S.
CREATE MACRO grade(flags) AS CASE
  WHEN contains(coalesce(flags, ''), 'WEAK') THEN 'S'
  WHEN contains(coalesce(flags, ''), 'PRIMARY') THEN 'P'
  WHEN contains(coalesce(flags, ''), 'MIRROR') THEN 'M'
  ELSE 'S'
END;
