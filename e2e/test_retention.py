"""Reports are kept for a term: the administrator looks at what would go, switches it on, and only sums remain."""

import re

import pytest
from playwright.sync_api import Page, expect

from browsing import Browsing
from looking import axe, fits, read_in, sign_in
from server import Server
from workplace import button, in_days, link, said, today

REPORTS = "/administration/retention/reports"


def look(page: Page) -> None:
    fits(page)
    axe(page)


def choose(page: Page, years: str, reason: str) -> None:
    """Opens the form, unless a refusal has, and sends a term."""
    if not page.get_by_label("Antal år").is_visible():
        page.get_by_text("Ret fristen", exact=True).click()
    page.get_by_label("Antal år").fill(years)
    page.get_by_label(re.compile("^Begrundelse")).fill(reason)
    button(page, "Gem").click()


def numbers(page: Page) -> str:
    """What the sums of the years tell from which reports go. Places in the reporters' own words are words, and go too."""
    years = [today().year - back for back in range(5, 9)]
    texts = []
    for year in years:
        page.goto(f"/statistics?year={year}")
        words = page.get_by_role("heading", name="Hvor det skete, som folk siger det")
        texts += page.locator("main section.sheet").filter(has_not=words).all_inner_texts()
    return "\n".join(texts)


@pytest.mark.parametrize("view", ["phone"])
def test_what_is_kept_no_longer_goes_and_the_sums_stay(demo: Server, browse: Browsing, view: str) -> None:
    admin, member = browse(view, at=demo.url), browse(view, at=demo.url)
    sign_in(admin, "admin@demo.example")
    sign_in(member, "amr@demo.example")
    before = numbers(member)

    # Those who handle a report keep one longer.
    member.goto("/reports?stage=closed")
    member.goto(member.locator("main a[href^='/reports/'].through").first.get_attribute("href") or "")
    held = member.url
    link(member, "Gem længere").click()
    look(member)
    button(member, "Gem").click()
    expect(member.get_by_role("alert")).to_contain_text("Feltet mangler.")
    member.get_by_label("Gemmes til og med").fill(in_days(400))
    member.get_by_label("Hvorfor?").fill("En sag om erstatning er i gang.")
    button(member, "Gem").click()
    expect(said(member)).to_have_text("Den gemmes længere.")
    expect(member.get_by_text("En sag om erstatning er i gang.")).to_be_visible()
    look(member)

    admin.goto("/administration/retention")
    expect(admin.locator("h1")).to_have_text("Opbevaring og sletning")
    look(admin)
    admin.locator(f"main a[href='{REPORTS}']").click()
    expect(admin.get_by_text("En prøve: intet er slettet.")).to_be_visible()
    look(admin)
    choose(admin, "1", "Vi vil det sådan")
    expect(admin.get_by_role("alert")).to_contain_text("Skriv et tal fra 2 til 10.")
    expect(admin.get_by_label(re.compile("^Begrundelse"))).to_have_value("Vi vil det sådan")
    look(admin)
    choose(admin, "6", "Udvalget vil det sådan")
    expect(said(admin)).to_have_text("Fristen er gemt.")
    choose(admin, "5", "")
    expect(said(admin)).to_have_text("Fristen er gemt.")
    button(admin, "Jeg har set det: slå sletning til").click()
    expect(said(admin)).to_contain_text("Slået til.")
    button(admin, "Slet nu i stedet for i nat").click()
    expect(said(admin)).to_contain_text("slettet")
    expect(admin.get_by_text("Ingen eller få").first).to_be_visible()
    look(admin)
    read_in(admin, "en")
    expect(admin.get_by_role("heading", name="What would go today?")).to_be_visible()
    look(admin)
    admin.goto("/administration/retention/confidential")
    expect(admin.get_by_text("No number is shown here", exact=False)).to_be_visible()
    look(admin)
    admin.goto("/administration/retention")
    look(admin)
    read_in(admin, "da")

    assert numbers(member) == before
    member.goto(held)
    expect(member.get_by_text("En sag om erstatning er i gang.")).to_be_visible()

    admin.goto(REPORTS)
    button(admin, "Slå sletning fra").click()
    expect(said(admin)).to_contain_text("Slået fra.")
    expect(button(admin, "Jeg har set det: slå sletning til")).to_be_visible()
    admin.goto("/administration/journal")
    expect(admin.locator("main")).to_contain_text("sletning slået til")
    expect(admin.locator("main")).to_contain_text("Opbevaring")
