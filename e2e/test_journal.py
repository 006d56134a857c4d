"""The journal is sealed while the site serves, and whoever changes it afterwards is found."""

import re
import sqlite3
import subprocess
import time
from pathlib import Path

from server import ROOT, Server, sqlite_store

PATIENCE = 30


def verified(server: Server) -> tuple[int, str]:
    ran = subprocess.run(
        [server.program, "verify", *server.store.options], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    return ran.returncode, ran.stdout + ran.stderr


def closed_days(server: Server) -> int:
    code, told = verified(server)
    assert code == 0, told
    return int(re.search(r"(\d+) closed days", told)[1])


def test_a_line_that_is_changed_afterwards_is_named(tmp_path: Path) -> None:
    with Server(sqlite_store(tmp_path), tmp_path, people=60) as server:
        give_up = time.monotonic() + PATIENCE
        while not (days := closed_days(server)):
            assert time.monotonic() < give_up, server.log_tail()
            time.sleep(0.2)
        assert days > 0
        server.stop()
        days = closed_days(server)
        database = sqlite3.connect(next((tmp_path / "data").glob("*.sqlite")), isolation_level=None)
        line, at = database.execute(
            "SELECT id, at FROM journal WHERE at < (SELECT MAX(day) FROM journal_day) ORDER BY at LIMIT 1"
        ).fetchone()
        database.execute("UPDATE journal SET verb = 'forgotten' WHERE id = ?", (line,))
        database.close()
        code, told = verified(server)
        assert code == 1
        assert f"{at[:10]}: line {line} was changed" in told
        assert f"{days} closed days" in told and "1 faults." in told
