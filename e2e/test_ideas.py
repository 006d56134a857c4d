"""Somebody has an idea, by phone from the poster; others support it, the group takes it up, and it ends well."""

import pytest
from playwright.sync_api import Page, expect

from browsing import Browsing
from looking import axe, fits, sign_in
from server import Server
from workplace import Deal, button, link, main_plan, said


def poster_link(page: Page) -> str:
    """Where the QR code of the own unit's poster leads."""
    page.goto("/")
    unit = page.locator("a.tile[href^='/units/']").get_attribute("href")
    page.goto(f"{unit}/poster")
    return page.locator("svg[aria-label]").get_attribute("aria-label") or ""


def look(page: Page, view: str) -> None:
    fits(page)
    # axe needs scripts.
    if view != "plain":
        axe(page)


@pytest.mark.parametrize("view", ["phone", "plain"])
def test_an_idea_from_the_poster_is_supported_taken_up_and_ends(demo: Server, browse: Browsing, view: str) -> None:
    idea = f"Gåmøder om søen ({view})"
    giver, leader, representative = browse(view, at=demo.url), browse(view, at=demo.url), browse(at=demo.url)
    sign_in(giver, "ansat@demo.example")
    giver.goto(poster_link(giver))
    link(giver, "Jeg har en idé").click()
    expect(giver.locator("h1")).to_have_text("Har du en idé?")
    look(giver, view)
    button(giver, "Giv idéen").click()
    expect(giver.get_by_role("alert")).to_contain_text("Feltet mangler.")
    giver.get_by_label("Hvad kunne være bedre?").fill(idea)
    giver.get_by_label("Hvorfor, og hvordan?").fill("Vi sidder nok.")
    button(giver, "Giv idéen").click()
    expect(said(giver)).to_have_text("Tak. Idéen ligger på parkeringspladsen.")
    look(giver, view)

    # It lies beside the board, and the board that stands open shows the support as it comes.
    sign_in(representative, "amr@demo.example")
    board = f"/plan/{main_plan(representative)}"
    note = representative.locator(".parking .note").filter(has_text=idea)
    sign_in(leader, "leder@demo.example")
    leader.goto(f"{board}/ideas")
    look(leader, view)
    link(leader, idea).click()
    button(leader, "Jeg vil være med").click()
    expect(said(leader)).to_contain_text("vil være med")
    look(leader, view)
    expect(note).to_contain_text("1 støtter")
    note.get_by_role("link").focus()
    representative.keyboard.press("Enter")
    button(representative, "Støt").click()
    expect(said(representative)).to_have_text("Du støtter idéen.")
    axe(representative)

    link(representative, "Gør til en indsats").click()
    Deal(idea).write(representative)
    button(representative, "Gem").click()
    expect(said(representative)).to_have_text("Indsatsen er på tavlen.")
    action = representative.url
    representative.goto(board)
    expect(representative.locator(".board .note").filter(has_text=idea)).to_be_visible()
    expect(note).to_have_count(0)
    giver.goto("/")
    giver.get_by_text(f"Idéen »{idea}« er taget op").first.click()
    expect(giver.get_by_text("Ja. Idéen er nu en indsats på handleplanen.")).to_be_visible()

    representative.goto(f"{action}/closure")
    representative.get_by_label("Hvad blev gjort?").fill("Tre hold går nu hver fredag.")
    representative.get_by_label("Ja, det virkede").check()
    button(representative, "Afslut").click()
    giver.goto("/")
    giver.get_by_text(f"Det, der kom ud af idéen »{idea}«, er afsluttet.").first.click()
    expect(giver.get_by_text("Tre hold går nu hver fredag.")).to_be_visible()
    expect(giver.get_by_text("Det virkede.")).to_be_visible()
    look(giver, view)


@pytest.mark.parametrize("view", ["phone", "plain"])
def test_an_idea_without_a_name_is_declined_with_a_reason(demo: Server, browse: Browsing, view: str) -> None:
    idea = f"En stille time ({view})"
    visitor, representative = browse(view, at=demo.url), browse(at=demo.url)
    sign_in(representative, "amr@demo.example")
    visitor.goto(poster_link(representative))
    link(visitor, "Jeg har en idé").click()
    expect(visitor.get_by_label("Uden mit navn")).to_be_checked()
    look(visitor, view)
    visitor.get_by_label("Hvad kunne være bedre?").fill(idea)
    button(visitor, "Giv idéen").click()
    expect(visitor.locator("h1")).to_have_text("Tak for idéen")
    look(visitor, view)

    representative.goto(f"/plan/{main_plan(representative)}/ideas")
    link(representative, idea).click()
    expect(representative.get_by_text("Uden navn")).to_be_visible()
    representative.get_by_text("Sig nej", exact=True).click()
    button(representative, "Sig nej til idéen").click()
    expect(representative.get_by_role("alert")).to_contain_text("Feltet mangler.")
    axe(representative)
    representative.locator("#declining-reason").fill("Skranken kan ikke lukke.")
    button(representative, "Sig nej til idéen").click()
    expect(said(representative)).to_have_text("I har sagt nej til idéen.")
    expect(representative.get_by_text("Skranken kan ikke lukke.")).to_be_visible()
    button(representative, "Fortryd: idéen venter igen").click()
    expect(said(representative)).to_have_text("Idéen venter på svar igen.")
