"""A PostgreSQL server of a test's own, which may be made to crash."""

import subprocess

from server import ROOT


class PrivatePostgres:
    """Started inside `with`, with the settings that keep what it promises; gone after it."""

    def __init__(self) -> None:
        self.home = self.conninfo = ""

    def __enter__(self) -> "PrivatePostgres":
        said = self._run('start_postgres; printf "%s\\n%s\\n" "$postgres_home" "$FORKANT_TEST_POSTGRES"')
        self.home, self.conninfo = said.splitlines()[-2:]
        return self

    def __exit__(self, *_: object) -> None:
        self._run("stop_postgres")

    def crash(self) -> None:
        """As a power cut does it: nobody is waited for, and nothing is written that was not."""
        self._run("crash_postgres")

    def start(self) -> None:
        self._run("resume_postgres")

    def _run(self, words: str) -> str:
        script = f"source bin/lib/packages.sh; source bin/lib/postgres.sh; postgres_home=$1; {words}"
        ran = subprocess.run(
            ["bash", "-euc", script, "postgres", self.home], cwd=ROOT, capture_output=True, text=True, timeout=120
        )
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout
