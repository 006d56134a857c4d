"""Makes PDF of Forkant's own pages for paper: tagged, so that readers of the page aloud can use it (PDF/UA).

    press.py PUBLIC_FOLDER PUBLIC_ADDRESS OWN_FOLDER

Started by the server and kept, on a socket that is its standard input. It is asked with the length of a page (4 bytes,
the highest first) and the page in HTML; it answers with `y` or `n`, a length, and the PDF or why there is none. It ends
with the socket. Its own folder holds what it lays down meanwhile, and is removed at its end; where it is killed, the
server removes it.

A page can fetch nothing: the stylesheet and the fonts are read before the first page comes, and everything else is
refused, on the network as in the file system.
"""

import atexit
import logging
import re
import resource
import shutil
import socket
import struct
import sys
import tempfile
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

LARGEST_PAGE = 8 << 20
MOST_MEMORY = 2 << 30
KINDS = {".css": "text/css", ".woff2": "font/woff2"}


class HandedIn(URLFetcher):
    """Only what was read at the start, whatever a page asks for."""

    def __init__(self, folder: Path, address: str) -> None:
        super().__init__()
        self.held = {
            path.relative_to(folder).as_posix(): (KINDS[path.suffix], path.read_bytes())
            for path in sorted(folder.rglob("*"))
            if path.suffix in KINDS
        }
        self.place = re.compile(re.escape(address) + r"/static/\w+/(.+)")

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        asked = self.place.fullmatch(url)
        if not asked or asked[1] not in self.held:
            raise ValueError("a page for paper fetches nothing")
        kind, content = self.held[asked[1]]
        return URLFetcherResponse(url, content, {"Content-Type": kind})


OWN_STYLE = CSS(filename=Path(__file__).with_name("paper.css"))


def printed(page: bytes, address: str, fetcher: HandedIn) -> bytes:
    document = HTML(string=page.decode(), base_url=address + "/", url_fetcher=fetcher, media_type="print")
    return document.write_pdf(pdf_variant="pdf/ua-1", font_config=FontConfiguration(), stylesheets=[OWN_STYLE])


def exactly(line: socket.socket, count: int) -> bytes:
    parts = bytearray()
    while len(parts) < count:
        part = line.recv(min(count - len(parts), 1 << 16))
        if not part:
            sys.exit(0)
        parts += part
    return bytes(parts)


def main() -> None:
    folder, address = Path(sys.argv[1]), sys.argv[2]
    tempfile.tempdir = sys.argv[3]
    atexit.register(shutil.rmtree, tempfile.tempdir, ignore_errors=True)
    logging.disable()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    fetcher = HandedIn(folder, address)
    line = socket.socket(fileno=0)
    while True:
        (length,) = struct.unpack(">I", exactly(line, 4))
        if length > LARGEST_PAGE:
            sys.exit("the page is too large")
        page = exactly(line, length)
        try:
            mark, answer = b"y", printed(page, address, fetcher)
        except Exception as problem:  # Whatever a page does to the library, the next one is made.
            mark, answer = b"n", f"{type(problem).__name__}: {problem}".encode()[:2000]
        line.sendall(mark + struct.pack(">I", len(answer)) + answer)


if __name__ == "__main__":
    main()
