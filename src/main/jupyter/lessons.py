"""What the page Teach and the speaker's notes say of each notebook, with the minutes that its words and charts take."""
import pathlib
import re
import tomllib

# How fast is read in silence; texts with many numbers take some readers twice as long. A chart is looked at so many minutes.
WORDS_A_MINUTE, SLOW, CHART = 215, 2, 2
# A class, and what it keeps for one exercise and for one question.
CLASS, EXERCISE, QUESTION = 50, 10, 10
NOT_READ_IN_CLASS = ("Exercises", "An exercise", "Sources", "Appendix")


def written():
    """The lessons and the steps of a class, as they are written."""
    return tomllib.loads((pathlib.Path(__file__).parent / "site" / "teach.toml").read_text(encoding="utf-8"))


def teach(notebooks):
    """What the page Teach shows: the lessons of the notebooks that are here, and the steps of a class, with the minutes that their words and charts take."""
    told = written()
    lessons = [lesson | {"time": time_of(notebooks[lesson["notebook"]], lesson.get("leave_out", LEAVE_OUT))} for lesson in told["lesson"] if lesson["notebook"] in notebooks]
    steps, start, read = [], 0, set()
    for step in told["step"]:
        if all(name in notebooks for name, _ in step["reads"]):
            counted = added(sections(notebooks[name])[heading] for name, heading in step["reads"])
            steps.append(step | counted | {"start": start, "end": start + step["minutes"], "left": step["minutes"] - minutes(counted), "reading": minutes(counted)})
        start, read = start + step["minutes"], read | {heading for name, heading in step["reads"] if name == WALKED}
    left_out = [(heading, minutes(counted)) for heading, counted in sections(notebooks.get(WALKED, {"cells": []})).items() if heading not in read and read_in_class(heading)]
    return {"present": set(notebooks), "lessons": lessons, "steps": steps, "left_out": left_out, "left_out_minutes": sum(spent for _, spent in left_out),
            "minutes": CLASS, "exercise": EXERCISE, "question": QUESTION, "pace": WORDS_A_MINUTE, "chart": CHART}


# The notebook that the class of 50 minutes walks through; and what slow readers leave out where a lesson names nothing else.
WALKED, LEAVE_OUT = "06_deepseek", ["Against the literature"]


def sections(notebook):
    """Words, charts and cells of code under each heading of a notebook; hints and other folds of its text are left out, and the opening has no heading."""
    found, heading = {"": {"words": 0, "charts": 0, "cells": 0}}, ""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            found[heading]["cells"] += 1
            found[heading]["charts"] += sum("image/png" in output.get("data", {}) for output in cell["outputs"])
            continue
        for line in re.sub(r"<details>.*?</details>", "", "".join(cell["source"]), flags=re.DOTALL).splitlines():
            if line.startswith("## "):
                heading = line[3:].strip()
                found[heading] = {"words": 0, "charts": 0, "cells": 0}
            found[heading]["words"] += len(re.findall(r"\w\S*", re.sub(r"\$[^$]*\$", " ", line)))
    return found


def added(counts):
    total = {"words": 0, "charts": 0, "cells": 0}
    for one in counts:
        total = {name: total[name] + one[name] for name in total}
    return total


def minutes(counted, slower=1):
    """How long reading takes in silence, charts among it."""
    return slower * counted["words"] / WORDS_A_MINUTE + CHART * counted["charts"]


def read_in_class(heading):
    return not heading.startswith(NOT_READ_IN_CLASS)


def time_of(notebook, leave_out):
    """How long a notebook takes to read, what a class has left after that, and what is left where readers are slow and leave something out."""
    counted = {heading: one for heading, one in sections(notebook).items() if read_in_class(heading)}
    whole, left = added(counted.values()), CLASS - EXERCISE - QUESTION
    out = [heading for heading in counted if heading.startswith(tuple(leave_out)) and minutes(whole, SLOW) > left]
    kept = added(one for heading, one in counted.items() if heading not in out)
    return whole | {"fast": minutes(whole), "slow": minutes(whole, SLOW), "left": left - minutes(whole), "left_slow": left - minutes(kept, SLOW), "leave_out": out}
