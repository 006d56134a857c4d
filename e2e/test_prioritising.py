"""A group prioritises with its colleagues: its own proposal, each alone on the phone, the picture, what it decides."""

import hashlib
import http.client
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from browsing import Browsing
from calling import Caller, Form
from conftest import new_store
from days import ask
from looking import axe, fits, read_in, sign_in
from server import Server
from workplace import button, link, main_plan, said

REPRESENTATIVE, LEADER, EMPLOYEE = "amr@demo.example", "leder@demo.example", "ansat@demo.example"

WORDS = {
    "da": {
        "new": "Ny prioritering", "title": "Hvad prioriterer I?", "own": "Egne kort", "begin": "Begynd",
        "wait": "Gruppen lægger først sit eget bud", "effect": "Effekt", "reach": "Berører", "hands": "Hvem bestemmer",
        "lay": "Læg kortet", "laid": "Kortet er lagt.", "to placing": "Lad alle placere", "yours": "Dine placeringer",
        "large": "Stor", "many": "Mange", "we": "Vi kan selv", "saved": "Gemt", "next": "Gem, og gå videre",
        "unsaved": "Ikke gemt endnu", "placed all": "Du har placeret alle kort.", "count": "3 har placeret",
        "to overlay": "Vis billedet for alle", "picture": "Billedet", "late": "Dit svar nåede ikke med",
        "to agreement": "Gå til gruppens beslutning", "to closed": "Afslut prioriteringen", "over": "Sådan prioriterede I.",
        "order": "Læg tavlens sedler i den rækkefølge", "ordered": "Sedlerne er lagt i rækkefølge.",
        "undo": "Fortryd: læg sedlerne tilbage", "missing": "Feltet mangler.", "back": "Sedlerne er lagt tilbage.",
    },
    "en": {
        "new": "New prioritising", "title": "What do you prioritise?", "own": "Cards of your own", "begin": "Begin",
        "wait": "The group lays its own proposal first", "effect": "Effect", "reach": "Reaches", "hands": "Who decides",
        "lay": "Lay the card", "laid": "The card is laid.", "to placing": "Let all place", "yours": "Your placements",
        "large": "Large", "many": "Many", "we": "We can ourselves", "saved": "Saved", "next": "Save, and go on",
        "unsaved": "Not saved yet", "placed all": "You have placed all cards.", "count": "3 people placed",
        "to overlay": "Show the picture to all", "picture": "The picture", "late": "Your answer came too late",
        "to agreement": "Go on to the group's decision", "to closed": "Close the prioritising",
        "over": "This is how you prioritised.", "order": "Lay the board's notes in that order",
        "ordered": "The notes are laid in order.", "undo": "Undo: lay the notes back", "missing": "This is missing.",
        "back": "The notes are laid back.",
    },
}


@pytest.fixture(scope="module")
def own_demo(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """People read it in one language and then in the other, so it is not shared."""
    folder = tmp_path_factory.mktemp(f"prioritising-{engine}")
    with Server(new_store(engine, folder), folder, people=60) as server:
        yield server


def look(page: Page, view: str) -> None:
    fits(page)
    # axe needs scripts.
    if view != "plain":
        axe(page)


def choose(page: Page, words: dict[str, str]) -> None:
    for answer in ("large", "many", "we"):
        page.get_by_label(words[answer], exact=True).check(force=True)


def place_all(server: Server, email: str, path: str, effects: str) -> None:
    """Places every card of the round, as a browser without scripts does."""
    caller = Caller(server, email)
    cards = sorted(set(re.findall(rf"{path}/cards/[0-9a-z]+", caller.get(path).text)))
    for card, effect in zip(cards, effects * len(cards)):
        fields = Form(caller.get(card).text, f"{card}/placement").fields
        answer = caller.post(f"{card}/placement", fields | {"effect": effect, "reach": "3", "hands": "2"})
        assert answer.status == 303, f"{card}: {answer.status}"


@pytest.mark.parametrize(("view", "language"), [("phone", "da"), ("plain", "en")])
def test_a_group_prioritises_with_its_colleagues(own_demo: Server, browse: Browsing, view: str, language: str) -> None:
    words, title = WORDS[language], f"Efter APV ({view})"
    group, employee = browse(at=own_demo.url), browse(view, at=own_demo.url)
    for page, email in ((group, REPRESENTATIVE), (employee, EMPLOYEE)):
        sign_in(page, email)
        if page is employee and view == "plain":
            page.goto("/account")
            page.locator(f"button[name=language][value={language}]").first.click()
        else:
            read_in(page, language)
    board = f"/plan/{main_plan(group)}"

    # The group chooses cards, and lays them itself.
    group.goto(f"{board}/priorities")
    axe(group)
    link(group, words["new"]).first.click()
    button(group, words["begin"]).click()
    expect(group.get_by_role("alert")).to_contain_text(words["missing"])
    axe(group)
    group.get_by_label(words["title"]).fill(title)
    group.locator("input[name=cards][value^='action:']").first.check()
    group.locator("input[name=cards][value^='idea:']").first.check()
    group.get_by_label(words["own"]).fill("Støj\nLys")
    button(group, words["begin"]).click()
    expect(said(group)).to_be_visible()
    path = urlsplit(group.url).path
    axe(group)
    employee.goto(board)
    employee.locator(f"a[href='{path}']").click()
    expect(employee.get_by_text(words["wait"])).to_be_visible()
    look(employee, view)
    group.locator("#card-3-effect").focus()
    group.keyboard.press("End")
    for name in ("reach", "hands"):
        group.keyboard.press("Tab")
        expect(group.locator(f"#card-3-{name}")).to_be_focused()
        group.keyboard.press("End")
    group.keyboard.press("Tab")
    group.keyboard.press("Enter")
    expect(said(group)).to_have_text(words["laid"])

    # Each alone: the phone follows by itself.
    button(group, words["to placing"]).click()
    axe(group)
    if view == "plain":
        employee.reload()
    expect(employee.get_by_role("heading", name=words["yours"])).to_be_visible()
    look(employee, view)
    link(employee, words["begin"]).click()
    look(employee, view)
    choose(employee, words)
    if view != "plain":
        line = employee.locator("[data-placing]")
        expect(line).to_have_text(words["saved"])
        employee.context.set_offline(True)
        employee.get_by_label(words["many"], exact=True).check(force=True)
        employee.locator("input[name=effect][value='1']").check(force=True)
        expect(line).to_contain_text(words["unsaved"])
        employee.context.set_offline(False)
        expect(line).to_have_text(words["saved"])
    for number in range(2, 5):
        button(employee, words["next"]).click()
        expect(employee.locator(".page-header .meta")).to_contain_text(str(number))
        choose(employee, words)
    button(employee, words["next"]).click()
    expect(employee.get_by_text(words["placed all"])).to_be_visible()
    for email, effects in ((REPRESENTATIVE, "4"), (LEADER, "12")):
        place_all(own_demo, email, path, effects)
    expect(group.locator("[data-live-part=round-lead]")).to_contain_text("3")

    # The picture: whoever still stands at a card is led to it.
    employee.locator(f"a[href^='{path}/cards/']").first.click()
    choose(employee, words)
    if view != "plain":
        expect(employee.locator("[data-placing]")).to_have_text(words["saved"])
    button(group, words["to overlay"]).click()
    expect(group.get_by_role("heading", name=words["picture"])).to_be_visible()
    axe(group)
    if view == "plain":
        button(employee, words["next"]).click()
        expect(employee.locator("h1")).to_have_text(words["late"])
        look(employee, view)
        employee.goto(path)
    else:
        employee.wait_for_url(f"**{path}")
    expect(employee.get_by_role("heading", name=words["picture"])).to_be_visible()
    expect(employee.get_by_text(words["count"]).first).to_be_visible()
    assert employee.locator(".dot").count() == 12
    look(employee, view)

    # What the group decides, and the board by it.
    button(group, words["to agreement"]).click()
    for number in range(1, 5):
        button(group.locator(f"#card-{number}"), words["lay"]).click()
        expect(said(group)).to_have_text(words["laid"])
    axe(group)
    button(group, words["order"]).click()
    expect(said(group)).to_have_text(words["ordered"])
    button(group, words["undo"]).click()
    expect(said(group)).to_contain_text(words["back"])
    button(group, words["to closed"]).click()
    expect(group.get_by_text(words["over"])).to_be_visible()
    axe(group)
    group.goto(f"{path}/print")
    fits(group)


class Known(Caller):
    """Somebody whose session was put into the database."""

    def __init__(self, server: Server, person: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
        token = f"session of {person}"
        self.cookies = f"session={token.replace(' ', '-')}"
        ask(server, "INSERT INTO session (hash, person_id, expires) VALUES "
            f"('{hashlib.sha256(token.replace(' ', '-').encode()).hexdigest()}', '{person}', '2100-01-01T00:00:00.000Z')")


def test_none_of_forty_who_place_at_once_is_lost(own_demo: Server) -> None:
    leader = Caller(own_demo, REPRESENTATIVE)
    plan = leader.get("/plan").location
    body = plan.rsplit("/", 1)[1]
    path = f"{plan}/priorities"
    fields = Form(leader.get(f"{path}/new").text, path).fields
    own = "\n".join(f"Kort {number}" for number in range(1, 4))
    started = leader.post(path, fields | {"title": "Fyrre på én gang", "own": own, "audience": "everyone"})
    assert started.status == 303, started.text
    round_, proof = started.location, fields["csrf"]

    def move(step: str) -> None:
        version = re.search(r'name="version" value="(\d+)"', leader.get(round_).text)
        assert version
        sent = leader.post(f"{round_}/step", {"csrf": proof, "to": step, "version": version[1]})
        assert sent.status == 303, f"{step}: {sent.status}"

    move("placing")
    # For this test the group looks after everybody.
    [(top,)] = ask(own_demo, "SELECT ancestor_id FROM unit_line ORDER BY depth DESC LIMIT 1")
    ask(own_demo, f"INSERT INTO body_area (body_id, unit_id, starts) VALUES ('{body}', '{top}', '2020-01-01')")
    people = [row[0] for row in ask(own_demo, "SELECT id FROM person ORDER BY id LIMIT 40")]
    callers = [Known(own_demo, person) for person in people]
    cards = list(dict.fromkeys(re.findall(rf"{round_}/cards/[0-9a-z]+", callers[0].get(round_).text)))
    assert len(cards) == 3

    def place(number: int) -> list[int]:
        caller, statuses = callers[number], []
        for index, card in enumerate(cards):
            form = Form(caller.get(card).text, f"{card}/placement").fields
            answers = {"effect": str(1 + (number + index) % 4), "reach": str(1 + number % 4), "hands": str(1 + number % 3)}
            # Twice, as an impatient thumb does.
            statuses += [caller.post(f"{card}/placement", form | answers).status for _ in range(2)]
        return statuses

    with ThreadPoolExecutor(len(callers)) as crowd:
        placed = list(crowd.map(place, range(len(callers))))
    assert {status for statuses in placed for status in statuses} == {303}
    assert "40" in leader.get(round_).text
    move("overlay")
    shown = leader.get(round_).text
    assert shown.count('class="dot"') == 40 * len(cards)
    assert ask(own_demo, "SELECT COUNT(*) FROM priority_placement WHERE round_id = "
               f"'{round_.rsplit('/', 1)[1]}'") in ([(0,)], [("0",)])
