"""A note that somebody moves is seen to move on every open board, before the board has been read anew."""

import html
import json
import re
import socket
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from browsing import Browsing
from calling import Caller, Form
from conftest import new_store
from looking import sign_in
from server import Server
from workplace import Deal, add_action, drop_with_keys, hangs, main_plan, note, pick_up

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True, scope="session")


def by_part(route: Route, then: Callable[[Route], None]) -> None:
    """Only what the script asks for anew."""
    then(route) if "x-forkant-part" in route.request.headers else route.continue_()


def read_nothing(page: Page) -> None:
    page.route("**/plan/*", lambda route: by_part(route, Route.abort))


def read_anew(page: Page) -> None:
    page.evaluate(
        """() => new Promise((done) => {
            document.addEventListener("forkant:replaced", () => done(), { once: true });
            document.dispatchEvent(new CustomEvent("forkant:refresh"));
        })""")


@pytest.fixture
def mover(browse: Browsing, demo: Server) -> Page:
    page = browse(at=demo.url)
    sign_in(page, "amr@demo.example")
    return page


@pytest.fixture
def watcher(browse: Browsing, demo: Server) -> Page:
    page = browse(at=demo.url)
    sign_in(page, "leder@demo.example")
    return page


def both_see(mover: Page, watcher: Page, title: str) -> None:
    """A new note on both boards; from now on the watcher's board is not read anew."""
    body = main_plan(mover)
    add_action(mover, body, Deal(title))
    mover.goto(f"/plan/{body}")
    watcher.goto(f"/plan/{body}")
    hangs(watcher, title, "started")
    read_nothing(watcher)


def test_a_note_is_seen_to_move_without_the_board_being_read(mover: Page, watcher: Page) -> None:
    both_see(mover, watcher, "Ses flytte sig")
    theme = note(watcher, "Ses flytte sig").locator("xpath=..").get_attribute("data-theme") or ""
    drop_with_keys(mover, "Ses flytte sig", "ArrowRight")
    hangs(watcher, "Ses flytte sig", "under_way")
    seen = note(watcher, "Ses flytte sig")
    expect(seen).to_have_attribute("data-version", "2")
    expect(seen.locator("[name=version]")).to_have_value("2")
    expect(seen.locator("[name=stage]")).to_have_value("under_way")
    expect(seen.locator("[name=theme]")).to_have_value(theme)
    # So it can be moved on from there.
    drop_with_keys(watcher, "Ses flytte sig", "ArrowRight")
    hangs(mover, "Ses flytte sig", "at_goal")


def test_a_note_lands_before_the_one_that_it_was_laid_before(mover: Page, watcher: Page) -> None:
    both_see(mover, watcher, "Skal ligge nederst")
    watcher.unroute("**/plan/*")
    both_see(mover, watcher, "Skal ligge lige over")
    drop_with_keys(mover, "Skal ligge lige over", "ArrowUp")
    below = note(mover, "Skal ligge lige over").locator("xpath=following-sibling::*[1]").get_attribute("id")
    expect(note(watcher, "Skal ligge lige over").locator("xpath=following-sibling::*[1]")).to_have_id(below or "")


@pytest.mark.parametrize(("motion", "glides"), [("reduce", 0), ("no-preference", 1)])
def test_a_note_glides_only_where_motion_is_welcome(
    mover: Page, watcher: Page, motion: str, glides: int
) -> None:
    watcher.emulate_media(reduced_motion=motion)
    title = f"Glider {glides}"
    both_see(mover, watcher, title)
    watcher.evaluate(
        """() => {
            window.glides = 0;
            const animate = Element.prototype.animate;
            Element.prototype.animate = function (...given) { window.glides += 1; return animate.apply(this, given); };
        }""")
    drop_with_keys(mover, title, "ArrowRight")
    hangs(watcher, title, "under_way")
    assert watcher.evaluate("window.glides") == glides


def test_a_note_keeps_the_focus_when_it_moves(mover: Page, watcher: Page) -> None:
    both_see(mover, watcher, "Beholder fokus")
    note(watcher, "Beholder fokus").focus()
    drop_with_keys(mover, "Beholder fokus", "ArrowRight")
    hangs(watcher, "Beholder fokus", "under_way")
    expect(note(watcher, "Beholder fokus")).to_be_focused()


def test_a_note_that_is_carried_here_is_not_torn_away(mover: Page, watcher: Page) -> None:
    both_see(mover, watcher, "Bæres lige nu")
    watcher.unroute("**/plan/*")
    both_see(mover, watcher, "Flyttes imens")
    mine = pick_up(watcher, "Bæres lige nu")
    mine.press("ArrowRight")
    drop_with_keys(mover, "Bæres lige nu", "ArrowRight", "ArrowRight")
    drop_with_keys(mover, "Flyttes imens", "ArrowRight", "ArrowRight")
    # The other one has come, so the hint before it has as well.
    hangs(watcher, "Flyttes imens", "at_goal")
    hangs(watcher, "Bæres lige nu", "under_way")
    expect(note(watcher, "Bæres lige nu")).to_be_focused()


def test_a_note_whose_form_is_open_here_stays(mover: Page, watcher: Page) -> None:
    both_see(mover, watcher, "Formularen er åben")
    watcher.unroute("**/plan/*")
    both_see(mover, watcher, "Flyttes ved siden af")
    mine = note(watcher, "Formularen er åben")
    mine.locator("summary").click()
    mine.locator("[name=stage]").select_option("follow_up")
    for title in ("Formularen er åben", "Flyttes ved siden af"):
        drop_with_keys(mover, title, "ArrowRight")
    hangs(watcher, "Flyttes ved siden af", "under_way")
    hangs(watcher, "Formularen er åben", "started")
    expect(mine.locator("[name=stage]")).to_have_value("follow_up")


def hint(page: Page, title: str, stage: str, version: int) -> None:
    """As the line brings it."""
    id_ = note(page, title).get_attribute("id") or ""
    theme = note(page, title).locator("xpath=..").get_attribute("data-theme") or ""
    detail = {"note": id_[-16:], "stage": stage, "theme": theme[-16:], "before": "", "version": version}
    page.evaluate("detail => document.dispatchEvent(new CustomEvent('forkant:hint', { detail }))", detail)


def test_a_hint_of_an_older_edition_does_nothing(mover: Page, watcher: Page) -> None:
    both_see(mover, watcher, "Ikke tilbage")
    drop_with_keys(mover, "Ikke tilbage", "ArrowRight")
    hangs(watcher, "Ikke tilbage", "under_way")
    for version in (1, 2):
        hint(watcher, "Ikke tilbage", "follow_up", version)
        hangs(watcher, "Ikke tilbage", "under_way")
    hint(watcher, "Ikke tilbage", "follow_up", 3)
    hangs(watcher, "Ikke tilbage", "follow_up")


def test_a_page_that_was_on_its_way_takes_nothing_back(mover: Page, watcher: Page) -> None:
    both_see(mover, watcher, "Er forud for siden")
    watcher.unroute("**/plan/*")
    kept: list[Route] = []
    watcher.route("**/plan/*", lambda route: by_part(route, kept.append))
    watcher.evaluate("document.dispatchEvent(new CustomEvent('forkant:refresh'))")
    while not kept:
        watcher.wait_for_timeout(20)
    old = kept[0].fetch()
    drop_with_keys(mover, "Er forud for siden", "ArrowRight")
    hangs(watcher, "Er forud for siden", "under_way")
    watcher.evaluate("document.addEventListener('forkant:replaced', () => { window.isReplaced = true; })")
    kept[0].fulfill(response=old)
    watcher.wait_for_function("window.isReplaced")
    hangs(watcher, "Er forud for siden", "under_way")


def test_a_hint_that_was_wrong_is_mended_by_the_page(mover: Page, watcher: Page) -> None:
    both_see(mover, watcher, "Siden har ret")
    watcher.unroute("**/plan/*")
    read_anew(watcher)
    read_nothing(watcher)
    hint(watcher, "Siden har ret", "follow_up", 9)
    hangs(watcher, "Siden har ret", "follow_up")
    watcher.unroute("**/plan/*")
    read_anew(watcher)
    hangs(watcher, "Siden har ret", "started")


def test_a_phone_that_reads_nothing_holds_up_nobody_and_ends_up_true(engine: str, tmp_path: Path) -> None:
    """Hundreds of moves go by; little waits for the phone, and the last that waits is the truth."""
    with Server(new_store(engine, tmp_path), tmp_path, people=60) as server, ExitStack() as opened:
        amr = Caller(server, "amr@demo.example")
        page = amr.get(amr.get("/plan").location).text
        line = html.unescape(re.search(r'data-live="([^"]+)"', page)[1])

        def hold(buffer: int) -> socket.socket:
            one = opened.enter_context(socket.socket())
            one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
            one.connect(("127.0.0.1", server.port))
            one.settimeout(10)
            one.sendall(f"GET {line} HTTP/1.1\r\nHost: localhost\r\nCookie: {amr.cookies}\r\n\r\n".encode())
            return one

        phone, reader, lost = hold(4096), hold(65536), hold(4096)
        path = f"""/actions/{re.search(r'data-stage="started".*?data-version="[0-9]+" data-id="([^"]+)"', page)[1]}/stage"""
        fields = Form(page, path).fields | {"before": ""}
        heard = b""
        for number in range(600):
            fields |= {"stage": ["at_goal", "started"][number % 2]}
            answer = amr.post(path, fields, Accept="application/json")
            fields["version"] = str(json.loads(answer.text)["version"])
            last = f'"version":{fields["version"]}}}'.encode()
            while last not in heard:
                heard = heard[-2000:] + reader.recv(65536)
        waiting = b""
        while last not in waiting:
            waiting += phone.recv(65536)
        assert len(waiting) < 65536
        # Nor does one that never reads hold up the server's end.
        assert lost and server.process
        server.process.terminate()
        assert server.process.wait(30) == 0
