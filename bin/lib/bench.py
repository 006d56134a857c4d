"""Measures pages against a fixed answer of the same size; `bin/bench --help` says how it is used."""

import argparse
import contextlib
import http.cookiejar
import os
import platform
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "e2e"))
from server import PASSWORD, Server, Store, postgres_store, sqlite_store  # noqa: E402

# What is measured: name, path, and who is signed in (nobody where empty).
AMR = "amr@demo.example"
PAGES = [
    ("board", "/plan", AMR),
    ("list", "/actions", "koordinator@demo.example"),
    ("today", "/", AMR),
    ("report form", "/report", AMR),
]
YARDSTICK = "/bench/fixed?bytes={bytes}"
ENGINES = ["sqlite", "postgres"]
WARM_UP_SECONDS = 1


@dataclass(frozen=True)
class Measurement:
    rate: float
    p50: float
    p99: float


class FormReader(HTMLParser):
    """Finds the value of the hidden field that a form must bring back."""

    def __init__(self) -> None:
        super().__init__()
        self.csrf = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        field = dict(attributes)
        if tag == "input" and field.get("name") == "csrf":
            self.csrf = field.get("value") or ""


def signed_in(url: str, email: str) -> str:
    """The Cookie header of somebody who has signed in; empty for nobody."""
    if not email:
        return ""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    form = FormReader()
    with browser.open(f"{url}/signin", timeout=30) as answer:
        form.feed(answer.read().decode())
    fields = urllib.parse.urlencode({"email": email, "password": PASSWORD, "csrf": form.csrf})
    with browser.open(f"{url}/signin", fields.encode(), timeout=30) as answer:
        if urllib.parse.urlparse(answer.url).path == "/signin":
            raise SystemExit(f"{email} could not sign in")
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


def landed(url: str, path: str, cookie: str) -> str:
    """Where a path leads to in the end, as `/plan` leads to the person's own board."""
    request = urllib.request.Request(url + path, headers={"Cookie": cookie})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return urllib.parse.urlparse(answer.url).path


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def size(url: str, cookie: str) -> int:
    """Bytes of the page's body; anything but a page ends the bench, so that no error page is measured."""
    request = urllib.request.Request(url, headers={"Cookie": cookie} if cookie else {})
    with urllib.request.build_opener(Stay).open(request, timeout=30) as answer:
        return len(answer.read())


def milliseconds(text: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]


def wrk(url: str, cookie: str, seconds: int, at_once: int = 32, script: str = "", **told: str) -> Measurement:
    headers = ["-H", f"Cookie: {cookie}"] if cookie else []
    scripted = ["-s", script] if script else []
    said = subprocess.run(
        ["wrk", "-t1", f"-c{at_once}", "--latency", f"-d{seconds}s", *headers, *scripted, url],
        check=True, capture_output=True, text=True, timeout=seconds + 60, env={**os.environ, **told},
    ).stdout
    if trouble := re.search(r"(Non-2xx.*|Socket errors.*)", said):
        raise SystemExit(f"{url}: {trouble[1]}")
    percentile = dict(re.findall(r"^\s+(50|99)%\s+(\S+)", said, re.MULTILINE))
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    return Measurement(rate, milliseconds(percentile["50"]), milliseconds(percentile["99"]))


def median(measured: list[Measurement]) -> Measurement:
    return Measurement(*(statistics.median(getattr(one, name) for one in measured) for name in ("rate", "p50", "p99")))


def memory(server: Server) -> float:
    """MiB that the server's process holds."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) / 1024


def anew(server: Server, *, every_page: bool) -> None:
    """The server again, with every page made from the database, or with those kept that have not changed."""
    server.stop()
    server.options = ["--bench", *(["--every-page-anew"] if every_page else [])]
    server.start()


def rows(engine: str, server: Server, wanted: argparse.Namespace) -> Iterator[str]:
    for name, path, person in PAGES:
        if wanted.page and name not in wanted.page:
            continue
        cookie = signed_in(server.url, person)
        page = server.url + landed(server.url, path, cookie)
        bytes_ = size(page, cookie)
        yardstick = server.url + YARDSTICK.format(bytes=bytes_)
        for url in (page, yardstick):
            wrk(url, cookie, WARM_UP_SECONDS)
        pages, yardsticks = [], []
        for _ in range(wanted.rounds):
            yardsticks.append(wrk(yardstick, cookie, wanted.seconds))
            pages.append(wrk(page, cookie, wanted.seconds))
        one, fixed = median(pages), median(yardsticks)
        yield (
            f"| {engine} | {name} | {bytes_:,} | {one.rate:,.0f} | {one.p50:.2f} | {one.p99:.2f} | {fixed.rate:,.0f} "
            f"| {100 * one.rate / fixed.rate:.0f} % | {memory(server):.0f} |"
        )


class Bare:
    """The database without Forkant: what a report writes, as one transaction after the other."""

    STATEMENTS = [
        "INSERT INTO bench_report VALUES ({id}, {id2}, 'near_miss', {text}, '2026-01-01', '2026-01-01T08:00:00.000Z', 0)",
        "INSERT INTO bench_journal VALUES ({id}, '2026-01-01T08:00:00.000Z', 'report', {id}, 'reported', 'somebody')",
        "INSERT INTO bench_payload VALUES ({id}, '{{}}', '{{\"kind\":\"near_miss\"}}')",
        "INSERT INTO bench_notice VALUES ({id}, 'one', '2026-01-01T08:00:00.000Z', {text}, {text}, '/reports/x')",
        "INSERT INTO bench_notice VALUES ({id2}, 'two', '2026-01-01T08:00:00.000Z', {text}, {text}, '/reports/x')",
        "INSERT INTO bench_topic VALUES ('a', 1) ON CONFLICT (name) DO UPDATE SET version = bench_topic.version + 1",
        "INSERT INTO bench_topic VALUES ('b', 1) ON CONFLICT (name) DO UPDATE SET version = bench_topic.version + 1",
    ]
    TABLES = [
        "CREATE TABLE bench_report (id TEXT PRIMARY KEY, code TEXT UNIQUE, kind TEXT, what TEXT, day TEXT, at TEXT, stage INT)",
        "CREATE TABLE bench_journal (id TEXT PRIMARY KEY, at TEXT, kind TEXT, subject TEXT, verb TEXT, person TEXT)",
        "CREATE TABLE bench_payload (id TEXT PRIMARY KEY, before TEXT, after TEXT)",
        "CREATE TABLE bench_notice (id TEXT PRIMARY KEY, person TEXT, at TEXT, da TEXT, en TEXT, path TEXT)",
        "CREATE TABLE bench_topic (name TEXT PRIMARY KEY, version INT)",
    ]

    @classmethod
    def sqlite(cls, folder: Path, seconds: int) -> float:
        database = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        for table in cls.TABLES:
            database.execute(table)
        statements = [one.format(id="?1", id2="?2", text="?3") for one in cls.STATEMENTS]
        end, count = time.monotonic() + seconds, 0
        while time.monotonic() < end:
            values = (uuid.uuid4().hex, uuid.uuid4().hex, "Vand på gulvet ved nødbruseren")
            database.execute("BEGIN IMMEDIATE")
            for statement in statements:
                database.execute(statement, values[: max(int(mark) for mark in re.findall(r"\?(\d)", statement) or ["0"])])
            database.execute("COMMIT")
            count += 1
        database.close()
        return count / seconds

    @classmethod
    def postgres(cls, conninfo: str, folder: Path, seconds: int) -> float:
        words = dict(word.split("=", 1) for word in conninfo.split())
        # Another run may have left its tables on the same server.
        for table in cls.TABLES:
            name, made = re.search(r"bench_\w+", table)[0], f"DROP TABLE IF EXISTS bench_table; {table}"
            made = made.replace("bench_table", name).replace("bench_", "bare_")
            subprocess.run(["psql", conninfo, "-qc", "SET client_min_messages = warning", "-qc", made], check=True)
        statements = [
            one.replace("bench_", "bare_").format(id="md5(:a::text || :b)", id2="md5(:b::text || :a)", text="'Vand på gulvet'")
            for one in cls.STATEMENTS
        ]
        file = folder / "bare.sql"
        setting = "\\set a random(1, 1000000000000)\n\\set b random(1, 1000000000000)\nBEGIN;\n"
        file.write_text(setting + ";\n".join(statements) + ";\nCOMMIT;\n")
        pgbench = sorted(Path("/usr/lib/postgresql").glob("*/bin/pgbench"))[-1]
        said = subprocess.run(
            [pgbench, "-n", "-c1", "-Mprepared", f"-T{seconds}", f"-f{file}", "-h", words["host"], "-p", words["port"],
             "-U", words["user"], words["dbname"]],
            check=True, capture_output=True, text=True,
        ).stdout
        return float(re.search(r"tps = ([\d.]+)", said)[1])


def intake(engine: str, server: Server, folder: Path, wanted: argparse.Namespace) -> Iterator[str]:
    """Reports taken in by the site, beside the bare database's transactions in the same minute."""
    cookie = signed_in(server.url, AMR)
    form = urllib.request.Request(server.url + "/report", headers={"Cookie": cookie})
    with urllib.request.urlopen(form, timeout=30) as answer:
        text = answer.read().decode()
    told = {
        "FORKANT_COOKIE": cookie,
        "FORKANT_CSRF": re.search(r'name="csrf" value="([^"]+)"', text)[1],
        "FORKANT_UNIT": re.search(r'name="unit" value="([^"]+)"', text)[1],
    }
    script = str(Path(__file__).with_name("intake.lua"))
    if engine == "sqlite":
        bare = Bare.sqlite(folder, wanted.seconds)
    else:
        bare = Bare.postgres(os.environ["FORKANT_TEST_POSTGRES"], folder, wanted.seconds)
    for at_once in (1, 32):
        one = wrk(server.url + "/report", "", wanted.seconds, at_once, script, **told)
        yield (
            f"| {engine} | {at_once} | {one.rate:,.0f} | {one.p50:.2f} | {one.p99:.2f} | {bare:,.0f} "
            f"| {100 * one.rate / bare:.0f} % |"
        )


ADMINISTRATOR = "admin@demo.example"


class ImportedFiles:
    """Units and people of an invented workplace, as CSV: as they are first, and with a fifth of the people changed."""

    def __init__(self, lines: int) -> None:
        units = ["code,parent,kind,name_da", "TOP,,organisation,Havbro"]
        units += [f"D{number},TOP,department,Afdeling {number}" for number in range(lines // 1000 + 1)]
        units += [f"U{number},D{number % (lines // 1000 + 1)},section,Sektion {number}" for number in range(lines // 50 + 1)]
        self.units = "\n".join(units).encode()
        self.people = self.of(lines, lambda number: "Lektor")
        self.changed = self.of(lines, lambda number: "Lektor" if number % 5 else "Professor")

    @staticmethod
    def of(lines: int, title: Callable[[int], str]) -> bytes:
        first = "Maja Jonas Sara Eva Ali Ida Karl Rikke Søren Åse Mikkel Fatima Lærke Oskar Freja Emil Nanna".split()
        last = "Holm Riis Lund Nør Kaya Østergaard Åkjær Thy Brink Dahl Engholm Falk Gade Hvid Iversen".split()
        rows = ["external_id,name,email,phone,language,kind,unit,title,starts,ends"]
        for number in range(lines):
            name = f"{first[number % 17]} {last[number // 7 % 15]} {last[number // 101 % 15]}"
            rows.append(
                f"P{number:06},{name},p{number}@havbro.example,12 34 {number % 10000:04},da,employee,"
                f"U{number * 7919 % (lines // 50 + 1)},{title(number)},2019-0{number % 9 + 1}-15,"
            )
        return "\n".join(rows).encode()


class Administration:
    """An administrator's browser."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.cookie = signed_in(server.url, ADMINISTRATOR)

    def send(self, path: str, files: dict[str, bytes]) -> tuple[str, float]:
        """Sends the form on /import, and follows to where it leads. Returns that address, and the seconds."""
        headers = {"Cookie": self.cookie, "Content-Type": "multipart/form-data; boundary=edge"}
        with urllib.request.urlopen(urllib.request.Request(self.server.url + "/import", headers=headers), timeout=30) as page:
            form = FormReader()
            form.feed(page.read().decode())
        parts = [b'--edge\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n' + form.csrf.encode()]
        for kind, content in files.items():
            head = f'--edge\r\nContent-Disposition: form-data; name="{kind}"; filename="{kind}.csv"\r\n'
            parts.append(head.encode() + b"Content-Type: text/csv\r\n\r\n" + content)
        body = b"\r\n".join(parts) + b"\r\n--edge--\r\n"
        began = time.monotonic()
        with urllib.request.urlopen(urllib.request.Request(self.server.url + path, body, headers), timeout=120) as answer:
            answer.read()
            return urllib.parse.urlparse(answer.url).path, time.monotonic() - began


def peak(server: Server) -> float:
    """MiB that the server's process has held at most."""
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


def processor(server: Server) -> float:
    """Seconds of processor time that the server has used, and PostgreSQL for its database."""
    processes = [server.process.pid]
    database = re.search(r"/(journey_\w+)\?", " ".join(server.store.options))
    for process in Path("/proc").glob("[0-9]*") if database else []:
        with contextlib.suppress(OSError):
            if f" {database[1]} " in (process / "cmdline").read_text().replace("\0", " "):
                processes.append(int(process.name))
    used = 0
    for process in processes:
        with contextlib.suppress(OSError):
            fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
            used += int(fields[11]) + int(fields[12])
    return used / os.sysconf("SC_CLK_TCK")


def imports(engine: str, store: Store, folder: Path, lines: int) -> Iterator[str]:
    """What an administrator waits for, from sending the file to the page that shows what will happen or has happened."""
    files = ImportedFiles(lines)
    with Server(store, folder) as server:
        server.add_user(ADMINISTRATOR, "Rikke Thy", "--administrator")
        browser = Administration(server)
        preview, _ = browser.send("/import", {"units": files.units})
        browser.send(f"{preview}/application", {})
        for what, content in [("all new", files.people), ("unchanged", files.people), ("a fifth changed", files.changed)]:
            before = processor(server)
            preview, looked = browser.send("/import", {"people": content})
            between = processor(server)
            if preview == "/import":
                raise SystemExit("The file was refused")
            _, applied = browser.send(f"{preview}/application", {})
            after = processor(server)
            yield (
                f"| {engine} | {lines:,} | {what} | {looked:.1f} | {between - before:.1f} "
                f"| {applied:.1f} | {after - between:.1f} | {peak(server):.0f} |"
            )


def start(server: Server) -> float:
    """Seconds from starting the program on an existing database to the first page answered; the median of five."""
    taken = []
    for _ in range(5):
        server.stop()
        began = time.monotonic()
        server.start()
        with urllib.request.urlopen(server.url + "/signin", timeout=10) as answer:
            answer.read()
        taken.append(time.monotonic() - began)
    return statistics.median(taken)


def new_store(engine: str, place: Path) -> Store:
    return sqlite_store(place) if engine == "sqlite" else postgres_store(os.environ["FORKANT_TEST_POSTGRES"])


def fill(server: Server, people: int, actions: int) -> None:
    server.run("demo", "--people", str(people), "--actions", str(actions), "--seed", "1", "--password", PASSWORD)


def measure_imports(engines: list[str], wanted: argparse.Namespace) -> None:
    print("| engine | lines | the file | preview s | of processor | apply s | of processor | server's peak MiB |")
    print("| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |")
    for engine in engines:
        with tempfile.TemporaryDirectory() as folder:
            for row in imports(engine, new_store(engine, Path(folder)), Path(folder), wanted.imports):
                print(row, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--actions", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--engine", choices=ENGINES)
    parser.add_argument("--page", action="append", choices=[name for name, _, _ in PAGES])
    parser.add_argument("--imports", type=int)
    wanted = parser.parse_args()
    engines = [wanted.engine] if wanted.engine else ENGINES

    print(
        f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, {platform.machine()}, {wanted.people:,} people, "
        f"{wanted.actions:,} actions, `wrk -t1 -c32 -d{wanted.seconds}s`, median of {wanted.rounds}\n"
    )
    if wanted.imports:
        return measure_imports(engines, wanted)
    pages, kept, reports, starts = [], [], [], []
    for engine in engines:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            with Server(new_store(engine, place), place, options=["--bench"]) as server:
                fill(server, wanted.people, wanted.actions)
                began = start(server)
                idle = memory(server)
                anew(server, every_page=True)
                pages += rows(engine, server, wanted)
                anew(server, every_page=False)
                kept += rows(engine, server, wanted)
                starts.append(f"| {engine} | {began:.2f} | {idle:.0f} | {memory(server):.0f} |")
                if not wanted.page:
                    reports += intake(engine, server, place, wanted)
    for title, table in (("Made from the database each time", pages), ("Nothing has changed since the last", kept)):
        print(f"{title}:\n")
        print("| engine | page | bytes | req/s | p50 ms | p99 ms | fixed answer req/s | of it | memory MiB |")
        print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        print(*table, sep="\n", end="\n\n")
    if reports:
        print("| engine | reports at once | reports/s | p50 ms | p99 ms | bare transactions/s, one by one | of it |")
        print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
        print(*reports, sep="\n", end="\n\n")
    print("| engine | start to first page s | memory idle MiB | after the pages MiB |")
    print("| --- | ---: | ---: | ---: |")
    print(*starts, sep="\n")


if __name__ == "__main__":
    main()
