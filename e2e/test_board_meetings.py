"""A group meets at its board, by keys alone and without scripts; and a display in the hallway shows it until it is turned off."""

import re

import pytest
from playwright.sync_api import Page, expect

from browsing import Browsing
from looking import axe, fits, read_in, sign_in
from server import Server
from workplace import Deal, button, link, main_plan, said


def look(page: Page, view: str = "wide") -> None:
    fits(page)
    # axe needs scripts.
    if view != "plain":
        axe(page)


def hang(page: Page, plan: str, what: str, has_theme: bool = False) -> None:
    page.goto(f"/actions/new?body={plan}")
    Deal(what).write(page)
    if has_theme:
        page.locator("select[name=theme]").select_option(index=1)
    button(page, "Gem").click()
    expect(said(page)).to_have_text("Indsatsen er på tavlen.")


def agree(page: Page, plan: str, place: str) -> None:
    page.goto(f"/plan/{plan}")
    link(page, "Tavlemøder").click()
    link(page, "Ret aftalen").click()
    look(page)
    form = page.locator("form[action$='/meetings/setting']")
    form.get_by_label("Hvor mange minutter?").fill("1000")
    form.locator("[name=place]").fill(place)
    button(form, "Gem").click()
    expect(page.get_by_role("alert").first).to_contain_text("Vælg mellem 5 og 120 minutter.")
    expect(form.locator("[name=place]")).to_have_value(place)
    form.get_by_label("Hvor mange minutter?").fill("15")
    button(form, "Gem").click()
    expect(said(page)).to_have_text("Aftalen er gemt og står på tavlen.")
    expect(page.get_by_text(place)).to_be_visible()
    look(page)


def slip(page: Page, what: str) -> object:
    return page.locator(".slip").filter(has_text=what)


def choose(page: Page, what: str) -> None:
    """Goes down by arrow until the note is chosen; where it lies in another theme, on to the next one."""
    for _ in range(12):
        if slip(page, what).count():
            break
        page.keyboard.press("PageDown")
        page.wait_for_load_state("load")
    for _ in range(40):
        if page.locator(".slip[aria-current=true]").filter(has_text=what).count():
            return
        before = page.url
        page.keyboard.press("ArrowDown")
        page.wait_for_url(lambda url, before=before: url != before)
    raise AssertionError(f"{what} was not reached")


def test_a_meeting_by_keys_alone_is_followed_by_others_and_leaves_its_record(demo: Server, browse: Browsing) -> None:
    what = "Tæppe under trappen"
    leader, other = browse("hall", at=demo.url), browse("phone", at=demo.url, language="en-GB")
    sign_in(leader, "amr@demo.example")
    plan = main_plan(leader)
    hang(leader, plan, what, has_theme=True)
    agree(leader, plan, "Ved tavlen i køkkenet")
    sign_in(other, "ansat@demo.example")
    read_in(other, "en")
    other.goto(f"/plan/{plan}")
    button(leader, "Begynd tavlemødet").click()
    expect(leader.locator(".dial b")).to_have_text(re.compile(r"1[45]:\d\d"))
    expect(leader.locator("main")).to_contain_text("Tema 1 af")
    look(leader)
    # Whoever has the board open sees that it runs, and looks on.
    expect(other.get_by_text("The board meeting is under way.")).to_be_visible()
    link(other, "Go to the meeting").click()
    expect(other.get_by_text("You look on.")).to_be_visible()
    look(other)

    leader.keyboard.press("?")
    expect(leader.get_by_role("dialog")).to_contain_text("Flyt den frem")
    axe(leader)
    leader.keyboard.press("Escape")
    choose(leader, what)
    followed = leader.url
    other.goto(followed)
    leader.keyboard.press("f")
    expect(said(leader)).to_contain_text(what)
    expect(leader.locator(".lane").nth(1)).to_contain_text(what)
    expect(other.locator(".lane").nth(1)).to_contain_text(what)
    leader.keyboard.press("u")
    expect(leader.locator(".lane").nth(0)).to_contain_text(what)
    leader.keyboard.press("f")
    expect(leader.locator(".lane").nth(1)).to_contain_text(what)
    leader.keyboard.press("d")
    expect(slip(leader, what)).to_contain_text("Klar til at lukkes")
    leader.keyboard.press("t")
    leader.keyboard.type("Trappen er glat, når det regner; f, b og e er også kun bogstaver.")
    leader.keyboard.press("Tab")
    leader.keyboard.press("Enter")
    expect(said(leader)).to_have_text("Sætningen er gemt til referatet.")
    leader.keyboard.press("c")
    expect(leader.locator(".dial")).to_contain_text("Uret står")
    expect(other.locator(".dial")).to_contain_text("The clock stands")
    look(leader)

    # The switch for shortcuts turns all of them off.
    leader.keyboard.press("?")
    leader.get_by_role("dialog").get_by_role("checkbox").uncheck()
    leader.keyboard.press("Escape")
    leader.keyboard.press("e")
    leader.keyboard.press("c")
    expect(leader.locator(".dial")).to_contain_text("Uret står")
    assert leader.url.split("?")[0].endswith("/meeting")
    button(leader, "Taster ?").click()
    leader.get_by_role("dialog").get_by_role("checkbox").check()
    leader.keyboard.press("Escape")
    leader.keyboard.press("e")
    expect(leader.locator("h1")).to_have_text("Afslut tavlemødet")
    look(leader)
    leader.get_by_label("En sætning til sidst").fill("Vi tager måtterne næste gang.")
    button(leader, "Afslut tavlemødet").click()
    expect(said(leader)).to_have_text("Mødet er afsluttet. Referatet er her.")
    for words in (what, "Fra Startet til Godt i gang", "Trappen er glat", "Vi tager måtterne næste gang."):
        expect(leader.locator("main")).to_contain_text(words)
    look(leader)
    # Whoever looked on sees that it is over; the board says when the next one is.
    expect(other.locator("h1")).to_have_text("No board meeting is under way")
    other.goto(f"/plan/{plan}")
    expect(other.get_by_text("Next board meeting:")).to_be_visible()
    link(other, "Board meetings").click()
    look(other)
    # Others share this account, and expect the language that it came with.
    read_in(other, "da")


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_meeting_without_scripts(demo: Server, browse: Browsing, language: str) -> None:
    page = browse("plain", at=demo.url)
    sign_in(page, "leder@demo.example")
    plan = main_plan(page)
    what = f"Lys i kælderen ({language})"
    hang(page, plan, what)
    words = {
        "da": ("Begynd tavlemødet", "Frem til Godt i gang", "Fortryd flytningen", "Afslut mødet", "Afslut tavlemødet"),
        "en": ("Start the board meeting", "On to Well under way", "Undo the move", "End the meeting", "End the board meeting"),
    }[language]
    if language == "en":
        page.locator("button[name=language][value=en]").first.click()
    page.goto(f"/plan/{plan}/meetings")
    button(page, words[0]).click()
    for _ in range(12):
        if page.locator(".slip").filter(has_text=what).count():
            break
        page.locator("[data-key=next]").click()
    page.locator(".slip").filter(has_text=what).get_by_role("link").click()
    button(page, words[1]).click()
    expect(page.locator(".lane").nth(1)).to_contain_text(what)
    button(page, words[2]).click()
    expect(page.locator(".lane").nth(0)).to_contain_text(what)
    button(page, words[1]).click()
    fits(page)
    link(page, words[3]).click()
    button(page, words[4]).click()
    expect(page.locator("main")).to_contain_text(what)
    if language == "en":
        page.locator("button[name=language][value=da]").first.click()
        expect(page.locator("html")).to_have_attribute("lang", "da")


@pytest.mark.parametrize("view", ["hall", "phone", "plain"])
def test_a_display_in_the_hallway_until_it_is_turned_off(demo: Server, browse: Browsing, view: str) -> None:
    member, display = browse(at=demo.url), browse(view, at=demo.url)
    sign_in(member, "amr@demo.example")
    plan = main_plan(member)
    name = f"Kantinen ({view})"
    member.goto(f"/plan/{plan}/meetings")
    link(member, "Skærme").click()
    look(member)
    member.get_by_label("Hvor hænger den?").fill(name)
    button(member, "Lav linket").click()
    address = (member.locator(".address code").text_content() or "").strip()
    assert re.fullmatch(r".*/screen/[0-9a-z]{32}", address), address
    look(member)
    display.goto(address[address.index("/screen/") :])
    expect(display.locator("h1")).to_contain_text("Det arbejder")
    expect(display.locator(".slip").first).to_be_visible()
    assert display.locator("main a").count() == 0
    assert not display.context.cookies()
    look(display, view)
    if view != "plain":
        display.emulate_media(color_scheme="dark")
        axe(display)

    link(member, "Til skærmene").click()
    row = member.locator(".task").filter(has_text=name)
    button(row, "Træk linket tilbage").click()
    expect(said(member)).to_contain_text("Linket er trukket tilbage.")
    expect(row).to_contain_text("Slukket")
    look(member)
    display.reload()
    expect(display.locator("h1")).to_have_text("Linket er trukket tilbage")
    assert display.locator(".slip").count() == 0
    look(display, view)
