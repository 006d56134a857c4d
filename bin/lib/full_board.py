"""A board of 2,000 open notes, a thousand of them in one cell, among 100,000 actions; `bin/bench --help` says how it is used."""

import argparse
import json
import re
import sqlite3
import statistics
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

from bench import AMR, ENGINES, FormReader, fill, new_store
from hundredfold import ANEW, Page, Workplace
from server import Server, Store

STAGES = ["started", "under_way", "at_goal", "follow_up"]


def write(store: Store, statements: list[str]) -> None:
    """Straight into the database, of which the server needs not know: it keeps nothing."""
    if store.options[0] == "--data":
        with sqlite3.connect(Path(store.options[1]) / "forkant.sqlite") as base:
            for statement in statements:
                base.execute(statement)
    else:
        script = "BEGIN;" + ";".join(statements) + ";COMMIT"
        subprocess.run(["psql", store.options[1], "-qAtc", script], check=True, capture_output=True, text=True)


def crowd(place: Workplace, notes: int) -> None:
    """Hangs so many open notes of other plans on the representative's board: half in one cell, the others over all cells."""
    board = place.text(place.path("/plan", AMR))
    body = re.search(r'href="/plan/(\w+)/print"', board)
    themes = list(dict.fromkeys(re.findall(r'data-theme="(\w+)"', board)))
    assert body and themes
    cells = [(stage, theme) for theme in themes for stage in STAGES]

    def hang(stage: str, theme: str, count: int) -> str:
        return f"""
            UPDATE action SET body_id = '{body[1]}', stage = '{stage}', theme_id = '{theme}' WHERE id IN (
                SELECT id FROM action WHERE body_id <> '{body[1]}' AND closed_on IS NULL AND look_again_on IS NULL
                ORDER BY id LIMIT {count})"""

    shares = [notes // 2 // len(cells)] * len(cells)
    shares[0] = notes - sum(shares[1:])
    write(place.server.store, [hang(*cell, count) for cell, count in zip(cells, shares, strict=True)])


def moves(place: Workplace, count: int) -> list[float]:
    """Milliseconds until a note's move from cell to cell is answered, as the board's script sends it."""
    path = place.path("/plan", AMR)
    board = place.text(path)
    form = FormReader()
    form.feed(board)
    notes = re.findall(r'data-version="(\d+)" data-id="(\w+)"', board)
    theme = re.search(r'data-theme="(\w+)"', board)
    assert theme
    told = []
    for number in range(count):
        version, note = notes[number % len(notes)]
        fields = {
            "csrf": form.csrf, "stage": STAGES[number % 2], "theme": theme[1], "version": version,
            "before": notes[(number + 7) % len(notes)][1],
        }
        request = urllib.request.Request(
            f"{place.server.url}/actions/{note}/stage", urllib.parse.urlencode(fields).encode(),
            {"Cookie": place.cookie(AMR), "Accept": "application/json"})
        began = time.perf_counter()
        with urllib.request.urlopen(request, timeout=60) as answer:
            notes[number % len(notes)] = (str(json.load(answer)["version"]), note)
        told.append((time.perf_counter() - began) * 1000)
    return told


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=6000)
    parser.add_argument("--actions", type=int, default=100_000)
    parser.add_argument("--notes", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--engine", choices=ENGINES)
    wanted = parser.parse_args()
    print("| engine | board | bytes | ms of a processor | move answered, p50 ms | p99 ms |")
    print("| --- | --- | ---: | ---: | ---: | ---: |")
    for engine in [wanted.engine] if wanted.engine else ENGINES:
        with tempfile.TemporaryDirectory() as folder, \
                Server(new_store(engine, Path(folder)), Path(folder), options=ANEW) as server:
            fill(server, wanted.people, wanted.actions)
            place = Workplace(server)
            for name in ("as invented", f"of {wanted.notes:,} notes"):
                if name != "as invented":
                    crowd(place, wanted.notes)
                page = Page(place, "/plan", AMR)
                page.cost(wanted.seconds / 2)
                cost = min(page.cost(wanted.seconds) for _ in range(wanted.rounds))
                told = sorted(moves(place, 200))
                middle, late = statistics.median(told), told[int(len(told) * 0.99)]
                print(f"| {engine} | {name} | {page.bytes:,} | {cost:.2f} | {middle:.1f} | {late:.1f} |", flush=True)


if __name__ == "__main__":
    main()
