"""Everything that is not live works without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from browsing import Browsing
from looking import sign_in
from server import Server
from workplace import Deal, add_action, button, hangs, link, main_plan, note, said

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True, scope="session")


def test_a_report_by_the_poster_and_its_conversation(demo: Server, browse: Browsing, photo: Path) -> None:
    amr, visitor = browse("plain", at=demo.url), browse("plain", at=demo.url)
    sign_in(amr, "amr@demo.example")
    amr.goto(f"/bodies/{main_plan(amr)}")
    amr.locator("a[href^='/units/']").first.click()
    link(amr, "Opslag med QR-kode").click()
    visitor.goto(amr.locator("svg[aria-label]").get_attribute("aria-label") or "")
    visitor.get_by_text("Noget der slider").click()
    visitor.get_by_label("Fortæl kort").fill("Larm fra kompressoren.")
    visitor.locator("input[type=file]").set_input_files(photo)
    button(visitor, "Send").dblclick()
    code = visitor.locator("p.code").inner_text()
    link(visitor, "Følg meldingen").click()
    visitor.get_by_label("Kode").fill(code)
    button(visitor, "Vis meldingen").click()
    expect(visitor.get_by_text("Larm fra kompressoren.")).to_be_visible()

    amr.goto("/reports?q=kompressoren")
    expect(link(amr, "Larm fra kompressoren.")).to_have_count(1)
    link(amr, "Larm fra kompressoren.").click()
    amr.get_by_label("Skriv til den, der meldte").fill("Hvornår larmer den?")
    button(amr, "Send besked").click()
    visitor.reload()
    expect(visitor.get_by_text("Hvornår larmer den?")).to_be_visible()

    link(amr, "Gør til en handling").click()
    Deal("Kompressoren flyttes").write(amr)
    button(amr, "Gem").click()
    expect(said(amr)).to_have_text("Indsatsen er på tavlen.")
    expect(amr.get_by_role("link", name="Melding: Noget der slider")).to_be_visible()
    visitor.reload()
    expect(visitor.get_by_text("Sat på handleplanen")).to_be_visible()


def test_an_action_from_first_note_to_effect(demo: Server, browse: Browsing) -> None:
    page = browse("plain", at=demo.url)
    sign_in(page, "amr@demo.example")
    body = main_plan(page)
    path = add_action(page, body, Deal("Hjelme til alle"))
    talk = page.locator("form", has=page.get_by_label("Skriv en kommentar"))
    talk.get_by_label("Skriv en kommentar").fill("Bestilt i dag.")
    button(talk, "Send").click()
    expect(page.get_by_text("Bestilt i dag.")).to_be_visible()

    page.goto(f"/plan/{body}")
    hjelme = note(page, "Hjelme til alle")
    hjelme.locator("summary").click()
    hjelme.get_by_label("Hvor langt?").select_option(label="I mål")
    button(hjelme, "Flyt").click()
    expect(said(page)).to_have_text("»Hjelme til alle« ligger nu i I mål.")
    hangs(page, "Hjelme til alle", "at_goal")
    button(page, "Fortryd: læg »Hjelme til alle« tilbage").click()
    hangs(page, "Hjelme til alle", "started")
    page.reload()
    expect(page.get_by_role("button", name="Fortryd: læg")).to_have_count(0)

    page.goto(path)
    link(page, "Sæt på hold").click()
    page.get_by_label("Hvorfor må det vente?").fill("Ventetid hos leverandøren.")
    page.get_by_label("Hvornår ser I på det igen?").fill(Deal("").due)
    button(page, "Sæt på hold").click()
    button(page, "Tag den op igen").click()
    link(page, "Afslut").click()
    page.get_by_label("Hvad blev gjort?").fill("Alle har en hjelm.")
    page.get_by_label("Delvist").check()
    button(page, "Afslut").click()
    expect(said(page)).to_have_text("Indsatsen er afsluttet.")
    button(page, "Åbn igen").click()
    expect(said(page)).to_have_text("Indsatsen er åben igen.")


def test_a_colleague_from_elsewhere_is_found_and_made_responsible(demo: Server, browse: Browsing) -> None:
    page = browse("plain", at=demo.url)
    sign_in(page, "amr@demo.example")
    page.goto(f"/actions/new?body={main_plan(page)}")
    Deal("Spejl i porten").write(page)
    sought = page.get_by_label("Er det en anden? Find en kollega")
    sought.fill("findes ikke")
    sought.press("Enter")
    expect(page.get_by_text("Ingen, der er her nu, hedder sådan.")).to_be_visible()
    sought.fill("admin@demo.example")
    sought.press("Enter")
    found = page.get_by_role("list", name="Kolleger, der er fundet").get_by_role("listitem")
    found.filter(has_text="Rikke Thy").get_by_role("button", name="Ansvarlig").click()
    expect(page.get_by_label("Hvem er ansvarlig?").locator("option:checked")).to_have_text("Rikke Thy")
    expect(page.locator("[name=why]")).to_have_value("Fordi nogen faldt.")
    page.locator("[name=what]").press("Enter")
    expect(said(page)).to_have_text("Indsatsen er på tavlen.")
    expect(page.get_by_text("Rikke Thy").first).to_be_visible()
