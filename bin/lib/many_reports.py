"""A million reports stored: what taking in one more costs, and what statistics of ten years cost; `bin/bench --help` says how it
is used."""

import argparse
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path

from bench import ENGINES, YARDSTICK, anew, fill, intake, landed, median, memory, new_store, signed_in, size, wrk
from full_board import write
from server import Server, Store

COORDINATOR = "koordinator@demo.example"
KINDS = ["near_miss", "near_miss", "near_miss", "accident", "violence", "strain", "good", "disease"]
YEARS = 10
PAGES = [("statistics", "/statistics"), ("yearly overview", "/statistics/overview")]


def statements(engine: str, count: int) -> list[str]:
    """Closed reports without a name, spread evenly over the units and the days of ten years; every eighth an accident, and of
    these every tenth with five days away."""
    if engine == "sqlite":
        identity, code = "lower(hex(randomblob(10)))", "lower(hex(randomblob(32)))"
        day = "date('now', '-' || (n.i % {days} + 1) || ' days')"
    else:
        identity = "substr(md5(random()::text || n.i::text), 1, 20)"
        code = "md5(random()::text || n.i::text) || md5(n.i::text)"
        day = "to_char(current_date - (n.i % {days} + 1), 'YYYY-MM-DD')"
    day = day.format(days=365 * YEARS)
    kinds = " ".join(f"WHEN {number} THEN '{kind}'" for number, kind in enumerate(KINDS))
    later = "date(happened, '+{} days')" if engine == "sqlite" else "to_char(happened::date + {}, 'YYYY-MM-DD')"
    return [
        f"""
        INSERT INTO report (id, code_hash, kind, confidential, unit_id, what, place, happened, reported, anonymous,
            reported_at, person_id, guest_name, contact, stage, seen, closed, outcome)
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {count - 1}),
            place AS (SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS number FROM unit),
            one AS (SELECT {identity} AS id, {code} AS code, CASE n.i % {len(KINDS)} {kinds} END AS kind, {day} AS day,
                n.i / {len(KINDS)} % (SELECT COUNT(*) FROM unit) AS number FROM n)
        SELECT one.id, one.code, one.kind, 0, place.id, 'Invented', 'Room 2', one.day, one.day, 1, NULL, NULL, '', '', 3,
            one.day, one.day, 'Done' FROM one JOIN place ON place.number = one.number
        """,
        """
        INSERT INTO accident (report_id, unit_id, happened, happened_time, place, course, agent, injured_name, job,
            incapacity, compensation, deviation, version)
        SELECT id, unit_id, happened, '', '', '', '', '', '', '000', 0, '51', 1 FROM report
        WHERE what = 'Invented' AND kind = 'accident' AND substr(id, 1, 1) IN ('3', 'a')
        """,
        f"""
        INSERT INTO accident_absence (report_id, place, first_day, last_day, reduced)
        SELECT report_id, 1, {later.format(1)}, {later.format(5)}, 0 FROM accident
        WHERE version = 1 AND deviation = '51' AND course = '' AND job = ''
            AND NOT EXISTS (SELECT 1 FROM accident_absence AS other WHERE other.report_id = accident.report_id)
        """,
        # As if no day had been summed: the program adds them all by itself.
        "DELETE FROM summed_day",
    ]


def summed(store: Store) -> bool:
    """Whether every day before today is."""
    question = "SELECT COALESCE(MAX(day), '') FROM summed_day"
    if store.options[0] == "--data":
        with sqlite3.connect(Path(store.options[1]) / "forkant.sqlite") as base:
            [last] = base.execute(question).fetchone()
    else:
        psql = ["psql", store.options[1], "-qAtc", question]
        last = subprocess.run(psql, check=True, capture_output=True, text=True).stdout.strip()
    return last >= time.strftime("%Y-%m-%d", time.gmtime(time.time() - 86_400))


def alone(url: str, cookie: str) -> float:
    """Milliseconds of one answer while nobody else asks, in the middle of five."""
    took = []
    for _ in range(5):
        began = time.monotonic()
        size(url, cookie)
        took.append(1000 * (time.monotonic() - began))
    return sorted(took)[2]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=1_000_000)
    parser.add_argument("--people", type=int, default=6000)
    parser.add_argument("--actions", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--engine", choices=ENGINES)
    wanted = parser.parse_args()
    pages, reports = [], []
    for engine in [wanted.engine] if wanted.engine else ENGINES:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            server = Server(new_store(engine, place), place, options=["--bench"])
            try:
                server.run("migrate")
                fill(server, wanted.people, wanted.actions)
                write(server.store, statements(engine, wanted.reports))
                began = time.monotonic()
                server.start()
                while not summed(server.store):
                    time.sleep(1)
                print(f"{engine}: summed in {time.monotonic() - began:.0f} s, {memory(server):.0f} MiB held", flush=True)
                anew(server, every_page=True)
                cookie = signed_in(server.url, COORDINATOR)
                for name, path in PAGES:
                    page = server.url + landed(server.url, path, cookie)
                    yardstick = server.url + YARDSTICK.format(bytes=size(page, cookie))
                    measured = []
                    for _ in range(wanted.rounds):
                        measured.append((wrk(page, cookie, wanted.seconds), wrk(yardstick, cookie, wanted.seconds)))
                    one, fixed = median([one for one, _ in measured]), median([other for _, other in measured])
                    pages.append(
                        f"| {engine} | {name} | {size(page, cookie):,} | {one.rate:,.0f} | {one.p50:.2f} | {one.p99:.2f} "
                        f"| {fixed.rate:,.0f} | {100 * one.rate / fixed.rate:.0f} % |")
                reported = server.url + landed(server.url, "/reports", cookie)
                print(f"{engine}: the list of reports alone in {alone(reported, cookie):.0f} ms", flush=True)
                print(*pages, sep="\n", flush=True)
                anew(server, every_page=False)
                reports += intake(engine, server, place, wanted)
            finally:
                server.stop()
                server.store.remove()
    print("\n| engine | page | bytes | req/s | p50 ms | p99 ms | fixed answer req/s | of it |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    print(*pages, sep="\n", end="\n\n")
    print("| engine | reports at once | reports/s | p50 ms | p99 ms | bare transactions/s, one by one | of it |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    print(*reports, sep="\n")


if __name__ == "__main__":
    main()
