"""Teaching: the notebooks as students and teachers get them (mvn -Pteach), marks for what students hand in (mvn -Pmark), and slides."""
import base64
import concurrent.futures
import copy
import csv
import html
import io
import json
import os
import pathlib
import re
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile

import lessons
from run import KERNEL, LANGUAGE, NOTEBOOKS, ROOT, RUNNER, SPECIFICATION, TARGET, Problem, java_of_here, nbformat_node, read, text_of

TEACHING = TARGET / "teaching"
NAME = "speed-bump"
# jars that neither kernel nor module load: annotations, and XChart's ways to PDF and GIF
NOT_NEEDED = ("animated-gif-lib", "checker-qual", "commons-logging", "error_prone_annotations", "fontbox", "graphics2d", "j2objc-annotations", "jsr305",
              "listenablefuture", "pdfbox", "VectorGraphics2D")
# every file of a zip is of this time, so that the same content makes the same bytes
STAMP = (2026, 11, 24, 0, 0, 0)
STORED = (".jar", ".gz", ".png")
START_OF_EXERCISES = re.compile(r"^## (Exercises|An exercise)$", re.M)
EXERCISE = re.compile(r"^\*\*(\d+)\. (.+?)\*\*", re.M)
CITES_EXERCISE = re.compile(r"\(exercise \d+\)")
DISCUSSION = "*Your answer, in words: for discussion, and read by a person.*"
HOW = ("\n\n> Put each answer into the cell below its question and run the check under it. It says right, near, wrong unit or wrong sign, and does not "
       "show the number. Add as many cells of your own as you like; leave the checks as they are.")
# of a submission: a cell, and all of it
CELL_LIMIT, LIMIT = 40, 100
STATEMENT = re.compile(r"^(?:abstract|assert|break|case|catch|continue|do|else|for|if|import|return|static import|switch|throw|try|while|})\b")
DECLARATION = re.compile(r"^(?:(?:final|static|public|private) )*(?:class|record|enum|interface|[A-Za-z_][\w.<>\[\], ?]*)\s+(\w+)\s*(?:[=;(<{].*)?$")
# what a cell of ours shows in the end and nothing after it needs
SHOWS = re.compile(r"^(?:board|check|checks|evidence|figure|flips|rule|sources|table|verdict)\((?:.*\n?)(?:[ )}].*\n?)*\Z", re.M)
# the package that brings reveal.js, and what of it a deck needs
REVEAL = "sphinx-revealjs==3.2.1 --hash=sha256:805bed3ca459346e0f01967d5ed1c40d6b7b917de1541e1e4566c8341fe7017b"
REVEAL_FILES = re.compile(r"sphinx_revealjs/_static/revealjs/(LICENSE|dist/(?:reset|reveal)\.css|dist/reveal\.js|plugin/notes/notes\.js)$")
CHARTS = 4
# of pixels, two a pixel of the page, in a slide of 1080 lines: labels of 11.5 pixels of the page have 18 points (24 lines) and more
TALL = 1056
READABLE = TALL * 23 // 24
# the white around a chart, the least blank between its panels or rows, the shade above which there are grid lines only, and the width of upright ones that mark
EDGE, BAND, GRID, STRAY = 8, 12, 200, 8
DECK = """{%- extends 'reveal/index.html.j2' -%}
{%- block html_head_js -%}{%- endblock -%}
{%- block html_head_js_mathjax -%}{%- endblock -%}
{%- block notebook_css -%}<style>
html, body, main { height: 100%; margin: 0 }
.reveal { font: 40px/1.35 sans-serif; color: #222; background: #fff }
.reveal .slides { text-align: left }
.reveal .slides section { padding: 0 60px; box-sizing: border-box }
.reveal .slides section.stack { padding: 0 }
.reveal h1 { font-size: 76px; line-height: 1.15 } .reveal h2 { font-size: 56px }
.reveal img { display: block; margin: 0 auto; max-width: 1880px; height: 1056px; object-fit: contain }
.reveal .slides section:has(img) { padding: 0 20px; top: 0 !important }
.reveal p:has(img) { margin: 0 !important }
.reveal .slide-number { font-size: 18px; line-height: 20px; padding: 0 6px; bottom: 1px; right: auto; left: 4px }
.reveal .controls { font-size: 5px; bottom: 1px; right: 4px }
.reveal p, .reveal li { margin: .5em 0 } .jp-InputPrompt, .anchor-link { display: none }
</style>{%- endblock -%}
{%- block footer_js -%}
<script src="{{ reveal_url_prefix }}/dist/reveal.js"></script>
<script src="{{ reveal_url_prefix }}/plugin/notes/notes.js"></script>
<script>Reveal.initialize({width: 1920, height: 1080, margin: 0, center: true, hash: true, slideNumber: 'c/t', plugins: [RevealNotes]})</script>
{%- endblock -%}
"""
MARKS = ("student", "notebook", "exercise", "answer", "word", "points", "run", "remarks")


class Exercise:
    """One exercise of a notebook: the cell of its question and those of its solution, by their places."""

    def __init__(self, notebook, number, title, question):
        self.id, self.number, self.title, self.question, self.solution = f"{notebook[:2]}-{number}", number, title, question, []


def exercises(name, notebook):
    """The exercises of a notebook in their order."""
    found, started = [], False
    for place, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            started = started or bool(START_OF_EXERCISES.search(cell.source))
            if started and (match := EXERCISE.search(cell.source)):
                found.append(Exercise(name, int(match[1]), match[2].rstrip("."), place))
            elif started and cell.source.startswith("## An exercise"):
                found.append(Exercise(name, 1, "An exercise", place))
        elif "solution" in cell.metadata.get("tags", []):
            if not found:
                raise Problem(f"{name}: cell {cell.id} is a solution, and no exercise stands before it.")
            found[-1].solution.append(place)
    return found


def questions():
    """What the exercises ask for, by id, as the class Answers has it: those that are not here are for discussion."""
    TEACHING.mkdir(parents=True, exist_ok=True)
    file = TEACHING / "questions.json"
    java("speedbump.notebook.Answers", str(file))
    return json.loads(file.read_text(encoding="utf-8"))


def java(*arguments):
    """Runs a class of the module as the kernels are run."""
    argv = json.loads(SPECIFICATION.read_text(encoding="utf-8"))["argv"]
    ended = subprocess.run([*argv[:argv.index("-cp") + 2], *arguments], cwd=ROOT, capture_output=True, text=True)
    if ended.returncode:
        raise Problem(f"{arguments[0]} failed:\n{ended.stderr.strip()}")


def nbgrader(kind, grade_id):
    """The metadata of nbgrader's schema 3 for an answer, its check, or an answer that a person reads."""
    values = {"schema_version": 3, "grade_id": grade_id, "grade": kind != "answer", "solution": kind != "check", "locked": kind == "check", "task": False}
    return values | ({"points": 1} if values["grade"] else {})


def answer_cells(exercise, question):
    """What stands in place of a solution."""
    from nbformat.v4 import new_code_cell, new_markdown_cell

    if question is None:
        return [new_markdown_cell(DISCUSSION, id=f"answer-{exercise.id}", metadata={"nbgrader": nbgrader("discussion", f"answer-{exercise.id}")})]
    empty = f'String {variable(exercise)} = ""; // your answer' if question["named"] else f"double {variable(exercise)} = Double.NaN; // your number"
    return [new_code_cell(f"// {question['asked']}\n{empty}", id=f"answer-{exercise.id}",
                          metadata={"tags": ["answer"], "nbgrader": nbgrader("answer", f"answer-{exercise.id}")}),
            # a check that refuses does not keep the cells below from running
            new_code_cell(f'answer("{exercise.id}", {variable(exercise)})', id=f"check-{exercise.id}",
                          metadata={"tags": ["raises-exception"], "nbgrader": nbgrader("check", f"check-{exercise.id}")})]


def variable(exercise):
    return f"answer{exercise.number}"


def sentences_that_tell(text):
    """A text without the sentences that cite an exercise: they give its result."""
    return "\n".join(" ".join(one for one in re.split(r"(?<=[.?!]) (?=[A-Z*(])", line) if not CITES_EXERCISE.search(one)) for line in text.split("\n"))


def edition(name, notebook, asked, student):
    """A notebook for students, with empty answers, or for teachers, with the solutions open."""
    notebook, shown = copy.deepcopy(notebook), []
    found = exercises(name, notebook)
    by_first = {exercise.solution[0]: exercise for exercise in found if exercise.solution}
    solutions = {place for exercise in found for place in exercise.solution}
    for place, cell in enumerate(notebook.cells):
        exercise = next((one for one in found if one.question == place), None)
        if place in solutions and student:
            shown += answer_cells(by_first[place], asked.get(by_first[place].id)) if place in by_first else []
            continue
        if place in solutions:
            cell.metadata = nbformat_node({"tags": ["solution"]})
        if student and cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
        elif student:
            cell.source = sentences_that_tell(cell.source)
            if exercise and exercise is not found[0]:  # what stands before the next question is the reason of the last answer
                cell.source = cell.source[EXERCISE.search(cell.source).start():]
            if exercise and exercise is found[0]:
                cell.source = START_OF_EXERCISES.sub(lambda match: match[0] + HOW, cell.source)
        shown.append(cell)
        if student and exercise and not exercise.solution:
            shown += answer_cells(exercise, asked.get(exercise.id))
    notebook.cells = shown
    notebook.metadata = nbformat_node({"kernelspec": KERNEL, "language_info": LANGUAGE, "speedbump": {"notebook": name, "edition": "student" if student else "solution"}})
    return notebook


def notebooks():
    return {path.stem: read(path) for path in sorted(NOTEBOOKS.glob("[0-9]*.ipynb"))}


def kernel(specification):
    """The specification of a kernel that finds its jars beside itself, wherever the folder lies."""
    argv, before = ["java"], specification["argv"][1:specification["argv"].index("-cp")]
    for flag in before:
        for file in ("fontconfig.properties", "logging.properties"):
            flag = flag.replace(str(RUNNER / file), "{resource_dir}/" + file)
        if str(ROOT) not in flag:  # what is left of this folder are places for temporary files
            argv.append(flag)
    argv += ["-Dspeedbump.verdicts=shipped", "-cp", "{resource_dir}/lib/*", "speedbump.notebook.Startup", "{connection_file}"]
    return {key: specification[key] for key in ("display_name", "language", "interrupt_mode", "env")} | {"argv": argv}


START_SH = """#!/bin/sh
# Opens the notebooks in JupyterLab with the kernel that lies here; nothing is installed.
cd "$(dirname "$0")" || exit 1
command -v jupyter-lab >/dev/null || { echo "JupyterLab is missing: python3 -m pip install jupyterlab"; exit 1; }
command -v javac >/dev/null || { echo "A JDK of 17 or newer is missing (Debian, Ubuntu: apt-get install openjdk-17-jdk-headless)"; exit 1; }
JUPYTER_PATH="$PWD/jupyter" exec jupyter-lab notebooks "$@"
"""
START_BAT = "@echo off\r\ncd /d %~dp0\r\nset JUPYTER_PATH=%CD%\\jupyter\r\njupyter-lab notebooks %*\r\n"
README = """Speed bump or barrier wall? - {edition} edition

1. Install a JDK of 17 or newer and JupyterLab (python3 -m pip install jupyterlab). No network is needed after that.
2. Run ./start.sh (Windows: start.bat). It opens the notebooks; the Java kernel lies beside them.
3. Or, once and for all: jupyter kernelspec install --user jupyter/kernels/java

The verdicts are those that the collection computed with Java {java}. Delete jupyter/kernels/java/lib/verdicts and your Java computes
them anew, some two minutes for all twelve. A check compares your answer with what the module computes: whoever reads the module can compute it too.

The tables in data/noncommercial may not be used commercially; their licences lie beside them, those of all others stand in
data/datapackage.json. Code MIT, text and figures CC BY 4.0: see LICENSE.
"""

# for a course that has nbgrader
NBGRADER = """c = get_config()
c.CourseDirectory.course_id = "speed-bump"
# the student edition has nothing left to clear, and its empty answers say what is asked
c.ClearSolutions.enabled = False
c.Execute.timeout = 100
"""


def bundle(folder, kind, editions):
    """Lays out one edition: notebooks, tables, kernel with its jars, and how to start."""
    shutil.rmtree(folder, ignore_errors=True)
    place = folder / "jupyter/kernels/java"
    (place / "lib").mkdir(parents=True)
    specification = json.loads(SPECIFICATION.read_text(encoding="utf-8"))
    entries = [pathlib.Path(entry) for entry in specification["argv"][specification["argv"].index("-cp") + 1].split(os.pathsep)]
    for entry in entries:
        if entry.is_dir():
            archive(entry, place / "lib/speedbump.jar")
        elif not entry.name.startswith(NOT_NEEDED):
            shutil.copyfile(entry, place / "lib" / entry.name)
    verdicts = TARGET / "verdicts" / java_of_here()
    shutil.copytree(verdicts, place / "lib/verdicts/shipped")
    (place / "kernel.json").write_text(json.dumps(kernel(specification), indent=1) + "\n", encoding="utf-8")
    for file in ("fontconfig.properties", "logging.properties"):
        shutil.copyfile(RUNNER / file, place / file)
    shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("recipes"))
    (folder / "notebooks").mkdir()
    for name, notebook in editions.items():
        (folder / "notebooks" / f"{name}.ipynb").write_text(text_of(notebook), encoding="utf-8")
    shutil.copyfile(NOTEBOOKS / "boot.jshell", folder / "notebooks/boot.jshell")
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE")
    (folder / "start.sh").write_text(START_SH, encoding="utf-8")
    (folder / "start.sh").chmod(0o755)
    (folder / "start.bat").write_bytes(START_BAT.encode("utf-8"))
    (folder / "README.txt").write_text(README.format(edition=kind, java=specification["metadata"]["java"]), encoding="utf-8")


def archive(folder, file, root=""):
    """A zip of a folder whose bytes depend on its content alone."""
    with zipfile.ZipFile(file, "w") as out:
        for path in sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.relative_to(folder).as_posix()):
            entry = zipfile.ZipInfo(root + path.relative_to(folder).as_posix(), STAMP)
            entry.external_attr = (0o755 if path.suffix == ".sh" else 0o644) << 16
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_STORED if path.suffix in STORED else zipfile.ZIP_DEFLATED
            out.writestr(entry, path.read_bytes())


def picture(cell):
    """A cell's chart, and the text that stands for it."""
    for output in cell.get("outputs", []):
        if png := output.get("data", {}).get("image/png"):
            return "".join(png), "".join(output["data"]["text/plain"])
    return None


def pages(png):
    """A chart as pictures that can be read from the last row: whole, without its blank edges, or cut into two; nothing where no cut serves."""
    from PIL import Image, ImageOps

    image = Image.open(io.BytesIO(base64.b64decode(png))).convert("RGB")
    if image.height <= READABLE:
        return [png]
    _, top, _, bottom = ImageOps.invert(image.convert("L")).getbbox()
    image = image.crop((0, max(0, top - EDGE), image.width, min(image.height, bottom + EDGE)))
    cut = [image] if image.height <= READABLE else between_panels(image) or between_rows(image)
    return [encoded(part) for part in cut] if max((part.height for part in cut), default=0) <= READABLE else []


def encoded(image):
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=3)
    return base64.b64encode(out.getvalue()).decode("ascii")


def blank_bands(image, shade, stray=0):
    """Bands of a picture, as (top, bottom), whose rows have no more than some stray pixels darker than a shade, and which have text on both sides: the lines
    of a plot are longer than any."""
    width, height, shades = *image.size, image.convert("L").tobytes()
    lines = [shades[y * width:(y + 1) * width] for y in range(height)]

    def darker(than):
        dark = bytes(one < than for one in range(256))
        return [line.translate(dark).count(1) for line in lines]

    text = [ink < width / 2 and line.count(255) > width / 2 for ink, line in zip(darker(GRID), lines)]
    found = ((match.start(), match.end()) for match in re.finditer(rb"\0{%d,}" % BAND, bytes(ink > stray for ink in darker(shade))))
    return [(top, bottom) for top, bottom in found if 0 < top and bottom < height and text[top - 1] and text[bottom]]


def between_panels(image):
    """The two halves of a chart whose panels stand under one another, cut where the blank between them is widest; nothing where that leaves a half too tall."""
    least, most = image.height - READABLE, READABLE
    bands = [(bottom - top, (top + bottom) // 2) for top, bottom in blank_bands(image, 255)]
    cut = max((band for band in bands if max(least, image.height // 3) <= band[1] <= min(most, 2 * image.height // 3)), default=(0, 0))[1]
    return [image.crop((0, 0, image.width, cut)), image.crop((0, cut, image.width, image.height))] if cut else []


def between_rows(image):
    """The two halves of a long list over one axis, cut between two of its rows; the upper half gets the axis as well. Nothing for a chart of another form."""
    from PIL import Image

    width, height = image.size
    grey = image.convert("L")
    bands = [(top + bottom) // 2 for top, bottom in blank_bands(image, GRID, STRAY)]
    row = min(bands, key=lambda y: abs(y - height / 2), default=0)
    upright = [x for x in range(width) if GRID <= grey.getpixel((x, row)) < 255]
    if not upright:
        return []
    end = next((y for y in range(row, height) if all(grey.getpixel((x, y)) == 255 for x in upright)), height)
    below = [top for top, bottom in blank_bands(image, 255) if top > end] or [height]
    upper = Image.new("RGB", (width, row + below[0] - end + EDGE), "white")
    upper.paste(image.crop((0, 0, width, row)), (0, 0))
    upper.paste(image.crop((0, end, width, below[0])), (0, row))
    return [upper, image.crop((0, row, width, height))]


def table(cell):
    """The rows of the table that a cell shows, by the heads of its columns."""
    from bs4 import BeautifulSoup

    shown = next((output["data"]["text/html"] for output in cell.get("outputs", []) if "text/html" in output.get("data", {})), "")
    heads, *rows = [[part.get_text(" ", strip=True) for part in row.find_all(["th", "td"])] for row in BeautifulSoup("".join(shown), "html.parser").find_all("tr")] or [[]]
    return [dict(zip(heads, row)) for row in rows]


def slides(name, notebook):
    """The cells of a deck: question, rule, charts, exercise and flips; the notes say what a chart shows, and what the page Teach says."""
    from nbformat.v4 import new_markdown_cell

    shown = []

    def slide(text, kind="slide", **more):
        shown.append(new_markdown_cell(text, id=f"slide-{len(shown) + 1}", metadata={"slideshow": {"slide_type": kind}}, **more))

    def first(word):
        return next((cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.startswith(word)), None)

    title = next(line for cell in notebook.cells if cell.cell_type == "markdown" for line in cell.source.splitlines() if line.startswith("# "))
    rules = table(first("rule(")) if first("rule(") else []
    deciding = next((row for row in rules if row.get("class") == "deciding question"), None)
    slide(f"{title}\n\n{deciding['question'] if deciding else ''}")
    lesson = next((one for one in lessons.written()["lesson"] if one["notebook"] == name), None)
    if lesson:
        slide(f"{lesson['aim']}.\n\nMistakes to meet:\n\n" + "\n".join(f"- {one}" for one in lesson["misconceptions"]), "notes")
    if deciding:
        slide(f"## The rule, written down before the result\n\n**Holds** if {deciding['holds if']}.\n\n**Fails** if {deciding['fails if']}.\n\n"
              "What is neither stays open; where the test could not tell, it says so.")
    charts = [(place, *found) for place, cell in enumerate(notebook.cells) if cell.cell_type == "code" and (found := picture(cell))]
    readable = [(len(cut) > 1, place, cut, words) for place, png, words in charts if (cut := pages(png))]
    # the first is the finding; of the others those that need no cut come first
    chosen = readable[:1] + sorted(readable[1:], key=lambda chart: chart[:2])[:CHARTS - 1]
    for _, place, cut, words in sorted(chosen, key=lambda chart: chart[1]):
        for part, png in enumerate(cut):
            slide(f"![{re.sub(r'[][()]', ' ', words)}](attachment:{place}-{part}.png)", attachments={f"{place}-{part}.png": {"image/png": png}})
            slide(words, "notes")
    for exercise in exercises(name, notebook)[:1]:
        text = START_OF_EXERCISES.sub("", notebook.cells[exercise.question].source).strip()
        slide("## Now you\n\n" + re.sub(r"<details>.*?</details>", "", text, flags=re.S).strip())
        if lesson:
            slide("Or to discuss:\n\n" + "\n".join(f"- {one['ask']} *A good answer:* {one['good']}" for one in lesson["question"]), "notes")
    flips = table(first("flips(")) if first("flips(") else []
    if flips:
        slide("## What would change the verdict\n\n" + "\n".join(f"- {row['observation']}{' (towards the claim)' if row['direction'] == 'up' else ' (away from it)'}"
                                                                  for row in flips[:4]))
    return shown


def reveal(folder):
    """Lays reveal.js into a folder, from the package that pip fetches once and holds against its digest."""
    kept = TARGET / "teaching-packages"
    kept.mkdir(parents=True, exist_ok=True)
    if not list(kept.glob("sphinx_revealjs-*.whl")):
        (kept / "wanted.txt").write_text(REVEAL + "\n", encoding="utf-8")
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--no-deps", "--require-hashes"]
        ended = subprocess.run([*pip, "-d", str(kept), "-r", str(kept / "wanted.txt")], capture_output=True, text=True)
        if ended.returncode:
            raise Problem(f"The slides need reveal.js, which pip fetches once:\n{ended.stderr.strip()}\nThe editions are written. For the slides run it with network.")
    with zipfile.ZipFile(next(kept.glob("sphinx_revealjs-*.whl"))) as wheel:
        for name in wheel.namelist():
            if match := REVEAL_FILES.search(name):
                (folder / "reveal" / match[1]).parent.mkdir(parents=True, exist_ok=True)
                (folder / "reveal" / match[1]).write_bytes(wheel.read(name))


def write_slides(sources):
    """A deck a claim, which opens without network."""
    from nbconvert import SlidesExporter
    from nbformat.v4 import new_notebook

    folder = TEACHING / "slides"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    reveal(folder)
    exporter = SlidesExporter(raw_template=DECK, exclude_input_prompt=True, reveal_url_prefix="reveal", reveal_theme="white")
    for name, source in sources.items():
        text, _ = exporter.from_notebook_node(new_notebook(cells=slides(name, source), metadata={"title": name}))
        text = re.sub(r'<link rel="stylesheet" href="reveal/dist/theme/[^>]*>', "", text)
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    print(f"slides: {len(sources)} decks in {folder.relative_to(ROOT)}.", flush=True)


def teach():
    """Writes target/teaching."""
    asked, sources = questions(), notebooks()
    for kind in ("student", "solution"):
        folder = TEACHING / kind
        bundle(folder, kind, {name: edition(name, notebook, asked, kind == "student") for name, notebook in sources.items()})
        archive(folder, TEACHING / f"{NAME}-{kind}.zip", f"{NAME}-{kind}/")
        size = (TEACHING / f"{NAME}-{kind}.zip").stat().st_size / 1e6
        print(f"{kind} edition: {len(sources)} notebooks in {folder.relative_to(ROOT)}, and {NAME}-{kind}.zip ({size:.0f} MB).", flush=True)
    (TEACHING / "nbgrader_config.py").write_text(NBGRADER, encoding="utf-8")
    write_slides({name: source for name, source in sources.items() if name[:2] not in ("00", "13")})


def declared(source):
    """The names that a cell gives to the cells after it."""
    lines = [line for line in source.splitlines() if line[:1].strip() and not STATEMENT.match(line)]
    names = {match[1] for line in lines if (match := DECLARATION.match(line.split(" // ")[0].rstrip()))}
    return names | {name for line in lines if DECLARATION.match(line.split(" // ")[0].rstrip()) for name in re.findall(r", (\w+) =", line)}


def needed(cells, own):
    """The places of the cells to run: those that the student wrote or changed, all imports, and what gives the names that these use."""
    names, places = set(), []
    for place in range(len(cells) - 1, -1, -1):
        source = cells[place]
        if place in own or source.startswith(("%load", "import ")) or declared(source) & names:
            names |= set(re.findall(r"\w+", source))
            places.insert(0, place)
    return places


class Submission:
    """What one student handed in: which notebook it is, what was done to it, and the cells to run."""

    def __init__(self, file, student, sources, asked):
        self.file, self.student, self.remarks, self.run, self.answers = file, student, [], "", {}
        self.notebook, self.cells, self.own = next((name for name in sources if file.stem == name or file.stem.endswith(f"_{name}")), ""), [], set()
        try:
            raw = json.loads(file.read_text(encoding="utf-8"))
            handed = [(cell.get("id", ""), cell["cell_type"], "".join(cell["source"])) for cell in raw["cells"]]
            stated = str(raw.get("metadata", {}).get("speedbump", {}).get("notebook", ""))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            self.run = f"no notebook: {type(error).__name__}"
            self.exercises = exercises(self.notebook, sources[self.notebook]) if self.notebook else []
            return
        ids = {name: {cell.id for cell in edition(name, source, asked, True).cells if cell.cell_type == "code"} for name, source in sources.items()}
        likest = max(ids, key=lambda name: len(ids[name] & {one for one, _, _ in handed}))
        guessed = stated if stated in sources else likest if ids[likest] & {one for one, _, _ in handed} else ""
        if not guessed:
            self.run, self.exercises = "no notebook of the collection", exercises(self.notebook, sources[self.notebook]) if self.notebook else []
            return
        if guessed != self.notebook:
            self.remarks.append("renamed")
        self.notebook = guessed
        self.exercises = exercises(guessed, sources[guessed])
        given = {cell.id: cell.source for cell in edition(guessed, sources[guessed], asked, True).cells if cell.cell_type == "code" and cell.source.strip()}
        checks = {one: source for one, source in given.items() if one.startswith("check-") and one[6:] in asked}
        if missing := [one for one in given if one not in {name for name, _, _ in handed}]:
            self.remarks.append(f"cells deleted: {', '.join(missing)}")
        if edited := [one for one, _, source in handed if one in checks and source.strip() != checks[one]]:
            self.remarks.append(f"check edited: {', '.join(edited)}")
        for one, kind, source in handed:
            # marks are given by our own check of the student's variable: his are not run
            if kind == "code" and source.strip() and one not in checks:
                if source != given.get(one) or one.startswith("answer-"):
                    self.own.add(len(self.cells))
                self.cells.append(source)

    def asks(self, asked):
        return [exercise for exercise in self.exercises if exercise.id in asked]


def submissions(folder, sources, asked):
    """The notebooks in a folder, by student: a folder a student, or a file a student."""
    if not folder.is_dir():
        raise Problem(f"There is no folder {folder}.\nName the one with the submissions: mvn -Pmark -Dsubmissions=FOLDER")
    files = sorted(path for path in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)
    if not files:
        raise Problem(f"No notebook lies in {folder}: it takes a folder a student with notebooks in it, or a notebook a student.")
    found = []
    for path in files:
        parts = path.relative_to(folder).parts
        student = parts[0] if len(parts) > 1 else re.sub(r"_?(" + "|".join(sources) + r")$", "", path.stem) or path.stem
        found.append(Submission(path, student, sources, asked))
    return found


class Kernel:
    """A Java of its own for one submission, in a folder of its own; ended with all that it started."""

    def __init__(self, deadline):
        from jupyter_client.manager import KernelManager

        self.folder, self.deadline = tempfile.TemporaryDirectory(prefix="submission-"), deadline
        self.manager = KernelManager(kernel_name="java")
        self.manager.start_kernel(cwd=self.folder.name, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.process = self.manager.provisioner.pid
        self.client = self.manager.blocking_client()

    def __enter__(self):
        try:
            self.client.start_channels()
            self.client.wait_for_ready(timeout=max(1, self.deadline - time.monotonic()))
        except RuntimeError:
            self.end()
            raise TimeoutError from None
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        self.client.stop_channels()
        try:
            os.killpg(os.getpgid(self.process), signal.SIGKILL)
        except OSError:
            pass
        self.manager.shutdown_kernel(now=True)
        self.folder.cleanup()

    def tell(self, source):
        """What a cell gives: its value as text, and its error; a cell that does not end in time raises."""
        import queue

        said, end = {"value": "", "error": ""}, min(time.monotonic() + CELL_LIMIT, self.deadline)
        asked = self.client.execute(source, allow_stdin=False, store_history=False)
        while time.monotonic() < end:
            try:
                message = self.client.get_iopub_msg(timeout=1)
            except queue.Empty:
                if self.manager.provisioner.process.poll() is not None:
                    raise ChildProcessError from None
                continue
            content, kind = message["content"], message["msg_type"]
            if message["parent_header"].get("msg_id") != asked:
                continue
            if kind == "execute_result":
                said["value"] = content["data"].get("text/plain", "")
            elif kind == "error":
                said["error"] = f"{content['ename']}: {content['evalue'].strip() or 'it does not compile'}"
            elif kind == "status" and content["execution_state"] == "idle":
                return said
        raise TimeoutError


def run_one(submission, asked):
    """Runs a submission and fills in its answers: first what its own cells need, and all of it where that fails."""
    if submission.run:
        return submission
    deadline = time.monotonic() + LIMIT
    places = needed(submission.cells, submission.own)
    whole = list(range(len(submission.cells)))
    for chosen in (places, whole):
        submission.run, submission.answers, where = "ran", {}, "the start"
        try:
            with Kernel(deadline) as kernel:
                for place in chosen:
                    own = place in submission.own
                    source = submission.cells[place] if own or chosen is whole else SHOWS.sub("", submission.cells[place])
                    where = first_words(source)
                    if (error := kernel.tell(source)["error"] if source.strip() else "") and submission.run == "ran":
                        submission.run = f"fails at {where!r}: {error.splitlines()[0][:120]}"
                    # read where it is set, so that a later cell that hangs takes nothing along
                    for exercise in submission.asks(asked) if own else ():
                        if re.search(rf"\b{variable(exercise)}\b", source):
                            word = secrets.token_hex(8)  # what a student prints is not taken for his variable
                            said = kernel.tell(f'"{word}" + {variable(exercise)}')["value"]
                            submission.answers[exercise.id] = said.removeprefix(word) if said.startswith(word) else ""
        except TimeoutError:
            submission.run = f"stopped: {where!r} does not end"
            break
        except ChildProcessError:
            submission.run = f"its Java ended at {where!r}"
            break
        if submission.run == "ran":
            break
    return submission


def first_words(source):
    return next((line for line in source.splitlines() if line.strip() and not line.startswith(("//", "import"))), source.strip())[:60]


def mark():
    """Marks the folder that SUBMISSIONS names, in a network of its own where the system allows."""
    folder = os.environ.get("SUBMISSIONS", "")
    if not folder:
        raise Problem("Which submissions? mvn -Pmark -Dsubmissions=FOLDER, with a folder a student and notebooks in it.")
    folder = pathlib.Path(folder).expanduser().resolve()
    command = [sys.executable, "-W", "ignore", str(pathlib.Path(__file__).resolve()), str(folder), str(TEACHING / "marks")]
    apart = ["unshare", "--map-root-user", "--net"]
    try:
        alone = subprocess.run([*apart, "true"], capture_output=True).returncode == 0
    except OSError:
        alone = False
    print("Marking without network." if alone else "Marking; this system allows no network apart, so a submission could use yours.", flush=True)
    ended = subprocess.run([*(apart if alone else []), *command], stdin=subprocess.DEVNULL, env={**os.environ, "APART": "1" if alone else ""})
    if ended.returncode:
        raise Problem("The marking was stopped; its message stands above.")


def loopback():
    """Turns on the address by which kernels are spoken to, in a network that has no other."""
    import fcntl
    import socket
    import struct

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh", b"lo", 1))  # SIOCSIFFLAGS, IFF_UP


def mark_folder(folder, out):
    """Runs every submission, one a core at once, and writes marks.csv and a page a submission."""
    asked, sources, start = questions(), notebooks(), time.monotonic()
    found = submissions(folder, sources, asked)
    with concurrent.futures.ThreadPoolExecutor(max(2, os.cpu_count() or 2)) as pool:
        for done in pool.map(lambda one: run_one(one, asked), found):
            print(f"  {done.student:<24} {done.notebook:<30} {done.run}{''.join('; ' + remark for remark in done.remarks)}", flush=True)
    words = words_on(found, asked)
    shutil.rmtree(out, ignore_errors=True)
    (out / "feedback").mkdir(parents=True)
    rows = [row for one in found for row in rows_of(one, asked, words)]
    with open(out / "marks.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([MARKS, *rows])
    for number, one in enumerate(found):
        page = f"{re.sub(r'[^A-Za-z0-9_-]', '_', one.student)}-{one.notebook or number}"
        while (out / f"feedback/{page}.html").exists():
            page += "_"
        (out / f"feedback/{page}.html").write_text(feedback(one, asked, words), encoding="utf-8")
    print(f"{len(found)} submissions in {time.monotonic() - start:.0f} s: {out / 'marks.csv'}, and a page each in {out / 'feedback'}.", flush=True)


def words_on(found, asked):
    """What is to be said of all answers, by one Java that no submission has touched."""
    given = {f"{place} {one}": [one, answer] for place, submission in enumerate(found) for one, answer in submission.answers.items() if one in asked}
    with tempfile.TemporaryDirectory() as folder:
        into, out = pathlib.Path(folder) / "given.json", pathlib.Path(folder) / "words.json"
        into.write_text(json.dumps(given), encoding="utf-8")
        java("speedbump.notebook.Answers", str(into), str(out))
        words = json.loads(out.read_text(encoding="utf-8"))
    return {(id(found[int(key.split()[0])]), key.split()[1]): word for key, word in words.items()}


def rows_of(one, asked, words):
    """The rows of a submission: one an exercise, or one where nobody can tell which notebook it is."""
    rows = []
    for exercise in one.exercises:
        word = words.get((id(one), exercise.id), "missing") if exercise.id in asked else "for discussion"
        points = "" if word == "for discussion" else int(word == "right")
        rows.append([one.student, one.notebook, exercise.id, safe(one.answers.get(exercise.id, "")), word, points, safe(one.run), safe("; ".join(one.remarks))])
    return rows or [[one.student, one.notebook, "", "", "missing", 0, safe(one.run), safe("; ".join(one.remarks))]]


def safe(text):
    """A cell that no spreadsheet takes for a formula; a number stays one."""
    return "'" + text if text[:1] in ("=", "+", "@", "-") and not re.fullmatch(r"-?[\d.E-]+", text) else text


def feedback(one, asked, words):
    """The page of a submission, in which no answer stands but the student's own."""
    points = sum(row[5] for row in rows_of(one, asked, words) if row[5] != "")
    lines = [f"<tr><td>{row[2]}</td><td>{html.escape(asked.get(row[2], {}).get('asked', ''))}</td><td>{html.escape(str(row[3]))}</td><td>{row[4]}</td></tr>"
             for row in rows_of(one, asked, words)]
    remarks = "".join(f"<p>{html.escape(remark)}</p>" for remark in [f"Run: {one.run}", *one.remarks])
    return (f"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{html.escape(one.student)}</title>"
            "<style>body{font:16px/1.5 sans-serif;margin:2em auto;max-width:50em}td,th{text-align:left;padding:.3em .8em;border-bottom:1px solid #ccc}</style>"
            f"<h1>{html.escape(one.student)}: {html.escape(one.notebook or one.file.name)}</h1><p>{points} of {len(one.asks(asked))} points; what is for discussion "
            f"is read by a person.</p>{remarks}<table><tr><th>exercise</th><th>asked</th><th>your answer</th><th>it is</th></tr>{''.join(lines)}</table></html>\n")


def main(arguments):
    if os.environ.pop("APART", ""):
        loopback()
    try:
        mark_folder(pathlib.Path(arguments[0]), pathlib.Path(arguments[1]))
    except Problem as problem:
        sys.exit(f"\n{problem}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
