"""Measures pages against a fixed answer of the same size; `bin/bench --help` says how it is used."""

import argparse
import http.cookiejar
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "e2e"))
from server import PASSWORD, Server, postgres_store, sqlite_store  # noqa: E402

# What is measured: name, path, and who is signed in (nobody where empty).
AMR = "amr@demo.example"
PAGES = [
    ("sign-in", "/signin", ""),
    ("today", "/", AMR),
]
YARDSTICK = "/bench/fixed?bytes={bytes}"
ENGINES = ["sqlite", "postgres"]
WRK = ["wrk", "-t1", "-c32", "--latency"]
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


def wrk(url: str, cookie: str, seconds: int) -> Measurement:
    headers = ["-H", f"Cookie: {cookie}"] if cookie else []
    said = subprocess.run(
        [*WRK, f"-d{seconds}s", *headers, url], check=True, capture_output=True, text=True, timeout=seconds + 60
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


def rows(engine: str, server: Server, wanted: argparse.Namespace) -> Iterator[str]:
    for name, path, person in PAGES:
        if wanted.page and name not in wanted.page:
            continue
        cookie = signed_in(server.url, person)
        page = server.url + path
        bytes_ = size(page, cookie)
        yardstick = server.url + YARDSTICK.format(bytes=bytes_)
        for url in (page, yardstick):
            wrk(url, cookie, WARM_UP_SECONDS)
        pages, yardsticks = [], []
        for _ in range(wanted.rounds):
            yardsticks.append(wrk(yardstick, "", wanted.seconds))
            pages.append(wrk(page, cookie, wanted.seconds))
        one, fixed = median(pages), median(yardsticks)
        yield (
            f"| {engine} | {name} | {bytes_:,} | {one.rate:,.0f} | {one.p50:.2f} | {one.p99:.2f} | {fixed.rate:,.0f} "
            f"| {100 * one.rate / fixed.rate:.0f} % | {memory(server):.0f} |"
        )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--engine", choices=ENGINES)
    parser.add_argument("--page", action="append", choices=[name for name, _, _ in PAGES])
    wanted = parser.parse_args()

    print(
        f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, {platform.machine()}, {wanted.people:,} people, "
        f"`{' '.join(WRK)} -d{wanted.seconds}s`, median of {wanted.rounds}\n"
    )
    print("| engine | page | bytes | req/s | p50 ms | p99 ms | fixed answer req/s | of it | memory MiB |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    for engine in [wanted.engine] if wanted.engine else ENGINES:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            store = sqlite_store(place) if engine == "sqlite" else postgres_store(os.environ["FORKANT_TEST_POSTGRES"])
            with Server(store, place, people=wanted.people, options=["--bench"]) as server:
                for row in rows(engine, server, wanted):
                    print(row, flush=True)


if __name__ == "__main__":
    main()
