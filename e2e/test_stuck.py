"""An action has not moved: its owner says so, the group answers eleven questions alone, and compares the answers."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from browsing import Browsing
from days import pass_days_untouched
from looking import axe, fits, read_in, sign_in
from server import Server
from workplace import Deal, add_action, button, link, main_plan, said


def look(page: Page, view: str) -> None:
    fits(page)
    # axe needs scripts.
    if view != "plain":
        axe(page)


def answer(page: Page, replies: str) -> None:
    """A letter for each question: j, d or n."""
    names = {"j": "Ja", "d": "Delvist", "n": "Nej"}
    for number, letter in enumerate(replies, start=1):
        page.locator(f"#q{number}").get_by_label(names[letter], exact=True).check()
    button(page, "Gem mine svar").click()
    expect(said(page)).to_have_text("Dine svar er gemt.")


@pytest.mark.parametrize("view", ["phone", "plain"])
def test_what_stands_still_is_asked_about_checked_and_compared(demo: Server, browse: Browsing, view: str) -> None:
    what = f"Trappen ved vaskeriet ({view})"
    owner, leader = browse(view, at=demo.url), browse(at=demo.url)
    sign_in(owner, "amr@demo.example")
    sign_in(leader, "leder@demo.example")
    body = main_plan(owner)
    action = add_action(owner, body, Deal(what))
    pass_days_untouched(demo, action.split("/")[-1], 50)

    # The board marks it, the plan lists it, and Today asks.
    leader.goto(f"/plan/{body}/still")
    expect(link(leader, what)).to_be_visible()
    axe(leader)
    leader.goto(f"/plan/{body}")
    marked = leader.locator(".board .note").filter(has_text=what)
    expect(marked.get_by_text("Står stille")).to_be_visible()
    owner.goto("/")
    link(owner, f"Bevæger den sig? {what}").click()
    look(owner, view)
    button(owner, "Svar").click()
    expect(owner.get_by_role("alert")).to_contain_text("Feltet mangler.")
    owner.get_by_label("Den er gået i stå").check()
    button(owner, "Svar").click()

    # With names or without is said before anybody answers.
    expect(owner.locator("h1")).to_have_text(f"Gået i stå: {what}")
    look(owner, view)
    owner.get_by_label("Med navn").check()
    button(owner, "Begynd").click()
    check = urlsplit(owner.url).path
    look(owner, view)
    owner.locator("#q1").get_by_label("Ja", exact=True).check()
    button(owner, "Gem mine svar").click()
    expect(owner.locator("#q1").get_by_label("Ja", exact=True)).to_be_checked()
    expect(owner.get_by_role("alert")).to_contain_text("Feltet mangler.")
    answer(owner, "jjjnjnjdjjj")
    expect(owner.get_by_text("1 af").first).to_be_visible()
    owner.goto("/")
    expect(link(owner, f"Bevæger den sig? {what}")).to_have_count(0)

    # The other one sees nothing of it before they are compared, and answers by keyboard.
    leader.goto(check)
    expect(leader.locator("input[type=radio]:checked")).to_have_count(0)
    for number, arrows in enumerate([0, 0, 0, 2, 0, 2, 1, 0, 0, 0, 0], start=1):
        leader.locator(f"#q{number} input").first.focus()
        leader.keyboard.press("Space")
        for _ in range(arrows):
            leader.keyboard.press("ArrowRight")
    leader.get_by_text("Skriv en linje til 6", exact=True).click()
    leader.locator("[name=line6]").fill("Der er ikke sat timer af.")
    leader.locator("[name=line6]").press("Enter")
    expect(said(leader)).to_have_text("Dine svar er gemt.")
    button(leader, "Sammenlign nu").click()
    expect(leader.get_by_role("heading", name="Her er I enige")).to_be_visible()
    axe(leader)
    leader.get_by_label("I én linje").fill("Vi spørger lederen om timer.")
    button(leader, "Gem").click()
    expect(said(leader)).to_have_text("Gemt på indsatsen.")

    owner.goto(check)
    look(owner, view)
    expect(owner.get_by_text("Der er ikke sat timer af.")).to_be_visible()
    expect(owner.locator(".answer-bar svg")).to_have_count(2)
    read_in(leader, "en")
    leader.goto(check)
    expect(leader.get_by_role("heading", name="Where you agree")).to_be_visible()
    axe(leader)
    read_in(leader, "da")
    owner.goto(action)
    expect(owner.get_by_text("Vi spørger lederen om timer.")).to_be_visible()
    look(owner, view)
