"""Somebody reports with a name, and is told in the product what became of it, until the end."""

import pytest
from playwright.sync_api import expect

from browsing import Browsing
from looking import axe, fits, sign_in
from server import Server
from workplace import Deal, button, link, said

REPORT = "Reolen i kælderen står skævt."


@pytest.mark.parametrize("view", ["phone", "plain"])
def test_the_one_who_reported_is_told_how_it_ended(demo: Server, browse: Browsing, view: str) -> None:
    reporter, representative = browse(view, at=demo.url), browse(at=demo.url)
    report = f"{REPORT} ({view})"
    sign_in(reporter, "ansat@demo.example")
    reporter.goto("/report")
    reporter.get_by_text("Noget var farligt").click()
    reporter.get_by_label("Fortæl kort").fill(report)
    button(reporter, "Send").click()
    expect(reporter.locator("h1")).to_have_text("Tak. Det er modtaget.")

    sign_in(representative, "amr@demo.example")
    representative.goto("/reports")
    link(representative, report).click()
    link(representative, "Gør til en handling").click()
    Deal("Skrue reolen fast til væggen").write(representative)
    button(representative, "Gem").click()
    expect(said(representative)).to_have_text("Indsatsen er på tavlen.")
    action = representative.url
    reporter.goto("/")
    expect(reporter.get_by_text("Din melding er sat på handleplanen.").first).to_be_visible()

    representative.goto(f"{action}/closure")
    representative.get_by_label("Hvad blev gjort?").fill("Den sidder fast med fire skruer.")
    representative.get_by_label("Ja, det virkede").check()
    button(representative, "Afslut").click()
    expect(said(representative)).to_have_text("Indsatsen er afsluttet.")

    reporter.goto("/")
    axe(reporter) if view == "phone" else None
    fits(reporter)
    reporter.get_by_text("Din melding er lukket. Se, hvad der kom ud af den.").first.click()
    expect(reporter.get_by_text(report)).to_be_visible()
    expect(reporter.locator(".timeline")).to_contain_text("Den sidder fast med fire skruer.")
    expect(reporter.locator(".timeline")).to_contain_text("Det hjalp.")
    fits(reporter)
