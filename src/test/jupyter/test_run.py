"""The parts of the runner that need no kernel: reading, writing, comparing."""
import base64
import io
import os
import pathlib
import sys
import tempfile
import unittest

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

    def test_what_is_written_reads_back_to_the_same_bytes(self):
        text = run.text_of(notebook("é 中"))
        self.assertEqual(text, run.text_of(run.read(pathlib.Path("x.ipynb"), text)))


class Writing(unittest.TestCase):
    def test_all_files_are_replaced_or_none(self):
        with tempfile.TemporaryDirectory() as folder:
            one, other = pathlib.Path(folder, "one"), pathlib.Path(folder, "missing", "other")
            one.write_text("old")
            with self.assertRaisesRegex(run.Problem, "Cannot write .*other"):
                run.write_all({one: "new", other: "new"})
            self.assertEqual(("old", ["one"]), (one.read_text(), os.listdir(folder)))
            run.write_all({one: "new"})
            self.assertEqual(("new", ["one"]), (one.read_text(), os.listdir(folder)))


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

    def test_a_text_by_another_writer_is_not_the_same_bytes(self):
        self.assertRegex(run.differences(pathlib.Path("x.ipynb"), notebook(), run.text_of(notebook()) + "\n", "HEAD")[0], "not the same bytes")

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
