"""Where a number of the text comes from: the rows of tables that it is read off, else the classes that compute it and the tables these name.

A row is named where the expression of a check, with the notebook's own names put in, is nothing but looked-up cells, constants and arithmetic, and
where it gives here, computed anew from the csv, the number that the check found. So a cell that only happens to hold the number is never named.
"""
import csv
import gzip
import html
import json
import re
from typing import NamedTuple

TOKEN = re.compile(r'\s*("(?:[^"\\]|\\.)*"|\d[\d_]*(?:\.\d+)?(?:[eE]-?\d+)?|[A-Za-z_]\w*|->|::|[-+*/().,])')
SIGNS = "([{", ")]}"
BLOCK = re.compile(r"(?:for|if|while|try|record|class|enum|interface|void)\b")
# What calls a lambda that a notebook has named.
CALLS = {"apply", "applyAsDouble", "applyAsInt", "applyAsLong"}
# What a table of cited figures has: Lookup.java.
CITED = {"series", "value", "grade", "source_title"}
NAME = re.compile(r"(?<![\w.:])([A-Za-z_]\w*)")
TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"')
TABLE = re.compile(r'"([a-z]+/\w+)"')
# Names that a cell gives a value, and gives more to; those of the parameters of lambdas and of loops; words that are no names of its own.
ASSIGNED = re.compile(r"(?<![\w.])(\w+)(?:\[[^\]]*\])*\s*[-+*/]?=(?!=)")
GROWN = re.compile(r"(?<![\w.])(\w+)(?:\[[^\]]*\]\s*[-+*/]?=(?!=)|\.(?:add|addAll|put|merge)\()")
BOUND = re.compile(r"(\w+)\s*->|\(([\w\s,]*)\)\s*->|\w (\w+) : ")
NEUTRAL = set("boolean break case catalog continue double else false final for if int instanceof length long new null return switch true var while".split())
# A longer list of tables tells a reader no more than that of the whole notebook.
FEW_TABLES = 6
# Columns that hold a row's own address, and those that tell no reader which row it is.
ADDRESSES, SILENT = ("source_url", "url", "link", "source"), ("source_url", "source_title")


class Untraced(Exception):
    """An expression that is more than looked-up cells and arithmetic, or has a name that is not understood."""


class Found(NamedTuple):
    """A cell that went into a number."""
    table: str
    row: int
    column: str


class Number(NamedTuple):
    value: float | int
    cells: tuple = ()


class Rows(NamedTuple):
    """Some rows of a table by their place in it."""
    table: str
    places: tuple


class Lambda(NamedTuple):
    names: tuple
    body: tuple
    scope: dict


class Tables:
    """The tables of the collection, each read once and only when it is asked for."""

    def __init__(self, root):
        self.root, self.read = root, {}
        self.resources = {one["name"]: one for one in json.loads((root / "data/datapackage.json").read_text(encoding="utf-8"))["resources"]}

    def columns(self, name):
        return [field["name"] for field in self.resources[name].get("schema", {}).get("fields", [])]

    def key(self, name):
        key = self.resources[name].get("schema", {}).get("primaryKey", [])
        return [key] if isinstance(key, str) else key

    def rows(self, name):
        if name not in self.read:
            path = self.root / "data" / self.resources[name]["path"]
            with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8", newline="") as lines:
                self.read[name] = list(csv.reader(lines))[1:]
        return self.read[name]

    def where(self, rows, column, *wanted):
        names = self.columns(rows.table)
        if column not in names:
            raise Untraced
        place, wanted, held = names.index(column), {written(one) for one in wanted}, self.rows(rows.table)
        return Rows(rows.table, tuple(i for i in rows.places if held[i][place] in wanted))

    def only(self, rows, *pairs):
        for column, value in zip(pairs[::2], pairs[1::2]):
            rows = self.where(rows, column, value)
        if len(rows.places) != 1:
            raise Untraced
        return rows

    def all(self, name):
        if name not in self.resources:
            raise Untraced
        return Rows(name, tuple(range(len(self.rows(name)))))

    def cited_in(self, series):
        holding = [found for name in self.resources if CITED <= set(self.columns(name)) and (found := self.where(self.all(name), "series", series)).places]
        if len(holding) != 1:
            raise Untraced
        return holding[0]

    def cited(self, series, *pairs):
        return self.only(self.cited_in(series), *pairs)

    def cell(self, rows, column):
        if len(rows.places) != 1 or column not in self.columns(rows.table):
            raise Untraced
        return self.rows(rows.table)[rows.places[0]][self.columns(rows.table).index(column)]

    def number(self, rows, column):
        try:
            return Number(float(self.cell(rows, column)), (Found(rows.table, rows.places[0], column),))
        except ValueError:
            raise Untraced from None

    def shown(self, found):
        """A cell for a reader: its table, its row by the primary key, its column, and where the row or else its table comes from."""
        names, row, resource = self.columns(found.table), self.rows(found.table)[found.row], self.resources[found.table]
        row = dict(zip(names, row))
        own = next((row[name] for name in ADDRESSES if row.get(name, "").startswith("http")), "")
        theirs = [source.get("path", "") for source in resource.get("sources", [])]
        return {"table": found.table, "row": ", ".join(row[name] for name in self.key(found.table) if name not in SILENT and row[name]),
                "column": found.column, "value": row[found.column], "source": own or (theirs[0] if len(theirs) == 1 else "")}


def written(value):
    """A value as a csv has it."""
    if isinstance(value, Number) and isinstance(value.value, int):
        return str(value.value)
    if isinstance(value, str):
        return value
    raise Untraced


# Reading Java: as much of it as a look-up and its arithmetic take


class Reader:
    def __init__(self, source):
        self.tokens, place = [], 0
        source = source.strip()
        while place < len(source):
            match = TOKEN.match(source, place)
            if not match:
                raise Untraced
            self.tokens.append(match[1])
            place = match.end()
        self.at = 0

    def peek(self, ahead=0):
        return self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else ""

    def take(self, *wanted):
        if self.peek() in wanted:
            self.at += 1
            return self.tokens[self.at - 1]
        return ""

    def need(self, wanted):
        if not self.take(wanted):
            raise Untraced

    def name(self):
        if not re.match(r"[A-Za-z_]", self.peek()):
            raise Untraced
        return self.take(self.peek())

    def whole(self):
        found = self.expression()
        if self.peek():
            raise Untraced
        return found

    def expression(self):
        if self.peek(1) == "->":
            names = (self.name(),)
            self.need("->")
            return "lambda", names, self.expression()
        if self.peek() == "(" and "->" in self.tokens[self.at:]:
            names = re.match(r"\( ((?:\w+ , )*\w+) \) -> ", " ".join(self.tokens[self.at:]))
            if names:
                names = tuple(names[1].split(" , "))
                self.at += 2 * len(names) + 2
                return "lambda", names, self.expression()
        left = self.term()
        while sign := self.take("+", "-"):
            left = (sign, left, self.term())
        return left

    def term(self):
        left = self.factor()
        while sign := self.take("*", "/"):
            left = (sign, left, self.factor())
        return left

    def factor(self):
        if self.take("-"):
            return "-", ("number", 0), self.factor()
        if self.peek() == "(" and self.peek(1) == "double" and self.peek(2) == ")":
            self.at += 3
            return "*", ("number", 1.0), self.factor()
        return self.followed(self.primary())

    def primary(self):
        token = self.peek()
        if self.take("("):
            inside = self.expression()
            self.need(")")
            return inside
        if token.startswith('"'):
            self.at += 1
            return "text", json.loads(token)
        if token[:1].isdigit():
            self.at += 1
            return "number", (float if re.search("[.eE]", token) else int)(token.replace("_", ""))
        name = self.name()
        return ("call", None, name, self.arguments()) if self.take("(") else ("name", name)

    def followed(self, left):
        while True:
            if self.take("."):
                name = self.name()
                left = ("call", left, name, self.arguments()) if self.take("(") else ("field", left, name)
            elif self.take("::"):
                left = ("method", left, self.name())
            else:
                return left

    def arguments(self):
        found = []
        while not self.take(")"):
            found.append(self.expression())
            if self.peek() != ")":
                self.need(",")
        return tuple(found)


# Computing it, or following the names to where they come from


class Notebook:
    """What the cells of a notebook name, the numbers that follow from tables alone, and what the other numbers come from."""

    def __init__(self, cells, sources, opened):
        self.cells, self.sources, self.tables = [code_of(cell) for cell in cells], sources, sources.tables
        self.opened = [name for name in opened if name in self.tables.resources]
        self.package = next(iter(re.findall(r"import speedbump\.analysis\.(\w+)\.\*", "\n".join(cells))), "")
        self.named, self.known = {}, {}
        for place, source in enumerate(self.cells):
            for name, body in definitions(source):
                self.named.setdefault(name, []).append((place, body))
        self.assigned, self.grown = ([set(pattern.findall(cell)) for cell in self.cells] for pattern in (ASSIGNED, GROWN))
        self.bound = [{name for found in BOUND.findall(cell) for name in re.findall(r"\w+", "".join(found))} for cell in self.cells]

    def trail(self, expression, cell, value):
        """The rows that a check's number is read off; else the classes and tables that it comes from, none where they are unknown or many."""
        if rows := self.cells_of(expression, cell, value):
            return {"rows": rows, "classes": [], "tables": []}
        try:
            found = self.origins(expression, cell)
        except Untraced:
            found = set()
        classes = {one for one in found if isinstance(one, tuple)}
        read = {name for one in classes for name in self.sources.read_by(one)} | found - classes
        read &= set(self.opened)
        if not 0 < len(read) <= FEW_TABLES:
            classes, read = (), ()
        return {"rows": [], "classes": sorted(name for _, name in classes), "tables": sorted(read)}

    def cells_of(self, expression, cell, value):
        """The cells of tables that a number is made of; none where it takes more than they, or gives another number than was found."""
        try:
            found = self.compute(Reader(expression).whole(), cell, {})
        except Untraced:
            return []
        if not isinstance(found, Number) or not says(value, found.value):
            return []
        return [self.tables.shown(one) for one in dict.fromkeys(found.cells)]

    def compute(self, node, cell, scope, depth=0):
        if depth > 40:
            raise Untraced
        kind = node[0]

        def of(part):
            return self.compute(part, cell, scope, depth + 1)

        if kind == "text":
            return node[1]
        if kind == "number":
            return Number(node[1])
        if kind == "lambda":
            return Lambda(node[1], node[2], scope)
        if kind == "name":
            return scope[node[1]] if node[1] in scope else self.defined(node[1], cell, depth)
        if kind in "+-*/":
            return combined(kind, of(node[1]), of(node[2]))
        if kind == "call":
            return self.called(node, of, cell, depth)
        raise Untraced

    def defined(self, name, cell, depth):
        before = [one for one in self.named.get(name, []) if one[0] <= cell]
        if not before or before[-1][1] is None:
            raise Untraced
        return self.compute(Reader(before[-1][1]).whole(), before[-1][0], {}, depth + 1)

    def called(self, node, of, cell, depth):
        _, on, name, arguments = node
        if on is None:
            if name == "named" and len(arguments) == 3 and arguments[1][0] == "method":
                return self.record(snake(arguments[1][2]), of(arguments[2]))
            if name in ("cited", "only", "where") and arguments:
                return getattr(self.tables, name)(*map(of, arguments))
            raise Untraced
        if on == ("name", "catalog") and name in ("table", "rows"):
            return self.tables.all(of(arguments[0]))
        target = of(on)
        if isinstance(target, Lambda) and name in CALLS and len(arguments) == len(target.names):
            return self.compute(target.body, cell, {**target.scope, **dict(zip(target.names, map(of, arguments)))}, depth + 1)
        if isinstance(target, Number) and name == "getAsDouble" and not arguments:
            return target
        if isinstance(target, Rows) and name == "getDouble" and len(arguments) == 1:
            return self.tables.number(target, of(arguments[0]))
        if isinstance(target, Rows) and name == "getString" and len(arguments) == 1:
            return self.tables.cell(target, of(arguments[0]))
        if isinstance(target, Rows) and len(target.places) == 1 and not arguments:
            return self.tables.number(target, snake(name))
        raise Untraced

    def record(self, column, key):
        """The one row, over all tables that the notebook opened, whose primary key is this column alone and has this value."""
        held = [found for name in self.opened if self.tables.key(name) == [column] and (found := self.tables.where(self.tables.all(name), column, key)).places]
        if len(held) != 1:
            raise Untraced
        return held[0]

    def origins(self, expression, cell):
        """The classes and tables that an expression comes from, the former a pair each; untraced where a name of it is not understood."""
        found = set(TABLE.findall(expression)) & set(self.sources.tables.resources)
        found |= {self.sources.tables.cited_in(series).table for series in re.findall(r'\bcited\(\s*"([^"]*)"', expression)}
        if re.search(r"\b(?:result|verdict)\(", expression):
            if self.package not in self.sources.facades:
                raise Untraced
            found.add(self.sources.facades[self.package])
        hidden = masked(expression)
        for match in NAME.finditer(hidden):
            found |= self.chain(hidden, match, cell)
        return found

    def chain(self, source, match, cell):
        """What the name at a place comes from, as far along its calls as classes of the analyses go."""
        start = self.start(match[1], cell, source[match.end():].lstrip().startswith("("))
        if len(start) != 1 or not isinstance(owner := next(iter(start)), tuple):
            return start
        for name in calls(source, match.end()):
            if (then := self.sources.member(owner, name)) == owner:
                break
            owner = then
        return {owner} if self.sources.read_by(owner) else set()

    def start(self, name, cell, called):
        if name[0].isupper():
            owner = self.sources.named(name, self.package)
            return {owner} if owner else set()
        before = [one for one in self.named.get(name, []) if one[0] <= cell]
        place, body = before[-1] if before else (0, None)
        grown = {i for i in range(place, cell + 1) if name in self.grown[i] or name in self.assigned[i] and i > place}
        if body is None:
            grown |= {i for i in range(place, cell + 1) if name in self.assigned[i]}
        if body is None and not grown:
            if not called and name not in NEUTRAL | self.bound[cell]:
                raise Untraced
            return set()
        if (name, cell) not in self.known:
            self.known[name, cell] = set()  # of a name that comes from itself
            self.known[name, cell] = set().union(*(self.origins(self.cells[i], i) for i in grown | {place})) if grown else self.origins(body, place)
        return self.known[name, cell]


def combined(sign, a, b):
    """Java's arithmetic of two numbers; that of two whole ones rounds down where it divides, and is left alone."""
    if isinstance(a, str) and isinstance(b, Number) and sign == "+":
        return a + written(b)
    if not isinstance(a, Number) or not isinstance(b, Number) or (sign == "/" and (b.value == 0 or isinstance(a.value, int) and isinstance(b.value, int))):
        raise Untraced
    value = {"+": a.value + b.value, "-": a.value - b.value, "*": a.value * b.value}[sign] if sign != "/" else a.value / b.value
    return Number(value, a.cells + b.cells)


def snake(name):
    return re.sub("(?=[A-Z])", "_", name).lower()


def says(shown, value):
    """Whether a number as a check shows it, to the decimals that it shows, is this value."""
    number = re.match(r"([−-]?[\d,]*\d(?:\.(\d+))?)(?: \(|$)", shown)
    if not number:
        return False
    unit = 10.0 ** -len(number[2] or "")
    return abs(float(number[1].replace(",", "").replace("−", "-")) - value) <= unit / 2 * (1 + 1e-9)


def definitions(source):
    """The names that a cell gives, each with what it stands for, nothing for one that the cell changes later on."""
    found = []
    for statement in statements(source):
        match = re.match(r"(?:final )?(?:var|[A-Za-z][\w.]*(?:<.*?>)?(?:\[\])*) (\w+) =(?!=)(.*)", statement, re.DOTALL)
        if match:
            changed = re.search(rf"(?<![\w.]){match[1]}\s*(?:[-+*/]?=(?!=)|\+\+|--)|(?:\+\+|--){match[1]}\b", source.replace(f"{match[1]} =", "", 1))
            found.append((match[1], None if changed else match[2].strip()))
    return found


def statements(source):
    """The statements of a cell, those within braces as part of what holds them."""
    depth, quoted, start = 0, False, 0
    for place, sign in enumerate(source):
        if sign == '"' and source[place - 1:place] != "\\":
            quoted = not quoted
        if quoted:
            continue
        depth += (sign in SIGNS[0]) - (sign in SIGNS[1])
        if depth == 0 and (sign == ";" or sign == "}" and BLOCK.match(source[start:place].strip())):
            yield source[start:place].strip()
            start = place + 1
    yield source[start:].strip()


def code_of(source):
    """Code without its comments."""
    return re.sub(r'("(?:[^"\\\n]|\\.)*")|//[^\n]*|/\*.*?\*/', lambda match: match[1] or "", source, flags=re.DOTALL)


def masked(source):
    """Code whose texts are blanks of the same length."""
    return TEXT.sub(lambda match: " " * len(match[0]), source)


def calls(source, place):
    """The names of a chain of calls from a place on: .a(..).b() gives a and b."""
    while match := re.compile(r"\s*\.(\w+)").match(source, place):
        yield match[1]
        place, depth = match.end(), 0
        if source[place:place + 1] == "(":
            for place in range(place, len(source)):
                depth += (source[place] in SIGNS[0]) - (source[place] in SIGNS[1])
                if depth == 0:
                    break
            place += 1


# The classes of the analyses


class Sources:
    """The classes of the analyses as their source files have them: what they return, and which tables they and the classes they use name."""

    def __init__(self, root, tables):
        self.files, self.tables, self.known, self.returned = {}, tables, {}, {}
        for path in sorted((root / "src/main/java/speedbump/analysis").rglob("*.java")):
            if path.stem != "package-info":
                self.files[path.parent.name, path.stem] = code_of(path.read_text(encoding="utf-8"))
        self.facades = {package: (package, name) for (package, name), source in self.files.items() if "implements Analysis" in source}

    def named(self, name, package):
        """A class by its short name, as a file of a package or a notebook that imports that package sees it."""
        return next((one for one in ((package, name), ("shared", name)) if one in self.files), None)

    def member(self, owner, name):
        """The class that a method or a component of a class returns; the class itself where that is none of the analyses'."""
        if (owner, name) not in self.returned:
            kinds = set(re.findall(rf"\b([A-Z]\w*)\s+{name}\s*[(,)]", self.files[owner]))
            found = self.named(kinds.pop(), owner[0]) if len(kinds) == 1 else None
            self.returned[owner, name] = found if found and self.read_by(found) else owner
        return self.returned[owner, name]

    def uses(self, owner):
        imported = set(re.findall(r"import speedbump\.analysis\.(\w+)\.(\w+);", self.files[owner]))
        words = set(NAME.findall(TEXT.sub("", self.files[owner])))
        beside = {name for word in words if (name := self.named(word, owner[0]))}
        return {one for one in beside | imported if one in self.files and not one[1].endswith("Figures")}

    def read_by(self, owner):
        """All tables that a class can have read: those that it or a class it uses names, and those that such a table names in its column "table"."""
        if owner not in self.known:
            seen, wait = set(), [owner]
            while wait:
                one = wait.pop()
                if one not in seen:
                    seen.add(one)
                    wait.extend(self.uses(one))
            said = {word for one in seen for word in TABLE.findall(self.files[one])}
            read = {name for name in self.tables.resources if any(name == word or word.endswith("_") and name.startswith(word) for word in said)}
            for name in [one for one in read if "table" in self.tables.columns(one)]:
                place = self.tables.columns(name).index("table")
                read |= {row[place] for row in self.tables.rows(name)} & set(self.tables.resources)
            self.known[owner] = frozenset(read)
        return self.known[owner]


# For readers


def shown(trail):
    """A trail in HTML, as short as it can be; nothing where there is none."""
    def table(name):
        return f'<a href="data.html#{name.replace("/", "-")}">{name}</a>'

    def row(one):
        source = f' → <a href="{html.escape(one["source"])}">source</a>' if one["source"] else ""
        return f'{table(one["table"])}, row {html.escape(one["row"])}, column <code>{one["column"]}</code>{source}'

    if trail["rows"]:
        return "; ".join(map(row, trail["rows"]))
    return " → ".join(part for part in (", ".join(trail["classes"]), ", ".join(map(table, trail["tables"]))) if part)


def written_out(trail):
    """A trail as the columns of a csv."""
    return {"rows": "; ".join(f'{one["table"]}, row {one["row"]}, column {one["column"]}' for one in trail["rows"]),
            "classes": "; ".join(trail["classes"]), "tables": "; ".join(trail["tables"])}
