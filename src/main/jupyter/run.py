"""Runs the collection's notebooks, started by Launcher.java: in place with the site (run), against the committed outputs, on other
Javas and kernels as well (rerun), in JupyterLab (lab), or beside trivial notebooks of the same length (floor); or, by teaching.py, writes
the editions for a class (teach) and marks what it hands in (mark)."""
import argparse
import asyncio
import base64
import concurrent.futures
import copy
import difflib
import errno
import hashlib
import io
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
NOTEBOOKS = ROOT / "notebooks"
TARGET = ROOT / "target"
RUNNER = pathlib.Path(__file__).parent
PUBLISHED = NOTEBOOKS / "published.sha256"
SPECIFICATION = pathlib.Path(sys.prefix) / "share/jupyter/kernels/java/kernel.json"
CELL_SECONDS = os.environ.get("CELL_SECONDS") or "120"
# A machine under load starts a kernel late; one that cannot start it says so at once.
START_SECONDS = 600
# where kernels are spoken to
LOOPBACK = "127.0.0.1"
# Metadata that a kernel would fill with the version of the machine's Java.
LANGUAGE = {"name": "java", "file_extension": ".jshell", "mimetype": "text/x-java-source", "pygments_lexer": "java", "codemirror_mode": "java"}
KERNEL = {"name": "java", "display_name": "Java", "language": "java"}
# Where fonts are drawn by another system's code a picture may differ by this share of its pixels; a number never may.
PIXEL_TOLERANCE = 0.0 if sys.platform.startswith("linux") else 0.02


class Problem(Exception):
    """Something the reader can act on: what, where, what to do."""


def advice(error):
    """The next step after an error of the system's."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"The collection needs a folder that you can write to: copy {ROOT} to one, or change its owner."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full: the collection needs some 500 MB in {ROOT}."
    return "Run the command again; if it fails again, this machine forbids what stands above."


def read(path, text=None):
    """A notebook as the collection has it: what another editor has put into its metadata is left out."""
    import nbformat

    try:
        raw = json.loads(text if text is not None else path.read_text(encoding="utf-8"))
        if raw["nbformat"] == 4:
            complete(raw)
        notebook = nbformat.reads(json.dumps(raw), as_version=4)
        nbformat.validate(notebook)
        return clean(path, notebook)
    except Problem:
        raise
    except OSError as error:
        raise Problem(f"Cannot read {path}: {error.strerror}.\n{advice(error)}") from None
    except Exception as error:  # a file that is not JSON, not a notebook, or not of its schema
        first = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise Problem(f"{path.name} is not a valid notebook: {first}\nRestore it (git checkout -- notebooks/{path.name}) or mend the JSON.") from None


def complete(notebook):
    """Gives an id to each cell that has none of its own, as in notebooks of the form before 4.5."""
    taken = set()
    for number, cell in enumerate(notebook["cells"], 1):
        if cell.get("id") in taken or not cell.get("id"):
            cell["id"] = f"cell-{number}"
        taken.add(cell["id"])
    notebook["nbformat_minor"] = 5


def clean(path, notebook):
    """Leaves of all metadata a cell's tags, which say what is a solution: that is folded wherever the notebook is shown."""
    language = notebook.metadata.get("kernelspec", {}).get("language") or notebook.metadata.get("language_info", {}).get("name") or "java"
    if language.lower() != "java":
        raise Problem(f"{path.name} is a notebook in {language}, and the collection runs Java.\nMove it out of {NOTEBOOKS}, or choose the kernel Java in it.")
    notebook.metadata = nbformat_node({"kernelspec": KERNEL, "language_info": LANGUAGE})
    for cell in notebook.cells:
        tags = cell.metadata.get("tags")
        folded = {"jupyter": {"outputs_hidden": True, "source_hidden": True}} if "solution" in (tags or []) else {}
        cell.metadata = nbformat_node(folded | ({"tags": tags} if tags else {}))
    return notebook


def nbformat_node(values):
    from nbformat import from_dict

    return from_dict(values)


def write_all(texts):
    """Replaces files by way of neighbour files, written one and all before the first is moved: a run that ends half-way leaves the old ones whole."""
    fresh = {path: path.with_name(f".{path.name}.new") for path in texts}
    try:
        for path, other in fresh.items():
            other.write_bytes(texts[path] if isinstance(texts[path], bytes) else texts[path].encode("utf-8"))
        for path, other in fresh.items():
            os.replace(other, path)
    except OSError as error:
        for other in fresh.values():
            other.unlink(missing_ok=True)
        raise Problem(f"Cannot write {error.filename or NOTEBOOKS}: {error.strerror}. The notebooks are as they were before.\n{advice(error)}") from None


def text_of(notebook):
    import nbformat

    return nbformat.writes(notebook).rstrip("\n") + "\n"


def first_line(cell):
    return next((line for line in cell.source.splitlines() if line.strip()), "")


class Progress:
    """A line a notebook; redrawn in place where there is a terminal."""

    def __init__(self, names):
        self.names, self.lines, self.drawn = names, {}, 0
        self.width = max(map(len, names))
        self.columns = shutil.get_terminal_size().columns
        self.terminal = sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb" and self.columns >= self.width + 24

    def say(self, name, text, done=False):
        self.lines[name] = text
        if not self.terminal:
            if done:
                print(f"  {name:<{self.width}}  {text}", flush=True)
            return
        out = f"\x1b[{self.drawn}A" if self.drawn else ""
        shown = [n for n in self.names if n in self.lines]
        out += "".join(f"\x1b[2K  {n:<{self.width}}  {self.lines[n]}\n" for n in shown)
        self.drawn = len(shown)
        sys.stdout.write(out)
        sys.stdout.flush()


SPENT = {}  # seconds by notebook, several of which run at once


async def execute(path, notebook, progress, kernel="java"):
    """Runs one notebook from a fresh kernel and returns it with its outputs, and nothing of time, machine or version."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    name, start = path.stem, time.monotonic()
    code = [i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code" and cell.source.strip()]
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    current = {"cell": 0}

    def on_start(cell, cell_index):
        current["cell"] = cell_index
        if cell_index in code:
            progress.say(name, f"cell {code.index(cell_index) + 1} of {len(code)}  {time.monotonic() - start:.0f} s")

    client = NotebookClient(notebook, kernel_name=kernel, timeout=cell_seconds(), startup_timeout=START_SECONDS, record_timing=False, on_cell_start=on_start,
                            resources={"metadata": {"path": str(NOTEBOOKS)}}, store_widget_state=False, shutdown_kernel="immediate")
    try:
        # what a Java writes past its notebook, its own warnings for the most part
        with open(TARGET / "kernels.log", "a", encoding="utf-8") as log:
            await client.async_execute(stdout=log, stderr=log, env={**os.environ, "SPEEDBUMP_OPENED": str(opened(name))})
    except CellExecutionError as error:
        script = re.fullmatch(r"%load (\S+)", notebook.cells[current["cell"]].source.strip())
        if script and (NOTEBOOKS / script[1]).is_file():
            # the kernel says nothing of what is wrong inside a script; of the same lines in a cell it does
            await execute(NOTEBOOKS / script[1], notebook_of((NOTEBOOKS / script[1]).read_text(encoding="utf-8")), progress, kernel)
        raise Problem(f"{where(path, notebook, current)} failed:\n  {reason(notebook.cells[current['cell']], error)}") from None
    except (CellTimeoutError, TimeoutError, asyncio.TimeoutError):
        raise Problem(f"{where(path, notebook, current)} did not end within {CELL_SECONDS} s.\n"
                      "Mend the cell, or give it longer by the variable CELL_SECONDS.") from None
    except (DeadKernelError, RuntimeError) as error:
        if "respond" in str(error):
            raise Problem(f"{path.name}: its Java kernel did not answer within {START_SECONDS} s. Is the machine overloaded, or does it let no program "
                          f"talk to another at {LOOPBACK}?") from None
        raise Problem(f"{where(path, notebook, current)}: the Java kernel ended ({str(error).strip().splitlines()[0]})."
                      f"\nA cell may have ended it (System.exit), or the machine lacks memory; its last words may stand in {TARGET / 'kernels.log'}.") from None
    clean(path, notebook)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "stream" and output.name == "stderr":
                raise Problem(f"{path.name}, cell {notebook.cells.index(cell) + 1} writes to stderr: {output.text.strip().splitlines()[0]}")
    SPENT[name] = round(time.monotonic() - start, 1)
    progress.say(name, f"{len(code)} cells  {SPENT[name]:.1f} s", done=True)
    return notebook


def opened(name):
    """The file in which a notebook's kernel notes the tables that it opens, made anew."""
    file = TARGET / "opened" / f"{name}.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    return file


def notebook_of(source):
    import nbformat

    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])


def cell_seconds():
    if not CELL_SECONDS.isdecimal() or int(CELL_SECONDS) == 0:
        raise Problem(f"CELL_SECONDS is {CELL_SECONDS!r}. It takes a whole number of seconds, or is left unset for 120.")
    return int(CELL_SECONDS)


def reason(cell, error):
    """What the kernel said: the compiler's lines, or the exception with its message."""
    told = [line for output in cell.outputs if output.output_type == "error" for part in output.traceback for line in part.splitlines()]
    plain = [re.sub(r"\x1b\[[0-9;]*m", "", line).rstrip() for line in told]
    return "\n  ".join([line for line in plain if line.strip("- ") and not line.startswith("\tat ")] or [f"{error.ename}: {error.evalue}"])


def where(path, notebook, current):
    i = current["cell"]
    return f"{path.name}, cell {i + 1} of {len(notebook.cells)} ({first_line(notebook.cells[i])[:70]!r})"


async def execute_all(notebooks, kernel="java"):
    """At most one notebook a core at once, at least two; the first problem stops the others and their kernels."""
    paths = list(notebooks)
    progress, gate = Progress([path.stem for path in paths]), asyncio.Semaphore(max(2, os.cpu_count() or 2))

    async def one(path):
        async with gate:
            return await execute(path, notebooks[path], progress, kernel)

    # the longest first, so that none is left to run alone at the end
    order = sorted(paths, key=lambda path: len(notebooks[path].cells), reverse=True)
    tasks = [asyncio.ensure_future(one(path)) for path in order]
    try:
        done = dict(zip(order, await asyncio.gather(*tasks)))
        return {path: done[path] for path in paths}
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def execute_here(notebooks, kernel="java"):
    try:
        with socket.create_server((LOOPBACK, 0)) as server:
            socket.create_connection(server.getsockname(), timeout=10).close()
    except OSError as error:
        raise Problem(f"This machine has no address {LOOPBACK} ({error}), by which Jupyter talks to its kernels.\n"
                      f"Give it one (Linux: ip addr add {LOOPBACK}/8 dev lo), and run the command again.") from None
    # not in the main thread, where nbclient puts handlers of its own on the signals: whoever ends this program ends it at once
    with concurrent.futures.ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, execute_all(notebooks, kernel)).result()


def names():
    """The files of the notebooks, in the order of their names."""
    for stray in NOTEBOOKS.glob(".*.ipynb.new"):  # of a run that was killed while it wrote
        stray.unlink()
    paths = sorted(path for path in NOTEBOOKS.glob("*.ipynb") if not path.name.startswith("."))
    if not paths:
        raise Problem(f"No notebook found in {NOTEBOOKS}.\nRestore them: git checkout -- notebooks")
    return paths


def found():
    """The notebooks as they lie."""
    return {path: read(path) for path in names()}


def pixels(png):
    from PIL import Image

    return Image.open(io.BytesIO(base64.b64decode("".join(png)))).convert("RGBA")


def pixel_difference(one, other):
    """Share of the pixels that differ between two base64 PNGs; 1 where their sizes differ."""
    from PIL import ImageChops

    a, b = pixels(one), pixels(other)
    if a.size != b.size:
        return 1.0
    bands = ImageChops.difference(a, b).split()
    differs = bands[0]
    for band in bands[1:]:
        differs = ImageChops.lighter(differs, band)
    return 1 - differs.histogram()[0] / (a.size[0] * a.size[1])


def pictures(cell):
    return [output.data for output in cell.get("outputs", []) if "image/png" in output.get("data", {})]


def keep_old_pictures(fresh, old):
    """Where a picture's pixels did not change its old bytes stay: another machine may compress them otherwise."""
    before = {cell.get("id"): pictures(cell) for cell in old.cells}
    for cell in fresh.cells:
        for new, was in zip(pictures(cell), before.get(cell.get("id"), [])):
            if new["image/png"] != was["image/png"] and pixel_difference(new["image/png"], was["image/png"]) <= PIXEL_TOLERANCE:
                new["image/png"] = was["image/png"]


def run(arguments):
    before, inputs = {path: path.read_text(encoding="utf-8") for path in names()}, Inputs()
    unchanged = set() if arguments.fresh else {path for path, text in before.items() if inputs.as_kept(path, text)}
    if unchanged:
        print(f"{len(unchanged)} of {count(before)} unchanged, code, tables, Java and runner alike, and not run again (mvn -Dfresh runs all).", flush=True)
    stale = {path: read(path, text) for path, text in before.items() if path not in unchanged}
    changed, said = {}, []
    if stale:
        print(f"Running {count(stale)}:", flush=True)
    os.environ["SPEEDBUMP_NARROW"] = str(TARGET / "narrow")
    start = time.monotonic()
    fresh = execute_here(stale) if stale else {}
    if len(fresh) == len(before):
        write_all({TARGET / "ran.json": json.dumps({"notebooks": len(fresh), "seconds": round(time.monotonic() - start), "each": dict(sorted(SPENT.items()))})})
    for path, notebook in fresh.items():
        keep_old_pictures(notebook, read(path, before[path]))
        if text_of(notebook) != before[path]:
            changed[path] = text_of(notebook)
            said += some(differences(path, notebook, before[path], "the file", "this run"))
    write_all(changed)
    if said:
        print("\nChanged:\n" + "\n".join(said), flush=True)
    inputs.keep(fresh)
    shown = {path: inputs.kept[path.name]["outputs"] for path in before}
    publish(shown) if arguments.publish else say_unpublished(shown)
    write_all(stale_readme(NOTEBOOKS))
    page = build_site(inputs, arguments.fresh)
    board()
    print(f"\nThe collection, to read: {page.as_uri()}\nThe reviewers' report: {page.with_name('review.html').as_uri()}", flush=True)


class Inputs:
    """All that a notebook's outputs can rest on, by digests, so that one whose inputs are as they were need not run again. In doubt it runs.

    Of code a notebook rests on everything save the packages of claims that it does not name; of tables on those that its kernel noted, and
    likewise of verdicts. What a kernel noted lies in target/opened; under which digests each was last run, in target/kept.json.
    """

    def __init__(self):
        self.file = TARGET / "kept.json"
        self.classes = {path.relative_to(TARGET / "classes").as_posix(): sha(path.read_bytes()) for path in files(TARGET / "classes")}
        self.claims = {name.split("/")[2] for name in self.classes if name.startswith("speedbump/analysis/") and name.count("/") > 2} - {"shared"}
        self.package = json.loads((ROOT / "data/datapackage.json").read_text(encoding="utf-8"))
        self.declared = {table["name"]: table for table in self.package["resources"]}
        self.verdicts = {int(path.name[:2]): path for path in sorted((TARGET / "verdicts" / java_of_here()).glob("[0-9]*.json"))}
        specification = json.loads(SPECIFICATION.read_text(encoding="utf-8"))
        libraries = [path for entry in specification["argv"][specification["argv"].index("-cp") + 1].split(os.pathsep) if (path := pathlib.Path(entry)).is_file()]
        runner = [path for path in files(RUNNER) if path.parent == RUNNER and path.name not in ("site_builder.py", "lessons.py", "review.py", "teaching.py")]
        self.common = [specification, sys.version, *(sha(path.read_bytes()) for path in [NOTEBOOKS / "boot.jshell", *libraries, *runner])]
        self.kept = {"runner": sha((RUNNER / "run.py").read_bytes())}
        try:
            kept = json.loads(self.file.read_text(encoding="utf-8"))
            self.kept = kept if kept["runner"] == self.kept["runner"] else self.kept  # another runner kept in another form
        except (OSError, ValueError, KeyError, TypeError):
            pass

    def of(self, path, cells):
        """The digest of a notebook's inputs, by what its kernel noted when it last ran; nothing where it did not, or what it noted is gone."""
        try:
            noted = sorted((TARGET / "opened" / f"{path.stem}.txt").read_text(encoding="utf-8").split())
            inputs = [self.noted(line) for line in noted]
        except (OSError, KeyError, ValueError):
            return None
        code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        text = "\n".join(code) + (NOTEBOOKS / "boot.jshell").read_text(encoding="utf-8")
        others = {claim for claim in self.claims if not re.search(rf"\banalysis\s*\.\s*{claim}\b", text)} if "analyses" not in noted else set()
        classes = {name: digest for name, digest in self.classes.items() if name.rpartition("/")[0].removeprefix("speedbump/analysis/").split("/")[0] not in others}
        return sha(json.dumps([self.common, classes, code, noted, inputs], sort_keys=True).encode("utf-8"))

    def noted(self, line):
        """What a note stands for."""
        kind, _, name = line.rpartition(":")
        if kind == "verdict":
            return json.loads(self.verdicts[int(name)].read_text(encoding="utf-8"))["claim"]
        if line == "analyses":
            return None
        if line == "declared:all":
            return self.package
        if line == "declared:columns":
            return [[table["name"], [field["name"] for field in table["schema"]["fields"]]] for table in self.package["resources"]]
        table = self.declared[name]
        return [table, sha((ROOT / "data" / table["path"]).read_bytes())]

    def as_kept(self, path, text):
        """Whether a notebook lies as it was last written, made from the same; where only its text was edited its outputs are what counts."""
        kept = self.kept.get(path.name)
        try:
            inputs = kept and self.of(path, json.loads(text)["cells"])
        except (ValueError, KeyError, TypeError):
            return False
        if not inputs or inputs != kept["inputs"]:
            return False
        if sha(text.encode("utf-8")) != kept["file"]:
            notebook = read(path, text)
            if digest(notebook) != kept["outputs"] or text_of(notebook) != text:
                return False
            kept["file"] = sha(text.encode("utf-8"))
        return True

    def keep(self, notebooks):
        for path, notebook in notebooks.items():
            self.kept[path.name] = {"inputs": self.of(path, notebook.cells), "outputs": digest(notebook), "file": sha(text_of(notebook).encode("utf-8"))}
        write_all({self.file: json.dumps(self.kept, indent=1)})


def sha(content):
    return hashlib.sha256(content).hexdigest()


def files(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def java_of_here():
    """The folder of the verdicts that the kernels' Java computed."""
    java = json.loads(SPECIFICATION.read_text(encoding="utf-8"))["metadata"]
    return f"java-{re.split('[^0-9]', java['java'])[0]}-{java['processor']}"


def some(messages, most=5):
    return messages[:most] + [f"  and {len(messages) - most} more cells of it"] * (len(messages) > most)


# The digests of the published outputs, which need no git: one line a notebook, as sha256sum writes them


def digest(notebook):
    """Of what the code cells of a notebook show, in their order."""
    shown = [cell.outputs for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    return hashlib.sha256(json.dumps(shown, ensure_ascii=False, sort_keys=True).encode("utf-8")).hexdigest()


def published():
    """The digests that ship with the collection, by name of the notebook."""
    try:
        lines = [line.split("  ") for line in PUBLISHED.read_text(encoding="utf-8").splitlines()]
    except FileNotFoundError:
        raise Problem(f"{PUBLISHED.relative_to(ROOT)} is missing: it says which outputs are the published ones.\nRestore it (git checkout -- "
                      f"{PUBLISHED.relative_to(ROOT)}), or let mvn -Dpublish declare the outputs of this run.") from None
    if not all(len(line) == 2 and re.fullmatch("[0-9a-f]{64}", line[0]) for line in lines):
        raise Problem(f"{PUBLISHED.relative_to(ROOT)} is damaged, or a merge was left in it. Mend it, or run mvn -Dpublish.")
    return {name: digest for digest, name in lines}


def publish(shown):
    write_all({PUBLISHED: "".join(f"{digest}  {path.name}\n" for path, digest in shown.items())})
    print(f"\nThe outputs of {count(shown)} are now the published ones; commit them with {PUBLISHED.relative_to(ROOT)}.", flush=True)


def say_unpublished(shown):
    declared = published()
    others = [path.name for path, digest in shown.items() if digest != declared.get(path.name)]
    if others:
        print(f"\nNot the published outputs: {', '.join(others)}.\nIf that is meant: mvn -Dpublish, and commit. If not, a table, the code or the notebook "
              "is not as published; mvn verify says more.", flush=True)


def count(notebooks):
    return f"{len(notebooks)} notebook{'s' if len(notebooks) > 1 else ''}"


def stale_readme(notebooks):
    """What of README.md and its pictures is not as the verdicts and the notebooks of a folder have it, by file."""
    from site_builder import readme

    return {path: content for path, content in readme(ROOT, notebooks).items() if not path.exists() or path.read_bytes() != content}


def build_site(inputs, fresh):
    """The site, built again where anything that it is made of has changed."""
    from site_builder import build

    from review import newest, tested

    page, sources = TARGET / "site/index.html", [*files(NOTEBOOKS), *files(TARGET / "opened"), TARGET / "board.json", ROOT / "src/jmh/results.csv"]
    sources += [*files(ROOT / "data"), *files(RUNNER), TARGET / "review.json", TARGET / "ran.json", TARGET / "floor.json", ROOT / "src/test/resources/validation/cases.csv"]
    sources += [ROOT / "README.md", ROOT / "CITATION.cff"]
    verified = TARGET / "verified.json"
    stands = verified.read_text(encoding="utf-8") if verified.exists() and verified.stat().st_mtime >= newest(ROOT) else ""
    made_of = [[str(path.relative_to(ROOT)), sha(path.read_bytes())] for path in sources if path.exists()]
    key = sha(json.dumps([inputs.common, made_of, stands, tested(ROOT)], sort_keys=True).encode("utf-8"))
    if fresh or not page.exists() or inputs.kept.get("site") != key:
        build(ROOT, TARGET / "site")
        inputs.kept["site"] = key
        inputs.keep({})
    return page


def board():
    from site_builder import board_rows

    rows = board_rows(ROOT)
    if rows:
        print("\nThe verdict board")
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]) - 1)]
        for row in rows:
            print("  " + "  ".join([f"{cell:<{width}}" for cell, width in zip(row, widths)] + [row[-1]]).rstrip())
    say_moved()


def say_moved():
    """What became of the board where tables, rules or code changed it: told once, claim by claim."""
    from site_builder import read_json

    before = TARGET / "board-before.json"
    if not before.exists():
        return
    was = {claim["claim"]: claim for claim in read_json(before)["claims"]}
    moved = [(was[claim["claim"]], claim) for claim in read_json(TARGET / "board.json")["claims"] if claim["claim"] in was and was[claim["claim"]] != claim]
    if moved:
        print("\nOther than on the board before:")
    for old, new in moved:
        for what in ("word", "confidence", "why", "finding"):
            if old[what] != new[what]:
                print(f"  {new['claim']}  {what}\n       before: {old[what]}\n       now:    {new[what]}")
    before.unlink()


def git(*arguments):
    """What git says, and why it refuses where it does: one of the two."""
    try:
        shown = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, env={**os.environ, "LC_ALL": "C"})
    except OSError:
        return None, "git is not installed"
    said = shown.stderr.decode("utf-8", "replace").strip().splitlines()
    return (shown.stdout.decode("utf-8"), None) if shown.returncode == 0 else (None, said[0] if said else f"git ended with {shown.returncode}")


def committed(path):
    """The notebook's text in git's HEAD, or why there is none."""
    return git("show", f"HEAD:./notebooks/{path.name}")


def differences(path, fresh, text, origin, here="the rerun"):
    """What differs between a run and a text of the notebook, one message a cell."""
    fresh, old, said = copy.deepcopy(fresh), read(path, text), []
    if len(old.cells) != len(fresh.cells):
        return [f"{path.name}: {len(fresh.cells)} cells here, {len(old.cells)} in {origin}"]
    for number, (new, was) in enumerate(zip(fresh.cells, old.cells), 1):
        for now, then in zip(pictures(new), pictures(was)):
            if now["image/png"] != then["image/png"]:
                share = pixel_difference(now["image/png"], then["image/png"])
                if share > PIXEL_TOLERANCE:
                    said.append(f"{path.name}, cell {number}: {share:.2%} of the picture's pixels differ from {origin}")
                now["image/png"] = then["image/png"]
        # an editor may have given it another id
        new["id"] = was["id"]
        a, b = (json.dumps(cell, indent=1, ensure_ascii=False, sort_keys=True).splitlines() for cell in (was, new))
        if a != b:
            lines = [line for line in difflib.unified_diff(a, b, lineterm="", n=0) if line[0] in "+-" and line[:3] not in ("+++", "---")]
            minus = next((line[1:].strip() for line in lines if line[0] == "-"), "nothing")
            plus = next((line[1:].strip() for line in lines if line[0] == "+"), "nothing")
            start = max(0, len(os.path.commonprefix([minus, plus])) - 60)
            said.append(f"{path.name}, cell {number}: {origin} has\n    {minus[start:start + 200]}\n  and {here} gives\n    {plus[start:start + 200]}")
    return said


class Verified:
    """What a verification found, in a reader's words; it is told at the end and kept for the reviewers' report."""

    def __init__(self):
        self.agreed, self.off, self.not_tried = [], [], []

    def step(self, what, check, *arguments):
        """One part of it; the first that does not agree is the last."""
        try:
            against = check(*arguments)
        except Problem:
            self.off.append(what)
            self.keep()
            self.tell()
            raise
        self.agreed.append(f"{what}{against or ''}")

    def keep(self):
        write_all({TARGET / "verified.json": json.dumps({"agreed": self.agreed, "off": self.off, "not_tried": self.not_tried}, indent=1)})

    def tell(self):
        for title, said in (("Agreed", self.agreed), ("Did not agree", self.off), ("Not tried", self.not_tried)):
            if said:
                print(f"{title}:\n  " + "\n  ".join(said), flush=True)


def rerun(_):
    verified = Verified()
    if tests := java_tests():
        verified.agreed.append(tests)
    verified.step("tests of the runner and of the data package, in Python", test)
    notebooks, declared = found(), published()
    if missing := sorted(set(declared) - {path.name for path in notebooks}):
        raise Problem(f"{PUBLISHED.relative_to(ROOT)} names {', '.join(missing)}, and there is no such notebook.\nRestore it, or run mvn -Dpublish.")
    print(f"Rerunning {count(notebooks)} against the published outputs:", flush=True)
    os.environ["SPEEDBUMP_NARROW"] = str(TARGET / "narrow")
    fresh = execute_here(notebooks)
    del os.environ["SPEEDBUMP_NARROW"]
    verified.step(f"{count(notebooks)} run anew, ", compare, fresh, TARGET / "rerun", "if the change is meant, run mvn -Dpublish and commit the notebooks")
    verified.step("the README's map and picture", fresh_readme)
    elsewhere(verified)
    verified.keep()
    page = build_site(Inputs(), False)
    print(flush=True)
    verified.tell()
    print(f"The reviewers' report: {page.with_name('review.html').as_uri()}", flush=True)


def java_tests():
    """How many tests of Java passed; nothing where none left a report since code and tables changed."""
    from review import tested

    passed = sum(tested(ROOT).values())
    return f"{passed} test methods of Java" if passed else None


def fresh_readme():
    if stale := stale_readme(TARGET / "rerun"):
        raise Problem(f"{', '.join(path.name for path in stale)}: not as the verdicts and notebooks have it; run mvn and commit.")


def compare(fresh, scratch, advice):
    """Keeps the fresh notebooks in a scratch folder and refuses what is not as committed and as published."""
    said, refused, declared = [], {}, published()
    scratch.mkdir(parents=True, exist_ok=True)
    for path, notebook in fresh.items():
        text, refusal = committed(path)
        if refusal:
            refused[path.name] = refusal
            text = path.read_text(encoding="utf-8")
        keep_old_pictures(notebook, read(path, text))
        if not refusal and (differs := differences(path, notebook, text, "HEAD")):
            said += differs
            continue
        if digest(notebook) != declared.get(path.name):
            said.append(f"{path.name}: not the outputs that {PUBLISHED.relative_to(ROOT)} declares")
            if refusal:
                said += some(differences(path, notebook, text, "the file as it lies"))
    write_all({scratch / path.name: text_of(notebook) for path, notebook in fresh.items()})
    if said:
        raise Problem("\n".join(said) + f"\nThe rerun lies in {scratch.relative_to(ROOT)}; {advice}.")
    print(f"Every output is the published one: {compared_with(fresh, refused)}.", flush=True)
    return compared_with(fresh, refused)


def compared_with(notebooks, refused):
    """What a rerun was held against, with the words in which git refused."""
    digests = f"the digests of {PUBLISHED.relative_to(ROOT)}"
    if not refused:
        return f"held against git's HEAD, byte for byte, and {digests}"
    if len(refused) == len(notebooks):
        return f"held against {digests} alone, since git has none to show ({next(iter(refused.values()))})"
    return f"held against git's HEAD and {digests}, {', '.join(refused)} against the digests alone, since git has none to show ({next(iter(refused.values()))})"


def test():
    """The tests of this side: the runner's own, and the data package in the hands of a foreign validator and reader."""
    import unittest

    said = io.StringIO()
    result = unittest.TextTestRunner(said).run(unittest.defaultTestLoader.discover(str(ROOT / "src/test/jupyter")))
    if not result.wasSuccessful() or not result.testsRun:
        raise Problem(f"The Python tests failed:\n{said.getvalue().strip()}")
    print(f"{result.testsRun} Python tests passed.", flush=True)


def elsewhere(verified):
    """The same notebooks under another Java and another kernel, where they are there, give what is committed."""
    specification = json.loads(SPECIFICATION.read_text(encoding="utf-8"))
    tried = {"a newer Java": another_java(specification), "the kernel JJava": jjava(specification)}
    verified.not_tried += [f"{what}, which is not here" for what, kernel in tried.items() if not kernel]
    kernels = dict(filter(None, tried.values()))
    for name, specification in kernels.items():
        folder = TARGET / "elsewhere" / "kernels" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "kernel.json").write_text(json.dumps(specification), encoding="utf-8")
    os.environ["JUPYTER_PATH"] = str(TARGET / "elsewhere")
    for name, specification in kernels.items():
        if name.startswith("java-"):
            verified.step(f"the verdicts, computed anew under {name}", verdicts_elsewhere, name, specification)
        notebooks = found()
        print(f"Running {count(notebooks)} under {name}:", flush=True)
        verified.step(f"{count(notebooks)} under {name}, ", compare, execute_here(notebooks, name), TARGET / "elsewhere" / name, f"this is what {name} gives")


def verdicts_elsewhere(name, specification):
    """Has another Java compute the verdicts itself, in a store of its own, and holds its board against that of the first."""
    board, argv = TARGET / "elsewhere" / f"{name}-board.json", specification["argv"]
    command = [part for part in argv[:-2] if "Tiered" not in part] + ["speedbump.analysis.Verdicts", str(board)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if ended.returncode:
        raise Problem(f"The verdicts could not be computed under {name}:\n{ended.stderr.strip()}")
    if board.read_bytes() != (TARGET / "board.json").read_bytes():
        raise Problem(f"The board of verdicts is another under {name}: compare {board.relative_to(ROOT)} with target/board.json.")


def another_java(specification):
    """The newest Java beside the running one, or that of JAVA_ELSEWHERE."""
    java = pathlib.Path(specification["argv"][0])
    home = java.parents[1].resolve()
    asked = os.environ.get("JAVA_ELSEWHERE")
    homes = [pathlib.Path(asked)] if asked else [folder for folder in home.parent.iterdir() if folder.resolve() != home]
    # a Java without its compiler has no jshell either
    newest = max((folder for folder in homes if (folder / "bin" / java.name.replace("java", "javac")).exists()), key=java_version, default=None)
    if asked and not newest:
        raise Problem(f"JAVA_ELSEWHERE is {asked}, and no JDK is there. It takes the folder of one, as JAVA_HOME does.")
    if not newest or java_version(newest) <= java_version(home):
        print("Not tried under a newer Java: none lies beside this one (JAVA_ELSEWHERE names the folder of one).", flush=True)
        return None
    return f"java-{java_version(newest)}", {**specification, "argv": [str(newest / "bin" / java.name), *specification["argv"][1:]]}


def java_version(home):
    """The feature release that a Java's own file `release` states, 0 where there is none."""
    try:
        stated = re.search(r'JAVA_VERSION="(\d+)', (home / "release").read_text(encoding="utf-8"))
    except OSError:
        stated = None
    return int(stated[1]) if stated else 0


def jjava(specification):
    """The kernel JJava as its Python package brings it, of .venv or of the Python that JJAVA names."""
    python = os.environ.get("JJAVA") or sys.executable
    shown = subprocess.run([python, "-c", "import sysconfig; print(sysconfig.get_path('data'))"], capture_output=True, text=True)
    jar = pathlib.Path(shown.stdout.strip()) / "share/jupyter/kernels/java/jjava.jar"
    if not jar.exists():
        print("Not tried under JJava: it is not installed (JJAVA names a Python that has the package jjava).", flush=True)
        return None
    before, after = specification["argv"][:-4], specification["argv"][-3]
    argv = [*before, "--add-opens", "jdk.jshell/jdk.jshell=ALL-UNNAMED", "-jar", str(jar), "{connection_file}"]
    return "jjava", {**specification, "argv": argv, "env": {"JJAVA_CLASSPATH": after, "JJAVA_STARTUP_SCRIPT": specification["env"]["IJAVA_STARTUP_SCRIPT"]}}


def floor(_):
    """What the notebooks cost beside notebooks of as many cells that only add one and one, by turns in one run."""
    seconds = {"trivial": [], "as they are": []}
    for _ in range(2):
        for name, spent in seconds.items():
            notebooks = found()
            if name == "trivial":
                for notebook in notebooks.values():
                    for cell in notebook.cells:
                        if cell.cell_type == "code" and cell.source.strip():
                            cell.source = "1 + 1"
            start = time.monotonic()
            execute_here(notebooks)
            spent.append(time.monotonic() - start)
    least = {name: min(spent) for name, spent in seconds.items()}
    print("\n".join(f"{name:<12} {spent:6.1f} s" for name, spent in least.items()))
    print(f"The notebooks take {least['as they are'] / least['trivial']:.2f} times their floor.", flush=True)
    write_all({TARGET / "floor.json": json.dumps(least)})


def lab(_):
    from jupyterlab.labapp import main

    # a container's only user is often root
    main([f"--ServerApp.root_dir={NOTEBOOKS}", "--ServerApp.allow_root=True",
          "--KernelSpecManager.allowed_kernelspecs=java", "--MultiKernelManager.default_kernel_name=java"])


def teach(_):
    import teaching

    teaching.teach()


def mark(_):
    import teaching

    teaching.mark()


def end_with_the_launcher():
    """Its death closes our standard input; os.read, because a daemon thread must not hold a buffer's lock at the end."""
    while os.read(0, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=[command.__name__ for command in COMMANDS])
    parser.add_argument("--publish", action="store_true", help="declare the outputs of this run the published ones")
    parser.add_argument("--fresh", action="store_true", help="run every notebook, also those of which nothing changed")
    arguments = parser.parse_args()
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=end_with_the_launcher, daemon=True).start()
    try:
        next(command for command in COMMANDS if command.__name__ == arguments.command)(arguments)
    except Problem as problem:
        sys.exit(f"\n{problem}\n")
    except ImportError as problem:
        sys.exit(f"\nThe environment .venv is not whole: {problem}.\nDelete the folder .venv and run mvn again.\n")
    except OSError as problem:
        sys.exit(f"\n{problem.strerror or problem}: {problem.filename or TARGET}\n{advice(problem)}\n")


COMMANDS = (run, rerun, lab, floor, teach, mark)

if __name__ == "__main__":
    main()
