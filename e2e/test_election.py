"""One whole election: called, people stand, they vote on phones and by keyboard, the lot decides, the mandate begins."""

import hashlib
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from browsing import Browsing
from days import pass_days
from looking import axe, fits, read_in, shot, sign_in
from server import Server
from workplace import add_group, begin, button, in_days, link, said, seat

VOTERS = {"anna": "Anna Sørensen", "bo": "Bo Vang", "carla": "Carla Ærø", "dan": "Dan Friis"}


def workplace(server: Server, browse: Browsing) -> tuple[Page, str]:
    """An administrator's page, and the id of a group with a leader and four employees."""
    admin = browse(at=server.url)
    begin(admin, server.setup_address(), "Åby Skole", "Bodil Ærø", "bodil@skole.example")
    server.import_rows("units", [{"kode": "KV", "overordnet": "1", "type": "afdeling", "navn": "Køkken og værksted"}])
    for key, name in VOTERS.items():
        server.add_user(f"{key}@skole.example", name, "--unit", "KV")
    server.add_user("rasmus@skole.example", "Rasmus Leder", "--unit", "KV")
    group = add_group(admin, "AMG Køkken", "KV")
    seat(admin, group, "rasmus@skole.example", "leader")
    return admin, group


def call(admin: Page, group: str) -> str:
    """The election's id."""
    admin.goto(f"/bodies/{group}")
    link(admin, "Valg").click()
    link(admin, "Udskriv et valg").first.click()
    axe(admin)
    admin.get_by_label("Suppleanter").fill("1")
    admin.get_by_label("Afstemning til og med").fill(in_days(10))
    button(admin, "Udskriv valget").click()
    expect(admin.locator(".problems")).to_contain_text("Den sidste dag kommer før den første")
    shot(admin, "election-call-refused")
    admin.get_by_label("Afstemning til og med").fill(in_days(24))
    button(admin, "Udskriv valget").click()
    expect(said(admin)).to_contain_text("Valget er udskrevet")
    return urlsplit(admin.url).path.split("/")[2]


def as_voter(browse: Browsing, server: Server, view: str, key: str) -> Page:
    page = browse(view, at=server.url)
    sign_in(page, f"{key}@skole.example")
    return page


def test_an_election_from_the_call_to_the_mandate(server: Server, browse: Browsing) -> None:
    admin, group = workplace(server, browse)
    election = call(admin, group)
    expect(admin.get_by_text("4 kan stemme.")).to_be_visible()

    # Anna stands, on a phone; she proposes Bo, who says yes by keyboard alone.
    anna = as_voter(browse, server, "phone", "anna")
    link(anna, "Valg: AMG Køkken").click()
    expect(anna.get_by_role("heading", name="Foreslå en kollega")).to_be_visible()
    anna.get_by_label("Om dig").fill("Jeg har været her i ti år og lytter.")
    button(anna, "Stil op").click()
    expect(said(anna)).to_have_text("Du stiller op.")
    anna.get_by_label("Kollega").select_option(label="Bo Vang")
    button(anna, "Foreslå en kollega").click()
    expect(said(anna)).to_have_text("Din kollega er spurgt.")
    fits(anna)
    axe(anna)
    shot(anna, "election-nominating-phone")

    bo = as_voter(browse, server, "wide", "bo")
    expect(bo.get_by_text("Du er foreslået. Sig ja eller nej.")).to_be_visible()
    link(bo, "Valg: AMG Køkken").focus()
    bo.keyboard.press("Enter")
    bo.get_by_label("Om dig").focus()
    bo.keyboard.type("Jeg vil have orden på maskinerne.")
    bo.keyboard.press("Tab")
    bo.keyboard.press("Enter")
    expect(said(bo)).to_have_text("Du stiller op.")
    axe(bo)

    # The leader sees how far it is, and no candidate.
    leader = as_voter(browse, server, "wide", "rasmus")
    leader.goto(f"/elections/{election}")
    expect(leader.get_by_text("Kandidaterne vises, når opstillingen er slut.")).to_be_visible()
    assert leader.get_by_text("Bo Vang").count() == 0
    shot(leader, "election-leader")

    # The first day of voting. Everybody is told; among four nobody sees how many have voted.
    pass_days(server, election, 17)
    admin.goto(f"/elections/{election}")
    expect(admin.get_by_text("Her er så få")).to_be_visible()
    expect(admin.locator(".figure b")).to_have_text(["4"])

    # Anna: three taps on a phone from Today.
    anna.goto("/")
    shot(anna, "election-today-phone")
    link(anna, "Valg: AMG Køkken").tap()
    anna.locator("main label", has_text="Anna Sørensen").tap()
    fits(anna)
    axe(anna)
    shot(anna, "election-ballot-phone")
    button(anna, "Læg i urnen").tap()
    expect(said(anna)).to_have_text("Din stemmeseddel ligger i urnen.")
    expect(anna.get_by_text("Du har stemt", exact=True)).to_be_visible()
    assert admin.get_by_text("Du har stemt").count() == 0

    # Bo by keyboard, Carla without scripts, Dan on a phone.
    bo.goto(f"/elections/{election}/ballot")
    bo.locator("input[name=choice]").first.focus()
    bo.keyboard.press("ArrowDown")
    expect(bo.locator("input[name=choice][value='2']")).to_be_checked()
    bo.keyboard.press("Enter")
    expect(said(bo)).to_have_text("Din stemmeseddel ligger i urnen.")

    carla = as_voter(browse, server, "plain", "carla")
    carla.goto(f"/elections/{election}/ballot")
    button(carla, "Læg i urnen").click()
    expect(carla.locator(".problems")).to_contain_text("Sæt et kryds")
    carla.locator("input[name=choice][value='1']").check()
    button(carla, "Læg i urnen").click()
    expect(said(carla)).to_have_text("Din stemmeseddel ligger i urnen.")

    dan = as_voter(browse, server, "phone", "dan")
    dan.goto(f"/elections/{election}/ballot")
    dan.locator("input[name=choice][value='2']").check()
    button(dan, "Læg i urnen").click()
    expect(said(dan)).to_have_text("Din stemmeseddel ligger i urnen.")
    admin.reload()
    expect(admin.locator(".figure b")).to_have_text(["4"])
    axe(admin)
    shot(admin, "election-voting")
    fingerprint = admin.locator("code").first.text_content() or ""

    # The day after: two against two, so the lot decides. Anybody can draw it again.
    pass_days(server, election, 8)
    anna.goto(f"/elections/{election}")
    expect(anna.get_by_text("Loddet afgjorde det mellem")).to_be_visible()
    fits(anna)
    axe(anna)
    shot(anna, "election-result-phone")
    facts = [text.strip() for text in anna.locator("section:has(h2:text-is('Lodtrækning')) dd").all_text_contents()]
    assert facts[0] == fingerprint == hashlib.sha256(facts[1].encode()).hexdigest()
    drawn = {text: result for text, result in zip(facts[2::2], facts[3::2])}
    assert len(drawn) == 2
    for text, result in drawn.items():
        assert hashlib.sha256(text.encode()).hexdigest() == result
    winner = "Anna Sørensen" if min(drawn, key=drawn.__getitem__).endswith("draw=1") else "Bo Vang"
    expect(anna.locator("tbody tr").first).to_contain_text(winner)
    expect(anna.locator("tbody tr").first).to_contain_text("Valgt")
    expect(anna.locator("tbody tr").nth(1)).to_contain_text("Suppleant")

    # The protocol, on paper; and the mandate, which begins with the new term.
    link(anna, "Protokol").click()
    expect(anna.locator("h1")).to_have_text("Valgprotokol: AMG Køkken")
    fits(anna)
    axe(anna)
    admin.goto(f"/elections/{election}/protocol")
    admin.emulate_media(media="print")
    shot(admin, "election-protocol")
    admin.emulate_media(media="screen")
    admin.goto(f"/elections/{election}")
    given = admin.locator("section:has(h2:text-is('Hverv fra dette valg'))")
    expect(given.locator("tbody tr").first).to_contain_text(winner)
    link(given, "Se alle pladser").click()
    expect(admin.get_by_role("heading", name="Kommende")).to_be_visible()
    admin.goto("/administration/journal")
    expect(admin.get_by_role("row", name="Valg: afgjort").first).to_be_visible()
    expect(admin.get_by_role("row", name="Gruppe eller udvalg: plads givet").first).to_be_visible()
    assert admin.get_by_role("row", name="Anna Sørensen").filter(has_text="Valg:").count() == 0


def test_an_uncontested_election_reads_in_english_and_prints(server: Server, browse: Browsing) -> None:
    admin, group = workplace(server, browse)
    election = call(admin, group)
    dan = browse("wide", at=server.url, language="en-GB")
    sign_in(dan, "dan@skole.example")
    read_in(dan, "en")
    dan.goto(f"/elections/{election}")
    button(dan, "Stand").click()
    expect(said(dan)).to_have_text("You stand.")
    shot(dan, "election-nominating-en")
    pass_days(server, election, 15)
    dan.goto("/elections")
    axe(dan)
    shot(dan, "elections-en")
    link(dan, "Election: AMG Køkken").first.click()
    expect(dan.get_by_text("elected without a ballot", exact=False).first).to_be_visible()
    axe(dan)
    link(dan, "Protocol").click()
    expect(dan.locator("h1")).to_have_text("Election protocol: AMG Køkken")
