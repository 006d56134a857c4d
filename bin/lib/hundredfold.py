"""Each page beside itself in an organisation of a hundred times the people; `bin/bench --help` says how it is used."""

import argparse
import http.client
import os
import re
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from bench import ADMINISTRATOR, AMR, ENGINES, fill, landed, new_store, signed_in
from server import Server, Store

COORDINATOR = "koordinator@demo.example"
COLLEAGUE = "ansat@demo.example"
FACTOR = 100
# What is measured is making a page, not answering it from memory.
ANEW = ["--every-page-anew"]
GOAL = 1.3
# A slow page is asked for as many times at least.
LEAST_ANSWERS = 5

# What is compared: name, path, and who is signed in. OWN is the person's unit, TOP the top of
# the tree, and PART the first faculty under it.
PAGES = [
    ("own unit", "/units/OWN", AMR),
    ("top unit", "/units/TOP", ADMINISTRATOR),
    ("top unit, for a colleague", "/units/TOP", COLLEAGUE),
    ("a faculty, for its coordinator", "/units/PART", COORDINATOR),
    ("organisation chart", "/organisation/chart", AMR),
    ("organisation chart, a faculty", "/organisation/chart?unit=PART", AMR),
    ("organisation plan", "/organisation/plan", AMR),
    ("organisation plan, a faculty", "/organisation/plan?unit=PART", AMR),
    ("organisation", "/organisation", AMR),
    ("where do you work?", "/organisation?q=kemi", AMR),
    ("people", "/people", AMR),
    ("people, by name", "/people?q=riis", AMR),
    ("people, by two words", "/people?q=mette+riis", AMR),
    ("people, by two words, last name first", "/people?q=riis+mette", AMR),
    ("today, representative", "/", AMR),
    ("today, coordinator", "/", COORDINATOR),
    ("today, administrator", "/", ADMINISTRATOR),
    ("board", "/plan", AMR),
    ("report form", "/report", AMR),
    ("list", "/actions", COORDINATOR),
    ("list, all to be read", "/actions", ADMINISTRATOR),
    ("list, one's own", "/actions?mine=on", AMR),
    ("list, by word", "/actions?q=stinkskabe", AMR),
    ("list, by kind", "/actions?kind=chemical", AMR),
    ("list, by latest change", "/actions?sort=changed", COORDINATOR),
    ("reports", "/reports", AMR),
    ("what is wrong, coordinator", "/safety-organisation", COORDINATOR),
    ("what is wrong, administrator", "/safety-organisation", ADMINISTRATOR),
    ("time, compared", "/time/comparison", COORDINATOR),
    ("proximity", "/proximity", AMR),
    ("elections", "/elections", AMR),
    ("journal", "/administration/journal", ADMINISTRATOR),
]
NAMES = [name for name, _, _ in PAGES]


class Workplace:
    """A running server, with whom has signed in there, and where the tree's top and its first part are."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.cookies: dict[str, str] = {}
        self.own = self.units(self.text("/"))[0]
        self.top, self.part = self.units(self.text("/organisation").split("<main")[1])[:2]

    @staticmethod
    def units(text: str) -> list[str]:
        """The units to which a page leads, each once."""
        return list(dict.fromkeys(re.findall(r'href="/units/(\w+)"', text)))

    def text(self, path: str) -> str:
        request = urllib.request.Request(self.server.url + path, headers={"Cookie": self.cookie(AMR)})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read().decode()

    def cookie(self, person: str) -> str:
        if person not in self.cookies:
            self.cookies[person] = signed_in(self.server.url, person)
        return self.cookies[person]

    def path(self, path: str, person: str) -> str:
        """Where the page is in this organisation."""
        for name, unit in (("OWN", self.own), ("TOP", self.top), ("PART", self.part)):
            path = path.replace(name, unit)
        start, _, query = path.partition("?")
        return landed(self.server.url, start, self.cookie(person)) + ("?" + query if query else "")

    def worked(self) -> int:
        """Nanoseconds of a processor that the server has taken, and PostgreSQL for its database."""
        of_server = f"/proc/{self.server.process.pid}/task"
        told = [f"{of_server}/{thread}/schedstat" for thread in os.listdir(of_server)]
        address = urllib.parse.urlparse(self.server.store.options[-1])
        if address.scheme:
            title = f"postgres: {address.username} {address.path.strip('/')} "
            for process in filter(str.isdigit, os.listdir("/proc")):
                try:
                    if Path(f"/proc/{process}/cmdline").read_text().startswith(title):
                        told.append(f"/proc/{process}/schedstat")
                except OSError:
                    pass
        return sum(int(Path(file).read_text().split()[0]) for file in told)


class Page:
    """One page of one organisation, asked for again and again over one connection."""

    def __init__(self, place: Workplace, path: str, person: str) -> None:
        self.place, self.headers = place, {"Cookie": place.cookie(person)}
        self.path = place.path(path, person)
        self.connection = http.client.HTTPConnection("127.0.0.1", place.server.port, timeout=60)
        self.bytes = self.ask()

    def ask(self) -> int:
        """The length of the page; anything but a page ends the bench, so that no error page is measured."""
        self.connection.request("GET", self.path, headers=self.headers)
        with self.connection.getresponse() as answer:
            if answer.status != 200:
                raise SystemExit(f"{self.path} was answered with {answer.status}")
            return len(answer.read())

    def cost(self, seconds: float) -> float:
        """Milliseconds of a processor for an answer."""
        began, end, answers = self.place.worked(), time.monotonic() + seconds, 0
        while time.monotonic() < end or answers < LEAST_ANSWERS:
            self.ask()
            answers += 1
        return (self.place.worked() - began) / answers / 1_000_000


def rows(engine: str, small: Workplace, large: Workplace, wanted: argparse.Namespace) -> Iterator[str]:
    """Both in turns; of the rounds the least counts, which others on the machine disturb least."""
    for name, path, person in PAGES:
        if wanted.page and name not in wanted.page:
            continue
        pages = [Page(place, path, person) for place in (small, large)]
        for page in pages:
            page.cost(wanted.seconds / 2)
        taken = [[page.cost(wanted.seconds) for page in pages] for _ in range(wanted.rounds)]
        one, other = (min(costs) for costs in zip(*taken, strict=True))
        yield (
            f"| {engine} | {name} | {pages[0].bytes:,} | {one:.2f} | {pages[1].bytes:,} | {other:.2f} "
            f"| {other / one:.2f}{'' if other <= GOAL * one else ' !'} |"
        )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=6000)
    parser.add_argument("--actions", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--engine", choices=ENGINES)
    parser.add_argument("--page", action="append", choices=[name for name, _, _ in PAGES])
    parser.add_argument("--kept", action="append", default=[])
    wanted = parser.parse_args()
    kept = dict(word.split("=", 1) for word in wanted.kept)
    print("| engine | page | bytes | ms | bytes, a hundredfold | ms | ratio |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for engine in [wanted.engine] if wanted.engine else ENGINES:
        with tempfile.TemporaryDirectory() as folder:
            places = [Path(folder) / "small", Path(folder) / "large"]
            for place in places:
                place.mkdir()
            option = "--data" if engine == "sqlite" else "--database"
            large_store = Store([option, kept[engine]]) if engine in kept else new_store(engine, places[1])
            with Server(new_store(engine, places[0]), places[0], options=ANEW) as small, \
                    Server(large_store, places[1], options=ANEW) as large:
                fill(small, wanted.people, wanted.actions)
                if engine not in kept:
                    fill(large, FACTOR * wanted.people, FACTOR * wanted.actions)
                for row in rows(engine, Workplace(small), Workplace(large), wanted):
                    print(row, flush=True)


if __name__ == "__main__":
    main()
