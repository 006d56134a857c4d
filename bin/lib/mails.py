"""Measures pages while very many mails are queued and sent, and without; `bin/bench --help` says how it is used."""

import argparse
import asyncio
import multiprocessing
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "e2e"))
sys.path.insert(0, str(Path(__file__).resolve().parent))
from aiosmtpd.smtp import SMTP, Envelope, Session  # noqa: E402

from bench import AMR, ENGINES, fill, landed, new_store, processor, signed_in, wrk  # noqa: E402
from live import ask, say  # noqa: E402
from server import Server, free_port  # noqa: E402


def post_office(port: int, taken: Synchronized) -> None:
    """A mail server in a process of its own, which takes everything and counts it."""

    class Counter:
        async def handle_DATA(self, _: SMTP, __: Session, ___: Envelope) -> str:
            taken.value += 1
            return "250 OK"

    async def run() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(Counter(), hostname="localhost", loop=loop), "127.0.0.1", port)
        await server.serve_forever()

    asyncio.run(run())


def news(server: Server, people: list[str], round_: int) -> None:
    """Something that is due by mail, for each."""
    due = (datetime.now(timezone.utc) - timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    say(server, (
        f"INSERT INTO notice (id, person_id, at, da, en, path, mail_da, mail_en, mail_due) VALUES ('b{round_}x{number}', "
        f"'{person}', '2026-01-05T08:00:00.000Z', 'Støj', 'Noise', '/actions/x', 'Der er nyt.', 'There is news.', '{due}')"
        for number, person in enumerate(people)))


def rounds(engine: str, server: Server, taken: Synchronized, wanted: argparse.Namespace) -> Iterator[str]:
    people = ask(server, "SELECT id FROM person WHERE email IS NOT NULL ORDER BY id")
    say(server, [
        "INSERT INTO account (person_id, password) SELECT id, 'none' FROM person WHERE email IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM account WHERE account.person_id = person.id)"])
    cookie = signed_in(server.url, AMR)
    page = server.url + landed(server.url, "/plan", cookie)
    wrk(page, cookie, 1)
    share = wanted.mails // wanted.rounds
    without, beside, sent, rest, works = [], [], [], [], []
    for round_ in range(wanted.rounds):
        without.append(wrk(page, cookie, wanted.seconds))
        before, worked, began = taken.value, processor(server), time.monotonic()
        news(server, [people[number % len(people)] for number in range(share)], round_)
        while taken.value == before:
            time.sleep(0.01)
        first, at = taken.value, time.monotonic()
        beside.append(wrk(page, cookie, wanted.seconds))
        sent.append((taken.value - first) / (time.monotonic() - at))
        if taken.value - before >= share:
            raise SystemExit("All mails were sent before the pages had been measured: ask for more")
        first, at, worked = taken.value, time.monotonic(), processor(server)
        while taken.value - before < share:
            time.sleep(0.05)
            if time.monotonic() - began > 600:
                raise SystemExit(f"Only {taken.value - before} of {share} mails came")
        rest.append((taken.value - first) / (time.monotonic() - at))
        works.append(1000 * (processor(server) - worked) / max(1, taken.value - first))
        time.sleep(1)
    rates = [statistics.median(one.rate for one in part) for part in (without, beside)]
    late = [statistics.median(one.p99 for one in part) for part in (without, beside)]
    yield (
        f"| {engine} | {'anew' if '--every-page-anew' in server.options else 'kept'} | {rates[0]:,.0f} | {rates[1]:,.0f} "
        f"| {100 * rates[1] / rates[0]:.0f} % | {late[0]:.1f} | {late[1]:.1f} | {statistics.median(sent):,.0f} "
        f"| {statistics.median(rest):,.0f} | {statistics.median(works):.1f} |")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=6000)
    parser.add_argument("--actions", type=int, default=1000)
    parser.add_argument("--mails", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--engine", choices=ENGINES)
    wanted = parser.parse_args()
    print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, {platform.machine()}, load {os.getloadavg()[0]:.1f}\n")
    print("| engine | board | req/s | req/s beside mails | of it | p99 ms | beside mails | mails/s beside pages | mails/s alone | processor ms a mail |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    taken, port = multiprocessing.Value("q", 0), free_port()
    office = multiprocessing.Process(target=post_office, args=(port, taken), daemon=True)
    office.start()
    mail = ["--mail", f"smtp://127.0.0.1:{port}", "--mail-from", "forkant@nordhavn.example", "--mail-every", "1"]
    for engine in [wanted.engine] if wanted.engine else ENGINES:
        with tempfile.TemporaryDirectory() as folder:
            with Server(new_store(engine, Path(folder)), Path(folder)) as server:
                fill(server, wanted.people, wanted.actions)
                server.stop()
                server.options = ["--every-page-anew", *mail]
                server.start()
                for row in rounds(engine, server, taken, wanted):
                    print(row, flush=True)


if __name__ == "__main__":
    main()
