"""A near miss goes from a phone to its effect: reported at the unit's link, seen on Today, looked into with five whys, mended
by an action of the root cause, and answered to whoever reported, who follows it by the code."""

import re

import pytest
from playwright.sync_api import Page, expect

from browsing import Browsing
from looking import axe, fits, read_in, sign_in
from server import Server
from workplace import Deal, button, link, said

WHYS = [
    "Gulvet var vådt", "Ventilen dryppede", "Pakningen var slidt", "Ingen så efter den",
    "Eftersynet står ikke på nogens liste",
]
ANSWER = "Tak. Bruseren efterses nu hver måned."


def look(page: Page, view: str) -> None:
    fits(page)
    # axe needs scripts.
    if view != "plain":
        axe(page)


def poster_link(page: Page) -> str:
    """Where the QR code of the own unit's poster leads."""
    page.goto("/")
    unit = page.locator("a.tile[href^='/units/']").get_attribute("href")
    page.goto(f"{unit}/poster")
    return page.locator("svg[aria-label]").get_attribute("aria-label") or ""


def report(page: Page, at: str, what: str, view: str) -> str:
    """Reports without a name at the unit's link.

    :return: the code to follow it by.
    """
    page.goto(at)
    page.get_by_text("Noget var farligt").click()
    page.get_by_label("Fortæl kort").fill(what)
    page.get_by_label("Hvor?").fill("Bygning 4, laboratorium 2")
    button(page, "Send").click()
    expect(page.locator("h1")).to_have_text("Tak. Det er modtaget.")
    look(page, view)
    return re.search(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", page.locator("body").inner_text()).group()


def follow(page: Page, code: str) -> None:
    page.goto("/follow")
    # For half an hour this browser knows which one it follows.
    if page.get_by_label("Kode").count():
        page.get_by_label("Kode").fill(code)
        button(page, "Vis meldingen").click()


@pytest.mark.parametrize("view", ["phone", "plain"])
def test_a_near_miss_goes_from_the_phone_to_its_effect(demo: Server, browse: Browsing, view: str) -> None:
    what = f"Jeg gled næsten ved nødbruseren ({view})"
    visitor, representative, leader = browse(view, at=demo.url), browse(at=demo.url), browse(view, at=demo.url)
    sign_in(representative, "amr@demo.example")
    sign_in(leader, "leder@demo.example")
    code = report(visitor, poster_link(representative), what, view)

    # From what waits to the investigation in two taps; Today itself shows the latest few of a day.
    representative.goto("/reports")
    representative.locator(".task").filter(has_text=what).get_by_role("link").first.click()
    axe(representative)
    button(representative, "Undersøg").click()
    expect(said(representative)).to_have_text("Undersøgelsen er begyndt.")
    expect(representative.get_by_text("Gruppens leder har ikke deltaget.")).to_be_visible()
    axe(representative)
    fits(representative)
    page = representative.url

    representative.get_by_label("Hvornår?").fill("kl. 10.15")
    representative.get_by_label("Hvad skete?").fill("Jeg gik forbi med en kasse")
    button(representative, "Tilføj trin").click()
    expect(representative.locator(".timeline")).to_contain_text("kl. 10.15")

    # Each answer asks why that was so: by keyboard alone.
    for depth, why in enumerate(WHYS):
        representative.get_by_label("Fordi …").fill(why)
        if depth == 0:
            representative.get_by_label("Hvor hører det til?").select_option("surroundings")
        if depth == len(WHYS) - 1:
            representative.get_by_label("Hvor hører det til?").select_option("organisation")
        button(representative, "Tilføj årsag").focus()
        representative.keyboard.press("Enter")
        expect(representative.locator(".causes")).to_contain_text(why)
        expect(representative.get_by_label("Svar på hvorfor:").locator("option:checked")).to_contain_text(why[:20])
    expect(representative.locator(".causes > li").last).to_contain_text("Hvorfor 5: grundårsag")
    expect(representative.locator("svg.chain")).to_contain_text("Hvorfor 5: grundårsag")
    expect(representative.locator("svg.fishbone")).to_contain_text("Organisering og planlægning")
    expect(representative.get_by_role("row", name="Organisering og planlægning")).to_contain_text(WHYS[-1])

    # Without the conclusion it does not end, and what was typed stays.
    link(representative, "Afslut undersøgelsen").click()
    representative.get_by_label("Svar til den, der meldte").fill(ANSWER)
    button(representative, "Afslut og send svaret").click()
    expect(representative.get_by_role("alert")).to_contain_text("Skriv konklusionen først.")
    expect(representative.get_by_label("Svar til den, der meldte")).to_have_value(ANSWER)
    axe(representative)
    representative.goto(page)

    # The leader takes part, on a phone, and what he writes shows on the page that stands open.
    leader.goto(page)
    look(leader, view)
    leader.locator("#participants").get_by_role("checkbox").first.check()
    button(leader.locator("#participants"), "Gem").click()
    expect(said(leader)).to_have_text("Gemt.")
    expect(representative.get_by_text("Gruppens leder har ikke deltaget.")).to_have_count(0)
    leader.get_by_label("Barriere").fill("Måtten foran bruseren")
    leader.get_by_text("Manglede", exact=True).click()
    button(leader, "Tilføj barriere").click()
    expect(representative.locator("#barriers")).to_contain_text("Måtten foran bruseren")
    look(leader, view)

    button(representative, f"Gør til en indsats: {WHYS[-1]}").click()
    expect(representative.locator("[name=what]")).to_have_value(WHYS[-1])
    Deal("Fast eftersyn af nødbrusere").write(representative)
    button(representative, "Gem").click()
    expect(said(representative)).to_have_text("Indsatsen er på tavlen.")
    action = representative.url
    representative.goto(page)
    expect(representative.locator(".causes > li").last.get_by_role("link", name="Fast eftersyn af nødbrusere")).to_be_visible()

    representative.get_by_label("Hvad fandt I ud af?").fill("Ingen ejer eftersynet.")
    representative.locator("#conclusion").get_by_label("Hvad ville have forhindret det?").fill("Et fast eftersyn.")
    button(representative.locator("#conclusion"), "Gem").click()
    link(representative, "Afslut undersøgelsen").click()
    expect(representative.get_by_label("Den er stadig åben")).to_be_checked()
    representative.get_by_label("Svar til den, der meldte").fill(ANSWER)
    button(representative, "Afslut og send svaret").click()
    expect(said(representative)).to_have_text("Undersøgelsen er afsluttet, og svaret er sendt.")
    axe(representative)
    link(representative, "Til papir").click()
    expect(representative.locator("article svg.fishbone")).to_be_visible()
    axe(representative)

    follow(visitor, code)
    expect(visitor.get_by_text(ANSWER)).to_be_visible()
    expect(visitor.get_by_text("Sat på handleplanen")).to_be_visible()
    expect(visitor.get_by_text(WHYS[-1])).to_have_count(0)
    look(visitor, view)

    representative.goto(f"{action}/closure")
    representative.get_by_label("Hvad blev gjort?").fill("Driften efterser alle brusere den første mandag.")
    representative.get_by_label("Ja, det virkede").check()
    button(representative, "Afslut").click()
    expect(said(representative)).to_have_text("Indsatsen er afsluttet.")
    follow(visitor, code)
    expect(visitor.locator(".timeline")).to_contain_text("Driften efterser alle brusere den første mandag.")
    expect(visitor.locator(".timeline")).to_contain_text("Det hjalp.")
    look(visitor, view)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("view", ["wide", "phone", "dark"])
def test_the_invented_investigations_read_well_everywhere(
    demo: Server, browse: Browsing, view: str, language: str
) -> None:
    page = browse(view, at=demo.url)
    sign_in(page, "amr@demo.example")
    for words in ("Vognen med kemikalier", "En kollega fik ludstænk"):
        page.goto(f"/reports?q={words}")
        read_in(page, language)
        page.locator("a.through").first.click()
        link(page, "Åbn undersøgelsen" if language == "da" else "Open the investigation").click()
        expect(page.locator("h1")).to_have_text("Undersøgelse" if language == "da" else "Investigation")
        expect(page.locator("svg.fishbone")).to_be_visible()
        look(page, view)
    read_in(page, "da")
