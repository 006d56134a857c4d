"""Whoever has the database and the log looks in all of it for the sender of a report without a name, and finds nobody."""

import io
import json
import re
import sqlite3
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PIL import Image

from calling import Caller, Form
from conftest import new_store
from days import ask
from server import Server

EMPLOYEE = "ansat@demo.example"
# Of this very sending alone: nothing else in the database is called so.
BROWSER, ADDRESS, FILE, CAMERA, OWNER = "Sporhund/9.9", "203.0.113.77", "IMG_hemmelig_2041.jpg", "Kamerafabrikken K9", "Fotografens Navn"
NAMED = "Navngivne Nilsson"
WHAT = "Larm fra pumpen, og ingen må vide, hvem der siger det"
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


def picture() -> bytes:
    """As a phone takes it: with owner, camera, moment and place in it, and a name behind its end."""
    exif = Image.Exif()
    exif[0x013B], exif[0x0110], exif[0x0132] = OWNER, CAMERA, "2026:01:05 08:20:34"
    exif.get_ifd(0x8825).update({1: "N", 2: (55.0, 40.0, 12.0), 3: "E", 4: (12.0, 34.0, 8.0)})
    bytes_ = io.BytesIO()
    Image.effect_noise((300, 200), 60).convert("RGB").save(bytes_, "jpeg", exif=exif, comment=OWNER.encode())
    return bytes_.getvalue() + OWNER.encode()


@pytest.fixture
def server(engine: str, tmp_path: Path) -> Iterator[Server]:
    options = ["--log-level", "info", "--trusted-proxies", "1"]
    with Server(new_store(engine, tmp_path), tmp_path, people=60, options=options) as server:
        yield server


def dump(server: Server) -> Counter[str]:
    """Every row of every table; but for what jobs note by the clock, whoever comes."""
    kind, place = server.store.options
    if kind == "--data":
        with sqlite3.connect(f"{place}/forkant.sqlite", timeout=10) as database:
            database.create_collation("danish", lambda one, other: (one > other) - (one < other))
            tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            rows = [f'INSERT INTO "{one}" {row}' for one in tables for row in database.execute(f'SELECT * FROM "{one}"')]
    else:
        rows = subprocess.run(
            ["pg_dump", "--inserts", "--data-only", place], check=True, capture_output=True, text=True
        ).stdout.splitlines()
    by_the_clock = re.compile(r'INSERT INTO "?(public\.)?(job|server)')
    return Counter(row for row in rows if row.startswith("INSERT") and not by_the_clock.match(row))


def raw(server: Server) -> bytes:
    """What lies on the disk, in freed pages too."""
    kind, place = server.store.options
    files = [Path(place) / f"forkant.sqlite{end}" for end in ("", "-wal")] if kind == "--data" else []
    return b"".join(file.read_bytes() for file in files if file.exists()) + server.log.read_bytes()


def moments(begun: datetime, ended: datetime) -> list[str]:
    """All ways in which this project and databases write a moment between these two."""
    found = set()
    minute = begun.replace(second=0, microsecond=0)
    while minute <= ended:
        found |= {f"T{minute:%H:%M}", f" {minute:%H:%M}:"}
        minute += timedelta(minutes=1)
    # Ids that sort by their moment begin with it: the first seven of ten letters change every half minute.
    for second in range(int(begun.timestamp()), int(ended.timestamp()) + 1):
        found.add(str(second))
        milliseconds, letters = second * 1000, ""
        for _ in range(10):
            letters, milliseconds = LETTERS[milliseconds & 31] + letters, milliseconds >> 5
        found.add(f"'{letters[:7]}")
    return sorted(found)


def secrets(caller: Caller, code: str) -> list[str]:
    session = caller.cookies.split(";")[0].split("=", 1)[1]
    return [BROWSER, ADDRESS, FILE, CAMERA, OWNER, "2026:01:05", code, code.replace("-", ""), code.lower(), session]


def log_lines(server: Server) -> list[str]:
    return [line for line in server.log.read_text().splitlines() if "job" not in line]


def send(server: Server, caller: Caller, door: str) -> tuple[str, list[str], list[str], list[str]]:
    """Reports with a photo at the door without a name, and answers by the code; the code, what is new and what was logged."""
    headers = {"User-Agent": BROWSER, "X-Forwarded-For": ADDRESS}
    before, logged = dump(server), log_lines(server)
    begun = datetime.now(timezone.utc)
    fields = Form(caller.get(door).text, door).fields | {"kind": "strain", "what": WHAT, "anonymous": "on"}
    code = fields["code"]
    sent = caller.post(door, fields, picture(), FILE, **headers)
    assert sent.status == 200 and code in sent.text, sent
    assert caller.post(door, fields, picture(), FILE, **headers).status == 200
    entered = caller.post("/follow", {"code": code}, **headers)
    assert entered.status == 303
    answer = Form(caller.get("/follow").text, "/follow/messages").fields | {"text": "Den larmer stadig"}
    answered = caller.post("/follow/messages", answer, **headers)
    assert answered.status == 303, answered
    time.sleep(1)
    moment = moments(begun, datetime.now(timezone.utc))
    # What a job tells meanwhile of somebody else's deadline has its moment, and nothing to do with it.
    new = [row for row in (dump(server) - before).elements() if "for at anmelde" not in row]
    added = log_lines(server)[len(logged):]
    return code, new, added, moment


@pytest.mark.parametrize("door", ["signed in", "the poster's"])
def test_nothing_anywhere_tells_who_reported_without_a_name(server: Server, door: str) -> None:
    caller = Caller(server, EMPLOYEE)
    [(person, name, unit)] = ask(server, f"SELECT id, name, unit_id FROM person WHERE email = '{EMPLOYEE}'")
    [(link,)] = ask(server, f"SELECT report_link FROM unit WHERE id = '{unit}'")
    code, new, logged, moment = send(server, caller, "/report" if door == "signed in" else f"/r/{link}")

    assert any(WHAT in row for row in new) and any("Den larmer stadig" in row for row in new)
    for trace in [*secrets(caller, code), person, name, EMPLOYEE, *moment]:
        assert not [row for row in new if trace.lower() in row.lower()], f"{trace} stands in the database"
    assert not logged, logged
    everything = raw(server)
    for trace in secrets(caller, code):
        assert trace.encode() not in everything, f"{trace} lies on the disk"


def test_the_looking_finds_one_who_reported_with_a_name(server: Server) -> None:
    caller = Caller(server, EMPLOYEE)
    before, begun = dump(server), datetime.now(timezone.utc)
    [(person,)] = ask(server, f"SELECT id FROM person WHERE email = '{EMPLOYEE}'")
    fields = Form(caller.get("/report").text, "/report").fields | {"kind": "strain", "what": NAMED}
    assert caller.post("/report", fields).status == 200
    new = "\n".join((dump(server) - before).elements())
    assert NAMED in new and person in new
    assert any(one in new for one in moments(begun, datetime.now(timezone.utc)) if one.startswith("T"))
    assert any(one in new for one in moments(begun, datetime.now(timezone.utc)) if one.startswith("'"))
