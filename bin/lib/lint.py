"""The rules of the house that the compiler cannot keep. `bin/lint` runs them; every finding is
`file:line: rule: what`. What may be changed here stands at the top.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True
import swift_source  # noqa: E402

# From the ground up. The ground may stand on the ground; a feature stands only on what is below it.
GROUND = (
    "Kernel Markup Design Drawing Storage Journal Access Files Jobs Mail Notices Law Live Documents Retention Telemetry Web".split()
)
FLOORS = [
    GROUND,
    ["Organisation"],
    ["ActionPlan", "YearWheel"],
    [
        *"StuckActions HandingUp BoardMeetings".split(),
        *"Reports Ideas Assessments Risks Rounds Substances Shipments Workshops Meetings Training Strategy".split(),
        *"Elections SafetyOrganisation TimeForTask Agreements Proximity OrganisationPlan Mailing".split(),
    ],
    ["Handover", "Investigation", "Prioritising", "Accidents"],
    "Overview Duties Evidence Statistics News Search".split(),
    ["SQLiteStorage", "PostgresStorage"],
    ["Demo"],
    ["App"],
    ["Forkant"],
    ["MarkupTesting", "StorageTesting"],
    ["TestSupport"],
]
ENGINES = {"SQLiteStorage", "PostgresStorage"}
WIRING = {"App", "Forkant", "StorageTesting"}

# Who alone may import what comes from outside.
IMPORTERS = {
    "GRDB": {"SQLiteStorage"},
    "CPostgres": {"PostgresStorage"},
    "CCurl": {"Mail"},
    "Hummingbird": {"Web", "TestSupport"} | WIRING,
    "Yams": {"Law"},
}

# (rule, file) -> why it holds there. What no longer applies is a finding itself.
ALLOWED: dict[tuple[str, str], str] = {
    ("tables", "Sources/Organisation/UnitStore.swift"): "Organisation fills what Access answers from",
    ("tables", "Sources/Organisation/HistoryMigrations.swift"): "the lines are filled anew as soon as they have dates",
    ("tables", "Sources/Organisation/MandateStore.swift"): "which offices hold for a unit is asked along its line",
    ("tables", "Sources/Organisation/MonthFigures.swift"): "hours are summed along the line, with all that lies below",
    ("tables", "Sources/Organisation/BodyStore.swift"): "which bodies look after a unit is asked along its line",
    ("tables", "Sources/Organisation/ShapeStore.swift"): "which bodies look after which units is asked along their lines",
    ("tables", "Sources/Organisation/EmployerStore.swift"): "an employer is found, and counted, along the units' lines",
    ("tables", "Sources/PostgresStorage/SchemaChange.swift"): "an engine keeps its own history of migrations",
    ("tables", "Sources/SQLiteStorage/SchemaChange.swift"): "an engine keeps its own history of migrations",
    ("tables", "Sources/TestSupport/Workplace.swift"): "puts a workplace in place, sessions among it",
    ("tables", "Sources/TestSupport/ManyUnits.swift"): "an area is as wide as a test needs it",
    ("tables", "Sources/TestSupport/RaisedTopics.swift"): "a test hears every topic, whatever it is called",
    ("tables", "Sources/TestSupport/WholeReadings.swift"): "names the statements that may read a table whole",
    ("handed-in", "Sources/Documents/PressWorker.swift"): "the name of a folder that goes away with the worker",
    ("handed-in", "Sources/Documents/Workbook.swift"): "the name of a temporary file, gone before anybody sees it",
    ("handed-in", "Sources/PostgresStorage/PostgresDatabase.swift"): "tells this server's notifications from others'",
    ("handed-in", "Sources/PostgresStorage/Voice.swift"): "how long ago another server was heard of",
    ("handed-in", "Sources/Live/Hub.swift"): "until when this server is told what others change",
    ("handed-in", "Sources/Storage/ErrandQueue.swift"): "how long a errand has waited for a connection",
    ("handed-in", "Sources/SQLiteStorage/OtherWriters.swift"): "how often to look for others' commits",
}

# How many capabilities each area has; METHOD numbers its methods with gaps.
CAPABILITIES = {
    **{area: range(1, last + 1) for area, last in {
        "ORG": 10, "PLAN": 11, "MEET": 8, "APV": 7, "INC": 6, "RISK": 9, "ROUND": 6, "CHEM": 5, "LEARN": 6,
        "STRAT": 3, "WHEEL": 3, "DUTY": 5, "TELL": 6, "SEC": 7, "RUN": 5,
    }.items()},
    "METHOD": [*range(1, 8), 11, 12, *range(21, 29), 31, 32],
}

LONGEST_FILE = 400

CLOCKS = re.compile(
    r"\b(?:Date|UUID)\(\s*\)|\b(?:Date|Moment)\.now\b|\bIdentities\.system\b|(?<![\w)\]>?!.])\.now\b"
)
NEEDS_A_REASON = {
    "@unchecked Sendable": re.compile(r"@unchecked\s+Sendable\b"),
    "try!": re.compile(r"\btry!"),
    "fatalError": re.compile(r"\bfatalError\("),
    "nonisolated(unsafe)": re.compile(r"\bnonisolated\(unsafe\)"),
    "force unwrap": re.compile(r"(?<!\btry)(?<=[\w)\]>}\"])!(?!=)"),
}
TRUSTED = re.compile(r"(?:\bHTML|\.init)\(\s*trusted:")
INLINE = {
    "an attribute that the content policy refuses": re.compile(r"""(?<=\s)(?:style|on[a-z]+)\s*=\s*(?:\\?["']|\\\()"""),
    "a script in the page": re.compile(r"<script\b[^>]*>(?!\s*</script>)", re.IGNORECASE),
    "a style sheet in the page": re.compile(r"<style\b", re.IGNORECASE),
}
IMPORT = re.compile(
    r"^[ \t]*(?:@\w+(?:\([^)\n]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+"
    r"(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?(\w+)",
    re.MULTILINE,
)
CREATES = re.compile(r"\bCREATE\s+(?:VIRTUAL\s+)?(?:TABLE|VIEW)\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)")
NAMES_TABLE = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(?:ONLY\s+)?(\w+)")


@dataclass(frozen=True, order=True)
class Finding:
    file: str
    line: int
    rule: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}: {self.what}"


class SourceFile:
    def __init__(self, root: Path, path: Path) -> None:
        self.name = path.relative_to(root).as_posix()
        self.target = path.relative_to(root / "Sources").parts[0]
        self.text = path.read_text(encoding="utf-8")
        self.seen = swift_source.read(self.text)

    def finding(self, place: int, rule: str, what: str) -> Finding:
        return Finding(self.name, self.text.count("\n", 0, place) + 1, rule, what)


def imports(file: SourceFile) -> Iterator[Finding]:
    floors = {target: floor for floor, targets in enumerate(FLOORS) for target in targets}
    here = floors.get(file.target)
    if here is None:
        yield file.finding(0, "floors", f"{file.target} stands on no floor; name it in bin/lib/lint.py")
        return
    for found in IMPORT.finditer(file.seen.code):
        module = found[1]
        for outside, importers in IMPORTERS.items():
            if module.startswith(outside) and file.target not in importers:
                yield file.finding(found.start(1), "imports", f"only {', '.join(sorted(importers))} may import {module}")
        there = floors.get(module)
        if there is None or module == file.target:
            continue
        grounded = there == 0 and here == 0
        if there >= here and not grounded or module in ENGINES and file.target not in WIRING | {"TestSupport"}:
            yield file.finding(found.start(1), "floors", f"{file.target} may not import {module}, which is not below it")
        elif file.target in ENGINES and there > 0:
            yield file.finding(found.start(1), "floors", f"an engine knows no feature: {module}")


def tables(files: list[SourceFile]) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    for file in files:
        for found in CREATES.finditer(file.seen.strings):
            owner = owners.setdefault(found[1], file.target)
            if owner != file.target:
                yield file.finding(found.start(), "tables", f"{found[1]} is a table of {owner} already")
    for file in files:
        for found in NAMES_TABLE.finditer(file.seen.strings):
            owner = owners.get(found[1], file.target)
            if owner != file.target:
                yield file.finding(found.start(), "tables", f"{found[1]} belongs to {owner}; ask its store")


def manner(file: SourceFile) -> Iterator[Finding]:
    code, strings = file.seen.code, file.seen.strings
    if file.target not in {"Kernel"} | WIRING:
        for found in CLOCKS.finditer(code):
            yield file.finding(found.start(), "handed-in", f"{found[0]}: time and ids are handed in")
    for found in TRUSTED.finditer(code):
        yield file.finding(found.start(), "trusted", "HTML that is not made by the type; allow it with its reason")
    for what, pattern in INLINE.items():
        for found in pattern.finditer(strings):
            yield file.finding(found.start(), "inline", what)
    for what, pattern in NEEDS_A_REASON.items():
        for found in pattern.finditer(code):
            finding = file.finding(found.start(), "reason", f"{what} without a comment that says why it holds")
            if not file.seen.is_explained(finding.line):
                yield finding
    lines = len(file.text.splitlines())
    if lines > LONGEST_FILE:
        yield Finding(file.name, LONGEST_FILE + 1, "length", f"{lines} lines; a file has at most {LONGEST_FILE}")


def tests(root: Path) -> Iterator[Finding]:
    for path in sorted(root.glob("Tests/*/**/*.swift")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            for name in re.findall(r"func `([^`]*)`", line):
                if set(name) & set("\"<&"):
                    what = "a name with \" or < or & makes the report of the tests unreadable"
                    yield Finding(str(path.relative_to(root)), number, "names", what)


def documents(root: Path) -> Iterator[Finding]:
    page = root / "docs/capabilities.md"
    if not page.exists():
        yield Finding("docs/capabilities.md", 1, "capabilities", "missing")
    else:
        rows = set(re.findall(r"^\|\s*`?\**([A-Z]+-\d+)\b", page.read_text(encoding="utf-8"), re.MULTILINE))
        for area, numbers in CAPABILITIES.items():
            for number in numbers:
                if f"{area}-{number}" not in rows:
                    yield Finding("docs/capabilities.md", 1, "capabilities", f"no row for {area}-{number}")
    readme = root / "README.md"
    if readme.exists():
        for number, line in enumerate(readme.read_text(encoding="utf-8").splitlines(), start=1):
            for command in re.findall(r"(?<![\w/.])bin/[\w-]+", line):
                if not (root / command).is_file():
                    yield Finding("README.md", number, "readme", f"there is no {command}")


def findings(root: Path, allowed: dict[tuple[str, str], str] = ALLOWED) -> list[Finding]:
    files = [SourceFile(root, path) for path in sorted(root.glob("Sources/*/**/*.swift"))]
    found = [*tables(files), *tests(root), *documents(root)]
    for file in files:
        found += [*imports(file), *manner(file)]
    used = {(one.rule, one.file) for one in found}
    found = [one for one in found if (one.rule, one.file) not in allowed]
    found += [Finding(name, 1, rule, "allowed but no longer there") for rule, name in allowed if (rule, name) not in used]
    return sorted(found)


def main() -> int:
    found = findings(Path(__file__).resolve().parents[2])
    for one in found:
        print(one)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
