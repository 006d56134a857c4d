"""An election on two phones, one in English, and a big screen in the hall: from the call to the mandate."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from browsing import Browsing
from days import pass_days
from looking import axe, fits, read_in, shot, sign_in
from server import Server
from test_election import as_voter, call, workplace
from workplace import button, in_days, link, said

# With the four of the workplace and these there are enough for a figure that moves by fives.
MANY = [
    {"medarbejdernr": str(number), "navn": f"Kollega Nr{number}", "enhed": "KV", "fra": "2020-01-01"}
    for number in range(1, 21)
]


def in_the_hall(screen: Page, name: str) -> None:
    """One looks at it from the last row, in the light and in the dark."""
    fits(screen)
    axe(screen)
    beyond = screen.evaluate("document.documentElement.scrollHeight - innerHeight")
    assert beyond <= 0, f"{name}: {beyond} pixels of the screen are out of sight"
    shot(screen, f"hall-{name}")
    screen.emulate_media(color_scheme="dark")
    axe(screen)
    shot(screen, f"hall-{name}-dark")
    screen.emulate_media(color_scheme="light")


def test_two_phones_and_a_big_screen_from_the_call_to_the_mandate(server: Server, browse: Browsing) -> None:
    admin, group = workplace(server, browse)
    server.import_rows("people", MANY)
    server.add_user("erik@skole.example", "Erik Ny", "--unit", "KV")
    election = call(admin, group)

    # A date is moved, with a reason; all who were called are told.
    link(admin, "Ændr datoerne").click()
    axe(admin)
    admin.get_by_label("Afstemning til og med").fill(in_days(25))
    button(admin, "Ændr datoerne").click()
    expect(admin.locator(".problems")).to_contain_text("Feltet mangler")
    admin.get_by_label("Hvorfor?").fill("Personaledag den 24.")
    shot(admin, "election-dates")
    button(admin, "Ændr datoerne").click()
    expect(said(admin)).to_contain_text("Datoerne er ændret")

    screen = browse("hall", at=server.url)
    sign_in(screen, "bodil@skole.example")
    screen.goto(f"/elections/{election}/screen")
    expect(screen.locator(".now")).to_contain_text("Stil op, eller foreslå en kollega")
    in_the_hall(screen, "nominating")
    address = screen.locator(".address").text_content() or ""

    # Two phones: Anna's reads Danish, Bo's English. Bo types the address that hangs in the hall.
    anna = as_voter(browse, server, "phone", "anna")
    expect(anna.get_by_text("Personaledag den 24.").first).to_be_visible()
    anna.goto(f"/elections/{election}")
    anna.get_by_label("Om dig").fill("Jeg har været her i ti år og lytter.")
    button(anna, "Stil op").tap()
    expect(said(anna)).to_have_text("Du stiller op.")
    bo = browse("phone", at=server.url, language="en-GB")
    sign_in(bo, "bo@skole.example")
    read_in(bo, "en")
    assert re.fullmatch(r"127\.0\.0\.1:\d+/e/[0-9a-z]{6}|localhost:\d+/e/[0-9a-z]{6}", address), address
    bo.goto(f"{server.url}/e/{address.rsplit('/', 1)[1]}")
    assert urlsplit(bo.url).path == f"/elections/{election}"
    bo.get_by_label("About you").fill("I want the machines in order.")
    button(bo, "Stand").tap()
    expect(said(bo)).to_have_text("You stand.")
    fits(bo)
    axe(bo)

    # The voting: the figure moves by fives, so nobody in the hall sees who has just voted.
    pass_days(server, election, 17)
    screen.reload()
    expect(screen.locator(".names li")).to_have_text(["Anna Sørensen", "Bo Vang"])
    figure = screen.locator(".figure b").first
    expect(figure).to_have_text("under 5")
    in_the_hall(screen, "voting")
    for voter, choice, words in [(anna, "1", "Læg i urnen"), (bo, "1", "Put it in the box")]:
        voter.goto(f"/elections/{election}/ballot")
        voter.locator(f"main label:has(input[name=choice][value='{choice}'])").tap()
        fits(voter)
        axe(voter)
        button(voter, words).tap()
        expect(said(voter)).to_be_visible()
    expect(bo.get_by_text("You have voted", exact=True)).to_be_visible()
    shot(bo, "election-voted-phone-en")
    for key, choice in [("carla", "2"), ("dan", "1"), ("erik", "2")]:
        expect(figure).to_have_text("under 5")
        voter = as_voter(browse, server, "plain", key)
        voter.goto(f"/elections/{election}/ballot")
        voter.locator(f"input[name=choice][value='{choice}']").check()
        button(voter, "Læg i urnen").click()
        expect(said(voter)).to_have_text("Din stemmeseddel ligger i urnen.")
    # By itself, without anybody touching the screen.
    expect(figure).to_have_text("mindst 5")
    assert screen.get_by_text("Carla").count() == 0

    # The day after: somebody looks, and the screen tells the result by itself once the box is opened.
    pass_days(server, election, 9)
    anna.goto(f"/elections/{election}")
    expect(anna.locator("tbody tr").first).to_contain_text("Anna Sørensen")
    expect(screen.locator(".now")).to_have_text("Valget er afgjort")
    expect(screen.locator(".names li.won")).to_contain_text("Anna Sørensen")
    expect(screen.locator(".names li.won")).to_contain_text("3 stemmer")
    expect(screen.get_by_text("5 af 25 har stemt, 0 blankt.")).to_be_visible()
    in_the_hall(screen, "decided")

    # And the mandate, with the days on which it begins and ends.
    bo.reload()
    given = bo.locator("section:has(h2:text-is('Mandates from this election'))")
    expect(given.locator("tbody tr").first).to_contain_text("Anna Sørensen")
    fits(bo)
    admin.goto(f"/bodies/{group}/seats")
    expect(admin.get_by_role("heading", name="Kommende")).to_be_visible()
    expect(admin.locator("main").get_by_text("Anna Sørensen").first).to_be_visible()


def test_an_election_is_called_off_with_a_reason_that_everybody_hears(server: Server, browse: Browsing) -> None:
    admin, group = workplace(server, browse)
    election = call(admin, group)
    link(admin, "Aflys valget").click()
    axe(admin)
    button(admin, "Aflys valget").click()
    expect(admin.locator(".problems")).to_contain_text("Feltet mangler")
    admin.get_by_label("Hvorfor?").fill("Gruppen bliver delt i to.")
    button(admin, "Aflys valget").click()
    expect(said(admin)).to_have_text("Valget er aflyst.")
    anna = as_voter(browse, server, "phone", "anna")
    expect(anna.get_by_text("er aflyst: Gruppen bliver delt i to.").first).to_be_visible()
    anna.goto(f"/elections/{election}")
    expect(anna.get_by_text("Gruppen bliver delt i to.")).to_be_visible()
    fits(anna)
