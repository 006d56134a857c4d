"""The linter finds what it should, where it is, and nothing else."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bin/lib"))
import lint  # noqa: E402
import swift_source  # noqa: E402

EVERY_ROW = "\n".join(f"| {area}-{n} | ready |" for area, numbers in lint.CAPABILITIES.items() for n in numbers)


class Linted(unittest.TestCase):
    def found(self, allowed: dict[tuple[str, str], str] | None = None, **files: str) -> list[str]:
        """Findings as `file:line: rule` in a package of these files; `Kernel__Day` is Sources/Kernel/Day.swift."""
        return [f"{one.file}:{one.line}: {one.rule}" for one in self.findings(allowed or {}, files)]

    def findings(self, allowed: dict[tuple[str, str], str], files: dict[str, str]) -> list[lint.Finding]:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            texts = {"docs/capabilities.md": EVERY_ROW}
            for name, text in files.items():
                known = {"README": "README.md", "capabilities": "docs/capabilities.md"}
                texts[known.get(name, f"Sources/{name.replace('__', '/')}.swift")] = text
            for name, text in texts.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return lint.findings(root, allowed)


class ImportTests(Linted):
    def test_only_the_engines_and_the_web_know_what_comes_from_outside(self) -> None:
        self.assertEqual(
            self.found(
                SQLiteStorage__Pool="import GRDB",
                Web__Server="import HummingbirdCore",
                App__Wiring="import Hummingbird",
                Reports__Store="import Kernel\nimport GRDB",
                PostgresStorage__Pool="public import CPostgres",
                Storage__Reader="@preconcurrency import CPostgres",
                Design__Field="internal import Hummingbird",
            ),
            ["Sources/Design/Field.swift:1: imports", "Sources/Reports/Store.swift:2: imports",
             "Sources/Storage/Reader.swift:1: imports"],
        )

    def test_a_feature_stands_only_on_what_is_below_it(self) -> None:
        self.assertEqual(
            self.found(
                ActionPlan__Action="import Kernel\nimport Organisation\nimport Reports",
                Reports__Report="import ActionPlan\nimport struct Risks.Risk",
                Kernel__Day="import Organisation",
                Design__Table="import Markup",
                SQLiteStorage__Pool="import Storage\nimport Organisation",
                Overview__Today="import SQLiteStorage",
                App__Wiring="import SQLiteStorage\nimport Overview",
            ),
            ["Sources/ActionPlan/Action.swift:3: floors", "Sources/Kernel/Day.swift:1: floors",
             "Sources/Overview/Today.swift:1: floors", "Sources/Reports/Report.swift:2: floors",
             "Sources/SQLiteStorage/Pool.swift:2: floors"],
        )

    def test_every_target_has_a_floor(self) -> None:
        self.assertEqual(self.found(Common__Things="let a = 1"), ["Sources/Common/Things.swift:1: floors"])

    def test_an_import_that_is_only_spoken_of_is_none(self) -> None:
        self.assertEqual(self.found(Reports__Store='// import GRDB\n/* import GRDB */ let text = "import GRDB"'), [])


class TableTests(Linted):
    plan = 'let first: SQL = """\n    CREATE TABLE action (id TEXT PRIMARY KEY)\n    """'

    def test_a_table_is_read_and_written_by_its_owner_only(self) -> None:
        self.assertEqual(
            self.found(
                ActionPlan__Migrations=self.plan,
                ActionPlan__Store='let all: SQL = "SELECT id FROM action"',
                Reports__Store='let all: SQL = "SELECT 1"\nlet theirs: SQL = "SELECT 1 FROM report JOIN action ON 1 = 1"',
                Risks__Store='let change: SQL = """\n    UPDATE action SET title = \\(title)\n    """',
                Search__Rows='let into: SQL = "INSERT INTO action (id) VALUES (1)"',
            ),
            ["Sources/Reports/Store.swift:2: tables", "Sources/Risks/Store.swift:2: tables",
             "Sources/Search/Rows.swift:1: tables"],
        )

    def test_a_name_outside_a_statement_is_no_table(self) -> None:
        self.assertEqual(
            self.found(ActionPlan__Migrations=self.plan, Reports__Page='// FROM action\nlet text = "an action"'), []
        )

    def test_a_table_has_one_owner(self) -> None:
        self.assertEqual(
            self.found(ActionPlan__Migrations=self.plan, Reports__Migrations=self.plan),
            ["Sources/Reports/Migrations.swift:2: tables"],
        )


class MannerTests(Linted):
    def test_time_and_ids_are_handed_in(self) -> None:
        source = "let a = Date()\nlet b = UUID()\nlet c = Moment.now\nlet d = Identities.system\nf(at: .now)\nlet e = now"
        self.assertEqual(
            self.found(Reports__Rules=source, Kernel__Moment=source, App__Wiring=source, Forkant__Serve=source),
            [f"Sources/Reports/Rules.swift:{line}: handed-in" for line in range(1, 6)],
        )

    def test_trusted_markup_is_on_the_list(self) -> None:
        source = "let a = HTML(trusted: b)"
        self.assertEqual(self.found(Drawing__Chart=source), ["Sources/Drawing/Chart.swift:1: trusted"])
        self.assertEqual(self.found({("trusted", "Sources/Drawing/Chart.swift"): "made by us"}, Drawing__Chart=source), [])

    def test_what_is_allowed_in_vain_is_found(self) -> None:
        allowed = {("trusted", "Sources/Drawing/Chart.swift"): "made by us"}
        self.assertEqual(self.found(allowed, Drawing__Chart="let a = 1"), ["Sources/Drawing/Chart.swift:1: trusted"])

    def test_pages_carry_no_script_and_no_style(self) -> None:
        self.assertEqual(
            self.found(
                Design__Field=(
                    'let a: HTML = "<p style=\\"color: red\\">"\n'
                    'let b: HTML = """\n<button onclick="go()">\n<script>go()</script>\n<style>p {}</style>\n"""\n'
                    'let c: HTML = "<p class=\\"style\\" data-style=\\"x\\"><script src=\\"/a.js\\"></script>"\n'
                    "let onclick = go // style = \"x\""
                )
            ),
            [f"Sources/Design/Field.swift:{line}: inline" for line in (1, 3, 4, 5)],
        )

    def test_what_may_go_wrong_needs_a_reason(self) -> None:
        risky = [
            "final class A: @unchecked Sendable {}", "let b = try! c()", "fatalError(d)",
            "nonisolated(unsafe) var e = 1", "let f = g()!", "let h = i as! J", "let k = l[0]!.m",
        ]
        self.assertEqual(
            self.found(Files__Chunk="\n\n".join(risky)),
            [f"Sources/Files/Chunk.swift:{2 * index + 1}: reason" for index in range(len(risky))],
        )
        self.assertEqual(self.found(Files__Chunk="\n".join(f"// It holds.\n{line}" for line in risky)), [])
        self.assertEqual(self.found(Files__Chunk="\n".join(f"{line}  // It holds." for line in risky)), [])
        self.assertEqual(self.found(Files__Chunk="if !a, b != c, !(d) { return !e }\nlet f = \"Help!\"\n_ = try? g()"), [])

    def test_a_file_is_short(self) -> None:
        self.assertEqual(self.found(Files__Chunk="\n" * 400), [])
        self.assertEqual(self.found(Files__Chunk="\n" * 401), ["Sources/Files/Chunk.swift:401: length"])

    def test_names_of_tests_can_stand_in_a_report(self) -> None:
        tests = {"../Tests/FilesTests/A": 'func `says "no"`() {}', "../Tests/FilesTests/B": "func `says no`() {}"}
        self.assertEqual(self.found(**tests), ["Tests/FilesTests/A.swift:1: names"])


class DocumentTests(Linted):
    def test_every_capability_has_a_row(self) -> None:
        without = EVERY_ROW.replace("| ORG-1 |", "| |").replace("| METHOD-32 |", "| |")
        found = self.findings({}, {"capabilities": without})
        self.assertEqual([one.what for one in found], ["no row for METHOD-32", "no row for ORG-1"])

    def test_the_readme_names_only_commands_that_exist(self) -> None:
        self.assertEqual(self.found(README="Run\n`bin/serve`, not /usr/bin/env"), ["README.md:2: readme"])


class SwiftSourceTests(unittest.TestCase):
    def test_code_inside_a_string_is_code(self) -> None:
        seen = swift_source.read('let a = "x \\(f("y", (1)) /* z */) w" // v')
        self.assertEqual(seen.code.split(), ["let", "a", "=", '"', 'f("', '",', "(1))", '"'])
        self.assertEqual(seen.strings.split(), ["x", "\\(", "y", ")", "w"])
        self.assertEqual(seen.comments.split(), ["/*", "z", "*/", "//", "v"])

    def test_raw_strings_and_nested_comments_end_where_they_end(self) -> None:
        seen = swift_source.read('let a = #"b " \\(c) \\#(d)"# /* e /* f */ g */ h\nlet i = """\n"j" // k\n"""')
        self.assertEqual(seen.strings.split(), ["b", '"', "\\(c)", "\\#(", ")", '"j"', "//", "k"])
        self.assertEqual(seen.comments.split(), ["/*", "e", "/*", "f", "*/", "g", "*/"])
        self.assertIn(" h\nlet i", seen.code)
        self.assertIn(" d ", seen.code)


class OurOwnSourceTests(unittest.TestCase):
    def test_the_linter_reads_every_file_of_ours_to_its_end(self) -> None:
        root = Path(__file__).resolve().parents[2]
        files = sorted(root.glob("Sources/*/**/*.swift"))
        self.assertTrue(files)
        for path in files:
            text = path.read_text(encoding="utf-8")
            seen = swift_source.read(text)
            self.assertEqual({len(text)}, {len(seen.code), len(seen.strings), len(seen.comments)}, path)
            # Were a string taken not to end, what follows would be no code.
            self.assertEqual(seen.code.count("{"), seen.code.count("}"), path)


if __name__ == "__main__":
    unittest.main()
