"""The thread that runs through it all: from an empty server to a report that became an action that had an effect."""

from pathlib import Path

from playwright.sync_api import Page, expect

from browsing import Browsing
from fingers import Fingers
from looking import axe, fits, sign_in
from server import Server
from workplace import (
    Deal, add_group, add_person, begin, button, choose_password, hangs, link, make_link, read_in_files, said, seat,
    unit_page,
)

REPORT = "Gulvet i vaskerummet er glat. Jeg gled, men greb fat i bordet."
UNITS = "kode;overordnet;type;navn;engelsk_navn\nKV;1;afdeling;Køkken og værksted;Kitchen and workshop\n"
PEOPLE = (
    "medarbejdernr;navn;e-mail;enhed\n7;Rasmus Leder;rasmus@skole.example;KV\n8;Ea Vang;ea@skole.example;KV\n"
)
ACTION = "Skridsikre måtter i vaskerummet"


def test_from_an_empty_server_to_an_action_that_worked(server: Server, browse: Browsing, photo: Path) -> None:
    # An administrator sets up an organisation with one group.
    admin = browse(at=server.url)
    begin(admin, server.setup_address(), "Åby Skole", "Bodil Ærø", "bodil@skole.example")
    read_in_files(admin, UNITS, PEOPLE)
    unit = unit_page(admin, "Køkken og værksted")
    add_person(admin, "Anna Sørensen", "anna@skole.example", "KV")
    group = add_group(admin, "AMG Køkken", "KV")
    seat(admin, group, "rasmus@skole.example", "leader")
    seat(admin, group, "anna@skole.example", "representative")

    # The representative chooses a password with the link that she was handed, and looks at Today.
    anna = browse(at=server.url)
    choose_password(anna, make_link(admin, "Anna Sørensen"))
    expect(anna.locator("h1")).to_contain_text("Anna. Én ting venter på dig.")
    expect(anna.get_by_role("link", name="Ny i hvervet")).to_be_visible()

    # The poster leads to the unit's link; an employee reports there on a phone.
    anna.goto(f"{unit}/poster")
    expect(anna.locator("article svg")).to_be_visible()
    address = anna.locator("svg[aria-label]").get_attribute("aria-label") or ""
    assert address.startswith(f"{server.url}/r/")
    anna.goto("/")

    phone = browse("phone", at=server.url)
    code = report(phone, address, photo)

    # Today shows it by itself.
    expect(link(anna, "Ny melding: Noget var farligt")).to_be_visible()
    expect(anna.locator("h1")).to_contain_text("To ting venter på dig.")
    expect(anna.locator(".task")).to_have_count(2)

    # She reads it, and makes it an action.
    link(anna, "Ny melding: Noget var farligt").click()
    expect(anna.get_by_text(REPORT)).to_be_visible()
    assert anna.locator("ul.photos img").evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 0
    expect(anna.get_by_text("Uden navn")).to_be_visible()
    button(anna, "Jeg har læst den").click()
    expect(said(anna)).to_have_text("Den er nu læst.")
    anna_report = anna.url
    link(anna, "Gør til en handling").click()
    expect(anna.locator("[name=what]")).to_have_value(REPORT)
    Deal(ACTION).write(anna)
    anna.locator("[name=responsible]").select_option(label="Rasmus Leder")
    button(anna, "Gem").click()
    expect(said(anna)).to_have_text("Indsatsen er på tavlen.")
    action = anna.url

    # The reporter sees with the code that it became an action, and writes.
    follow(phone, server, code)
    expect(phone.get_by_text("Sat på handleplanen")).to_be_visible()
    phone.get_by_label("Svar, eller skriv mere").fill("Det er værst om morgenen.")
    button(phone, "Send").click()
    expect(said(phone)).to_have_text("Beskeden er sendt.")
    fits(phone)

    # The handler sees it, and answers.
    anna.goto(anna_report)
    expect(anna.get_by_text("Det er værst om morgenen.")).to_be_visible()
    anna.get_by_label("Skriv til den, der meldte").fill("Tak. Så vasker vi om aftenen.")
    button(anna, "Send besked").click()
    expect(said(anna)).to_have_text("Beskeden er sendt.")
    phone.reload()
    expect(phone.get_by_text("Tak. Så vasker vi om aftenen.")).to_be_visible()

    # The leader, who is told that he is responsible, moves the note; her board shows it by itself.
    rasmus = browse(at=server.url)
    choose_password(rasmus, make_link(admin, "Rasmus Leder"))
    expect(rasmus.get_by_text(f"Du er ansvarlig for »{ACTION}«.")).to_be_visible()
    anna.goto(f"/plan/{group}")
    rasmus.goto(f"/plan/{group}")
    note = rasmus.locator(".note", has_text=ACTION)
    note.drag_to(rasmus.locator('.cell[data-stage="under_way"]').first)
    hangs(rasmus, ACTION, "under_way")
    hangs(anna, ACTION, "under_way")

    # Closing asks for the effect, and the reporter is told it.
    rasmus.goto(action)
    link(rasmus, "Afslut").click()
    rasmus.get_by_label("Hvad blev gjort?").fill("Måtterne ligger der.")
    button(rasmus, "Afslut").click()
    expect(rasmus.locator(".problems")).to_be_visible()
    expect(rasmus.get_by_label("Hvad blev gjort?")).to_have_value("Måtterne ligger der.")
    rasmus.get_by_label("Ja, det virkede").check()
    rasmus.get_by_label("Hvad lærte I?").fill("Spørg dem, der gør rent.")
    button(rasmus, "Afslut").click()
    expect(said(rasmus)).to_have_text("Indsatsen er afsluttet.")
    hangs(anna, ACTION, "closed")
    phone.reload()
    expect(phone.locator(".timeline")).to_contain_text("Lukket")
    expect(phone.locator(".timeline")).to_contain_text("Det hjalp.")

    # The journal tells all of it.
    admin.goto("/administration/journal")
    for deed in ["Organisation: oprettet", "Gruppe eller udvalg: tilføjet", "Melding: meldt", "Indsats: oprettet",
                 "Indsats: flyttet", "Indsats: afsluttet"]:
        expect(admin.get_by_role("row", name=deed).first).to_be_visible()


def report(phone: Page, address: str, photo: Path) -> str:
    """Reports without a name, with at most five taps and one text; the code."""
    fingers = Fingers(phone)
    phone.goto(address)
    axe(phone)
    fits(phone)
    fingers.tap(phone.get_by_text("Noget var farligt"))
    fingers.write(phone.get_by_label("Fortæl kort"), REPORT)
    fingers.take(phone.locator("input[name=photos]"), photo)
    expect(phone.locator(".photos canvas")).to_be_visible()
    fingers.tap_twice(button(phone, "Send"))
    expect(phone.locator("h1")).to_have_text("Tak. Det er modtaget.")
    assert fingers.taps <= 5 and fingers.texts == 1
    axe(phone)
    fits(phone)
    code = phone.locator("p.code").inner_text()
    phone.goto(address)
    expect(phone.get_by_text(code)).to_have_count(0)
    return code


def follow(phone: Page, server: Server, code: str) -> None:
    phone.goto("/follow")
    phone.get_by_label("Kode").fill(code.lower().replace("-", " "))
    button(phone, "Vis meldingen").click()
    expect(phone.get_by_text(REPORT)).to_be_visible()
    assert code not in phone.url
