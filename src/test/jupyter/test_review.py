"""Tests of the reviewers' report: what it says was run, and that it says so of this code alone."""
import csv
import json
import os
import pathlib
import sys
import tempfile
import unittest
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "main/jupyter"))
import review
import run

ROOT = pathlib.Path(__file__).resolve().parents[3]
CASES = """estimator,case,source,program,digits,test
stats.Mean,four values,a book,R,9,stats.MeanTest.agrees
stats.Mean,a fifth,a book,R,,stats.MeanTest.Nested.agreesToo
stats.Sum,none: worked by hand,,,,
stats.Spread,six values,a book,R,3,stats.SpreadTest.agrees
"""


class WhatWasRun(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        self.write("src/main/java/speedbump/stats/Mean.java", "class Mean {}", 1000)
        self.write(review.CASES, CASES, 1000)

    def write(self, name, text, second):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.utime(path, (second, second))

    def report(self, second, *cases, name="MeanTest"):
        inner = "".join(f'<testcase name="{case}" classname="speedbump.stats.{owner}">{ended}</testcase>' for owner, case, ended in cases)
        self.write(f"{review.REPORTS}/TEST-speedbump.stats.{name}.xml", f"<testsuite>{inner}</testsuite>", second)

    def outcomes(self):
        return [row["outcome"] for row in review.estimators(self.root)["cases"]]

    def test_a_case_agrees_where_all_its_runs_did(self):
        self.report(2000, ("MeanTest", "agrees(double)[1]", ""), ("MeanTest", "agrees(double)[2]", ""), ("MeanTest$Nested", "agreesToo", ""))
        self.assertEqual(["agrees", "agrees", "not run in this build"], self.outcomes())
        self.assertEqual((2, 1, []), tuple(review.estimators(self.root)[key] for key in ("run", "not_run", "off")))

    def test_one_run_that_failed_is_enough(self):
        for ended in ("<failure/>", "<error/>", "<skipped/>"):
            self.report(2000, ("MeanTest", "agrees(double)[1]", ended), ("MeanTest", "agrees(double)[2]", ""), ("MeanTest$Nested", "agreesToo", ""))
            self.assertEqual(["does not agree", "agrees", "not run in this build"], self.outcomes())
            self.assertEqual(["stats.MeanTest.agrees"], [row["test"] for row in review.estimators(self.root)["off"]])

    def test_reports_from_before_a_change_say_nothing(self):
        for changed in ("src/main/java/speedbump/stats/Mean.java", review.CASES, "data/ai/a.csv", "notebooks/06.ipynb"):
            self.report(2000, ("MeanTest", "agrees", ""))
            self.assertEqual("agrees", self.outcomes()[0], changed)
            self.write(changed, CASES, 3000)
            self.assertEqual("not run in this build", self.outcomes()[0], changed)
            self.write(changed, CASES, 1000)

    def test_an_estimator_without_a_case_says_why(self):
        self.assertEqual([("stats.Sum", "none: worked by hand")], [(row["estimator"], row["case"]) for row in review.estimators(self.root)["without"]])

    def test_what_was_verified_before_a_change_is_not_told(self):
        self.write(review.VERIFIED, '{"agreed": ["all"]}', 2000)
        self.assertEqual({"agreed": ["all"]}, review.saved(self.root / review.VERIFIED, review.newest(self.root)))
        self.write("data/ai/a.csv", "year\n", 3000)
        self.assertEqual({}, review.saved(self.root / review.VERIFIED, review.newest(self.root)))


class Verifying(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        patch = mock.patch.object(run, "TARGET", pathlib.Path(folder.name))
        patch.start()
        self.addCleanup(patch.stop)

    def test_what_agreed_and_the_first_that_did_not_are_kept(self):
        def refuse():
            raise run.Problem("cell 3: another number")

        verified = run.Verified()
        with mock.patch("builtins.print") as said:
            verified.step("3 notebooks, ", lambda: "held against HEAD")
            with self.assertRaisesRegex(run.Problem, "cell 3"):
                verified.step("the verdicts under java-25", refuse)
        told = "\n".join(call.args[0] for call in said.call_args_list)
        self.assertEqual("Agreed:\n  3 notebooks, held against HEAD\nDid not agree:\n  the verdicts under java-25", told)
        kept = review.saved(run.TARGET / "verified.json", 0)
        self.assertEqual({"agreed": ["3 notebooks, held against HEAD"], "off": ["the verdicts under java-25"], "not_tried": []}, kept)


class Moved(unittest.TestCase):
    def test_a_board_that_moved_is_told_once_with_what_moved(self):
        def claims(word, finding):
            return json.dumps({"claims": [{"claim": 2, "word": "open", "confidence": "c", "why": "w", "finding": "f"},
                                          {"claim": 6, "word": word, "confidence": "c", "why": "w", "finding": finding}]})

        with tempfile.TemporaryDirectory() as folder, mock.patch.object(run, "TARGET", pathlib.Path(folder)), mock.patch("builtins.print") as said:
            (run.TARGET / "board.json").write_text(claims("open", "It fell by 3%."), encoding="utf-8")
            run.say_moved()
            said.assert_not_called()
            (run.TARGET / "board-before.json").write_text(claims("cannot tell", "It fell by 2%."), encoding="utf-8")
            run.say_moved()
            told = "\n".join(call.args[0] for call in said.call_args_list)
            run.say_moved()
            self.assertEqual(told, "\n".join(call.args[0] for call in said.call_args_list))
        self.assertEqual("\nOther than on the board before:\n  6  word\n       before: cannot tell\n       now:    open\n"
                         "  6  finding\n       before: It fell by 2%.\n       now:    It fell by 3%.", told)


class ThePage(unittest.TestCase):
    def test_power_is_told_where_worlds_were_run(self):
        row = {"worlds": 2000, "holdsGivenTrue": 0.648, "holdsGivenFalse": 0.001, "failsGivenTrue": 0, "failsGivenFalse": 0.996}
        self.assertEqual({"holds": "65% / 0%", "fails": "0% / 100%"}, review.power(row))
        self.assertEqual({"holds": "", "fails": ""}, review.power({"worlds": 0}))

    def test_a_file_has_a_header_and_its_rows(self):
        with tempfile.TemporaryDirectory() as folder:
            review.write(pathlib.Path(folder) / "review", {"a": [{"x": 1, "y": "two, three"}], "none": []})
            self.assertEqual(["a.csv"], os.listdir(f"{folder}/review"))
            with open(f"{folder}/review/a.csv", encoding="utf-8", newline="") as lines:
                self.assertEqual([["x", "y"], ["1", "two, three"]], list(csv.reader(lines)))

    def test_every_package_says_what_it_is_for(self):
        listed = review.programs(ROOT)
        self.assertGreater(len(listed), 15)
        self.assertEqual([], [program for program in listed if not program["what"].endswith((".", "?")) or "@" in program["what"] or not program["classes"]])

    def test_the_readme_says_what_was_not_tried(self):
        self.assertIn("Windows", review.untested(ROOT))


if __name__ == "__main__":
    unittest.main()
