"""Builds the reading edition: the executed notebooks, the board of verdicts and the data page, to be read from the file system.

Every word of a verdict comes from target/board.json, which Java writes, every title and table from data/: nothing of that is typed here.
"""
import base64
import contextlib
import csv
import gzip
import hashlib
import html
import importlib.metadata
import io
import itertools
import json
import pathlib
import re
import shutil
import struct
import urllib.parse

import lessons
import review
import trail

JUPYTER = pathlib.Path(__file__).parent
# Charts are drawn at twice the size at which they are shown.
PIXELS_PER_POINT = 2
YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?=$|\D)")
YEAR_COLUMNS = {"year", "date", "month", "quarter", "period"}
# Screens for which the narrow rendition of a picture is shown, as site.css has it.
NARROW = "(max-width: 600px)"
# A table of more rows or columns is folded.
FEW_ROWS, FEW_COLUMNS = 6, 8
# Signs that a line of a table holds on the narrowest screen, and those that the gap beside a column takes.
PHONE, BETWEEN_COLUMNS = 42, 2
# The first cell of every notebook, of which a reader of the site sees nothing.
BOOT = "%load boot.jshell"
# Where the notebooks lie on the site as they are.
DOWNLOADS = "downloads"
# Between these the README's map is written by the build.
MAP_START, MAP_END = "<!-- map: written by mvn -->", "<!-- end of map -->"


def build(root, out):
    """Writes the site under `out` and returns its first page; stops with one message where it cannot."""
    notebooks = {path.stem: read_json(path) for path in sorted((root / "notebooks").glob("[0-9]*.ipynb"))}
    figures, taught = review.figures(notebooks), lessons.teach(notebooks)  # both read the charts, which the site's copies hold as links
    source = root / "target" / "site-source"
    for folder in (source, out):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(JUPYTER / "site", source, ignore=shutil.ignore_patterns("*.jinja"))
    shutil.copy(mathjax(), source / "_static" / "tex-svg.js")
    pictures = source / "_static" / "pictures"
    pictures.mkdir()
    shown = board(root)
    claims = shown["claims"]
    explorers = {claim["notebook"]: root / "target" / "explorer" / f"{claim['claim']}.json" for claim in claims}
    pages = {claim["claim"]: claim["notebook"] for claim in claims if claim["notebook"] in notebooks}
    names, address = set(resources(root)) if has_data(root) else set(), repository(root)
    checks = numbers(root, dict(contents(claims, notebooks)), notebooks)
    trails = {one["name"]: [trail.shown(check["trail"]) for check in one["checks"]] for one in checks}
    for name, notebook in notebooks.items():
        shown_here = for_readers(notebook, name, pictures, root / "target" / "narrow", names, trails.get(name, ()))
        page = with_launch(folded_appendix(with_explorer(cross_linked(shown_here, name, pages), explorers.get(name))), name, address)
        (source / f"{name}.ipynb").write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")
    timings = root / "src" / "jmh" / "results.csv"
    coverage = root / "data" / "claims" / "calibration.csv"
    write_page(source, "index.md", claims=claims, notebooks=contents(claims, notebooks), shared=shown["shared"], has_data=has_data(root),
               has_timings=timings.exists(), has_coverage=coverage.exists(),
               charts={name: min((file.name for file in pictures.glob(f"{name}-*.png") if ".narrow" not in file.name), key=place_of, default="") for name in notebooks})
    write_page(source, "changes.md", changes=shown["changes"])
    write_page(source, "teach.md", **taught, launch=lambda name: launch(name, address))
    write_page(source, "numbers.md", notebooks=checks, few=trail.FEW_TABLES)
    if coverage.exists():
        write_page(source, "calibration.md", **calibration(rows(coverage)))
    if timings.exists():
        write_page(source, "benchmarks.md", **benchmarks(rows(timings)))
    if has_data(root):
        package, folders = read_json(root / "data" / "datapackage.json"), tables(root)
        write_page(source, "data.md", package=package, folders=folders)
        page, sections = review.report(root, shown, figures, checks, package, folders, coverage.exists() and calibration(rows(coverage)))
        write_page(source, "review.md", **page)
    sphinx(source, out)
    (out / DOWNLOADS).mkdir()
    for name in notebooks:
        shutil.copyfile(root / "notebooks" / f"{name}.ipynb", out / DOWNLOADS / f"{name}.ipynb")
    if has_data(root):
        review.write(out / "review", sections)
    (out / ".nojekyll").touch()  # else a code-hosting site leaves out the folders that begin with a line
    return out / "index.html"


def place_of(picture):
    """Where in its notebook a picture stands: the numbers of its cell and of its output."""
    return [int(number) for number in re.findall(r"\d+", picture)[-2:]]


def sphinx(source, out):
    from sphinx.cmd.build import build_main

    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        status = build_main(["-q", "-N", "-W", "--keep-going", "-E", "-b", "html", "-d", str(source.parent / "site-doctrees"), str(source), str(out)])
    if status:
        raise SystemExit(f"The site could not be built:\n{said.getvalue().strip()}")


def mathjax():
    """The one file of MathJax that needs no other: formulas are drawn without fonts and without the network."""
    try:
        file = importlib.metadata.distribution("sphinx-mathjax-offline").locate_file("sphinx-mathjax-offline/static/mathjax/tex-svg.js")
    except importlib.metadata.PackageNotFoundError:
        raise SystemExit("The package sphinx-mathjax-offline is missing from .venv: delete .venv and run mvn again.") from None
    return file


def write_page(source, name, **values):
    import jinja2

    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(JUPYTER / "site"), autoescape=True, trim_blocks=True, lstrip_blocks=True,
                                     undefined=jinja2.StrictUndefined)
    environment.filters["stressed"] = stressed
    environment.filters["trail"] = trail.shown
    (source / name).write_text(environment.get_template(f"{name}.jinja").render(**values), encoding="utf-8")


def stressed(words):
    """Words for raw HTML, in which *this* is stressed."""
    from markupsafe import Markup, escape

    return Markup(re.sub(r"\*(.+?)\*", r"<em>\1</em>", str(escape(words))))


# Notebooks


def for_readers(notebook, name, pictures, narrow, tables=(), trails=()):
    """The site's copy of a notebook: code folded, each picture at the size and with the text that its cell gave it, tables that stack on narrow screens,
    checks with their trails, which are those of the whole notebook in its order."""
    trails = iter(trails)
    for number, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] != "code":
            continue
        tags = cell["metadata"].setdefault("tags", [])
        if text(cell["source"]).strip() == BOOT:
            tags.append("remove-cell")
            continue
        solution = "solution" in tags
        tags.append("hide-cell" if solution else "hide-input")
        if solution:
            cell["metadata"]["mystnb"] = {"code_prompt_show": "Show the solution", "code_prompt_hide": "Hide the solution"}
        for place, output in enumerate(cell["outputs"]):
            data = output.get("data", {})
            told = list(itertools.islice(trails, len(checked(output))))
            if "image/png" in data:
                png, alt = base64.b64decode(text(data["image/png"])), text(data.get("text/plain", "")).strip()
                if not alt:
                    raise SystemExit(f"{name}.ipynb, cell {number + 1}: the picture has no text/plain beside it, which is its text for those who cannot see it.")
                file = pictures / f"{name}-{number + 1}-{place + 1}.png"
                file.write_bytes(png)
                small = narrow / f"{hashlib.sha256(png).hexdigest()}.png"
                if small.exists():
                    shutil.copy(small, file.with_suffix(".narrow.png"))
                output["data"] = {"text/html": picture(file.name, png, alt, small.exists())}
            elif "text/html" in data:
                data["text/html"] = traced(labelled(linked(text(data["text/html"]), tables)), told)
    return notebook


def checked(output):
    """The lines of an output that say what a check found."""
    return [line for line in text(output.get("data", {}).get("text/plain", "")).splitlines() if line.startswith("✓ ")]


def traced(checks, trails):
    """Folded checks, each with its trail behind it."""
    lines = re.compile(r"^(?:<p>)?✓ .*?(?=<br>$|</p>)", re.MULTILINE)
    if not any(trails) or len(lines.findall(checks)) != len(trails):
        return checks
    trails = iter(trails)
    return lines.sub(lambda line: line[0] + (f' <small class="trail">{one}</small>' if (one := next(trails)) else ""), checks)


def picture(file, png, alt, narrow):
    width, height = (pixels // PIXELS_PER_POINT for pixels in struct.unpack(">II", png[16:24]))
    source = f'<source media="{NARROW}" srcset="_static/pictures/{file.removesuffix(".png")}.narrow.png">' if narrow else ""
    return (f'<div class="picture{" narrow" if narrow else ""}"><a href="_static/pictures/{file}"><picture>{source}<img src="_static/pictures/{file}" '
            f'width="{width}" height="{height}" style="--width: {width}px" alt="{html.escape(alt)}"></picture></a></div>')


def linked(table, names):
    """A table in which the name of a table of the collection leads to its place on the data page."""
    return re.sub(r"(<td\b[^>]*>)([a-z_0-9]+/[a-z_0-9]+)(</td>)",
                  lambda cell: f'{cell[1]}<a href="data.html#{cell[2].replace("/", "-")}">{cell[2]}</a>{cell[3]}' if cell[2] in names else cell[0], table)


def labelled(table):
    """A table whose cells know their column's name, so that they can stand under one another; a long or wide one that has a title is folded."""
    head, found, body = table.partition("</thead>")
    headers = [re.sub("<[^>]*>", "", header) for header in re.findall(r"<th\b[^>]*>(.*?)</th>", head, re.DOTALL)]
    if not found:
        return table
    wide = len(headers) > FEW_COLUMNS
    if fits_a_phone(headers, body):
        headers = []

    def row(match):
        names = iter(headers)
        return re.sub(r"<td\b", lambda _: f'<td data-label="{html.escape(html.unescape(next(names, "")))}"', match[0]) if headers else match[0]

    head = re.sub(r"<th\b[^>]*></th>", "<td></td>", head)  # a header without words is none
    shown = head + found + re.sub(r"<tr>.*?</tr>", row, body, flags=re.DOTALL)
    title, rows = re.match(r"\s*<p><b>(.*?)</b></p>", table, re.DOTALL), body.count("<tr>")
    if title is None or rows <= FEW_ROWS and not wide:
        return shown
    return f'<details class="table"><summary>{title[1]}: a table of {rows} rows</summary>{shown[title.end():]}</details>'


def fits_a_phone(headers, body):
    """Whether the rows of a table, words of its headers broken but cells not, stand beside each other on the narrowest screen."""
    widths = [max(map(len, html.unescape(header).split()), default=0) for header in headers]
    for row in re.findall(r"<tr>.*?</tr>", body, re.DOTALL):
        cells = [len(html.unescape(re.sub("<[^>]*>", "", cell))) for cell in re.findall(r"<t[dh]\b[^>]*>(.*?)</t[dh]>", row, re.DOTALL)]
        widths = [max(pair) for pair in zip(widths, cells)]
    return sum(widths) + BETWEEN_COLUMNS * len(widths) <= PHONE


def has_picture(cell):
    return any("<picture>" in text(output.get("data", {}).get("text/html", "")) for output in cell.get("outputs", []))


def with_explorer(notebook, file):
    """The notebook with what "Change a choice" needs under the first picture after its verdict box: a place, and the data that Java wrote, in the page itself."""
    boxes = [place for place, cell in enumerate(notebook["cells"]) for output in cell.get("outputs", [])
             if re.match(r"Claim \d+: .*\nVerdict: ", text(output.get("data", {}).get("text/plain", "")))]
    if boxes and file:
        if not file.exists():
            raise SystemExit(f"{file} is missing: delete target and run mvn again.")
        data = file.read_text(encoding="utf-8").replace("<", "\\u003c")
        page = f'<section id="change-a-choice" hidden></section>\n<script type="application/json" id="explorer-data">{data}</script>'
        place = next((i for i, cell in enumerate(notebook["cells"]) if i > boxes[0] and has_picture(cell)), boxes[0])
        notebook["cells"].insert(place + 1, {"cell_type": "markdown", "id": "change-a-choice", "metadata": {}, "source": page})
    return notebook


def repository(root):
    """The address of the repository, which CITATION.cff alone knows; nothing where it names none."""
    file = root / "CITATION.cff"
    found = re.search(r"^repository-code:[ \t]*[\"']?(https://[^\s\"']+)", file.read_text(encoding="utf-8") if file.exists() else "", re.MULTILINE)
    return found[1].removesuffix("/").removesuffix(".git") if found else ""


def launch(name, address):
    """Where a notebook can be had and run: its file, and a button for Binder where the address of the repository is known, else the page that says how."""
    from markupsafe import Markup

    file = f'<a href="{DOWNLOADS}/{name}.ipynb" download="{name}.ipynb">Download the notebook</a>'
    if not address:
        return Markup(f'{file} <a href="teach.html#run-a-notebook">Run it yourself</a>')
    github = re.fullmatch(r"https://github\.com/([\w.-]+/[\w.-]+)", address)
    place = f"gh/{github[1]}" if github else f"git/{urllib.parse.quote(address, safe='')}"
    lab = f"https://mybinder.org/v2/{place}/HEAD?urlpath={urllib.parse.quote(f'lab/tree/notebooks/{name}.ipynb', safe='')}"
    return Markup(f'{file} <a class="binder" href="{html.escape(lab)}">Run it on Binder</a> <small>(not tried from here)</small>')


def with_launch(notebook, name, address):
    """The notebook with what it takes to run it under its first picture, or under its title where it has none."""
    cells, line = list(notebook["cells"]), f'<p class="launch">{launch(name, address)}</p>'
    seen = next((place for place, cell in enumerate(cells) if has_picture(cell)), None)
    if seen is not None:
        return {**notebook, "cells": [*cells[:seen + 1], plain(line, "launch"), *cells[seen + 1:]]}
    place = next(place for place, cell in enumerate(cells) if cell["cell_type"] == "markdown")
    title, _, rest = text(cells[place]["source"]).partition("\n")
    cells[place] = {**cells[place], "source": f"{title}\n\n{line}\n{rest}"}
    return {**notebook, "cells": cells}


CLAIMS = re.compile(r"\b[Cc]laims? \d+(?:(?:, | and )\d+)*\b")


def cross_linked(notebook, name, pages):
    """The notebook whose prose leads from the number of another claim to its page; `pages` holds the notebook of each number."""
    def link(number):
        page = pages.get(int(number[0]), name)
        return number[0] if page == name else f"[{number[0]}]({page}.ipynb)"

    def line(words):
        no_prose = words.startswith(("#", "<")) or "](" in words or "$$" in words
        return words if no_prose else CLAIMS.sub(lambda found: re.sub(r"\d+", link, found[0]), words)

    def shown(cell):
        if cell["cell_type"] != "markdown":
            return cell
        return {**cell, "source": "\n".join(line(words) for words in text(cell["source"]).split("\n"))}

    return {**notebook, "cells": [shown(cell) for cell in notebook["cells"]]}


def folded_appendix(notebook):
    """The notebook with what stands under the heading of its appendix folded: it does not carry the argument."""
    cells, inside = [], False
    for cell in notebook["cells"]:
        source = text(cell["source"]) if cell["cell_type"] == "markdown" else ""
        if inside and source.startswith("## "):
            cells.append(plain("</details>", f"end-{len(cells)}"))
            inside = False
        if source.startswith("## Appendix"):
            heading, _, rest = source.partition("\n")
            cells.append(plain(f'{heading}\n\n<details class="appendix"><summary>Read it</summary>', f"fold-{len(cells)}"))
            cell, inside = {**cell, "source": rest.strip()}, True
        cells.append(cell)
    return {**notebook, "cells": cells + ([plain("</details>", "end")] if inside else [])}


def plain(source, name):
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


# Every number

CHECK = re.compile(r"(?:states|near|that|check)\(")


def numbers(root, titles, notebooks):
    """Every number and statement of the notebooks that a check holds: what is said, what was found, by which expression, where it comes from, and the
    section it stands in."""
    readers, sources = readers_of(root), trail.Sources(root, trail.Tables(root))
    listed = []
    for name, notebook in notebooks.items():
        section, found, opened = "", [], sorted(set(readers.get(name, ())) & set(sources.tables.resources))
        traces = trail.Notebook([text(cell["source"]) if cell["cell_type"] == "code" else "" for cell in notebook["cells"]], sources, opened)
        for number, cell in enumerate(notebook["cells"]):
            source = text(cell["source"])
            if cell["cell_type"] == "markdown":
                section = [section, *(line.lstrip("# ") for line in source.splitlines() if re.match(r"##? ", line))][-1]
                continue
            lines = [line for output in cell["outputs"] for line in checked(output)]
            by = expressions(source)
            by = by if len(by) == len(lines) else [""] * len(lines)
            for line, one in zip(lines, by):
                what, _, value = line[2:].rpartition(": ")
                found.append({"section": section, "what": what, "value": value, "by": one, "trail": traces.trail(one, number, value)})
        title = titles.get(name) or next(line[2:] for line in text(notebook["cells"][0]["source"]).splitlines() if line.startswith("# "))
        listed.append({"name": name, "title": title, "checks": found, "tables": opened})
    return [one for one in listed if one["checks"]]


def resources(root):
    return [one["name"] for one in read_json(root / "data" / "datapackage.json")["resources"]]


def expressions(source):
    """What each check of a cell computes, as the cell writes it: the second argument of states, near, that and check."""
    found = []
    for match in CHECK.finditer(source):
        if source[:match.start()].count('"') % 2 or re.search(r"\w$", source[:match.start()]):
            continue
        parts = arguments(source[match.end():])
        if len(parts) > 1:
            found.append(" ".join(parts[1].split()))
    return found


def arguments(source):
    """The arguments of a call in Java, from after its bracket on, parted at commas that stand in no bracket and in no text."""
    parts, depth, quoted, start = [], 0, False, 0
    for place, sign in enumerate(source):
        if sign == '"' and source[place - 1:place] != "\\":
            quoted = not quoted
        elif quoted:
            continue
        elif sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
            if depth < 0:
                return [*parts, source[start:place]]
        elif sign == "," and depth == 0:
            parts.append(source[start:place])
            start = place + 1
    return parts


def text(value):
    """A value of a notebook's JSON, which may be a list of lines."""
    return value if isinstance(value, str) else "".join(value)


def contents(claims, notebooks):
    """The notebooks in order, each with what the side bar calls it: a claim by its number and short title, any other by its own title."""
    short = {claim["notebook"]: f"{claim['claim']}  {claim['shortTitle']}" for claim in claims}
    return [(name, short.get(name, "")) for name in notebooks]


# The board

# From left to right on the map of the evidence.
PLACES = ["AGAINST", "AWAY", "UNDECIDED", "TOWARDS", "FOR"]


def board(root):
    """What Java wrote of the verdicts, with what only the layout needs: parts of a reason that can be explained, and whether there is a page."""
    shown = read_json(root / "target" / "board.json")
    for claim in shown["claims"]:
        statements = {part["proposition"]: part["question"] for part in claim["propositions"]}
        claim["why_parts"] = [(part, statements.get(part, "")) for part in re.split(r"\b(\d+[a-d])\b", claim["why"])]
        claim["at"] = PLACES.index(claim["place"]) if claim["place"] in PLACES else ""
        claim["has_notebook"] = (root / "notebooks" / f"{claim['notebook']}.ipynb").exists()
    return shown


def board_rows(root):
    """The board for the terminal, its longest text last."""
    return [(str(claim["claim"]), claim["shortTitle"], claim["word"], claim["confidence"].split(";")[0], claim["why"]) for claim in board(root)["claims"]]


def readme(root, notebooks):
    """README.md with its map as it stands on the board, and the pictures it shows, each the first of the notebook it is named for: bytes by file."""
    head, _, rest = (root / "README.md").read_text(encoding="utf-8").partition(MAP_START)
    _, _, tail = rest.partition(MAP_END)
    lines = ["| claim | notebook | question | verdict |", "|---|---|---|---|"]
    for claim in board(root)["claims"]:
        name = claim["notebook"]
        shown = f"[{name}](notebooks/{name}.ipynb)" if claim["has_notebook"] else ""
        lines.append(f"| {claim['claim']} | {shown} | {claim['question']} | {claim['word']} |")
    files = {}
    for name in re.findall(r"\(notebooks/(\w+)\.png\)", head):
        cells = read_json(notebooks / f"{name}.ipynb")["cells"]
        png = next((text(output["data"]["image/png"]) for cell in cells for output in cell.get("outputs", []) if "image/png" in output.get("data", {})), None)
        if png is None:
            raise SystemExit(f"{name}.ipynb shows no picture, and README.md shows its first.")
        files[root / "notebooks" / f"{name}.png"] = base64.b64decode(png)
    files[root / "README.md"] = f"{head}{MAP_START}\n{chr(10).join(lines)}\n{MAP_END}{tail}".encode("utf-8")
    return files


# The data page


def tables(root):
    """The tables of the data package by folder, each with what its file holds and who reads it."""
    counted = Counted(root / "target" / "site-tables.json")
    readers = readers_of(root)
    folders = {}
    for resource in read_json(root / "data" / "datapackage.json")["resources"]:
        facts = counted.of(root / "data" / resource["path"], resource)
        first, _, rest = resource.get("description", "").partition(". ")
        folders.setdefault(resource["name"].partition("/")[0], []).append({
            **resource, **facts, "anchor": resource["name"].replace("/", "-"), "row_is": first.rstrip(".") + ".", "caveats": rest,
            "bars": bars(facts["years"]), "read_by": [name for name, read in readers.items() if resource["name"] in read]})
    counted.keep()
    return folders


class Counted:
    """What was counted in each table, kept under the digest of its file, since the large ones take a while."""

    def __init__(self, file):
        self.file, self.now = file, {}
        self.before = read_json(file) if file.exists() else {}

    def of(self, path, resource):
        key = resource.get("hash") or f"{path.stat().st_size} {path.stat().st_mtime_ns}"
        if key not in self.now:
            self.now[key] = self.before.get(key) or count(path, resource)
        return self.now[key]

    def keep(self):
        self.file.write_text(json.dumps(self.now), encoding="utf-8")


def count(path, resource):
    """Rows, share of filled cells a column, and rows a year."""
    names = [field["name"] for field in resource["schema"]["fields"]]
    dated = next((field["name"] for field in resource["schema"]["fields"]
                  if field["type"] in ("date", "year", "yearmonth") or set(field["name"].split("_")) & YEAR_COLUMNS), None)
    total, filled, years = 0, [0] * len(names), {}
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8", newline="") as lines:
        table = csv.reader(lines)
        if next(table, None) != names:
            raise SystemExit(f"data/{resource['path']}: its header is not the list of columns that data/datapackage.json declares.")
        place = names.index(dated) if dated else None
        for row in table:
            total += 1
            for i, cell in enumerate(row):
                filled[i] += cell != ""
            if place is not None and (year := YEAR.match(row[place])):
                years[year.group()] = years.get(year.group(), 0) + 1
    if sum(years.values()) < total / 2:  # a column that is mostly empty dates no table
        years = {}
    return {"row_count": total, "filled": {name: share / max(total, 1) for name, share in zip(names, filled)}, "years": dict(sorted(years.items())), "dated": dated}


def bars(years):
    """Rows a year as bars of an inline picture: (year, rows, x, y, width, height) within 160 by 28."""
    if len(years) < 2:
        return []
    first, last, most = int(min(years)), int(max(years)), max(years.values())
    step = 160 / (last - first + 1)
    return [(year, n, round((int(year) - first) * step, 2), round(28 - 28 * n / most, 2), round(max(step - 1, step * 0.7), 2), round(28 * n / most, 2))
            for year, n in years.items()]


def readers_of(root):
    """The tables that each notebook opened as it ran: its kernel writes their names, one a line, in a file of its own."""
    return {file.stem: set(file.read_text(encoding="utf-8").split()) for file in sorted((root / "target" / "opened").glob("*.txt"))}


# The page of coverage

METHODS = ["Prais-Winsten", "Newey-West", "block bootstrap"]
# From so many points a range is given as that of longer series; below so much coverage a figure is marked.
LONG, LOW = 15, 0.9


def calibration(results):
    """The table that mvn -Pcalibration left: a table a design with its methods side by side, the other intervals, the tests, and what goals were missed."""
    rhos = sorted({row["rho"] for row in results}, key=float)
    cells = {(row["what"], row["design"], row["method"], row["n"], row["rho"]): coverage_cell(row) for row in results}
    designs, others, tests = {}, {}, {}
    for row in results:
        if row["method"] in METHODS:
            designs.setdefault(row["design"], {})[row["n"]] = [cells.get((row["what"], row["design"], method, row["n"], rho)) for method in METHODS for rho in rhos]
        else:
            part = others if row["what"] == "interval" else tests
            part[row["method"], row["design"], row["n"]] = {
                "method": row["method"], "design": row["design"], "n": row["n"], "note": row["note"], "nominal": f"{100 * float(row['nominal']):.0f}",
                "cells": [cells.get((row["what"], row["design"], row["method"], row["n"], rho)) for rho in rhos]}
    with_goal = [cell for cell in cells.values() if cell["goal"]]
    missed = [cell["said"] for cell in with_goal if cell["missed"]]
    draws = sorted({int(row["draws"]) for row in results})
    typical = 0.95 * 0.05 / min(int(row["draws"]) for row in results if row["goal"] or len(draws) == 1)
    return {"designs": [{"name": name, "rows": sorted(by_n.items(), key=lambda one: int(one[0]))} for name, by_n in designs.items()], "methods": METHODS,
            "rhos": [rho.removesuffix(".0") for rho in rhos], "others": in_groups(others), "tests": in_groups(tests), "missed": missed,
            "goals": len(with_goal), "met": len(with_goal) - len(missed), "draws": " to ".join(f"{many:,}" for many in dict.fromkeys((draws[0], draws[-1]))), "error": f"{100 * typical ** 0.5:.1f}",
            "ranges": {method: {part: coverage_range([row for row in results if row["method"] == method and (int(row["n"]) >= LONG) == (part == "long")])
                                for part in ("long", "short")} for method in METHODS}}


def coverage_cell(row):
    """A share as it is shown, in hundreds, with its goal."""
    share, goal, allowed = float(row["measured"]), row["goal"] and float(row["goal"]), 2 * float(row["standard_error"])
    interval = row["what"] == "interval"
    missed = goal != "" and (share < goal - allowed if interval else share > goal + allowed)
    said = f"{row['method']}, {row['design']}, n {row['n']}, rho {row['rho']}: {100 * share:.1f}"
    return {"shown": f"{100 * share:.0f}" if interval else f"{100 * share:.1f}", "low": interval and round(share, 2) < LOW,
            "goal": f"{100 * goal:.0f}" if goal != "" else "", "missed": missed, "said": said}


def coverage_range(results):
    shares = [float(row["measured"]) for row in results]
    return {"least": f"{100 * min(shares):.0f}", "most": f"{100 * max(shares):.0f}"}


def in_groups(part):
    """Lines of one method and design together, by length, the first of each marked."""
    order = list(dict.fromkeys((row["method"], row["design"]) for row in part.values()))
    lines = sorted(part.values(), key=lambda row: (order.index((row["method"], row["design"])), int(row["n"])))
    return [{**row, "first": i == 0 or (row["method"], row["design"]) != (lines[i - 1]["method"], lines[i - 1]["design"])} for i, row in enumerate(lines)]


# The page of benchmarks


def benchmarks(results):
    """The table that mvn -Pbench left: a line a case with its two peers, what else was measured, and the goals that were missed."""
    cases, others, missed = {}, [], []
    for row in results:
        name, value, met = row["case"], f"{float(row['value']):{'.2g' if float(row['value']) < 10 else ',.0f'}}", row["met"] == "true"
        if row["measure"] == "times_faster":
            case = cases.setdefault(name, {"name": name, "work": row["work"], "java": duration(row["java_us"]), "peers": [None, None]})
            case["peers"][row["peer"] == "numpy"] = {"name": row["peer"], "time": duration(row["peer_us"]), "times": value, "met": met}
            said = f"{name}, {value} times as fast as {row['peer']}, goal {row['goal']}"
        elif row["measure"] == "seconds":
            said = f"The {name}, {row['work']}: {value} s, goal {row['goal']} s"
        else:
            said = f"{row['work']}: {value} times as long, goal at most {row['goal']}"
        if row["measure"] != "times_faster":
            others.append(said + ("." if met else ", missed."))
        if not met:
            missed.append(said)
    return {"cases": list(cases.values()), "others": others, "missed": missed, "met": len(results) - len(missed), "all": len(results), "machine": results[0]}


def duration(microseconds):
    """Three digits at most, in the unit that reads best."""
    value = float(microseconds)
    for unit in ("µs", "ms"):
        if value < 1000:
            return f"{value:.3g} {unit}"
        value /= 1000
    return f"{value:.3g} s"


# Files


def has_data(root):
    return (root / "data" / "datapackage.json").exists()


def read_json(path):
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise SystemExit(f"{path} is not valid JSON: {error}.") from None


def rows(path):
    with open(path, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
