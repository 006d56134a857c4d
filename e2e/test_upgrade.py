"""A newer version brings the database up to date while the one before still serves: people notice nothing."""

import sqlite3
import subprocess
import threading
from pathlib import Path

import pytest

from conftest import new_store
from crowd import Crowd, picture
from server import Server

# What a later version may do while the one before serves: add.
LATER = """
    CREATE TABLE novelty (id TEXT NOT NULL PRIMARY KEY, action_id TEXT NOT NULL REFERENCES action (id));
    ALTER TABLE action ADD COLUMN novelty TEXT;
    ALTER TABLE report ADD COLUMN novelty TEXT;
    CREATE INDEX novelty_by_action ON novelty (action_id);
    INSERT INTO migration (name, applied_at) VALUES ('a later version', '2030-01-01T00:00:00.000Z');
"""


def bring_up_to_date(server: Server, folder: Path) -> None:
    if "--database" in server.store.options:
        address = server.store.options[1]
        subprocess.run(["psql", address, "-q1", "-v", "ON_ERROR_STOP=1", "-c", LATER], check=True, timeout=60)
        return
    database = sqlite3.connect(folder / "data" / "forkant.sqlite", timeout=60, isolation_level=None)
    database.create_collation("danish", lambda one, other: (one > other) - (one < other))
    database.executescript(f"BEGIN IMMEDIATE; {LATER} COMMIT")
    database.close()


def test_people_go_on_while_a_newer_version_changes_the_schema(engine: str, tmp_path: Path) -> None:
    with Server(new_store(engine, tmp_path), tmp_path, people=60) as server:
        crowd = Crowd(server, 4, picture())
        with crowd.writing():
            enough = threading.Event()
            enough.wait(0.5)
            bring_up_to_date(server, tmp_path)
            before = crowd.deeds
            while crowd.deeds < before + 40 and not any(writer.failure for writer in crowd.writers):
                enough.wait(0.05)
        crowd.check()

        # What was brought up to date is not for the version before to be started on.
        server.stop()
        with pytest.raises(AssertionError, match="newer Forkant"):
            server.start()
        server.process = None
