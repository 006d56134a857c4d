"""Forkant as it is run: the built program, a free port on loopback, a database of its own."""

import csv
import os
import re
import shlex
import socket
import subprocess
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[1]
PASSWORD = "en hest og to heste"


@dataclass(frozen=True)
class Store:
    """A database: the options that name it, and how it is thrown away."""

    options: list[str]
    remove: Callable[[], None] = lambda: None


def sqlite_store(folder: Path) -> Store:
    return Store(["--data", str(folder / "data")])


def postgres_store(conninfo: str) -> Store:
    """A new database on the server that the words of `conninfo` lead to."""
    name = f"journey_{uuid.uuid4().hex[:12]}"
    words = dict(word.split("=", 1) for word in shlex.split(conninfo))

    def say(statement: str) -> None:
        subprocess.run(["psql", conninfo, "-qAtc", statement], check=True, capture_output=True, text=True)

    say(f"CREATE DATABASE {name}")
    url = f"postgresql://{words['user']}@/{name}?host={quote(words['host'], safe='')}&port={words['port']}"
    return Store(["--database", url], remove=lambda: say(f"DROP DATABASE {name} WITH (FORCE)"))


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    """Started and ready inside `with`, gone after it."""

    def __init__(self, store: Store, folder: Path, people: int = 0, options: Sequence[str] = ()) -> None:
        self.program = os.environ.get("FORKANT_BINARY") or str(ROOT / ".build/debug/forkant")
        self.store, self.folder, self.people, self.options = store, folder, people, list(options)
        self.log = folder / "server.log"
        self.process: subprocess.Popen[bytes] | None = None
        self.environment: dict[str, str] = {}
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> "Server":
        try:
            self.run("migrate")
            if self.people:
                self.run("demo", "--people", str(self.people), "--seed", "1", "--password", PASSWORD)
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        self.store.remove()

    def run(self, command: str, *words: str, given: str | None = None) -> str:
        """`forkant COMMAND …` on this database; what it printed."""
        ran = subprocess.run(
            [self.program, *command.split(), *words, *self.store.options],
            cwd=ROOT, input=given, capture_output=True, text=True, timeout=900,
        )
        assert ran.returncode == 0, f"forkant {command} ended with {ran.returncode}\n{ran.stdout}{ran.stderr}"
        return ran.stdout

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [self.program, "serve", "--host", "127.0.0.1", "--port", str(self.port), *self.store.options, *self.options],
                cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=os.environ | self.environment,
            )
        give_up = time.monotonic() + 30
        while not self.is_alive():
            if self.process.poll() is not None or time.monotonic() > give_up:
                raise AssertionError(f"forkant serve did not become ready\n{self.log_tail()}")
            time.sleep(0.02)

    def is_alive(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/health/live", timeout=2) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def stop(self) -> None:
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None

    def kill(self) -> None:
        """As a power cut does it; `start` brings it back where it was."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def log_tail(self, lines: int = 40) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:]) if self.log.exists() else ""

    def setup_address(self) -> str:
        """The link that works once, as the console shows it while nobody is here."""
        found = re.findall(r"http://\S+/setup/\S+", self.log.read_text())
        assert found, self.log_tail()
        return found[-1]

    def add_user(self, email: str, name: str, *options: str, password: str = PASSWORD) -> None:
        """A person who can sign in."""
        self.run("user add", "--email", email, "--name", name, "--password", password, *options)

    def import_rows(self, kind: str, rows: Sequence[Mapping[str, str]]) -> str:
        """What `forkant import --KIND FILE --apply` says to a file of these rows; KIND is people or units."""
        file = self.folder / f"{kind}.csv"
        with file.open("w", newline="", encoding="utf-8") as written:
            table = csv.DictWriter(written, fieldnames=list(rows[0]))
            table.writeheader()
            table.writerows(rows)
        return self.run("import", f"--{kind}", str(file), "--apply")
