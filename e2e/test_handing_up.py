"""A group hands an action up; the committee takes it on and closes it, and the group sees it to its end."""

import pytest
from playwright.sync_api import Page, expect

from browsing import Browsing
from looking import axe, fits, read_in, sign_in
from server import Server
from workplace import Deal, add_action, button, in_days, link, main_plan, said


def look(page: Page, view: str) -> None:
    fits(page)
    # axe needs scripts.
    if view != "plain":
        axe(page)


def hand_up(page: Page, action: str, what: str, view: str) -> None:
    page.goto(action)
    link(page, "Vi kan ikke løse det selv").click()
    expect(page.get_by_text("pligt til at hente sagkyndig bistand")).to_be_visible()
    look(page, view)
    page.get_by_role("link", name="Giv den videre").click()
    look(page, view)
    button(page, "Giv den videre").click()
    expect(page.get_by_role("alert")).to_contain_text("Feltet mangler.")
    page.get_by_label("Hvad beder I om?").fill("Penge til et nyt anlæg.")
    page.get_by_label("Hvorfor kan I ikke selv?").fill("Det går gennem tre afdelinger.")
    button(page, "Giv den videre").click()
    expect(said(page)).to_have_text("Den er givet videre.")
    expect(page.get_by_text("Penge til et nyt anlæg.").last).to_be_visible()


@pytest.mark.parametrize("view", ["phone", "plain"])
def test_an_action_goes_up_and_its_fate_comes_back(demo: Server, browse: Browsing, view: str) -> None:
    what = f"Udsugning i kælderen ({view})"
    group, above = browse(view, at=demo.url), browse(at=demo.url)
    sign_in(group, "amr@demo.example")
    body = main_plan(group)
    action = add_action(group, body, Deal(what))
    hand_up(group, action, what, view)
    look(group, view)

    # Above it waits on Today, is sent back with advice, and comes again.
    sign_in(above, "koordinator@demo.example")
    above.goto("/")
    link(above, f"Svar: {what}").click()
    axe(above)
    above.get_by_text("Giv den tilbage", exact=True).click()
    above.locator("#back-reason").fill("Ikke i år.")
    above.locator("#back-advice").fill("Søg puljen.")
    button(above, "Giv tilbage").click()
    expect(said(above)).to_have_text("Gruppen har fået svar.")
    group.goto(action)
    expect(group.get_by_text("Søg puljen.")).to_be_visible()
    hand_up(group, action, what, view)

    above.goto("/")
    link(above, f"Svar: {what}").click()
    link(above, "Vi tager den").focus()
    above.keyboard.press("Enter")
    expect(above.locator("[name=what]")).to_have_value(what)
    above.locator("[name=due]").fill(in_days(40))
    button(above, "Gem").click()
    expect(said(above)).to_have_text("Indsatsen er på tavlen.")
    taken = above.url
    group.goto(action)
    expect(group.get_by_text("tog den på sin plan")).to_be_visible()
    look(group, view)

    above.goto(f"{taken}/closure")
    above.get_by_label("Hvad blev gjort?").fill("To nye skabe.")
    above.get_by_label("Ja, det virkede").check()
    button(above, "Afslut").click()
    group.goto("/")
    group.get_by_text("har afsluttet det, I gav videre").first.click()
    expect(group.get_by_text("To nye skabe.")).to_be_visible()
    expect(group.get_by_text("Det virkede.")).to_be_visible()
    look(group, view)


@pytest.mark.parametrize("view", ["phone", "plain"])
def test_help_is_sought_found_and_seen(demo: Server, browse: Browsing, view: str) -> None:
    what = f"Støj i kantinen ({view})"
    page = browse(view, at=demo.url)
    sign_in(page, "amr@demo.example")
    action = add_action(page, main_plan(page), Deal(what))
    page.goto(f"{action}/unsolved")
    page.get_by_role("link", name="Find sagkyndig hjælp").click()
    look(page, view)
    page.get_by_label("Hvad har I brug for hjælp til?").fill("En måling.")
    page.get_by_label("Autoriseret arbejdsmiljørådgiver").check()
    button(page, "Sæt i gang").click()
    expect(said(page)).to_contain_text("Noteret.")
    link(page, "En måling.").click()
    look(page, view)
    page.get_by_label("Ja", exact=True).check()
    page.get_by_label("Hos hvem, eller hvorfor ikke?").fill("Luft og Lys kommer i marts.")
    button(page, "Gem").click()
    expect(page.get_by_text("Luft og Lys kommer i marts.")).to_be_visible()
    read_in(page, "en")
    expect(page.get_by_text("Found with")).to_be_visible()
    look(page, view)
    read_in(page, "da")
