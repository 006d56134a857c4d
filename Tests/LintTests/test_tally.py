"""No failure is lost between a suite and the last line of bin/test."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bin/lib"))
import tally  # noqa: E402

MIXED = """<testsuites><testsuite>
<testcase classname="Day" name="good"/>
<testcase classname="Day" name="bad"><failure/><failure/></testcase>
<testcase classname="Day" name="torn"><error/></testcase>
<testcase classname="Day" name="torn"><error/></testcase>
<testcase classname="Day" name="left out"><skipped/></testcase>
</testsuite></testsuites>"""


class TallyTests(unittest.TestCase):
    def tallied(self, **files: str) -> tuple[int, int, list[str]]:
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                (Path(folder) / name.replace("__", ".")).write_text(text)
            return tally.tally(Path(folder))

    def test_each_test_counts_once(self) -> None:
        self.assertEqual(self.tallied(swift__status="1", swift__xml=MIXED), (1, 2, ["Day bad", "Day torn"]))

    def test_a_suite_that_never_ran_a_test_is_a_failure(self) -> None:
        self.assertEqual(self.tallied(build__status="1"), (0, 1, ["build ended with status 1"]))
        self.assertEqual(self.tallied(build__status="0"), (0, 0, []))

    def test_a_crash_after_good_tests_is_a_failure(self) -> None:
        good = '<testsuite><testcase classname="Day" name="good"/></testsuite>'
        self.assertEqual(self.tallied(swift__status="139", swift__xml=good)[:2], (1, 1))
        self.assertEqual(self.tallied(swift__status="139", swift__xml=good[:-5])[:2], (0, 1))


if __name__ == "__main__":
    unittest.main()
