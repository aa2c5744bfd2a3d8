"""The reviewers' report: one page in the order of the Social Science Data Editors' template, and one csv a section beside it.

It only gathers: verdicts and rules from target/review.json, which Java writes, the rest from data/, the notebooks, and what the last tests left.
"""
import collections
import csv
import json
import os
import pathlib
import platform
import re
import sys
import xml.etree.ElementTree

import trail

CASES = "src/test/resources/validation/cases.csv"
REPORTS = "target/surefire-reports"
VERIFIED = "target/verified.json"
RAN = "target/ran.json"
FLOOR = "target/floor.json"
# Of the words of claims/changes.csv: who knew results when a rule changed.
KNEW = {"yes": "results known", "partly": "partly known", "no": "not known", "": "not stated"}


def rows(path):
    """The rows of a csv; none where there is no such file."""
    if not path.exists():
        return []
    with open(path, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def newest(root):
    """When the last of the files that a test can notice was changed: code, tests, tables, notebooks."""
    folders = [root / "src/main/java", root / "src/test", root / "data", root / "notebooks"]
    return max((path.stat().st_mtime for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix not in (".pyc", ".png")), default=0)


def tested(root):
    """Of each test method, by class and name, whether it passed; only from reports that are younger than code and tables."""
    changed, outcome = newest(root), {}
    for file in sorted((root / REPORTS).glob("TEST-*.xml")):
        if file.stat().st_mtime < changed:
            continue
        for case in xml.etree.ElementTree.parse(file).getroot().iter("testcase"):
            name = f"{case.get('classname')}.{re.split('[(]', case.get('name'))[0]}".replace("speedbump.", "", 1).replace("$", ".")
            passed = case.find("failure") is None and case.find("error") is None and case.find("skipped") is None
            outcome[name] = outcome.get(name, True) and passed
    return outcome


def estimators(root):
    """The published cases, each with what became of it in this build, and the estimators without one."""
    outcome = tested(root)
    words = {True: "agrees", False: "does not agree", None: "not run in this build"}
    cases = [{**row, "outcome": words[outcome.get(row["test"])]} for row in rows(root / CASES)]
    held = [row for row in cases if row["test"]]
    return {"cases": held, "without": [row for row in cases if not row["test"]], "run": sum(row["outcome"] == words[True] for row in held),
            "off": [row for row in held if row["outcome"] == words[False]], "not_run": sum(row["outcome"] == words[None] for row in held)}


def figures(notebooks):
    """Every picture of the notebooks, with its cell and its text."""
    return [{"notebook": name, "cell": number + 1, "text": "".join(output["data"].get("text/plain", "")).strip()}
            for name, notebook in notebooks.items() for number, cell in enumerate(notebook["cells"])
            for output in cell.get("outputs", []) if "image/png" in output.get("data", {})]


def programs(root):
    """The packages, each with what it says it is for, and how many classes and lines it has."""
    listed = []
    for info in sorted((root / "src/main/java").rglob("package-info.java")):
        files = [file for file in info.parent.glob("*.java") if file != info]
        comment = re.search(r"/\*\*(.*?)\*/", info.read_text(encoding="utf-8"), re.DOTALL)
        said = " ".join(re.sub(r"^\s*\* ?", "", line) for line in comment[1].splitlines()) if comment else ""
        said = re.sub(r"\{@\w+ ([^}]*)\}|<[^>]*>", r"\1", said)
        listed.append({"package": info.parent.relative_to(root / "src/main/java").as_posix().replace("/", "."),
                       "what": re.split(r"(?<=\.)\s", " ".join(said.split()))[0], "classes": len(files),
                       "lines": sum(len(file.read_text(encoding="utf-8").splitlines()) for file in files)})
    return listed


def environment(root):
    """On what this build ran."""
    kernel = pathlib.Path(sys.prefix) / "share/jupyter/kernels/java/kernel.json"
    java = json.loads(kernel.read_text(encoding="utf-8"))["metadata"] if kernel.exists() else {}
    return {"java": java.get("java", ""), "processor": java.get("processor", platform.machine()), "python": platform.python_version(),
            "system": platform.system(), "cores": os.cpu_count(), "ran": saved(root / RAN, 0), "floor": saved(root / FLOOR, 0), "verified": saved(root / VERIFIED, newest(root))}


def saved(path, since):
    """What a run left in a file; nothing where it is older than what it speaks of."""
    if not path.exists() or path.stat().st_mtime < since:
        return {}
    return json.loads(path.read_text(encoding="utf-8"))


def untested(root):
    """The README's own sentence on what was not tried."""
    found = re.search(r"\*\*Untested here\*\*: (.*?)\.(?:\s|$)", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    return " ".join(found[1].split()) if found else ""


def share(value):
    return f"{100 * float(value):.0f}%"


def power(row):
    """What a test says in simulated worlds, where the claim is true and where it is false."""
    if not row["worlds"]:
        return {"holds": "", "fails": ""}
    return {side: f"{share(row[f'{side}GivenTrue'])} / {share(row[f'{side}GivenFalse'])}" for side in ("holds", "fails")}


def flat(row):
    """A row with its counts beside its other columns, in their place."""
    return {inner: figure for name, value in row.items() for inner, figure in (value.items() if name == "counts" else [(name, value)])}


def report(root, shown, pictures, checks, package, folders, missed):
    """All that the page shows, and the csv files beside it by name."""
    judged = json.loads((root / "target/review.json").read_text(encoding="utf-8"))
    propositions = [{**row, "power": power(row)} for row in map(flat, judged["propositions"])]
    tables = [{"table": table["name"], "title": table["title"], "rows": table["row_count"], "bytes": table["bytes"], "hash": table["hash"],
               "licence": " and ".join(licence["name"] for licence in table["licenses"]), "snapshot": table.get("snapshot", ""),
               "source": "; ".join(source["title"] for source in table["sources"]),
               "address": "; ".join(source.get("path", "") for source in table["sources"]), "recipe": table.get("recipe", ""),
               "read_by": "; ".join(table["read_by"])} for part in folders.values() for table in part]
    numbers = [{"notebook": one["name"], **{key: value for key, value in check.items() if key != "trail"}, **trail.written_out(check["trail"])}
               for one in checks for check in one["checks"]]
    cases, sources = estimators(root), rows(root / "data/sources.csv")
    deviations = [{**change, "knew": KNEW.get(change["knewResults"], change["knewResults"])} for change in shown["changes"]]
    digests = [{"notebook": line.split("  ")[1], "sha256": line.split("  ")[0]}
               for line in (root / "notebooks/published.sha256").read_text(encoding="utf-8").splitlines()]
    examined = [row for row in propositions if row["word"]]
    silent = [row for row in examined if row["word"].startswith("cannot tell")]
    kinds = collections.Counter(row["kind"] for row in sources)
    files = {"tables": tables, "sources": sources, "digests": digests, "programs": programs(root), "figures": pictures, "numbers": numbers,
             "propositions": [{key: value for key, value in row.items() if key != "power"} for row in propositions], "groups": [*map(flat, judged["groups"])],
             "estimators": [*cases["cases"], *cases["without"]], "coverage": rows(root / "data/claims/calibration.csv"),
             "deviations": [{key: value for key, value in change.items() if key != "knew"} for change in deviations]}
    page = {
        "claims": len(shown["claims"]), "package": package, "tables": len(tables), "rows": sum(table["rows"] for table in tables),
        "licences": sorted(collections.Counter(table["licence"] for table in tables).items(), key=lambda one: -one[1]),
        "noncommercial": sum(table["table"].startswith("noncommercial/") for table in tables),
        "without_recipe": [table["table"] for table in tables if not table["recipe"] and not table["table"].startswith("claims/")],
        "sources": len(sources), "kinds": [(kind, count, share(count / len(sources))) for kind, count in kinds.most_common()],
        "environment": environment(root), "programs": files["programs"], "digests": len(digests),
        "contents": [{"name": one["name"], "title": one["title"], "checks": len(one["checks"]), "figures": sum(picture["notebook"] == one["name"] for picture in pictures)}
                     for one in checks],
        "propositions": propositions, "examined": len(examined), "silent": silent,
        "words": collections.Counter(row["word"] or "not yet examined" for row in propositions).most_common(), "ways": sum(row["ways"] for row in propositions),
        "run_ways": sum(row["run"] for row in propositions), "answers": sum(row["answers"] for row in propositions),
        "estimators": cases, "deviations": deviations, "knew": [(word, sum(change["knew"] == word for change in deviations)) for word in KNEW.values()],
        "moved": [change for change in deviations if change["thresholdMoved"]], "coverage": missed, "untested": untested(root),
        "files": {name: len(listed) for name, listed in files.items()}}
    return page, files


def write(folder, files):
    """One csv a section."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, listed in files.items():
        if listed:
            with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as lines:
                table = csv.DictWriter(lines, list(listed[0]), lineterminator="\n")
                table.writeheader()
                table.writerows(listed)
