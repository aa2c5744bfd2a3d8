"""The parts of the site that are made of a table, without Sphinx."""
import base64
import csv
import gzip
import hashlib
import json
import pathlib
import re
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "src/main/jupyter"))

import lessons
import site_builder
import trail


def row(case, peer, measure, value, goal, met, java="1234", other=""):
    return {"case": case, "work": f"work of {case}", "peer": peer, "java_us": java, "peer_us": other, "measure": measure, "value": value, "goal": goal, "met": met}


class Benchmarks(unittest.TestCase):
    page = site_builder.benchmarks([
        row("step", "", "seconds", "3.46", "10", "true"),
        row("fits", "scipy", "times_faster", "1090", "10", "true", other="1350000"),
        row("fits", "numpy", "times_faster", "0.823", "1", "false", other="0.721"),
        row("growth", "", "times_longer", "7.04", "6", "false")])

    def test_a_case_is_one_line_with_the_package_before_numpy(self):
        self.assertEqual([{"name": "fits", "work": "work of fits", "java": "1.23 ms", "peers": [
            {"name": "scipy", "time": "1.35 s", "times": "1,090", "met": True}, {"name": "numpy", "time": "0.721 µs", "times": "0.82", "met": False}]}], self.page["cases"])

    def test_goals_are_counted_and_the_missed_ones_named(self):
        self.assertEqual((2, 4), (self.page["met"], self.page["all"]))
        self.assertEqual(["fits, 0.82 times as fast as numpy, goal 1", "work of growth: 7 times as long, goal at most 6"], self.page["missed"])

    def test_what_is_no_race_is_said_beside_the_table(self):
        self.assertEqual(["The step, work of step: 3.5 s, goal 10 s.", "work of growth: 7 times as long, goal at most 6, missed."], self.page["others"])

    def test_the_committed_table_names_its_machine_once(self):
        rows = site_builder.rows(ROOT / "src/jmh/results.csv")
        self.assertEqual(1, len({tuple(row[name] for name in ("day", "processor", "system", "jdk", "python", "libraries")) for row in rows}))
        self.assertTrue(all(row["measure"] != "times_faster" or (float(row["value"]) >= float(row["goal"])) == (row["met"] == "true") for row in rows))


class Pages(unittest.TestCase):
    def test_a_cell_of_a_table_knows_its_column(self):
        table = '<table>\n<thead><tr><th align="left">a &amp; b</th><th>c</th></tr></thead>\n<tbody>\n<tr><td>1</td><td>2</td></tr>\n<tr><td>3</td><td>4</td></tr>\n</tbody>'
        self.assertEqual(table, site_builder.labelled(table), "a table that fits stays one")
        table = table.replace("<td>2</td>", f"<td>{'long ' * 10}</td>")
        shown = site_builder.labelled(table)
        self.assertEqual(2, shown.count('<td data-label="a &amp; b">'))
        self.assertEqual(2, shown.count('<td data-label="c">'))
        self.assertEqual("<p>no table</p>", site_builder.labelled("<p>no table</p>"))

    def test_a_long_table_is_folded_under_its_title(self):
        def table(rows):
            return "<p><b>Sources</b></p>\n<table>\n<thead><tr><th>a</th></tr></thead>\n<tbody>\n" + "<tr><td>1</td></tr>\n" * rows + "</tbody>\n</table>"

        self.assertNotIn("<details", site_builder.labelled(table(6)))
        folded = site_builder.labelled(table(7))
        self.assertTrue(folded.startswith('<details class="table"><summary>Sources: a table of 7 rows</summary>\n<table>'), folded[:90])
        self.assertTrue(folded.endswith("</table></details>"))

    def test_a_wide_table_is_folded_too(self):
        def table(columns):
            return "<p><b>Power</b></p>\n<table>\n<thead><tr>" + "<th>a</th>" * columns + "</tr></thead>\n<tbody>\n<tr>" + "<td>1</td>" * columns + "</tr>\n</tbody>\n</table>"

        self.assertNotIn("<details", site_builder.labelled(table(8)))
        self.assertTrue(site_builder.labelled(table(9)).startswith('<details class="table"><summary>Power: a table of 1 rows</summary>'))

    def test_a_picture_has_its_narrow_rendition_where_there_is_one(self):
        png = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (760 * 2).to_bytes(4, "big") + (400 * 2).to_bytes(4, "big")

        def shown(narrow):
            cell = {"cell_type": "code", "metadata": {}, "source": "figure(x)", "outputs": [
                {"data": {"image/png": base64.b64encode(png).decode(), "text/plain": "a chart"}}]}
            boot = {"cell_type": "code", "metadata": {}, "source": ["%load boot.jshell"], "outputs": []}
            with tempfile.TemporaryDirectory() as folder:
                pictures, small = pathlib.Path(folder, "pictures"), pathlib.Path(folder, "narrow")
                pictures.mkdir()
                small.mkdir()
                if narrow:
                    (small / f"{hashlib.sha256(png).hexdigest()}.png").write_bytes(b"narrow")
                notebook = site_builder.for_readers({"cells": [boot, cell]}, "06", pictures, small)
                return notebook, sorted(file.name for file in pictures.iterdir())

        notebook, files = shown(True)
        self.assertEqual(["06-2-1.narrow.png", "06-2-1.png"], files)
        self.assertIn('srcset="_static/pictures/06-2-1.narrow.png"', notebook["cells"][1]["outputs"][0]["data"]["text/html"])
        self.assertEqual(["remove-cell"], notebook["cells"][0]["metadata"]["tags"])
        notebook, files = shown(False)
        self.assertEqual(["06-2-1.png"], files)
        self.assertNotIn("srcset", notebook["cells"][1]["outputs"][0]["data"]["text/html"])


class EveryNumber(unittest.TestCase):
    NONE = {"rows": [], "classes": [], "tables": []}

    def test_a_check_is_listed_with_what_it_computes_and_its_section(self):
        cell = {"cell_type": "code", "outputs": [{"data": {"text/plain": ["\u2713 lag, in months: early: 8.6\n", "\u2713 b: c"]}}], "source": [
            'checks(\n', '    states("lag, in months: early", between(a, List.of(1, 2)\n', '        .first("x, (y")), "8.6"),\n', '    that("that (b)", ok, "c"))']}
        heads = [{"cell_type": "markdown", "source": text} for text in ("# Why?\n\n## The data\nWords", "### More")]
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "data").mkdir()
            (root / "data/datapackage.json").write_text(json.dumps({"resources": [{"name": "ai/index"}, {"name": "ai/other"}]}))
            (root / "target/opened").mkdir(parents=True)
            (root / "target/opened/06_x.txt").write_text("verdict:6\nai/index\n")
            listed = site_builder.numbers(root, {"06_x": ""}, {"06_x": {"cells": [*heads, cell]}, "07_y": {"cells": heads}})
        self.assertEqual([{"name": "06_x", "title": "Why?", "tables": ["ai/index"], "checks": [
            {"section": "The data", "what": "lag, in months: early", "value": "8.6", "by": 'between(a, List.of(1, 2) .first("x, (y"))', "trail": self.NONE},
            {"section": "The data", "what": "b", "value": "c", "by": "ok", "trail": self.NONE}]}], listed)

    def test_the_name_of_a_table_leads_to_the_data_page(self):
        row = '<td align="left">ai/index_models</td><td>ai/unknown</td>'
        self.assertEqual('<td align="left"><a href="data.html#ai-index_models">ai/index_models</a></td><td>ai/unknown</td>', site_builder.linked(row, {"ai/index_models"}))

    def test_a_header_without_words_is_no_header(self):
        table = site_builder.labelled("<table><thead><tr><th></th><th>a</th></tr></thead><tbody><tr><td>x</td><td>1</td></tr></tbody></table>")
        self.assertIn("<tr><td></td><th>a</th></tr>", table)
        self.assertIn('<td>x</td><td>1</td>', table)

    def test_the_first_picture_of_a_notebook_is_the_one_that_stands_first(self):
        self.assertEqual("06_x-5-1.png", min(["06_x-18-1.png", "06_x-5-2.png", "06_x-5-1.png"], key=site_builder.place_of))


class Trails(unittest.TestCase):
    """From a number to the row that holds it, in a made-up collection and in this one."""
    CSV = {
        "ai/cited": ("series,entity,value,grade,source_title,source_url", "lag,US,7,S,a,https://a.example\nlag_low,US,4.4,S,b,\ntwice,US,5,S,c,\ntwice,China,6,S,c,\n"),
        "ai/models": ("model,country,score", "R1,CHN,12\nR2,CHN,12.5\no1,USA,40\n"),
        "ai/shares": ("country,year,share,weight_tonnes", "USA,2020,0.153,2500\nUSA,2021,0.214,\nCHN,2021,0.5,99\n"),
        "claims/list": ("item,table", "one,ai/shares\n")}
    KEYS = {"ai/cited": ["series", "entity"], "ai/models": ["model"], "ai/shares": ["country", "year"], "claims/list": ["item"]}
    JAVA = {
        "six/Six.java": "record Six(Lags lags, List<Lags> many) implements Analysis { /** not \"ai/cited\" */ Half half() { } }",
        "six/Lags.java": 'class Lags { Lags(Catalog c) { c.rows("ai/models", Row.class); } double mean() { } Half half() { } }',
        "six/Half.java": 'class Half { Listed listed; }', "shared/Listed.java": 'class Listed { String a = "claims/list"; }'}
    CELLS = [
        'import speedbump.analysis.six.*;\nvar six = Six.of(catalog);\nvar shares = catalog.table("ai/shares"); // "ai/cited"',
        'ToDoubleBiFunction<String, Integer> in =\n    (who, year) -> 100 * only(shares, "country", who, "year", year).getDouble("share");\nvar held = "CHN";\n'
        'var lags = six.lags();\ndouble sum = 0;\nfor (var one : six.many()) {\n  sum += one.mean();\n}\nvar us = only(shares, "country", "USA", "year", 2020);\n'
        'double grown = 1;\ngrown = in.applyAsDouble("USA", 2020);',
        'var held = "USA";']

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        root = pathlib.Path(folder.name)
        resources = []
        for name, (header, body) in self.CSV.items():
            (root / f"data/{name}.csv").parent.mkdir(parents=True, exist_ok=True)
            (root / f"data/{name}.csv").write_text(f"{header}\n{body}", encoding="utf-8")
            resources.append({"name": name, "path": f"{name}.csv", "sources": [{"path": "https://s.example"}],
                              "schema": {"fields": [{"name": one} for one in header.split(",")], "primaryKey": self.KEYS[name]}})
        (root / "data/datapackage.json").write_text(json.dumps({"resources": resources}), encoding="utf-8")
        for name, source in self.JAVA.items():
            (root / f"src/main/java/speedbump/analysis/{name}").parent.mkdir(parents=True, exist_ok=True)
            (root / f"src/main/java/speedbump/analysis/{name}").write_text(source, encoding="utf-8")
        self.notebook = trail.Notebook(self.CELLS, trail.Sources(root, trail.Tables(root)), list(self.CSV))

    def rows(self, expression, found, cell=1):
        return [f'{one["table"]}: {one["row"]}: {one["column"]}' for one in self.notebook.trail(expression, cell, found)["rows"]]

    def test_a_number_looked_up_leads_to_its_row(self):
        self.assertEqual([{"table": "ai/cited", "row": "lag, US", "column": "value", "value": "7", "source": "https://a.example"}],
                         self.notebook.trail('cited("lag").getDouble("value")', 1, "7")["rows"])
        self.assertEqual(["ai/cited: twice, China: value"], self.rows('cited("twice", "entity", "China").getDouble("value")', "6"))
        self.assertEqual(["ai/cited: lag_low, US: value"], self.rows('cited("lag_low").getDouble("value")', "4"), "rounded")
        self.assertEqual(["ai/models: o1: score"], self.rows('named(lags.all(), Model::model, "o1").score()', "40"))
        self.assertEqual("https://s.example", self.notebook.trail('named(lags.all(), Model::model, "o1").score()', 1, "40")["rows"][0]["source"])

    def test_what_a_cell_has_named_is_put_in_and_reckoned_with(self):
        self.assertEqual(["ai/shares: CHN, 2021: share"], self.rows("in.applyAsDouble(held, 2021)", "50"))
        self.assertEqual(["ai/shares: USA, 2021: share"], self.rows("100 - in.applyAsDouble(held, 2021)", "78.6", 2), "the name as it is by then")
        self.assertEqual(["ai/shares: USA, 2021: share", "ai/shares: USA, 2020: share"], self.rows('in.applyAsDouble("USA", 2021) / in.applyAsDouble("USA", 2020)', "1.40"))
        self.assertEqual(["ai/shares: USA, 2020: weight_tonnes"], self.rows("us.weightTonnes() / 1e3", "2.5 (the text says 2.4 ± 0.1)"))

    def test_no_row_is_named_where_two_would_do(self):
        self.assertEqual([], self.rows('cited("twice").getDouble("value")', "5"))
        self.assertEqual([], self.rows('only(shares, "country", "USA").getDouble("share")', "0.153"))
        self.assertEqual([], self.rows('named(lags.all(), Cited::sourceTitle, "b").value()', "4"), "a column that is no key")

    def test_no_row_is_named_that_only_happens_to_hold_the_number(self):
        for expression, found in [('scores.get("o1")', "40"), ("40", "40"), ('lags.of("USA", 2020)', "15.3"), ('cited("lag").getDouble("value") + lags.mean()', "7")]:
            self.assertEqual([], self.rows(expression, found), expression)
        self.assertEqual([], self.rows("grown", "15.3"), "a name that changes")

    def test_a_row_that_does_not_hold_the_number_is_not_named(self):
        for expression, found in [('cited("lag").getDouble("value")', "8"), ('cited("lag_low").getDouble("value")', "4.5"), ('cited("lag").getDouble("value")', "seven"),
                                  ('only(shares, "country", "USA", "year", 2021).getDouble("weight_tonnes")', "0"), ('7 / 2 * cited("lag").getDouble("value")', "24.5")]:
            self.assertEqual([], self.rows(expression, found), expression)

    def test_else_the_class_is_named_and_the_tables_that_it_names(self):
        def told(expression, cell=1):
            found = self.notebook.trail(expression, cell, "1.5")
            return found["classes"], found["tables"]

        self.assertEqual((["Lags"], ["ai/models", "ai/shares", "claims/list"]), told("lags.mean()"))
        self.assertEqual((["Half"], ["ai/shares", "claims/list"]), told("six.lags().half().size()"))
        self.assertEqual((["Lags", "Six"], ["ai/models", "ai/shares", "claims/list"]), told("sum / 2"), "all of a cell that adds up")
        self.assertEqual(([], ["ai/shares"]), told("shares.rowCount()"))
        self.assertEqual(([], []), told("six.lags().mean() + unheardOf"), "a name that no cell gives")
        self.assertEqual(([], []), told("Math.sqrt(2)"))

    def test_a_trail_stands_behind_its_check(self):
        checks = "<details><summary>\u2713 2 statements checked</summary>\n<p>\u2713 a: 1<br>\n\u2713 b: 2</p></details>"
        self.assertEqual(checks.replace("b: 2", 'b: 2 <small class="trail">x \\1</small>'), site_builder.traced(checks, ["", "x \\1"]))
        self.assertEqual(checks, site_builder.traced(checks, ["", ""]))
        self.assertEqual(checks, site_builder.traced(checks, ["x"]), "trails of other checks")
        row = {"table": "ai/a_b", "row": "1 < 2", "column": "c", "value": "3", "source": "https://a.example/?a&b"}
        self.assertEqual('<a href="data.html#ai-a_b">ai/a_b</a>, row 1 &lt; 2, column <code>c</code> → <a href="https://a.example/?a&amp;b">source</a>', trail.shown({"rows": [row]}))

    def test_every_row_that_is_named_in_the_collection_holds_the_number(self):
        tables = trail.Tables(ROOT)
        sources, held = trail.Sources(ROOT, tables), 0
        for name, notebook in Teach.notebooks.items():
            cells = [site_builder.text(cell["source"]) if cell["cell_type"] == "code" else "" for cell in notebook["cells"]]
            traces = trail.Notebook(cells, sources, list(tables.resources))
            for place, cell in enumerate(notebook["cells"]):
                lines = [line for output in cell.get("outputs", []) for line in site_builder.checked(output)]
                for line, expression in zip(lines, site_builder.expressions(cells[place])):
                    found = line.rpartition(": ")[2]
                    named = traces.trail(expression, place, found)["rows"]
                    if not named:
                        continue
                    number = float(re.match(r"[\d.,−]+", found)[0].replace(",", "").replace("−", "-"))
                    half = 0.5 * 10 ** -len(re.match(r"[−\d,]+\.?(\d*)", found)[1])
                    values = [self.held(one) for one in named]
                    ways = [values[0]] if len(values) == 1 else [values[0] / values[1]]
                    ways += [100 * ways[0], ways[0] / 1000, 100 - ways[0]]
                    self.assertTrue(any(abs(way - number) <= half + 1e-9 for way in ways), f"{name}: {line}: {named}")
                    held += 1
        self.assertGreaterEqual(held, 49)

    def held(self, one):
        """The value that the one row of a table with this key has, read afresh."""
        resource = next(each for each in self.resources if each["name"] == one["table"])
        with (gzip.open if resource["path"].endswith(".gz") else open)(ROOT / "data" / resource["path"], "rt", encoding="utf-8", newline="") as lines:
            values = [row[one["column"]] for row in csv.DictReader(lines)
                      if ", ".join(row[key] for key in resource["schema"]["primaryKey"] if not key.startswith("source_") and row[key]) == one["row"]]
        self.assertEqual(1, len(values), one)
        return float(values[0])

    resources = json.loads((ROOT / "data/datapackage.json").read_text(encoding="utf-8"))["resources"]


class TheMap(unittest.TestCase):
    def test_a_claim_stands_at_its_place(self):
        def claim(number, place):
            return {"claim": number, "notebook": f"{number:02}", "propositions": [], "why": "The deciding question, 2a, is open.", "place": place}

        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "target").mkdir()
            claims = [claim(2, "AGAINST"), claim(6, "TOWARDS"), claim(7, "NOT_EXAMINED")]
            (root / "target/board.json").write_text(json.dumps({"claims": claims}), encoding="utf-8")
            shown = site_builder.board(root)["claims"]
        self.assertEqual([0, 3, ""], [one["at"] for one in shown])


class ChangeAChoice(unittest.TestCase):
    def notebook(self, *outputs):
        return {"cells": [{"cell_type": "code", "outputs": [{"data": {"text/plain": text}}]} for text in outputs]}

    def test_the_data_stand_under_the_first_verdict_box_alone_and_parse(self):
        box = "Claim 6: DeepSeek\nVerdict: open\nMore."
        data = {"word": "open", "question": "Is 1 < 2, </script> and all?", "places": "\u0100\u01ff"}
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "6.json"
            file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
            cells = site_builder.with_explorer(self.notebook("a chart", box, "a table", box), file)["cells"]
        self.assertEqual(["code", "code", "markdown", "code", "code"], [cell["cell_type"] for cell in cells])
        inlined = re.fullmatch(r'<section id="change-a-choice" hidden></section>\n<script type="application/json" id="explorer-data">([^<]*)</script>', cells[2]["source"])
        self.assertEqual(data, json.loads(inlined.group(1)))

    def test_they_stand_under_the_first_picture_after_the_box_where_there_is_one(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "6.json"
            file.write_text("{}", encoding="utf-8")
            notebook = self.notebook("a chart", "Claim 6: DeepSeek\nVerdict: open", "words", "a chart", "a chart")
            for place in (0, 3, 4):
                notebook["cells"][place]["outputs"][0]["data"]["text/html"] = "<div><picture></picture></div>"
            cells = site_builder.with_explorer(notebook, file)["cells"]
        self.assertEqual([4], [place for place, cell in enumerate(cells) if cell["cell_type"] == "markdown"])

    def test_a_page_without_a_verdict_box_has_no_choices(self):
        for notebook, file in [(self.notebook("The verdict board"), pathlib.Path("missing.json")), (self.notebook("Claim 6: DeepSeek\nVerdict: open"), None)]:
            self.assertEqual(1, len(site_builder.with_explorer(notebook, file)["cells"]))

    def test_an_appendix_is_folded_up_to_the_next_section(self):
        def md(source):
            return {"cell_type": "markdown", "id": source[:5], "metadata": {}, "source": source}

        code = {"cell_type": "code", "id": "c", "metadata": {}, "source": "## no heading", "outputs": []}
        cells = site_builder.folded_appendix({"cells": [md("# A"), md("## Appendix: doubts\n\nFirst."), code, md("more"), md("## Sources")]})["cells"]
        self.assertEqual(["# A", '## Appendix: doubts\n\n<details class="appendix"><summary>Read it</summary>', "First.", "## no heading", "more", "</details>", "## Sources"],
                         [cell["source"] for cell in cells])
        self.assertEqual("</details>", site_builder.folded_appendix({"cells": [md("## Appendix: x")]})["cells"][-1]["source"], "an appendix at the end")
        self.assertEqual([md("# A"), code], site_builder.folded_appendix({"cells": [md("# A"), code]})["cells"], "no appendix")

    def test_the_number_of_another_claim_leads_to_its_page(self):
        pages = {2: "02_two", 9: "09_nine", 10: "10_ten"}

        def shown(source, kind="markdown"):
            cell = {"cell_type": kind, "id": "a", "metadata": {}, "source": source}
            return site_builder.cross_linked({"cells": [cell]}, "02_two", pages)["cells"][0]["source"]

        self.assertEqual("Claim [9](09_nine.ipynb) says so.", shown("Claim 9 says so."))
        self.assertEqual("claims 2, [9](09_nine.ipynb) and [10](10_ten.ipynb), in 3 steps", shown("claims 2, 9 and 10, in 3 steps"))
        self.assertEqual("claim 4 has no page", shown("claim 4 has no page"))
        for kept in ("# Claim 9", "see [claim 9](09_nine.ipynb)", "<summary>claim 9</summary>", "claimant 9"):
            self.assertEqual(kept, shown(kept))
        self.assertEqual("claim 9", shown("claim 9", "code"))

    def test_data_that_are_missing_stop_the_build(self):
        with self.assertRaisesRegex(SystemExit, "missing.json"):
            site_builder.with_explorer(self.notebook("Claim 6: DeepSeek\nVerdict: open"), pathlib.Path("missing.json"))


class Teach(unittest.TestCase):
    """What the page Teach says of the notebooks as they lie here."""
    notebooks = {path.stem: site_builder.read_json(path) for path in sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))}
    page = lessons.teach(notebooks)
    NUMBER = re.compile(r"\d+(?:[.,]\d+)*%?")

    def test_words_and_charts_are_counted_under_their_heading(self):
        def md(source):
            return {"cell_type": "markdown", "source": source}

        chart = {"cell_type": "code", "outputs": [{"data": {"image/png": "x"}}, {"data": {"text/plain": "x"}}]}
        cells = [md("# Why?\n\nTwo words, $a + b$ and 3%."), chart, md("## The data\nOne <details>\n\nnot these</details> more\n### Deeper\n- five"), chart, chart, md("## Sources")]
        self.assertEqual({"": {"words": 5, "charts": 1, "cells": 1}, "The data": {"words": 6, "charts": 2, "cells": 2}, "Sources": {"words": 1, "charts": 0, "cells": 0}},
                         lessons.sections({"cells": cells}))
        counted = {"words": 430, "charts": 3, "cells": 1}
        self.assertEqual((8, 10), (lessons.minutes(counted), lessons.minutes(counted, lessons.SLOW)))

    def test_every_notebook_has_a_lesson_with_three_questions(self):
        self.assertEqual(list(self.notebooks), [lesson["notebook"] for lesson in self.page["lessons"]])
        for lesson in self.page["lessons"]:
            self.assertEqual(3, len(lesson["question"]), lesson["notebook"])
            self.assertGreaterEqual(len(lesson["misconceptions"]), 2, lesson["notebook"])
            self.assertTrue(all(len(one["good"].split()) > 25 for one in lesson["question"]), lesson["notebook"])

    def test_a_number_of_a_lesson_stands_on_its_notebooks_page(self):
        for lesson in self.page["lessons"]:
            shown = [site_builder.text(cell["source"]) if cell["cell_type"] == "markdown" else " ".join(
                site_builder.text(output.get("data", {}).get(kind, "")) for output in cell["outputs"] for kind in ("text/plain", "text/html"))
                for cell in self.notebooks[lesson["notebook"]]["cells"]]
            known = set(self.NUMBER.findall(" ".join(shown)))
            told = " ".join([*lesson["misconceptions"], *(one[part] for one in lesson["question"] for part in ("ask", "good"))])
            self.assertEqual([], [number for number in self.NUMBER.findall(told) if number not in known], lesson["notebook"])

    def test_the_class_of_fifty_minutes_holds_what_it_promises(self):
        self.assertEqual(lessons.CLASS, self.page["steps"][-1]["end"])
        self.assertTrue(any(step["charts"] for step in self.page["steps"]))
        for step in self.page["steps"]:
            self.assertGreaterEqual(step["left"], step["talk"], step["what"])
        self.assertGreater(self.page["left_out_minutes"], sum(step["left"] - step["talk"] for step in self.page["steps"]), "what is left out would fit")

    def test_every_notebook_fits_a_class_also_of_slow_readers(self):
        for lesson in self.page["lessons"]:
            time = lesson["time"]
            self.assertGreater(time["charts"], 0, lesson["notebook"])
            self.assertGreaterEqual(min(time["left"], time["left_slow"]), 0, lesson["notebook"])
            self.assertEqual(time["slow"] > lessons.CLASS - lessons.EXERCISE - lessons.QUESTION, bool(time["leave_out"]), lesson["notebook"])

    def test_stressed_words_of_a_lesson_are_no_markup_of_anything_else(self):
        self.assertEqual("a &lt;b&gt; <em>c d</em>", str(site_builder.stressed("a <b> *c d*")))


class Launch(unittest.TestCase):
    def address(self, *lines):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "CITATION.cff").write_text("\n".join(["cff-version: 1.2.0", *lines]) + "\n", encoding="utf-8")
            return site_builder.repository(pathlib.Path(folder))

    def test_the_address_is_that_of_the_citation_file_and_of_nothing_else(self):
        for line in ("repository-code: https://github.com/o/n", "repository-code: 'https://github.com/o/n.git'", 'repository-code: "https://github.com/o/n/"'):
            self.assertEqual("https://github.com/o/n", self.address(line, "license: MIT"))
        for line in ("", "# repository-code: https://github.com/o/n", "url: https://github.com/o/n", "repository-code:"):
            self.assertEqual("", self.address(line, "license: MIT"))

    def test_a_button_says_where_it_leads_or_what_it_lacks(self):
        self.assertIn('href="https://mybinder.org/v2/gh/o/n/HEAD?urlpath=lab%2Ftree%2Fnotebooks%2F06_x.ipynb"', site_builder.launch("06_x", "https://github.com/o/n"))
        self.assertIn('href="https://mybinder.org/v2/git/https%3A%2F%2Fcode.example%2Fo%2Fn/HEAD?', site_builder.launch("06_x", "https://code.example/o/n"))
        self.assertIn("not tried from here", site_builder.launch("06_x", "https://github.com/o/n"))
        lacking = site_builder.launch("06_x", "")
        self.assertNotIn("mybinder", lacking)
        self.assertIn('<a href="teach.html#run-a-notebook">', lacking)
        self.assertIn('<a href="downloads/06_x.ipynb" download="06_x.ipynb">', lacking)

    def test_it_stands_under_the_first_picture_else_under_the_title_and_changes_nothing_else(self):
        cells = [{"cell_type": "code", "source": "%load boot.jshell"}, {"cell_type": "markdown", "source": ["# Why?\n", "\n", "Because."]}]
        shown = site_builder.with_launch({"cells": cells}, "06_x", "")["cells"]
        self.assertEqual(cells[0], shown[0])
        self.assertRegex(shown[1]["source"], r'^# Why\?\n\n<p class="launch">.*</p>\n\nBecause\.$')
        chart = {"cell_type": "code", "outputs": [{"data": {"text/html": "<div><picture></picture></div>"}}]}
        shown = site_builder.with_launch({"cells": [*cells, chart, chart]}, "06_x", "")["cells"]
        self.assertEqual([*cells, chart, chart], shown[:3] + shown[4:])
        self.assertRegex(shown[3]["source"], r'^<p class="launch">.*</p>$')


class ReadBy(unittest.TestCase):
    def test_a_table_names_the_notebooks_that_opened_it_in_their_order(self):
        opened = {"02_second": "ai/scores\nclaims/claims\n", "01_first": "ai/scores_2025\nai/scores\n", "03_third": ""}
        names = ["ai/scores", "ai/scores_2025", "claims/claims", "energy/solar"]
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / "target/opened").mkdir(parents=True)
            for notebook, tables in opened.items():
                (root / f"target/opened/{notebook}.txt").write_text(tables, encoding="utf-8")
            for name in names:
                (root / f"data/{name}.csv").parent.mkdir(parents=True, exist_ok=True)
                (root / f"data/{name}.csv").write_text("model\nR1\n", encoding="utf-8")
            schema = {"fields": [{"name": "model", "type": "string"}]}
            resources = [{"name": name, "path": f"{name}.csv", "schema": schema} for name in names]
            (root / "data/datapackage.json").write_text(json.dumps({"resources": resources}), encoding="utf-8")
            read_by = {table["name"]: table["read_by"] for tables in site_builder.tables(root).values() for table in tables}
        self.assertEqual({"ai/scores": ["01_first", "02_second"], "ai/scores_2025": ["01_first"], "claims/claims": ["02_second"], "energy/solar": []}, read_by)


if __name__ == "__main__":
    unittest.main()
