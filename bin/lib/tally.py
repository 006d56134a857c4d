"""Adds up what the suites of bin/test left in a folder: NAME.status, and NAME.xml where tests ran.

The last line printed is `N passed, N failed`. A suite that ended badly without a failed test, such as a
build or a crash, counts as one failure.
"""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path


def counted(report: Path) -> tuple[int, int, list[str]]:
    """How many tests passed and failed, and the names of those that failed."""
    passed, failed = 0, []
    for case in ElementTree.parse(report).iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            failed.append(f"{case.get('classname')} {case.get('name')}")
        elif case.find("skipped") is None:
            passed += 1
    # A test that fails and whose tidying up fails too is reported twice, and is one test.
    failed = list(dict.fromkeys(failed))
    return passed, len(failed), failed


def tally(folder: Path) -> tuple[int, int, list[str]]:
    passed, failed, names = 0, 0, []
    for status in sorted(folder.glob("*.status")):
        suite = status.stem
        good, bad, failures = 0, 0, []
        for report in (folder / f"{suite}.xml", folder / f"{suite}-swift-testing.xml"):
            try:
                more = counted(report) if report.exists() and report.stat().st_size else (0, 0, [])
            except ElementTree.ParseError:
                more = (0, 1, [f"{suite} ended before its report was whole"])
            good, bad, failures = good + more[0], bad + more[1], failures + more[2]
        if status.read_text().strip() != "0" and bad == 0:
            bad, failures = 1, [f"{suite} ended with status {status.read_text().strip()}"]
        passed, failed, names = passed + good, failed + bad, names + failures
    return passed, failed, names


def main() -> int:
    passed, failed, names = tally(Path(sys.argv[1]))
    for name in names:
        print(f"failed: {name}")
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
