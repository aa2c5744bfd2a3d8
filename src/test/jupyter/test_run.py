"""The parts of the runner that need no kernel: reading, writing, comparing."""
import base64
import contextlib
import errno
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "src/main/jupyter"))

import nbformat
from PIL import Image

import run

V4 = nbformat.v4


def png(colour, compression=6, spot=None):
    picture, file = Image.new("RGB", (10, 10), colour), io.BytesIO()
    if spot:
        picture.putpixel((0, 0), spot)
    picture.save(file, "PNG", compress_level=compression)
    return base64.b64encode(file.getvalue()).decode() + "\n"


def notebook(text="1", picture=None):
    data = {"text/plain": text} | ({"image/png": picture} if picture else {})
    cell = V4.new_code_cell("x", id="a", execution_count=1, outputs=[V4.new_output("execute_result", data, execution_count=1)])
    return V4.new_notebook(cells=[cell], metadata={"kernelspec": run.KERNEL, "language_info": run.LANGUAGE})


class Reading(unittest.TestCase):
    def test_what_is_no_notebook_is_refused_by_name(self):
        for text in ("", "{", "[]", "{}", '{"a": 1}', "<<<<<<< HEAD\n{}", '{"cells": [{}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'):
            with self.subTest(text), self.assertRaisesRegex(run.Problem, r"^x\.ipynb is not a valid notebook: .+\nRestore it"):
                run.read(pathlib.Path("x.ipynb"), text)

    def test_a_notebook_of_another_language_says_so(self):
        for metadata in ({"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}, {"language_info": {"name": "python"}}):
            text = json.dumps(json.loads(run.text_of(notebook())) | {"metadata": metadata})
            with self.assertRaisesRegex(run.Problem, r"^x\.ipynb is a notebook in python, and the collection runs Java\.\nMove it"):
                run.read(pathlib.Path("x.ipynb"), text)

    def test_cells_without_ids_of_their_own_get_the_same_ones_each_time(self):
        raw = json.loads(run.text_of(notebook()))
        raw["nbformat_minor"] = 4
        raw["cells"] = [raw["cells"][0] | {"id": name} for name in ("a", "a")] + [{k: v for k, v in raw["cells"][0].items() if k != "id"}]
        self.assertEqual(["a", "cell-2", "cell-3"], [cell.id for cell in run.read(pathlib.Path("x.ipynb"), json.dumps(raw)).cells])

    def test_what_is_written_reads_back_to_the_same_bytes(self):
        text = run.text_of(notebook("é 中"))
        self.assertEqual(text, run.text_of(run.read(pathlib.Path("x.ipynb"), text)))


class Writing(unittest.TestCase):
    def test_the_next_step_is_that_of_the_cause(self):
        self.assertIn("write to", run.advice(OSError(errno.EROFS, "x")))
        self.assertIn("disk is full", run.advice(OSError(errno.ENOSPC, "x")))
        self.assertNotRegex(run.advice(OSError(errno.EMFILE, "x")), "write to|full")

    def test_all_files_are_replaced_or_none(self):
        with tempfile.TemporaryDirectory() as folder:
            one, other = pathlib.Path(folder, "one"), pathlib.Path(folder, "missing", "other")
            one.write_text("old")
            with self.assertRaisesRegex(run.Problem, "Cannot write .*other"):
                run.write_all({one: "new", other: "new"})
            self.assertEqual(("old", ["one"]), (one.read_text(), os.listdir(folder)))
            run.write_all({one: "new"})
            self.assertEqual(("new", ["one"]), (one.read_text(), os.listdir(folder)))


class Collection(unittest.TestCase):
    """A folder of one notebook with its declared outputs, in the place of the collection."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        root = pathlib.Path(scratch.name)
        self.places = mock.patch.multiple(run, ROOT=root, NOTEBOOKS=root / "notebooks", TARGET=root / "target", PUBLISHED=root / "notebooks/published.sha256")
        self.places.start()
        self.addCleanup(self.places.stop)
        for folder in (run.NOTEBOOKS, run.TARGET):
            folder.mkdir()
        self.path = run.NOTEBOOKS / "x.ipynb"
        self.path.write_text(run.text_of(notebook("1")), encoding="utf-8")
        self.said(run.publish, {self.path: run.digest(notebook("1"))})

    def said(self, work, *arguments):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            work(*arguments)
        return out.getvalue()

    def compare(self, fresh):
        return self.said(run.compare, {self.path: fresh}, run.TARGET / "rerun", "advice")

    def git(self, *arguments):
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments], cwd=run.ROOT, check=True, capture_output=True)

    def commit(self):
        self.git("init")
        self.git("add", ".")
        self.git("commit", "-m", "one")


class Publishing(Collection):
    def test_a_copy_without_git_is_held_against_the_digests_and_says_so(self):
        self.assertRegex(self.compare(notebook("1")), r"published\.sha256 alone, since git has none to show \(fatal: .+\)")

    def test_a_notebook_that_a_run_overwrote_does_not_compare_with_itself(self):
        self.path.write_text(run.text_of(notebook("2")), encoding="utf-8")
        with self.assertRaisesRegex(run.Problem, r"x\.ipynb: not the outputs that notebooks/published\.sha256 declares\nThe rerun lies"):
            self.compare(notebook("2"))

    def test_without_git_the_file_as_it_lies_shows_where(self):
        with self.assertRaisesRegex(run.Problem, r"(?s)not the outputs.*cell 1: the file as it lies has\n.*1.*the rerun gives\n.*2"):
            self.compare(notebook("2"))

    def test_a_folder_of_another_owner_shows_the_refusal_of_git(self):
        self.commit()
        with mock.patch.object(run, "git", lambda *arguments: (None, "fatal: detected dubious ownership in repository at '/x'")):
            self.assertIn("(fatal: detected dubious ownership in repository at '/x')", self.compare(notebook("1")))

    def test_with_git_head_counts_as_well(self):
        self.commit()
        self.assertIn("against git's HEAD, byte for byte, and the digests", self.compare(notebook("1")))
        self.path.write_text(run.text_of(notebook("2")), encoding="utf-8")
        self.said(run.publish, {self.path: run.digest(notebook("2"))})
        with self.assertRaisesRegex(run.Problem, "(?s)cell 1: HEAD has.*1.*the rerun gives.*2"):
            self.compare(notebook("2"))

    def test_a_repository_that_disagrees_with_itself_is_refused(self):
        self.said(run.publish, {self.path: run.digest(notebook("3"))})
        self.commit()
        with self.assertRaisesRegex(run.Problem, "not the outputs that"):
            self.compare(notebook("1"))

    def test_cleared_outputs_rerun_to_the_published_ones(self):
        bare = notebook("1")
        bare.cells[0].outputs, bare.cells[0].execution_count = [], None
        self.path.write_text(run.text_of(bare), encoding="utf-8")
        self.assertIn("Every output is the published one", self.compare(notebook("1")))

    def test_a_run_names_what_is_not_published(self):
        self.assertEqual("", self.said(run.say_unpublished, {self.path: run.digest(notebook("1"))}))
        self.assertIn("Not the published outputs: x.ipynb.", self.said(run.say_unpublished, {self.path: run.digest(notebook("2"))}))

    def test_a_lost_or_damaged_list_is_named(self):
        run.PUBLISHED.write_text("<<<<<<< HEAD\n", encoding="utf-8")
        with self.assertRaisesRegex(run.Problem, "published.sha256 is damaged"):
            self.compare(notebook("1"))
        run.PUBLISHED.unlink()
        with self.assertRaisesRegex(run.Problem, r"published.sha256 is missing.*\nRestore it"):
            self.compare(notebook("1"))

    def test_a_picture_that_changed_lies_in_the_rerun_as_it_came_out(self):
        self.path.write_text(run.text_of(notebook(picture=png("red"))), encoding="utf-8")
        with self.assertRaises(run.Problem):
            self.compare(notebook(picture=png("blue")))
        self.assertEqual(run.text_of(notebook(picture=png("blue"))), (run.TARGET / "rerun/x.ipynb").read_text(encoding="utf-8"))


class NotTwice(Collection):
    """Each input in turn is changed by a byte; the notebooks that rest on it run again, and no others."""

    def setUp(self):
        super().setUp()
        root = run.ROOT
        self.path.unlink()
        patch = mock.patch.multiple(run, SPECIFICATION=root / "kernel.json", RUNNER=root / "runner")
        patch.start()
        self.addCleanup(patch.stop)
        self.specification = {"argv": ["java", "-ea", "-cp", f"classes{os.pathsep}{root / 'one.jar'}", "Main", "{connection_file}"],
                              "metadata": {"java": "17.0.15+6", "processor": "amd64"}}
        tables = [{"name": f"ai/{name}", "path": f"ai/{name}.csv", "schema": {"fields": [{"name": "year"}]}} for name in "abc"]
        self.texts = {
            "kernel.json": json.dumps(self.specification), "one.jar": "library", "runner/run.py": "runner", "runner/requirements.txt": "lock",
            "notebooks/boot.jshell": "import java.util.*;", "data/datapackage.json": json.dumps({"resources": tables}),
            **{f"data/ai/{name}.csv": "year\n" for name in "abc"},
            **{f"target/classes/speedbump/{name}.class": "code" for name in ("stats/S", "analysis/Verdicts", "analysis/shared/R", "analysis/deepseek/D", "analysis/wall/W")},
            **{f"target/verdicts/java-17-amd64/{name}.json": json.dumps({"key": "k", "claim": {"word": "open"}}) for name in ("02_wall", "06_deepseek")},
            "target/opened/06.txt": "ai/a\nverdict:6\n", "target/opened/02.txt": "ai/b\nlooked:ai/c\ndeclared:columns\nverdict:2\n",
            "target/opened/00.txt": "ai/c\nverdict:2\nverdict:6\n"}
        for name, text in self.texts.items():
            self.write(name, text)
        for name, source in {"06": "import speedbump.analysis.deepseek.*;", "02": "import static speedbump.analysis.wall.W.x;", "00": "board()"}.items():
            made = notebook()
            made.cells[0].source = source
            self.write(f"notebooks/{name}.ipynb", run.text_of(made))
        run.Inputs().keep(run.found())

    def write(self, name, text):
        path = run.ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def stale(self):
        inputs = run.Inputs()
        return sorted(path.stem for path in run.names() if not inputs.as_kept(path, path.read_text(encoding="utf-8")))

    def stale_after(self, name, text):
        before = (run.ROOT / name).read_text(encoding="utf-8") if (run.ROOT / name).exists() else None
        self.write(name, text)
        stale = self.stale()
        if before is None:
            (run.ROOT / name).unlink()
        else:
            self.write(name, before)
        return stale

    def test_nothing_changed_nothing_runs(self):
        self.assertEqual([], self.stale())

    def test_what_all_rest_on(self):
        for name in ("one.jar", "runner/run.py", "runner/requirements.txt", "notebooks/boot.jshell", "target/classes/speedbump/stats/S.class",
                     "target/classes/speedbump/analysis/Verdicts.class", "target/classes/speedbump/analysis/shared/R.class"):
            self.assertEqual(["00", "02", "06"], self.stale_after(name, self.texts[name] + " "), name)
        self.assertEqual(["00", "02", "06"], self.stale_after("target/classes/speedbump/stats/New.class", "code"))

    def test_another_java_or_flag(self):
        for other in ({"argv": [*self.specification["argv"][:2], "-Xint", *self.specification["argv"][2:]]}, {"metadata": {"java": "17.0.16+8", "processor": "amd64"}},
                      {"metadata": {"java": "17.0.15+6", "processor": "aarch64"}}):
            self.assertEqual(["00", "02", "06"], self.stale_after("kernel.json", json.dumps(self.specification | other)), other)

    def test_the_code_of_a_claim(self):
        self.assertEqual(["06"], self.stale_after("target/classes/speedbump/analysis/deepseek/D.class", "code."))
        self.assertEqual(["02"], self.stale_after("target/classes/speedbump/analysis/wall/W.class", "code."))
        self.assertEqual(["02"], self.stale_after("target/classes/speedbump/analysis/wall/deep/New.class", "code"))

    def test_a_verdict(self):
        name = "target/verdicts/java-17-amd64/06_deepseek.json"
        self.assertEqual([], self.stale_after(name, self.texts[name].replace('"k"', '"another"')))
        self.assertEqual(["00", "06"], self.stale_after(name, self.texts[name].replace("open", "holds")))
        self.assertEqual(["00", "06"], self.stale_after(name, "{"))

    def test_a_byte_of_a_table(self):
        self.assertEqual(["06"], self.stale_after("data/ai/a.csv", "year\n."))
        self.assertEqual(["02"], self.stale_after("data/ai/b.csv", "year\n."))
        self.assertEqual(["00", "02"], self.stale_after("data/ai/c.csv", "year\n."))

    def test_what_the_data_package_says(self):
        package = json.loads(self.texts["data/datapackage.json"])
        package["resources"][0]["title"] = "another"
        self.assertEqual(["06"], self.stale_after("data/datapackage.json", json.dumps(package)))
        package = json.loads(self.texts["data/datapackage.json"])
        package["resources"].append(package["resources"][0] | {"name": "ai/d"})
        self.assertEqual(["02"], self.stale_after("data/datapackage.json", json.dumps(package)))

    def test_what_was_noted(self):
        self.assertEqual(["06"], self.stale_after("target/opened/06.txt", "ai/a\n"))
        self.assertEqual(["06"], self.stale_after("target/opened/06.txt", "ai/gone\n"))
        self.assertEqual(["06"], self.stale_after("target/opened/06.txt", self.texts["target/opened/06.txt"] + "analyses\n"))

    def test_a_notebook_that_had_claims_computed_rests_on_their_code(self):
        with open(run.TARGET / "opened/00.txt", "a", encoding="utf-8") as file:
            file.write("analyses\n")
        run.Inputs().keep(run.found())
        self.assertEqual(["00", "06"], self.stale_after("target/classes/speedbump/analysis/deepseek/D.class", "code."))

    def test_a_kernel_that_noted_nothing_always_runs_again(self):
        (run.TARGET / "opened/06.txt").unlink()
        run.Inputs().keep(run.found())
        self.assertEqual(["06"], self.stale())

    def test_words_alone_run_nothing(self):
        for name in ("06", "02"):
            made = run.read(run.NOTEBOOKS / f"{name}.ipynb")
            made.cells.append(V4.new_markdown_cell("more", id="more"))
            self.assertEqual([], self.stale_after(f"notebooks/{name}.ipynb", run.text_of(made)))

    def test_the_notebook_itself(self):
        text = (run.NOTEBOOKS / "06.ipynb").read_text(encoding="utf-8")
        self.assertEqual(["06"], self.stale_after("notebooks/06.ipynb", text.replace("deepseek.*;", "deepseek.D;")))
        self.assertEqual(["06"], self.stale_after("notebooks/06.ipynb", text.replace('"1"', '"2"')), "its outputs")
        self.assertEqual(["06"], self.stale_after("notebooks/06.ipynb", text.replace('"metadata": {}', '"metadata": {"trusted": true}', 1)), "written by another")


class Comparing(unittest.TestCase):
    def differences(self, fresh, old):
        return run.differences(pathlib.Path("x.ipynb"), fresh, run.text_of(old), "HEAD")

    def test_the_same_is_the_same(self):
        self.assertEqual([], self.differences(notebook(), notebook()))

    def test_a_number_that_differs_is_named_with_its_cell_and_line(self):
        self.assertRegex(self.differences(notebook("0.31"), notebook("0.32"))[0], r'(?s)x\.ipynb, cell 1: HEAD has\n.*0\.32.*the rerun gives\n.*0\.31')

    def test_another_number_of_cells_is_said(self):
        fresh = notebook()
        fresh.cells.append(V4.new_markdown_cell("more", id="b"))
        self.assertEqual(["x.ipynb: 2 cells here, 1 in HEAD"], self.differences(fresh, notebook()))

    def test_what_another_editor_adds_is_no_difference_and_is_left_out(self):
        other = json.loads(run.text_of(notebook()))
        other["metadata"] |= {"widgets": {"state": {}}, "vscode": {"x": 1}, "kernelspec": {"name": "java-1", "display_name": "J", "language": "java"}}
        other["cells"][0] |= {"id": "another"}
        other["cells"][0]["metadata"] |= {"trusted": True, "execution": {"iopub": "now"}, "colab": {"base_uri": "x"}, "tags": ["solution"]}
        saved = json.dumps(other, indent=2)
        folded = {"jupyter": {"outputs_hidden": True, "source_hidden": True}, "tags": ["solution"]}
        fresh = notebook()
        fresh.cells[0].metadata = folded
        self.assertEqual([], run.differences(pathlib.Path("x.ipynb"), fresh, saved, "HEAD"))
        clean = run.read(pathlib.Path("x.ipynb"), saved)
        self.assertEqual((folded, run.KERNEL), (clean.cells[0].metadata, clean.metadata.kernelspec))

    def test_a_tag_is_a_difference(self):
        fresh = notebook()
        fresh.cells[0].metadata = {"tags": ["solution"]}
        self.assertRegex(self.differences(fresh, notebook())[0], r'"metadata": \{$')

    def test_pictures_are_held_by_their_pixels(self):
        old = notebook(picture=png("red", 0))
        self.assertEqual([], self.differences(notebook(picture=png("red", 9)), old))
        self.assertRegex(self.differences(notebook(picture=png("blue")), old)[0], r"cell 1: 100\.00% of the picture's pixels differ")
        self.assertAlmostEqual(0.01, run.pixel_difference(png("red"), png("red", spot=(0, 0, 0))))

    def test_a_picture_with_the_same_pixels_keeps_its_bytes(self):
        old, fresh = notebook(picture=png("red", 0)), notebook(picture=png("red", 9))
        run.keep_old_pictures(fresh, old)
        self.assertEqual(run.text_of(old), run.text_of(fresh))
        other = notebook(picture=png("blue"))
        run.keep_old_pictures(other, old)
        self.assertEqual(run.text_of(notebook(picture=png("blue"))), run.text_of(other))
