"""Somebody is hurt: from the absence to the deadline, the sheet and what was sent; and one whose deadline has passed."""

import pytest
from playwright.sync_api import Page, expect

from browsing import Browsing
from days import pass_days_since_accident
from looking import axe, fits, read_in, sign_in
from server import Server
from workplace import button, in_days, link, said


def look(page: Page, view: str) -> None:
    fits(page)
    # axe needs scripts.
    if view != "plain":
        axe(page)


def report_accident(page: Page, what: str) -> None:
    page.goto("/report")
    page.get_by_text("Nogen kom til skade").click()
    page.get_by_label("Fortæl kort").fill(what)
    button(page, "Send").click()
    expect(page.locator("h1")).to_have_text("Tak. Det er modtaget.")


def open_accident(page: Page, what: str) -> str:
    """The leader's way to it, through the report. Gives back the id of the report."""
    page.goto("/reports")
    link(page, what).click()
    link(page, "Fravær og anmeldelse").click()
    expect(page.locator("h1")).to_have_text("Ulykke og anmeldelse")
    return page.url.split("/")[-2]


@pytest.mark.parametrize("view", ["phone", "plain"])
def test_an_accident_is_notified_in_time(demo: Server, browse: Browsing, view: str) -> None:
    what = f"Skar sig på et glas i opvasken. ({view})"
    reporter, leader, representative = browse(at=demo.url), browse(view, at=demo.url), browse(at=demo.url)
    sign_in(reporter, "ansat@demo.example")
    report_accident(reporter, what)
    sign_in(leader, "leder@demo.example")
    sign_in(representative, "amr@demo.example")
    report = open_accident(leader, what)
    look(leader, view)

    # Nobody can be away before the accident; what was typed is there still.
    leader.locator("#absence-happened").fill(in_days(-3))
    leader.locator("#absence-first").fill(in_days(-5))
    button(leader, "Tilføj fravær").click()
    expect(leader.get_by_role("alert")).to_contain_text("Dagen er før ulykken.")
    look(leader, view)
    expect(leader.locator("#absence-first")).to_have_value(in_days(-5))
    leader.locator("#absence-first").fill(in_days(-2))
    leader.get_by_label("Nedsat tid eller andre opgaver").check()
    button(leader, "Tilføj fravær").click()
    expect(said(leader)).to_have_text("Fraværet er gemt.")
    expect(leader.get_by_text("Skal anmeldes i EASY senest")).to_be_visible()
    expect(leader.get_by_text("12 dage tilbage.")).to_be_visible()

    link(leader, "Ret oplysninger").click()
    look(leader, view)
    leader.get_by_label("Den skadelidtes navn").fill("Bente Ravn")
    leader.get_by_label("Stilling").fill("Laborant")
    leader.get_by_label("Hvordan gik det til?").fill("Bente Ravn greb om et revnet glas.")
    button(leader, "Gem").click()
    expect(said(leader)).to_have_text("Oplysningerne er gemt.")

    # By plain words and the keyboard.
    link(leader, "Find koder").click()
    leader.get_by_label("Hvad skete der?").fill("skar sig i fingeren")
    leader.get_by_label("Hvad skete der?").press("Enter")
    look(leader, view)
    leader.get_by_label("012 Åbne sår").check()
    leader.get_by_label("54 Finger").check()
    button(leader, "Gem").click()
    expect(said(leader)).to_have_text("Koderne er gemt.")
    expect(leader.get_by_text("012 Åbne sår")).to_be_visible()

    # Before it is sent, the others of the group see the deadline alone.
    representative.goto(f"/reports/{report}/accident")
    expect(representative.get_by_text("Anmeldelsen er ikke sendt endnu.")).to_be_visible()
    expect(representative.get_by_text("Laborant")).to_have_count(0)
    leader.get_by_label("Kvitteringsnummer").fill("2026-200")
    button(leader, "Gem").click()
    expect(said(leader)).to_have_text("Det er skrevet ned.")
    expect(leader.get_by_text("i tide.")).to_be_visible()
    look(leader, view)
    representative.reload()
    expect(representative.get_by_text("[dækket]").first).to_be_visible()
    expect(representative.get_by_text("greb om et revnet glas")).to_have_count(0)

    # What was written freely the group reads once somebody has read it through for names.
    link(leader, "Gør den klar til gruppen").click()
    expect(leader.get_by_text("Disse ord ligner navne:")).to_be_visible()
    expect(leader.get_by_label("Hvordan gik det til?")).to_have_value("▇▇▇ ▇▇▇ greb om et revnet glas.")
    look(leader, view)
    leader.get_by_label("Jeg har læst teksten.").check()
    button(leader, "Vis den til gruppen").click()
    expect(said(leader)).to_have_text("Gruppen kan læse det, når ulykken er anmeldt.")
    representative.reload()
    expect(representative.get_by_text("greb om et revnet glas")).to_be_visible()
    expect(representative.get_by_text("Ravn")).to_have_count(0)
    axe(representative)

    link(leader, "Papir og PDF").click()
    expect(leader.locator("h1")).to_have_text("Anmeldelse af arbejdsulykke")
    look(leader, view)
    leader.goto("/accidents")
    look(leader, view)
    row = leader.locator("li.task").filter(has_text=what)
    expect(row).to_contain_text("Anmeldt")


@pytest.mark.parametrize("view", ["phone", "wide"])
def test_an_accident_whose_deadline_has_passed_comes_first(demo: Server, browse: Browsing, view: str) -> None:
    what = f"Faldt på trappen til kælderen. ({view})"
    reporter, leader = browse(at=demo.url), browse(view, at=demo.url)
    sign_in(reporter, "ansat@demo.example")
    report_accident(reporter, what)
    sign_in(leader, "leder@demo.example")
    report = open_accident(leader, what)
    leader.locator("#absence-happened").fill(in_days(-1))
    leader.locator("#absence-first").fill(in_days(0))
    leader.locator("#absence-last").fill(in_days(0))
    button(leader, "Tilføj fravær").click()
    expect(said(leader)).to_have_text("Fraværet er gemt.")
    expect(leader.get_by_text("14 dage tilbage.")).to_be_visible()

    pass_days_since_accident(demo, report, 40)
    leader.reload()
    expect(leader.get_by_text("Fristen blev overskredet for 26 dage siden.")).to_be_visible()
    look(leader, view)
    leader.goto("/accidents?state=overdue")
    expect(leader.locator("li.task").filter(has_text=what)).to_contain_text("Fristen er overskredet")
    look(leader, view)
    read_in(leader, "en")
    expect(leader.locator("h1")).to_have_text("Accidents and notifications")
    link(leader, what).click()
    expect(leader.get_by_text("The deadline passed 26 days ago.")).to_be_visible()
    look(leader, view)
    read_in(leader, "da")


@pytest.mark.parametrize("view", ["phone", "plain"])
def test_an_accident_strikes_two_and_is_weighed(demo: Server, browse: Browsing, view: str) -> None:
    what = f"Reolen væltede ned over bordet. ({view})"
    reporter, leader = browse(at=demo.url), browse(view, at=demo.url)
    sign_in(reporter, "ansat@demo.example")
    report_accident(reporter, what)
    sign_in(leader, "leder@demo.example")
    leader.goto("/reports")
    link(leader, what).click()
    report = leader.url.split("/")[-1]
    button(leader, "Jeg har læst den").click()

    # How bad it was cannot be more than how bad it could have become; what was chosen is there still.
    leader.get_by_text("Hvor alvorligt var det?").click()
    leader.get_by_label("Hvor slemt gik det?").select_option("serious")
    leader.get_by_label("Hvor slemt kunne det være gået?").select_option("slight")
    leader.locator("form[action$='/severity']").get_by_role("button").click()
    expect(leader.get_by_text("Det kan ikke have været mindre slemt end det, der skete.").first).to_be_visible()
    look(leader, view)
    expect(leader.get_by_label("Hvor slemt gik det?")).to_have_value("serious")
    leader.get_by_label("Hvor slemt kunne det være gået?").select_option("grave")
    leader.locator("form[action$='/severity']").get_by_role("button").click()
    expect(said(leader)).to_have_text("Vurderingen er gemt.")
    leader.goto("/reports?severity=grave&order=worst")
    expect(leader.locator("li.task").filter(has_text=what)).to_contain_text("Kunne være blevet meget alvorligt")
    look(leader, view)

    # Today asks what the duty hangs on, until it is answered for each of the two.
    leader.goto("/")
    question = leader.locator(f"a[href='/reports/{report}/accident']")
    expect(question).to_have_text("Var nogen væk fra arbejdet efter en ulykke?")
    look(leader, view)
    question.click()
    leader.locator("#absence-happened").fill(in_days(-2))
    leader.locator("#absence-first").fill(in_days(-1))
    button(leader, "Tilføj fravær").click()
    expect(said(leader)).to_have_text("Fraværet er gemt.")
    button(leader, "Endnu en kom til skade").click()
    expect(said(leader)).to_have_text("Personen er lagt til. Skriv navn og fravær her.")
    expect(leader.get_by_text("2 kom til skade.")).to_be_visible()
    look(leader, view)
    second = leader.url.split("/")[-2]
    button(leader, "Ingen var væk").click()
    expect(said(leader)).to_have_text("Oplysningerne er gemt.")
    expect(leader.get_by_text("14 dage tilbage.")).to_have_count(0)
    link(leader, "Person 1").click()
    expect(leader.get_by_text("13 dage tilbage.")).to_be_visible()
    leader.goto("/accidents")
    for one in (report, second):
        expect(leader.locator(f"a[href='/reports/{one}/accident']")).to_be_visible()
    leader.goto("/")
    for one in (report, second):
        asked = leader.locator(f"a[href='/reports/{one}/accident']", has_text="Var nogen væk")
        expect(asked).to_have_count(0)
    leader.goto(f"/reports/{second}/accident")
    if view == "plain":
        return
    read_in(leader, "en")
    expect(leader.get_by_text("2 were hurt.")).to_be_visible()
    look(leader, view)
    read_in(leader, "da")
