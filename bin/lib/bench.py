"""Measures pages against a fixed answer of the same size; `bin/bench --help` says how it is used."""

import argparse
import contextlib
import http.cookiejar
import json
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


Row = dict[str, object]


class Written:
    """What one report, taken in by the site, has written: the rows, and the topics that it raised."""

    WHAT = "Vand på gulvet ved nødbruseren"
    TABLES = {
        "report": "id = '{report}'",
        "notice": "path = '/reports/{report}'",
        "journal": "subject_kind = 'report' AND subject_id = '{report}'",
        "journal_payload": "entry_id IN (SELECT id FROM journal WHERE subject_kind = 'report' AND subject_id = '{report}')",
    }

    def __init__(self, ask: Callable[[str], list[Row]], send: Callable[[], None]) -> None:
        def known() -> tuple[set[object], dict[object, object]]:
            reports = {row["id"] for row in ask(f"SELECT id FROM report WHERE what = '{self.WHAT}'")}
            return reports, {(row["name"], row["slot"]): row["version"] for row in ask("SELECT * FROM topic")}

        before, versions = known()
        send()
        after, raised = known()
        [report] = after - before
        self.rows = [
            (table, row)
            for table, condition in self.TABLES.items()
            for row in ask(f"SELECT * FROM {table} WHERE {condition.format(report=report)}")
        ]
        self.topics = [name for (name, slot), version in raised.items() if versions.get((name, slot)) != version]

    def ids(self) -> dict[str, str]:
        """What must be another in each transaction, by what it is: `report`, `code`, `journal`, `notice0`, …"""
        ids: dict[str, str] = {}
        for number, (table, row) in enumerate(self.rows):
            if "id" in row:
                ids[row["id"]] = f"{table}{number}"
            if "code_hash" in row:
                ids[row["code_hash"]] = "code"
        return ids


class Bare:
    """The database without Forkant: the very rows that a report writes, into a copy of the very database, as one
    transaction after the other. Nothing is looked up before, as Forkant must to know whom to tell."""

    TOPIC = (
        "INSERT INTO topic (name, slot, version) VALUES ({name}, 0, 1) "
        "ON CONFLICT (name, slot) DO UPDATE SET version = topic.version + 1"
    )

    @staticmethod
    def insert(table: str, row: Row, value: Callable[[object], str]) -> str:
        return f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(value(one) for one in row.values())})"

    @classmethod
    def sqlite(cls, file: Path, written: Written, seconds: int) -> float:
        database = sqlite3.connect(file, isolation_level=None)
        for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
            database.execute(f"PRAGMA {setting}")
        ids = written.ids()

        def made(count: int) -> Callable[[object], object]:
            """Ids by chance, but those of notices in the order of time, as Forkant's are."""
            new = {
                old: f"{count:012}{uuid.uuid4().hex}"[: len(old)] if what.startswith("notice")
                else (uuid.uuid4().hex * 2)[: len(old)]
                for old, what in ids.items()
            }
            [report] = [old for old, what in ids.items() if what.startswith("report")]
            return lambda one: new.get(one) or (one.replace(report, new[report]) if isinstance(one, str) else one)

        statements = [cls.insert(table, row, lambda _: "?") for table, row in written.rows]
        values = [list(row.values()) for _, row in written.rows]
        topic = cls.TOPIC.format(name="?")
        began, count = time.monotonic(), 0
        while time.monotonic() < began + seconds:
            new = made(int(began * 1000) + count)
            database.execute("BEGIN IMMEDIATE")
            for statement, row in zip(statements, values, strict=True):
                database.execute(statement, [new(one) for one in row])
            for name in written.topics:
                database.execute(topic, [name])
            database.execute("COMMIT")
            count += 1
        database.close()
        return count / seconds

    @classmethod
    def postgres(cls, conninfo: str, database: str, written: Written, folder: Path, seconds: int) -> float:
        words = dict(word.split("=", 1) for word in conninfo.split())
        ids = written.ids()
        [report] = [old for old, what in ids.items() if what.startswith("report")]

        def made(old: str) -> str:
            if ids[old].startswith("notice"):
                return f"left(to_char(clock_timestamp(), 'YYYYMMDDHH24MISSUS') || '{ids[old]}', {len(old)})"
            return f"left(md5(:a::text || '{ids[old]}') || md5(:b::text || '{ids[old]}'), {len(old)})"

        def text(one: str) -> str:
            """pgbench takes a colon for the beginning of a variable, also in a text."""
            escaped = one.replace("\\", "\\\\").replace("'", "''").replace(":", "\\003A")
            return f"U&'{escaped}'"

        def value(one: object) -> str:
            if one is None or isinstance(one, int):
                return "NULL" if one is None else str(one)
            if one in ids:
                return made(one)
            quoted = text(str(one))
            return f"replace({quoted}, '{report}', {made(report)})" if report in str(one) else quoted

        statements = [cls.insert(table, row, value) for table, row in written.rows]
        statements += [cls.TOPIC.format(name=text(name)) for name in written.topics]
        file = folder / "bare.sql"
        setting = "\\set a random(1, 1000000000000)\n\\set b random(1, 1000000000000)\nBEGIN;\n"
        file.write_text(setting + ";\n".join(statements) + ";\nCOMMIT;\n")
        pgbench = sorted(Path("/usr/lib/postgresql").glob("*/bin/pgbench"))[-1]
        said = subprocess.run(
            [pgbench, "-n", "-c1", "-Mprepared", f"-T{seconds}", f"-f{file}", "-h", words["host"], "-p", words["port"],
             "-U", words["user"], database],
            check=True, capture_output=True, text=True,
        ).stdout
        return float(re.search(r"tps = ([\d.]+)", said)[1])


def intake(engine: str, server: Server, folder: Path, wanted: argparse.Namespace) -> Iterator[str]:
    """Reports taken in by the site, in turns with the bare database's transactions."""
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

    def send() -> None:
        fields = {
            "csrf": told["FORKANT_CSRF"], "unit": told["FORKANT_UNIT"], "code": uuid.uuid4().hex[:16].upper(),
            "kind": "near_miss", "what": Written.WHAT, "place": "Laboratorium 2",
        }
        sent = urllib.request.Request(
            server.url + "/report", urllib.parse.urlencode(fields).encode(), {"Cookie": cookie})
        with urllib.request.urlopen(sent, timeout=30) as answer:
            answer.read()

    if engine == "sqlite":
        database = folder / "data" / "forkant.sqlite"

        def ask(question: str) -> list[Row]:
            with contextlib.closing(sqlite3.connect(database)) as reader:
                reader.row_factory = sqlite3.Row
                return [dict(row) for row in reader.execute(question)]

        written = Written(ask, send)
        # Not as a file: a part of it lies in the log.
        with contextlib.closing(sqlite3.connect(database)) as whole, contextlib.closing(
            sqlite3.connect(folder / "bare.sqlite")
        ) as copy:
            whole.backup(copy)

        def bare() -> float:
            return Bare.sqlite(folder / "bare.sqlite", written, wanted.seconds)
    else:
        conninfo = os.environ["FORKANT_TEST_POSTGRES"]
        name = re.search(r"/(journey_\w+)\?", " ".join(server.store.options))[1]

        def psql(statement: str, database: str = "postgres") -> str:
            words = conninfo.replace("dbname=postgres", f"dbname={database}")
            return subprocess.run(["psql", words, "-qAtc", statement], check=True, capture_output=True, text=True).stdout

        written = Written(
            lambda question: [json.loads(line) for line in psql(f"SELECT row_to_json(t) FROM ({question}) t", name).splitlines()],
            send)
        server.stop()
        psql(f"CREATE DATABASE bare_{name} TEMPLATE {name}")
        server.start()

        def bare() -> float:
            return Bare.postgres(conninfo, f"bare_{name}", written, folder, wanted.seconds)

    numbers: dict[int, list[Measurement]] = {1: [], 32: []}
    bares = []
    for _ in range(wanted.rounds):
        bares.append(bare())
        for at_once, measured in numbers.items():
            measured.append(wrk(server.url + "/report", "", wanted.seconds, at_once, script, **told))
    for at_once, measured in numbers.items():
        one, rate = median(measured), statistics.median(bares)
        yield (
            f"| {engine} | {at_once} | {one.rate:,.0f} | {one.p50:.2f} | {one.p99:.2f} | {rate:,.0f} "
            f"| {100 * one.rate / rate:.0f} % |"
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
