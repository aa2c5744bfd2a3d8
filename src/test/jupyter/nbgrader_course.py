"""A course with nbgrader: generates, grades and returns one notebook of the student edition, in an environment of nbgrader's own.

Run by .ci/run with HARD_PLACES=1. The word "install" makes the environment in target/nbgrader and exits with 3 where pip cannot; without it
the course is run, and needs what mvn -Pteach writes.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
RELEASE = "nbgrader==0.9.6"
PLACE, COURSE, TEACHING = ROOT / "target/nbgrader", ROOT / "target/nbgrader-course", ROOT / "target/teaching"
PYTHON = PLACE / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NOTEBOOK, ASSIGNMENT = "06_deepseek", "claims"
# where the solutions print what is asked for
PRINTED = {1: r"without models of no stated country: ([\u2212-]?[\d.]+)", 2: r"its lag would be, months: ([\d.]+)", 3: r"METR time horizon +\S+ +([\d.]+)"}
# what the gradebook holds, by student and cell, and the sum of each student's feedback
GRADES = """
import json
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as book:
    print(json.dumps({one.student.id: {grade.name: [grade.score, grade.max_score] for notebook in one.notebooks for grade in notebook.grades}
                      for one in book.assignment_submissions("claims")}))
"""


def install():
    """The environment of the released nbgrader; kept for the next time."""
    told = PLACE / "release.txt"
    if told.exists() and told.read_text(encoding="utf-8") == RELEASE:
        return
    shutil.rmtree(PLACE, ignore_errors=True)
    for command in ([sys.executable, "-m", "venv", PLACE], [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", RELEASE]):
        ended = subprocess.run(command, capture_output=True, text=True)
        if ended.returncode:
            print(f"nbgrader was not tried, since pip could not install it: {(ended.stderr or ended.stdout).strip().splitlines()[-1]}", flush=True)
            sys.exit(3)
    told.write_text(RELEASE, encoding="utf-8")


class Course(unittest.TestCase):
    """Ann is right; Bob has one right, one wrong whose check he rewrote, and left one out."""

    @classmethod
    def setUpClass(cls):
        for folder in (PLACE, TEACHING / "student"):
            if not folder.exists():
                sys.exit(f"{folder} is missing: run this with the word install, and mvn -Pteach.")
        shutil.rmtree(COURSE, ignore_errors=True)
        (COURSE / "source" / ASSIGNMENT).mkdir(parents=True)
        shutil.copy(TEACHING / "nbgrader_config.py", COURSE)
        shutil.copy(TEACHING / f"student/notebooks/{NOTEBOOK}.ipynb", COURSE / "source" / ASSIGNMENT)
        cls.nbgrader("generate_assignment", ASSIGNMENT)
        right = cls.right()
        cls.hand_in("ann", right)
        cls.hand_in("bob", {1: "4321", 2: right[2]}, {"check-06-1": "1"})
        cls.nbgrader("autograde", ASSIGNMENT)
        cls.nbgrader("generate_feedback", ASSIGNMENT)
        cls.grades = json.loads(cls.told(PYTHON, "-c", GRADES))

    @classmethod
    def nbgrader(cls, *arguments):
        return cls.told(PYTHON, "-m", "nbgrader", *arguments)

    @staticmethod
    def told(*command):
        # a Jupyter of its own, which knows the kernel of the student edition and nothing of this user
        env = os.environ | {"PATH": f"{PYTHON.parent}{os.pathsep}{os.environ['PATH']}", "JUPYTER_PATH": str(TEACHING / "student/jupyter"), "JUPYTER_NO_CONFIG": "1", "JUPYTER_PLATFORM_DIRS": "1",
                            "HOME": str(COURSE)}
        ended = subprocess.run(command, cwd=COURSE, env=env, capture_output=True, text=True, timeout=600, stdin=subprocess.DEVNULL)
        if ended.returncode:
            raise AssertionError(f"{' '.join(map(str, command))}\n{ended.stdout}{ended.stderr}")
        return ended.stdout

    @staticmethod
    def right():
        """The answers, as the solutions of the published notebook print them."""
        cells = json.loads((ROOT / f"notebooks/{NOTEBOOK}.ipynb").read_text(encoding="utf-8"))["cells"]
        said = "\n".join("".join(output.get("data", {}).get("text/plain", "")) for cell in cells if "solution" in cell["metadata"].get("tags", [])
                         for output in cell["outputs"])
        return {number: re.search(pattern, said)[1].replace("\u2212", "-") for number, pattern in PRINTED.items()}

    @staticmethod
    def hand_in(student, answers, rewritten=()):
        """What was released, with a student's answers."""
        file = COURSE / "release" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
        notebook = json.loads(file.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            for number, answer in answers.items():
                if cell["metadata"].get("nbgrader", {}).get("grade_id") == f"answer-06-{number}":
                    cell["source"] = "".join(cell["source"]).replace("Double.NaN", answer)
            if cell.get("id") in dict(rewritten):
                cell["source"] = dict(rewritten)[cell["id"]]
        out = COURSE / "submitted" / student / ASSIGNMENT
        out.mkdir(parents=True)
        (out / file.name).write_text(json.dumps(notebook), encoding="utf-8")

    def test_what_is_released_says_what_is_asked_and_holds_no_answer(self):
        text = (COURSE / "release" / ASSIGNMENT / f"{NOTEBOOK}.ipynb").read_text(encoding="utf-8")
        self.assertEqual(3, text.count("Double.NaN; // your number"))
        self.assertFalse(self.right()[1] in text)

    def test_marks_are_those_of_the_answers_and_of_no_rewritten_check(self):
        self.assertEqual({"ann": {f"check-06-{number}": [1, 1] for number in (1, 2, 3)},
                          "bob": {"check-06-1": [0, 1], "check-06-2": [1, 1], "check-06-3": [0, 1]}}, self.grades)

    def test_each_gets_a_page_with_the_sum_and_the_words(self):
        pages = {student: (COURSE / "feedback" / student / ASSIGNMENT / f"{NOTEBOOK}.html").read_text(encoding="utf-8") for student in ("ann", "bob")}
        for student, points in {"ann": 3, "bob": 1}.items():
            self.assertEqual({f"{points}.0"}, set(re.findall(r"Score: ([\d.]+) / 3\.0", pages[student])), student)
        self.assertEqual({"ann": False, "bob": True}, {student: "no answer yet" in page for student, page in pages.items()})


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    if sys.argv[1:] == ["install"]:
        install()
    else:
        unittest.main(verbosity=2)
