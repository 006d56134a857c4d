"""The harness itself: pages of our own, and no Forkant."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browsing import VIEWS, Browsing
from looking import axe, fits, shot

GOOD = """<!DOCTYPE html>
<html lang="da"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>Prøve</title>
<main><h1>En side</h1><p id="told">uden</p></main>
<script>document.getElementById("told").textContent = "med"</script></html>"""
BAD = GOOD.replace("</main>", '<img src="data:,"><div style="width: 2000px">bred</div></main>')
BROKEN = GOOD.replace("</main>", "</main><script>gone()</script>")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("site")
    for name, page in {"good": GOOD, "bad": BAD, "broken": BROKEN}.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens_a_page(browse: Browsing, site: str, view: str) -> None:
    page = browse(view, at=site)
    page.goto("/good.html")
    assert page.locator("h1").inner_text() == "En side"
    assert page.locator("#told").inner_text() == ("uden" if view == "plain" else "med")
    assert page.viewport_size == VIEWS[view]["viewport"]
    if view != "plain":
        assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == (view == "dark")


def test_a_picture_is_kept(browse: Browsing, site: str) -> None:
    page = browse("phone", at=site)
    page.goto("/good.html")
    assert shot(page, "harness").read_bytes().startswith(b"\x89PNG")


def test_axe_passes_a_good_page(browse: Browsing, site: str) -> None:
    page = browse(at=site)
    page.goto("/good.html")
    axe(page)
    fits(page)


def test_axe_tells_what_is_wrong_and_where(browse: Browsing, site: str) -> None:
    page = browse("phone", at=site)
    page.goto("/bad.html")
    with pytest.raises(AssertionError, match=r"(?s)image-alt \(critical\).*img"):
        axe(page)
    with pytest.raises(AssertionError, match="wider than the screen"):
        fits(page)


def test_what_a_script_complains_of_is_an_error(browser: Browser, site: str) -> None:
    with pytest.raises(AssertionError, match="gone is not defined"), Browsing(browser) as browse:
        browse(at=site).goto("/broken.html")
