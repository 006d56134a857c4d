"""What comes again, what one begins with, lists of one's own, keys, and two on one action."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from browsing import Browsing
from looking import axe, fits, read_in, sign_in
from server import Server
from workplace import Deal, add_action, button, link, main_plan, note, said


def look(page: Page, view: str = "wide") -> None:
    fits(page)
    # axe needs scripts.
    if view != "plain":
        axe(page)


def close(page: Page, action: str) -> None:
    page.goto(f"{action}/closure")
    page.get_by_label("Hvad blev gjort?").fill("Alle var ude på fire minutter.")
    page.get_by_label("Ja, det virkede").check()
    page.locator("[name=share]").uncheck()
    button(page, "Afslut").click()


@pytest.mark.parametrize("view", ["phone", "plain"])
def test_a_drill_comes_again_when_it_is_closed(demo: Server, browse: Browsing, view: str) -> None:
    page = browse(view, at=demo.url)
    sign_in(page, "amr@demo.example")
    drill = f"Øvelse med slange ({view})"
    action = add_action(page, main_plan(page), Deal(drill))
    link(page, "Skal den komme igen?").click()
    look(page, view)
    page.get_by_label("Hvor mange uger eller måneder imellem?").fill("0")
    button(page, "Lad den komme igen").click()
    expect(page.get_by_role("alert")).to_contain_text("Skriv et helt tal fra 1 til 60.")
    look(page, view)
    page.get_by_label("Hvor mange uger eller måneder imellem?").fill("6")
    button(page, "Lad den komme igen").click()
    expect(said(page)).to_have_text("Indsatsen kommer igen.")
    expect(page.get_by_text("Kommer igen hver 6. måned, når den afsluttes.")).to_be_visible()
    look(page, view)
    close(page, action)
    page.goto(action)
    page.locator("section", has=page.get_by_role("heading", name="Kommer igen")).get_by_role("link", name=drill).click()
    expect(page.get_by_text("Tidligere", exact=True)).to_be_visible()
    assert not page.url.endswith(action)
    look(page, view)
    button(page, "Stop").click()
    expect(said(page)).to_have_text("Den kommer ikke igen.")


def test_a_theme_begins_with_its_usual_actions_and_one_is_kept_as_a_template(demo: Server, browse: Browsing) -> None:
    page = browse(at=demo.url)
    sign_in(page, "amr@demo.example")
    plan = main_plan(page)
    page.goto(f"/actions/new?body={plan}")
    link(page, "Begynd med en skabelon").click()
    page.get_by_label("Søg i skabeloner").fill("brand")
    page.get_by_label("Søg i skabeloner").press("Enter")
    expect(page.get_by_text("Ryd op i kemikalierne")).to_have_count(0)
    look(page)
    page.get_by_role("link", name=re.compile("Brug den ?: Brandøvelse")).click()
    expect(page.locator("[name=what]")).to_have_value("Brandøvelse")
    look(page)

    page.goto(f"/action-templates?body={plan}")
    look(page)
    page.locator("section", has=page.get_by_role("heading", name="Kroppen ved arbejdet")).get_by_role(
        "link", name="Start temaet med disse 3").click()
    page.locator("[name=due]").fill(Deal("").due)
    page.locator("[name=title]").fill("Kroppen hos os")
    look(page)
    button(page, "Sæt på tavlen").click()
    expect(said(page)).to_have_text("Temaet er på tavlen.")
    expect(note(page, "Væk med de tunge løft")).to_be_visible()

    page.goto(note(page, "Væk med de tunge løft").get_by_role("link").first.get_attribute("href") or "")
    link(page, "Gem som skabelon").click()
    look(page)
    page.locator("[name=what]").fill("Løft, som vi undgår dem")
    button(page, "Gem som skabelon").click()
    expect(said(page)).to_have_text("Skabelonen er gemt.")
    page.goto(f"/action-templates?body={plan}")
    expect(page.get_by_text("Løft, som vi undgår dem", exact=True)).to_be_visible()
    read_in(page, "en")
    expect(page.get_by_role("heading", name="The body at work")).to_be_visible()
    look(page)
    read_in(page, "da")


@pytest.mark.parametrize("view", ["phone", "plain"])
def test_a_narrowed_list_is_saved_renamed_and_brought_back(demo: Server, browse: Browsing, view: str) -> None:
    page = browse(view, at=demo.url)
    sign_in(page, "leder@demo.example")
    page.goto("/actions?overdue=on&group=unit")
    look(page, view)
    link(page, "Gem listen").click()
    look(page, view)
    name = f"Det, der haster ({view})"
    page.get_by_label("Navn").fill(name)
    button(page, "Gem listen").click()
    expect(said(page)).to_have_text("Listen er gemt.")
    page.goto("/actions")
    link(page, name).click()
    expect(page).to_have_url(re.compile("overdue=on"))
    look(page, view)
    link(page, "Ret mine lister").click()
    look(page, view)
    button(page, f"Slet »{name}«").click()
    button(page, f"Fortryd: hent »{name}« igen").click()
    expect(said(page)).to_have_text("Listen er her igen.")
    page.goto("/actions?group=kind")
    look(page, view)
    page.goto("/lists")
    button(page, f"Slet »{name}«").click()
    expect(said(page)).to_have_text("Listen er slettet.")


def test_the_list_and_the_board_go_by_keys_until_they_are_switched_off(demo: Server, browse: Browsing) -> None:
    page = browse(at=demo.url)
    sign_in(page, "amr@demo.example")
    plan = main_plan(page)
    page.goto(f"/actions?body={plan}")
    rows = page.locator("[data-live-part=list] tbody tr")
    page.keyboard.press("j")
    expect(rows.nth(0).locator("th a")).to_be_focused()
    page.keyboard.press("j")
    expect(rows.nth(1).locator("th a")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("x")
    expect(rows.nth(0).locator("input[type=checkbox]")).to_be_checked()
    page.keyboard.press("?")
    dialog = page.locator("#shortcuts")
    expect(dialog.get_by_text("Næste indsats")).to_be_visible()
    axe(page)
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("jxe")
    expect(page.locator("#q")).to_have_value("jxe")
    page.goto(f"/actions?body={plan}")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.wait_for_url("**/edit")

    page.goto(f"/plan/{plan}")
    notes = page.locator(".board .note[data-id]")
    notes.first.focus()
    for key in ["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"]:
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.matches('.board .note')")
    page.keyboard.press("o")
    page.wait_for_url("**/actions/*")
    page.goto(f"/plan/{plan}")
    page.keyboard.press("n")
    page.wait_for_url("**/actions/new*")

    page.goto(f"/plan/{plan}")
    page.keyboard.press("?")
    page.get_by_label("Brug genveje").uncheck()
    page.keyboard.press("Escape")
    notes.first.focus()
    page.keyboard.press("ArrowDown")
    expect(notes.first).to_be_focused()
    page.keyboard.press("n")
    page.keyboard.press("o")
    time.sleep(0.3)
    assert page.url.endswith(f"/plan/{plan}")
    # Taking the note up and moving it needs no shortcut, and goes on.
    page.keyboard.press("Enter")
    expect(page.locator(".board .note.held")).to_have_count(1)
    page.keyboard.press("Escape")


def test_two_on_one_action_see_each_other(demo: Server, browse: Browsing) -> None:
    maker, leader = browse(at=demo.url), browse(at=demo.url)
    sign_in(maker, "amr@demo.example")
    sign_in(leader, "leder@demo.example")
    action = add_action(maker, main_plan(maker), Deal("Vi er to om det"))
    leader.goto(action)
    maker.goto(action)
    here = leader.locator("[data-live-part=presence]")
    expect(here).to_contain_text("er her også", timeout=2000)
    axe(leader)
    maker.goto(f"{action}/edit")
    expect(here).to_contain_text("er ved at rette den lige nu", timeout=2000)
    expect(maker.locator("[data-live-part=presence]")).to_contain_text("er her også", timeout=2000)
    axe(maker)
    maker.goto("/")
    expect(here).to_have_text("", timeout=2000)

    button(leader, "Vis mig ikke").click()
    expect(said(leader)).to_have_text("Du vises ikke mere.")
    maker.goto(action)
    time.sleep(1)
    expect(maker.locator("[data-live-part=presence]")).to_have_text("")
    button(leader, "Vis mig igen").click()
    expect(maker.locator("[data-live-part=presence]")).to_contain_text("er her også", timeout=2000)
