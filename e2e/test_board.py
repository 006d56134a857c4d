"""Notes are moved by finger and by mouse, and put back where that cannot be."""

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import Browsing
from looking import sign_in
from server import Server
from workplace import Deal, add_action, button, drop_with_keys, hangs, main_plan, note, pick_up

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True, scope="session")


def middle(of: Locator) -> dict[str, float]:
    box = of.bounding_box()
    assert box
    return {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}


def carry_by_finger(page: Page, thing: Locator, to: Locator) -> None:
    """Holds the finger on the note until it lifts, carries it and lets go."""
    hand = page.context.new_cdp_session(page)

    def touch(kind: str, *points: dict[str, float]) -> None:
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    # In the middle of the screen: near an edge the board scrolls under the finger. Where many notes hang the middle of
    # a cell may lie beyond the screen, so the finger goes across.
    thing.evaluate("thing => thing.scrollIntoView({ block: 'center', inline: 'center' })")
    touch("touchStart", middle(thing))
    expect(page.locator(".flying")).to_be_visible()
    touch("touchMove", {"x": middle(to)["x"], "y": middle(thing)["y"]})
    touch("touchEnd")


def board_with(page: Page, title: str) -> str:
    """Opens the board on which a new note of that title hangs; the note's theme."""
    body = main_plan(page)
    add_action(page, body, Deal(title))
    page.goto(f"/plan/{body}")
    return note(page, title).locator("xpath=..").get_attribute("data-theme") or ""


@pytest.fixture
def watcher(browse: Browsing, demo: Server) -> Page:
    """Somebody else's board that stands open."""
    page = browse(at=demo.url)
    sign_in(page, "leder@demo.example")
    main_plan(page)
    return page


def test_a_finger_moves_a_note(browse: Browsing, demo: Server, watcher: Page) -> None:
    page = browse("tablet", at=demo.url)
    sign_in(page, "amr@demo.example")
    theme = board_with(page, "Flyttes med en finger")
    carry_by_finger(
        page, note(page, "Flyttes med en finger"),
        page.locator(f'.cell[data-stage="under_way"][data-theme="{theme}"]'))
    hangs(page, "Flyttes med en finger", "under_way")
    hangs(watcher, "Flyttes med en finger", "under_way")


def test_a_mouse_moves_a_note_and_takes_it_back(browse: Browsing, demo: Server, watcher: Page) -> None:
    page = browse(at=demo.url)
    sign_in(page, "amr@demo.example")
    theme = board_with(page, "Flyttes med musen")
    note(page, "Flyttes med musen").drag_to(page.locator(f'.cell[data-stage="at_goal"][data-theme="{theme}"]'))
    hangs(watcher, "Flyttes med musen", "at_goal")
    button(page, "Fortryd").click()
    hangs(watcher, "Flyttes med musen", "started")
    page.reload()
    hangs(page, "Flyttes med musen", "started")


def test_escape_lays_a_note_back(browse: Browsing, demo: Server) -> None:
    page = browse(at=demo.url)
    sign_in(page, "amr@demo.example")
    board_with(page, "Ikke alligevel")
    held = pick_up(page, "Ikke alligevel")
    held.press("ArrowRight")
    held.press("ArrowRight")
    hangs(page, "Ikke alligevel", "at_goal")
    held.press("Escape")
    hangs(page, "Ikke alligevel", "started")
    expect(note(page, "Ikke alligevel")).to_be_focused()


def test_a_note_laid_in_closed_asks_for_its_effect_first(browse: Browsing, demo: Server) -> None:
    page = browse(at=demo.url)
    sign_in(page, "amr@demo.example")
    board_with(page, "Lukkes på tavlen")
    drop_with_keys(page, "Lukkes på tavlen", *["ArrowRight"] * 4)
    expect(page.get_by_role("heading", name="Afslut indsatsen")).to_be_visible()


def test_two_who_move_one_note_are_told(browse: Browsing, demo: Server, watcher: Page) -> None:
    page = browse(at=demo.url)
    sign_in(page, "amr@demo.example")
    board_with(page, "Flyttes af to")
    hangs(watcher, "Flyttes af to", "started")
    mine = pick_up(page, "Flyttes af to")
    mine.press("ArrowRight")
    drop_with_keys(watcher, "Flyttes af to", "ArrowRight", "ArrowRight")
    hangs(watcher, "Flyttes af to", "at_goal")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="En anden har ændret indsatsen imens.")).to_be_visible()
    hangs(page, "Flyttes af to", "at_goal")
