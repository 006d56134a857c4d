"""Days that pass: the dates of an election or an action are moved back, as seen from the server's clock, which stays where it is."""

import re
import shlex
import sqlite3
import subprocess
from datetime import date, timedelta
from urllib.parse import unquote, urlsplit

from server import Server

DATES = ("nominations_open", "nominations_end", "voting_starts", "voting_ends", "term_starts", "term_ends", "turns")


def pass_days(server: Server, election: str, days: int) -> None:
    """So many days later for this election."""
    names = ", ".join(DATES)
    [row] = ask(server, f"SELECT {names} FROM election WHERE id = '{safe(election)}'")
    moved = [f"{name} = '{date.fromisoformat(day) - timedelta(days=days)}'" for name, day in zip(DATES, row) if day]
    ask(server, f"UPDATE election SET {', '.join(moved)} WHERE id = '{safe(election)}'")


def pass_days_since_closing(server: Server, action: str, days: int) -> None:
    """So many days later for this closed action."""
    [(closed, judged)] = ask(server, f"SELECT closed_on, judge_on FROM action WHERE id = '{safe(action)}'")
    before = [date.fromisoformat(day) - timedelta(days=days) for day in (closed, judged)]
    ask(server, f"UPDATE action SET closed_on = '{before[0]}', judge_on = '{before[1]}' WHERE id = '{safe(action)}'")


def safe(identity: str) -> str:
    assert re.fullmatch("[0-9a-z]{20}|[0-9a-z]{26}", identity), identity
    return identity


def ask(server: Server, statement: str) -> list[tuple[str, ...]]:
    kind, place = server.store.options
    if kind == "--data":
        with sqlite3.connect(f"{place}/forkant.sqlite", timeout=10) as database:
            return database.execute(statement).fetchall()
    url = urlsplit(place)
    words = dict(word.split("=", 1) for word in url.query.split("&"))
    # Servers keep in memory what nobody told them has changed.
    told = "" if statement.startswith("SELECT") else "; NOTIFY forkant, 'everything'"
    conninfo = {"dbname": url.path[1:], "user": url.username or "", "host": unquote(words["host"]), "port": words["port"]}
    ran = subprocess.run(
        ["psql", " ".join(f"{name}={shlex.quote(word)}" for name, word in conninfo.items()), "-qAtF", "|", "-c", statement + told],
        check=True, capture_output=True, text=True,
    )
    return [tuple(line.split("|")) for line in ran.stdout.splitlines()]


def pass_days_untouched(server: Server, action: str, days: int) -> None:
    """So many days in which nobody has touched this open action."""
    [(changed,)] = ask(server, f"SELECT changed_at FROM action WHERE id = '{safe(action)}'")
    before = date.fromisoformat(changed[:10]) - timedelta(days=days)
    ask(server, f"UPDATE action SET changed_at = '{before}{changed[10:]}' WHERE id = '{safe(action)}'")


def pass_days_since_accident(server: Server, report: str, days: int) -> None:
    """So many days later for this accident, those who were away included."""
    moved = {"report": ("happened", "reported"), "accident": ("happened", "due"), "accident_absence": ("first_day", "last_day")}
    # What was reported may not be before it happened: the day of the accident moves first.
    for table, names in moved.items():
        key = "id" if table == "report" else "report_id"
        rows = ask(server, f"SELECT {', '.join(names)} FROM {table} WHERE {key} = '{safe(report)}'")
        assert len(rows) == 1, f"{len(rows)} rows of {table}"
        new = [f"{name} = '{date.fromisoformat(day) - timedelta(days=days)}'" for name, day in zip(names, rows[0]) if day]
        ask(server, f"UPDATE {table} SET {', '.join(new)} WHERE {key} = '{safe(report)}'")
