"""Open boards without a browser: each hears its line and reads its page anew as `Public/js/live.js` does."""

import asyncio
import json
import os
import random
import resource
import socket
import time
import zlib
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

# As in live.js, in seconds.
LEAST, GLANCE = 0.2, 0.4


@dataclass(frozen=True)
class Place:
    """A board that somebody looks at: with whose session, where it listens, and where the page is."""

    cookie: str
    line: str
    page: str


@dataclass
class Heard:
    """What one board saw: each hint when it came, and each page when it was there, with the versions on it."""

    hints: dict[tuple[str, int], float] = field(default_factory=dict)
    pages: list[tuple[float, dict[str, int]]] = field(default_factory=list)
    events: int = 0


def request(place: Place, path: str, *more: str) -> bytes:
    return "\r\n".join([f"GET {path} HTTP/1.1", "Host: localhost", f"Cookie: {place.cookie}", *more, "", ""]).encode()


class Line(asyncio.Protocol):
    """The stream of events of one board."""

    def __init__(self, board: "Board", opened: asyncio.Future) -> None:
        self.board, self.opened, self.kept = board, opened, b""

    def connection_made(self, transport: asyncio.Transport) -> None:
        transport.write(request(self.board.place, self.board.place.line, "Accept: text/event-stream"))

    def data_received(self, data: bytes) -> None:
        now = time.monotonic()
        self.kept += data
        if not self.opened.done() and b"retry: 2000" in self.kept:
            self.opened.set_result(None)
        *events, self.kept = self.kept.split(b"\n\n")
        for event in events:
            if (at := event.find(b"data: ")) >= 0:
                self.board.hear(json.loads(event[at + 6:]), now)

    def connection_lost(self, _: Exception | None) -> None:
        if not self.opened.done():
            self.opened.set_exception(ConnectionError(repr(self.kept[:200])))
        self.board.is_lost = True


class Reader(asyncio.Protocol):
    """The connection on which a board asks for its page."""

    def __init__(self, board: "Board") -> None:
        self.board, self.kept, self.transport = board, b"", None

    def connection_made(self, transport: asyncio.Transport) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.kept += data
        head, end, body = self.kept.partition(b"\r\n\r\n")
        if not end:
            return
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        if len(body) < length:
            return
        self.kept = b""
        if not head.startswith(b"HTTP/1.1 200"):
            raise ConnectionError(repr(head[:100]))
        self.board.read(zlib.decompress(body, 31) if b"gzip" in head else body)


class Board:
    def __init__(self, place: Place, port: int, watched: list[str], reads: bool) -> None:
        self.place, self.port, self.watched, self.reads = place, port, watched, reads
        self.heard = Heard()
        self.reader: Reader | None = None
        self.timer: asyncio.TimerHandle | None = None
        self.connecting: asyncio.Task | None = None
        self.last = 0.0
        self.is_reading = self.is_asked = self.is_lost = False

    async def open(self, loop: asyncio.AbstractEventLoop) -> None:
        opened = loop.create_future()
        await loop.create_connection(lambda: Line(self, opened), "127.0.0.1", self.port)
        await opened

    def hear(self, news: dict, now: float) -> None:
        self.heard.events += 1
        for hint in news["hints"]:
            self.heard.hints.setdefault((hint["note"], hint["version"]), now)
        wait = max(random.random() * news["within"] / 1000, GLANCE if news["hints"] else 0)
        if self.reads and self.timer is None:
            loop = asyncio.get_running_loop()
            self.timer = loop.call_at(max(loop.time() + wait, self.last + LEAST), self.ask)

    def ask(self) -> None:
        self.timer = None
        if self.is_reading:
            self.is_asked = True
            return
        self.is_reading, self.is_asked = True, False
        loop = asyncio.get_running_loop()
        self.last = loop.time()
        if self.reader:
            return self.fetch()
        self.connecting = loop.create_task(self.connect(loop))

    async def connect(self, loop: asyncio.AbstractEventLoop) -> None:
        _, self.reader = await loop.create_connection(lambda: Reader(self), "127.0.0.1", self.port)
        self.fetch()

    def fetch(self) -> None:
        self.reader.transport.write(request(self.place, self.place.page, "Accept-Encoding: gzip", "X-Forkant-Part: live"))

    def read(self, page: bytes) -> None:
        now, versions = time.monotonic(), {}
        for note in self.watched:
            mark = f'id="note-{note}" data-version="'.encode()
            if (at := page.find(mark)) >= 0:
                versions[note[-16:]] = int(page[at + len(mark):at + len(mark) + 9].split(b'"')[0])
        self.heard.pages.append((now, versions))
        self.is_reading = False
        if self.is_asked and self.timer is None:
            loop = asyncio.get_running_loop()
            self.timer = loop.call_at(max(loop.time(), self.last + LEAST), self.ask)


def raise_limit() -> None:
    """As many open connections as the system allows."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def watch(places: list[Place], port: int, watched: list[str], reads: bool, talk: Connection) -> None:
    """A process of its own: opens these boards, says so, and hands over what they heard whenever it is asked."""

    async def run() -> None:
        loop = asyncio.get_running_loop()
        boards = [Board(place, port, watched, reads) for place in places]
        for at in range(0, len(boards), 50):
            await asyncio.gather(*(board.open(loop) for board in boards[at:at + 50]))
        talk.send("open")
        while (asked := await loop.run_in_executor(None, talk.recv)) != "end":
            if asked == "read":
                for board in boards:
                    board.reads = True
                continue
            talk.send([board.heard for board in boards])
            assert not any(board.is_lost for board in boards), "a line was lost"
            for board in boards:
                board.heard = Heard()

    raise_limit()
    asyncio.run(run())
    os._exit(0)


class Deaf:
    """A phone that holds its line open and reads what is there only when it is told to."""

    def __init__(self, place: Place, port: int) -> None:
        self.socket = socket.socket()
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.socket.connect(("127.0.0.1", port))
        self.socket.sendall(request(place, place.line, "Accept: text/event-stream"))
        self.bytes = 0

    def read_some(self) -> bytes:
        """What is there, as far as a phone looks."""
        self.socket.settimeout(0.2)
        try:
            some = self.socket.recv(4096)
        except TimeoutError:
            return b""
        self.bytes += len(some)
        return some

    def reads(self, wanted: bytes, seconds: float) -> bool:
        """Whether that comes, from now on."""
        kept, end = b"", time.monotonic() + seconds
        while wanted not in kept and time.monotonic() < end:
            kept = kept[-4096:] + self.read_some()
        return wanted in kept
