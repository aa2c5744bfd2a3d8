"""Editions, checks and marks: what students and teachers get, and what becomes of what is handed in."""
import base64
import csv
import io
import json
import os
import pathlib
import re
import sys
import tempfile
import unittest
import zipfile
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "src/main/jupyter"))

import nbformat
from PIL import Image

import run
import teaching

V4 = nbformat.v4
ASKED = {"06-1": {"asked": "a number, months", "named": False}, "06-2": {"asked": "a name", "named": True}}


def made():
    """A small notebook with three exercises: a number, a name, and one for discussion."""
    solution = {"tags": ["solution"], "jupyter": {"source_hidden": True, "outputs_hidden": True}}
    shown = [V4.new_output("execute_result", {"text/plain": "4.5"}, execution_count=1)]
    cells = [V4.new_code_cell("%load boot.jshell", id="boot"),
             V4.new_code_cell("var a = 4;\nfigure(a)", id="load", outputs=shown),
             V4.new_code_cell("var slow = a;\ncheck(\"a\", slow, 4, 0)", id="unneeded"),
             V4.new_markdown_cell("One thing. The answer is 4.5 (exercise 1). Another.", id="text"),
             V4.new_markdown_cell("## Exercises\n\n**1. Count.** How many?\n\n<details><summary>Hint</summary>Try.</details>", id="exercise-1"),
             V4.new_code_cell("double found = a + 0.5;", id="solution-1", metadata=solution, outputs=shown),
             V4.new_code_cell("check(\"it\", found, 4.5, 0)", id="solution-1b", metadata=solution),
             V4.new_markdown_cell("It is so because of four and a half.\n\n**2. Name.** Who?", id="exercise-2"),
             V4.new_code_cell("var who = \"Ann\";", id="solution-2", metadata=solution),
             V4.new_markdown_cell("**3. Discuss.** And you?", id="exercise-3"),
             V4.new_code_cell("var you = 1;", id="solution-3", metadata=solution),
             V4.new_code_cell("var end = a;", id="after")]
    return V4.new_notebook(cells=cells)


def student():
    return teaching.edition("06_deepseek", made(), ASKED, True)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


class Editions(unittest.TestCase):
    def test_a_students_edition_holds_no_solution_and_no_sentence_that_tells_it(self):
        shown = student()
        self.assertEqual(["boot", "load", "unneeded", "text", "exercise-1", "answer-06-1", "check-06-1", "exercise-2", "answer-06-2", "check-06-2",
                          "exercise-3", "answer-06-3", "after"], [cell.id for cell in shown.cells])
        text = run.text_of(shown)
        for told in ("0.5", "4.5", "Ann", "four and a half", "(exercise"):
            self.assertNotIn(told, text)
        for kept in ("One thing. Another.", "Hint", "Try.", "**2. Name.** Who?", "double answer1 = Double.NaN;", 'String answer2 = \\"\\";', 'answer(\\"06-1\\", answer1)'):
            self.assertIn(kept, text)
        self.assertEqual([[]], [list(group) for group in {tuple(cell.outputs) for cell in code(shown)}])

    def test_a_teachers_edition_is_whole_and_unfolded(self):
        shown = teaching.edition("06_deepseek", made(), ASKED, False)
        self.assertEqual([cell.source for cell in made().cells], [cell.source for cell in shown.cells])
        self.assertEqual([cell.get("outputs") for cell in made().cells], [cell.get("outputs") for cell in shown.cells])
        self.assertNotIn("source_hidden", run.text_of(shown))

    def test_the_metadata_are_nbgraders(self):
        kinds = {cell.id: cell.metadata["nbgrader"] for cell in student().cells if "nbgrader" in cell.metadata}
        common = {"schema_version": 3, "task": False}
        self.assertEqual({"grade_id": "answer-06-1", "grade": False, "solution": True, "locked": False} | common, kinds["answer-06-1"])
        self.assertEqual({"grade_id": "check-06-1", "grade": True, "solution": False, "locked": True, "points": 1} | common, kinds["check-06-1"])
        self.assertEqual({"grade_id": "answer-06-3", "grade": True, "solution": True, "locked": False, "points": 1} | common, kinds["answer-06-3"])
        self.assertEqual(5, len({values["grade_id"] for values in kinds.values()}))

    def test_every_notebook_of_the_collection_makes_a_valid_edition_in_which_nothing_of_a_solution_is_left(self):
        asked_in_java = set(re.findall(r'(?:number|name)\(\s*"(\d\d-\d)"', (run.ROOT / "src/main/java/speedbump/notebook/Answers.java").read_text(encoding="utf-8")))
        asked = {one: {"asked": one, "named": False} for one in asked_in_java}
        known = set()
        for name, source in teaching.notebooks().items():
            with self.subTest(name):
                shown, found = teaching.edition(name, source, asked, True), teaching.exercises(name, source)
                known |= {exercise.id for exercise in found}
                self.assertEqual(list(range(1, len(found) + 1)), [exercise.number for exercise in found])
                for exercise in found:
                    self.assertTrue(exercise.solution, exercise.id)
                    self.assertIn("<summary>Hint</summary>", source.cells[exercise.question].source, exercise.id)
                nbformat.validate(shown)
                solutions = [source.cells[place].source for exercise in found for place in exercise.solution]
                text = "\n".join(cell.source for cell in shown.cells)
                for line in {line.strip() for one in solutions for line in one.splitlines() if len(line.strip()) > 24}:
                    if not any(line in cell.source for cell in source.cells if cell.source not in solutions):
                        self.assertNotIn(line, text)
                given = set().union(*map(teaching.declared, solutions))
                others = [cell.source for cell in code(shown)]
                own = set().union(*map(teaching.declared, others))
                after = [cell.source for place, cell in enumerate(source.cells) if cell.cell_type == "code" and place > found[0].question and cell.source not in solutions]
                for name_given in given - own:
                    self.assertFalse(any(re.search(rf"(?<![.\w\"]){name_given}\b(?! ->)", re.sub(r'"[^"]*"|//.*', "", one)) for one in after), name_given)
        self.assertEqual(set(), asked_in_java - known)
        self.assertGreater(len(known), 35)

    def test_a_zip_depends_on_content_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            zips = []
            for number in (1, 2):
                for name in (("b.txt", "a/c.txt", "start.sh") if number == 1 else ("start.sh", "a/c.txt", "b.txt")):
                    path = folder / f"in{number}" / name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(name)
                    os.utime(path, (10 ** 9 * number, 10 ** 9))
                teaching.archive(folder / f"in{number}", folder / f"{number}.zip", "root/")
                zips.append((folder / f"{number}.zip").read_bytes())
            self.assertEqual(*zips)
            with zipfile.ZipFile(folder / "1.zip") as kept:
                self.assertEqual(["root/a/c.txt", "root/b.txt", "root/start.sh"], kept.namelist())
                self.assertEqual(0o755, kept.getinfo("root/start.sh").external_attr >> 16)

    def test_the_kernel_names_no_folder_of_this_machine(self):
        here = {"display_name": "Java", "language": "java", "interrupt_mode": "message", "env": {"IJAVA_STARTUP_SCRIPT": "x"}, "metadata": {"java": "17"},
                "argv": ["/opt/java/bin/java", "-ea", f"-Dsun.awt.fontconfig={run.RUNNER}/fontconfig.properties", f"-Duser.home={run.TARGET}/home", "-cp",
                         f"{run.TARGET}/classes:/m2/a.jar", "speedbump.notebook.Startup", "{connection_file}"]}
        theirs = teaching.kernel(here)
        self.assertEqual(["java", "-ea", "-Dsun.awt.fontconfig={resource_dir}/fontconfig.properties", "-Dspeedbump.verdicts=shipped", "-cp",
                          "{resource_dir}/lib/*", "speedbump.notebook.Startup", "{connection_file}"], theirs["argv"])
        self.assertNotIn(str(run.ROOT), json.dumps(theirs))


class Slices(unittest.TestCase):
    def test_what_a_cell_declares(self):
        source = "import a.*;\n\nvar one = 1;\ndouble two = 2, three = 3; // why\nMap<String, List<Integer>> four =\n    x;\nString five(int a) {\n  var inner = 1;\n}\n" \
                 "for (int i = 0; i < 3; i++) {\n  one++;\n}\nrecord Six(int a) {}\ncheck(one)"
        self.assertEqual({"one", "two", "three", "four", "five", "Six"}, teaching.declared(source))

    def test_only_what_the_students_cells_need_is_run(self):
        cells = ["%load boot.jshell", "var a = 1;", "var b = a;", "var c = 3;", "var mine = b;"]
        self.assertEqual([0, 1, 2, 4], teaching.needed(cells, {4}))
        self.assertEqual([0, 3, 4], teaching.needed(cells[:4] + ["var mine = c;"], {4}))

    def test_what_a_cell_shows_in_the_end_is_left_out(self):
        self.assertEqual("var a = 1;\n", teaching.SHOWS.sub("", "var a = 1;\nchecks(\n    that(a),\n    that(a))"))
        for kept in ("figure(a);\nvar b = 1;", "var table = 1;", "double check(int a) {\n  return a;\n}"):
            self.assertEqual(kept, teaching.SHOWS.sub("", kept))


class Submissions(unittest.TestCase):
    """What is seen of a submission before it is run."""

    def handed(self, change=lambda cells: cells, file="ann/06_deepseek.ipynb", text=None):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / file
            path.parent.mkdir(parents=True, exist_ok=True)
            notebook = student()
            notebook.cells = change(notebook.cells)
            path.write_text(run.text_of(notebook) if text is None else text, encoding="utf-8")
            found = teaching.submissions(pathlib.Path(folder), {"06_deepseek": made(), "07_learning_by_making": V4.new_notebook()}, ASKED)
            self.assertEqual(1, len(found))
            return found[0]

    def test_a_whole_one_has_no_remark_and_its_checks_are_not_run(self):
        one = self.handed()
        self.assertEqual(("ann", "06_deepseek", "", []), (one.student, one.notebook, one.run, one.remarks))
        self.assertFalse(any(source.startswith("answer(") for source in one.cells))
        self.assertEqual({one.cells.index(source) for source in one.cells if "answer" in source}, one.own)

    def test_a_file_a_student(self):
        self.assertEqual("bob", self.handed(file="bob_06_deepseek.ipynb").student)
        self.assertEqual(("bob", ["renamed"]), (self.handed(file="bob.ipynb").student, self.handed(file="bob.ipynb").remarks))

    def test_what_was_done_to_it_is_said(self):
        self.assertEqual(["cells deleted: load, check-06-2"], self.handed(lambda cells: [cell for cell in cells if cell.id not in ("load", "check-06-2")]).remarks)
        self.assertEqual(["renamed"], self.handed(file="ann/homework.ipynb").remarks)

        def edited(cells):
            next(cell for cell in cells if cell.id == "check-06-1").source = '"right"'
            return cells

        self.assertEqual(["check edited: check-06-1"], self.handed(edited).remarks)

    def test_what_is_no_notebook_still_gets_its_rows(self):
        for text in ("", "{", "[]", '{"cells": [{}]}', '{"cells": 3}', "[" * 100_000):
            with self.subTest(text[:20]):
                one = self.handed(text=text)
                self.assertTrue(one.run.startswith("no notebook"), one.run)
                self.assertEqual([0, 0, ""], [row[5] for row in teaching.rows_of(one, ASKED, {})])
        one = self.handed(text='{"cells": []}', file="ann/x.ipynb")
        self.assertEqual("no notebook of the collection", one.run)
        self.assertEqual(1, len(teaching.rows_of(one, ASKED, {})))

    def test_an_empty_folder_and_none_are_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            for path in (pathlib.Path(folder), pathlib.Path(folder) / "x"):
                with self.assertRaisesRegex(run.Problem, r"(?s)folder"):
                    teaching.submissions(path, {}, {})

    def test_a_spreadsheet_takes_no_answer_for_a_formula(self):
        self.assertEqual(["'=1+1", "-4.8", "'-x", "'@a", "a"], [teaching.safe(text) for text in ("=1+1", "-4.8", "-x", "@a", "a")])

    def test_a_page_holds_no_markup_of_a_students(self):
        one = self.handed(file="<b>ann/06_deepseek.ipynb")
        one.answers = {"06-1": "<script>"}
        page = teaching.feedback(one, ASKED, {(id(one), "06-1"): "near"})
        self.assertNotIn("<script>", page)
        self.assertNotIn("<b>ann", page)
        self.assertIn("0 of 2 points", page)


class Slides(unittest.TestCase):
    def chart(self, height, *gaps, upright=0, line=0):
        """A picture with lines of text, white gaps, and maybe grid lines that stand upright, or a line of a plot under each gap."""
        image, out = Image.new("RGB", (1520, height), "white"), io.BytesIO()
        for y in range(0, height, 16):
            if not any(gap <= y < gap + 40 for gap in gaps):
                image.paste("black", (10, y, 400, y + 8))
        for gap in gaps if line else ():
            image.paste((230, 230, 230), (100, gap + 40, 1500, gap + 42))
        image.paste((230, 230, 230), (700, 100, 700 + upright, height - 232))
        image.save(out, "PNG")
        return base64.b64encode(out.getvalue()).decode("ascii")

    def heights(self, *chart, **more):
        return [Image.open(io.BytesIO(base64.b64decode(png))).height for png in teaching.pages(self.chart(*chart, **more))]

    def test_a_chart_is_shown_whole_cut_between_its_panels_or_not_at_all(self):
        self.assertEqual([1000], self.heights(1000))
        self.assertEqual([], self.heights(1400), "no gap")
        self.assertEqual([], self.heights(2600, 1312), "too tall for two")
        self.assertEqual([], self.heights(1408, 608, line=1), "a gap in a plot")
        upper, lower = self.heights(1408, 608)
        self.assertTrue(608 <= upper <= 648, upper)
        self.assertAlmostEqual(1408, upper + lower, delta=8)

    def test_a_list_is_cut_between_its_rows_and_both_halves_have_the_axis(self):
        upper, lower = self.heights(1408, 656, 1216, upright=2)
        self.assertAlmostEqual(676 + 32 + teaching.EDGE, upper, delta=12)  # the rows, and what stands right under the grid
        self.assertAlmostEqual(1408 - 676, lower, delta=20)

    def test_text_has_18_points_on_a_screen_of_1080_lines(self):
        self.assertGreaterEqual(11.5 * 2 * teaching.TALL / teaching.READABLE, 24)
        self.assertIn(f"height: {teaching.TALL}px", teaching.DECK)

    def test_every_claim_has_a_deck_with_its_question_rule_charts_exercise_and_flips(self):
        for name, source in teaching.notebooks().items():
            if name[:2] in ("00", "13"):
                continue
            with self.subTest(name):
                shown = teaching.slides(name, source)
                texts = [cell.source for cell in shown if cell.metadata.slideshow.slide_type == "slide"]
                self.assertTrue(texts[0].startswith("# ") and texts[0].rstrip().endswith("?"), texts[0])
                self.assertIn("**Holds** if", texts[1])
                self.assertEqual("## Now you", texts[-2].splitlines()[0])
                self.assertNotIn("Hint", texts[-2])
                self.assertEqual("## What would change the verdict", texts[-1].splitlines()[0])
                charts = [cell for cell in shown if "attachments" in cell]
                self.assertEqual(teaching.CHARTS, len({next(iter(cell.attachments)).split("-")[0] for cell in charts}))
                self.assertTrue(all(shown[shown.index(cell) + 1].metadata.slideshow.slide_type == "notes" for cell in charts))
                first = next(place for place, cell in enumerate(source.cells) if cell.cell_type == "code" and teaching.picture(cell))
                self.assertTrue(next(iter(charts[0].attachments)).startswith(f"{first}-"), "the first chart is the finding")
                self.assertTrue(all(cell.source.startswith("![") and len(cell.source) > 60 for cell in charts), "a chart without words for it")
                self.assertIn("Or to discuss:", "".join(cell.source for cell in shown if cell.metadata.slideshow.slide_type == "notes"))

    def test_a_deck_asks_nothing_of_the_network(self):
        from nbconvert import SlidesExporter
        name, source = next(item for item in teaching.notebooks().items() if item[0].startswith("06"))
        text, _ = SlidesExporter(raw_template=teaching.DECK, reveal_url_prefix="reveal").from_notebook_node(V4.new_notebook(cells=teaching.slides(name, source)))
        self.assertEqual([], re.findall(r'(?:src|href)="(?:https?:)?//[^"]*', text))
        self.assertIn('src="reveal/dist/reveal.js"', text)


@unittest.skipUnless(run.SPECIFICATION.exists() and (run.TARGET / "classes").exists(), "no kernel here")
class Marking(unittest.TestCase):
    """The one run with kernels: six submissions of a small notebook, each bad in its own way."""

    def test_one_bad_submission_stops_no_other(self):
        cells = [V4.new_code_cell("var half = 36;", id="load"), V4.new_markdown_cell("## An exercise\n\nHow many?", id="exercise"),
                 V4.new_code_cell("half + half", id="solution", metadata={"tags": ["solution"]})]
        sources = {"00_start_here": V4.new_notebook(cells=cells)}
        asked = {"00-1": {"asked": "per cent of heads", "named": False}}
        handed = {"right": "double answer1 = half + half;", "wrong": "double answer1 = 0.73;", "hangs": "double answer1 = 73;\nwhile (true) {\n}", "ends": "System.exit(0);",
                  "lies": 'String answer1 = "73";\nSystem.out.println("right");', "breaks": "double answer1 = 73 +;"}
        with tempfile.TemporaryDirectory() as folder, mock.patch.multiple(teaching, LIMIT=90, CELL_LIMIT=15), \
                mock.patch.object(teaching, "questions", lambda: asked), mock.patch.object(teaching, "notebooks", lambda: sources):
            folder = pathlib.Path(folder)
            for student_name, answer in handed.items():
                notebook = teaching.edition("00_start_here", sources["00_start_here"], asked, True)
                next(cell for cell in notebook.cells if cell.id == "answer-00-1").source = answer
                (folder / "in" / student_name).mkdir(parents=True)
                (folder / "in" / student_name / "00_start_here.ipynb").write_text(run.text_of(notebook), encoding="utf-8")
            teaching.mark_folder(folder / "in", folder / "out")
            with open(folder / "out/marks.csv", encoding="utf-8", newline="") as file:
                rows = {row["student"]: row for row in csv.DictReader(file)}
            self.assertEqual(set(handed), set(rows))
            self.assertEqual(6, len(list((folder / "out/feedback").glob("*.html"))))
        self.assertEqual({"right": "right", "wrong": "wrong unit", "hangs": "missing", "ends": "missing", "lies": "right", "breaks": "missing"},
                         {name: row["word"] for name, row in rows.items()})
        self.assertEqual("ran", rows["right"]["run"])
        self.assertRegex(rows["hangs"]["run"], "^stopped")
        self.assertRegex(rows["ends"]["run"], "^its Java ended")
        self.assertRegex(rows["breaks"]["run"], "^fails at")


if __name__ == "__main__":
    unittest.main()
