"""Measures boards that stand open, and pages beside mails; `bin/bench --help` says how it is used."""

import argparse
import hashlib
import http.client
import json
import multiprocessing
import os
import platform
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "e2e"))
sys.path.insert(0, str(Path(__file__).resolve().parent))
from bench import AMR, ENGINES, fill, landed, memory, new_store, processor, signed_in, wrk  # noqa: E402
from boards import Deaf, Heard, Place, raise_limit, watch  # noqa: E402
from server import Server  # noqa: E402

PROCESSES = 2
STAGES = ["started", "under_way", "at_goal", "follow_up"]


def say(server: Server, statements: Iterable[str]) -> None:
    """Carries them out in one transaction, beside the server."""
    if "--data" in server.store.options:
        database = sqlite3.connect(Path(server.store.options[1]) / "forkant.sqlite", timeout=60)
        with database:
            for statement in statements:
                database.execute(statement)
        database.close()
    else:
        subprocess.run(
            ["psql", server.store.options[1], "-q1", "-v", "ON_ERROR_STOP=1"], check=True, capture_output=True, text=True,
            input=";\n".join(statements) + ";\n")


def ask(server: Server, query: str) -> list[str]:
    """The first column."""
    if "--data" in server.store.options:
        database = sqlite3.connect(Path(server.store.options[1]) / "forkant.sqlite", timeout=60)
        found = [str(row[0]) for row in database.execute(query)]
        database.close()
        return found
    ran = subprocess.run(["psql", server.store.options[1], "-qAtc", query], check=True, capture_output=True, text=True)
    return ran.stdout.split()


def sessions(server: Server, people: list[str]) -> list[str]:
    """A session for each, as signing in makes them; the Cookie headers."""
    secrets = [f"bench{time.monotonic_ns()}x{number}" for number in range(len(people))]
    say(server, (
        f"INSERT INTO session (hash, person_id, expires) VALUES ('{hashlib.sha256(secret.encode()).hexdigest()}', "
        f"'{person}', '2999-01-01T00:00:00.000Z')" for secret, person in zip(secrets, people)))
    return [f"session={secret}" for secret in secrets]


class Caller:
    """One connection that is kept."""

    def __init__(self, server: Server, cookie: str = "") -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        self.cookie = cookie

    def get(self, path: str, cookie: str = "") -> tuple[int, str]:
        self.connection.request("GET", path, headers={"Cookie": cookie or self.cookie})
        answer = self.connection.getresponse()
        return answer.status, answer.read().decode()

    def post(self, path: str, fields: dict[str, str]) -> dict:
        self.connection.request(
            "POST", path, urllib.parse.urlencode(fields), {
                "Cookie": self.cookie, "Accept": "application/json", "Sec-Fetch-Site": "same-origin",
                "Content-Type": "application/x-www-form-urlencoded"})
        answer = self.connection.getresponse()
        body = answer.read().decode()
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status} {body[:300]}")
        return json.loads(body)


@dataclass
class Move:
    note: str
    version: int
    sent: float
    answered: float


class Mover:
    """A representative who moves notes of one board, in turns."""

    def __init__(self, server: Server, board: str, cookie: str) -> None:
        self.caller = Caller(server, cookie)
        _, page = self.caller.get(board)
        self.csrf = re.search(r'name="csrf" value="([^"]+)"', page)[1]
        self.notes: dict[str, list] = {}
        stage = theme = ""
        for mark in re.finditer(r'data-stage="(\w+)" data-theme="(\w*)"|id="note-(\w+)" data-version="(\d+)" data-id', page):
            if mark[1]:
                stage, theme = mark[1], mark[2]
            elif stage in STAGES:
                self.notes[mark[3]] = [STAGES.index(stage), theme, int(mark[4])]
        if not self.notes:
            raise SystemExit(f"{board} has no notes to move")

    def move(self, note: str) -> Move:
        stage, theme, version = self.notes[note]
        fields = {
            "stage": STAGES[(stage + 1) % 4], "theme": theme, "before": "", "version": str(version), "csrf": self.csrf}
        sent = time.monotonic()
        now = self.caller.post(f"/actions/{note}/stage", fields)["version"]
        self.notes[note] = [(stage + 1) % 4, theme, now]
        return Move(note[-16:], now, sent, time.monotonic())


class Boards:
    """Open boards in processes of their own."""

    def __init__(self, server: Server, places: list[Place], watched: list[str], reads: bool = True) -> None:
        self.talks, self.processes = [], []
        for number in range(PROCESSES):
            talk, other = multiprocessing.Pipe()
            part = places[number::PROCESSES]
            process = multiprocessing.Process(target=watch, args=(part, server.port, watched, reads, other), daemon=True)
            process.start()
            self.talks.append(talk)
            self.processes.append(process)
        for talk in self.talks:
            if not talk.poll(120) or talk.recv() != "open":
                raise SystemExit("The boards did not open")

    def heard(self) -> list[Heard]:
        for talk in self.talks:
            talk.send("tell")
        return [one for talk in self.talks for one in talk.recv()]

    def read_from_now_on(self) -> None:
        for talk in self.talks:
            talk.send("read")

    def close(self) -> None:
        for talk in self.talks:
            talk.send("end")
        for process in self.processes:
            process.join(10)


@contextmanager
def opened(server: Server, places: list[Place], watched: list[str], reads: bool = True) -> Iterator[Boards]:
    boards = Boards(server, places, watched, reads)
    try:
        yield boards
    finally:
        boards.close()


class Stage:
    """The board of the demo's representative, and who else may look at it."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.cookie = signed_in(server.url, AMR)
        self.board = landed(server.url, "/plan", self.cookie)
        self.mover = Mover(server, self.board, self.cookie)
        everybody = ask(server, "SELECT id FROM person ORDER BY id")
        caller = Caller(server)
        tried = zip(everybody, sessions(server, everybody))
        self.readers = [person for person, cookie in tried if caller.get(self.board, cookie)[0] == 200]

    def places(self, count: int, of: int) -> list[Place]:
        """So many open boards of so many sessions."""
        cookies = sessions(self.server, [self.readers[number % len(self.readers)] for number in range(of)])
        caller, found = Caller(self.server), []
        for cookie in cookies:
            link = re.search(r'data-live="([^"]+)"', caller.get(self.board, cookie)[1])[1].replace("&amp;", "&")
            if "moves" not in link:
                raise SystemExit("A board hears no hints")
            found.append(Place(cookie, link, self.board))
        return [found[number % of] for number in range(count)]


def percentiles(values: list[float]) -> str:
    values = sorted(1000 * value for value in values)
    return " | ".join(f"{values[min(len(values) - 1, int(len(values) * part))]:,.0f}" for part in (0.5, 0.99, 1))


def moving(mover: Mover, boards: Boards, count: int, pause: float, rest: float) -> tuple[list[float], list[float], list[float]]:
    """Seconds until each board has seen each move, until each has read it, and until the mover was answered."""
    moves, notes = [], list(mover.notes)[:5]
    for number in range(count):
        began = time.monotonic()
        moves.append(mover.move(notes[number % len(notes)]))
        time.sleep(max(0, began + pause - time.monotonic()))
    time.sleep(rest)
    seen, read, missing = [], [], 0
    for heard in boards.heard():
        for move in moves:
            hints = [at for (note, version), at in heard.hints.items() if note == move.note and version >= move.version]
            pages = [at for at, versions in heard.pages if versions.get(move.note, 0) >= move.version]
            missing += not hints
            seen += [min(hints) - move.sent] if hints else []
            read += [min(pages) - move.sent] if pages else []
    if missing:
        print(f"NOT SEEN: {missing} of {len(seen) + missing}", file=sys.stderr)
    return seen, read, [move.answered - move.sent for move in moves]


def crowd(engine: str, stage: Stage, count: int, moves: int) -> Iterator[str]:
    """A board that many look at, and the same with one."""
    for boards, pause in ((1, 0.3), (count, 1.0)):
        places = stage.places(boards, min(boards, 1000))
        before = processor(stage.server)
        with opened(stage.server, places, list(stage.mover.notes)[:5]) as watching:
            seen, read, answered = moving(stage.mover, watching, moves, pause, 6)
        used = processor(stage.server) - before
        yield (
            f"| {engine} | {boards:,} | {percentiles(seen)} | {percentiles(read)} | {percentiles(answered)} "
            f"| {len(read) / (boards * moves):.0%} | {used:.1f} |")


def hall(engine: str, stage: Stage, count: int) -> Iterator[str]:
    """Very many boards: what each costs in memory, and an event in time and work."""
    server = stage.server
    # What was freed before would be used again, and hide what a line costs.
    server.stop()
    server.start()
    stage.mover = Mover(server, stage.board, stage.cookie)
    with opened(server, stage.places(200, 200), []):
        time.sleep(1)
    places = stage.places(count, 1000)
    time.sleep(2)
    empty = memory(server)
    with opened(server, places, list(stage.mover.notes)[:5], reads=False) as boards:
        time.sleep(2)
        full = memory(server)
        before = processor(server)
        time.sleep(10)
        resting = processor(server) - before
        boards.heard()
        before = processor(server)
        seen, _, _ = moving(stage.mover, boards, 10, 2, 3)
        told = processor(server) - before
        after = memory(server)
        boards.read_from_now_on()
        before = processor(server)
        _, read, _ = moving(stage.mover, boards, 1, 0, 40)
        reading = processor(server) - before
    each = (full - empty) * 1024 / count
    yield (
        f"| {engine} | {count:,} | {empty:.0f} | {full:.0f} | {each:.1f} | {(after - empty) * 1024 / count:.1f} | {percentiles(seen)} "
        f"| {told * 100:.0f} | {resting / 10 * 1000:.0f} | {len(read) / count:.0%} in {max(read):.0f} s | {reading:.1f} |")


def flood(engine: str, stage: Stage, seconds: int) -> Iterator[str]:
    """As many moves as the server takes, before boards that read and phones that do not."""
    server = stage.server
    places = stage.places(200, 200)
    deaf = [Deaf(place, server.port) for place in stage.places(40, 40)]
    slow = Deaf(stage.places(1, 1)[0], server.port)
    with opened(server, places, [], reads=False) as boards:
        time.sleep(1)
        boards.heard()
        before, end = memory(server), time.monotonic() + seconds
        counts, peak = [0] * min(8, len(stage.mover.notes)), before

        def hammer(number: int) -> None:
            mover = Mover(server, stage.board, stage.cookie)
            note = list(mover.notes)[number]
            while time.monotonic() < end:
                mover.move(note)
                counts[number] += 1

        threads = [threading.Thread(target=hammer, args=[number]) for number in range(len(counts))]
        for thread in threads:
            thread.start()
        while time.monotonic() < end:
            slow.read_some()
            peak = max(peak, memory(server))
            time.sleep(0.5)
        for thread in threads:
            thread.join()
        time.sleep(1)
        heard = boards.heard()
        stage.mover = Mover(server, stage.board, stage.cookie)
        last = stage.mover.move(list(stage.mover.notes)[0])
        wanted = f'"version":{last.version}}}'.encode()
        with ThreadPoolExecutor(len(deaf) + 1) as pool:
            true = sum(pool.map(lambda phone: phone.reads(wanted, 20), [*deaf, slow]))
        words = statistics.median(one.events for one in heard) / seconds
    yield (
        f"| {engine} | {sum(counts) / seconds:,.0f} | {words:.0f} | {before:.0f} | {peak:.0f} "
        f"| {statistics.mean(phone.bytes for phone in deaf) / 1024:.0f} | {true} of {len(deaf) + 1} |")


def table(title: str, *columns: str) -> None:
    print(f"\n{title}:\n\n| {' | '.join(columns)} |\n| {' | '.join(['---'] + ['---:'] * (len(columns) - 1))} |")


def show(rows: Iterable[str]) -> None:
    for row in rows:
        print(row, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=6000)
    parser.add_argument("--actions", type=int, default=1000)
    parser.add_argument("--boards", type=int, default=1000)
    parser.add_argument("--hall", type=int, default=5000)
    parser.add_argument("--moves", type=int, default=30)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--engine", choices=ENGINES)
    parser.add_argument("--only", choices=["crowd", "hall", "flood"])
    wanted = parser.parse_args()
    raise_limit()
    multiprocessing.set_start_method("fork")
    print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, {platform.machine()}, load {os.getloadavg()[0]:.1f}")
    for engine in [wanted.engine] if wanted.engine else ENGINES:
        with tempfile.TemporaryDirectory() as folder:
            with Server(new_store(engine, Path(folder)), Path(folder), options=["--bench"]) as server:
                fill(server, wanted.people, wanted.actions)
                stage = Stage(server)
                size = len(Caller(server).get(stage.board, stage.cookie)[1].encode())
                fixed = wrk(f"{server.url}/bench/fixed?bytes={size}", stage.cookie, 3)
                print(
                    f"\n{engine}: board of {size:,} bytes, {len(stage.mover.notes)} notes to move, seen by "
                    f"{len(stage.readers)} people; fixed answer as large {fixed.rate:,.0f} req/s, p99 {fixed.p99:.1f} ms")
                if wanted.only in (None, "crowd"):
                    table(
                        "Milliseconds from sending the move (p50, p99, most)", "engine", "boards", "seen p50", "p99", "most",
                        "read p50", "p99", "most", "mover answered p50", "p99", "most", "read", "processor s")
                    show(crowd(engine, stage, wanted.boards, wanted.moves))
                if wanted.only in (None, "hall"):
                    table(
                        "Many boards", "engine", "boards", "MiB before", "MiB with", "KiB each", "KiB each after events",
                        "seen p50", "p99", "most", "processor ms an event", "at rest ms/s", "all read", "processor s")
                    show(hall(engine, stage, wanted.hall))
                if wanted.only in (None, "flood"):
                    table(
                        "As many moves as go, 200 boards that read, 40 phones that do not", "engine", "moves/s",
                        "words/s to a board", "MiB before", "MiB most", "KiB that waited for a phone", "heard the last")
                    show(flood(engine, stage, wanted.seconds))


if __name__ == "__main__":
    main()
