"""Ten notes from ideas by way of prioritising, two board meetings, a check of what is stuck and the question whether it lasted."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from browsing import Browsing
from calling import Caller, Form
from days import pass_days_since_closing, pass_days_untouched
from looking import axe, fits, read_in, sign_in
from server import Server
from workplace import Deal, add_group, begin, said, seat

UNITS = [{"kode": "KV", "overordnet": "1", "type": "afdeling", "navn": "Køkken og værksted"}]
PEOPLE = {"maja": "Maja Holm", "jonas": "Jonas Riis", "sara": "Sara Lind"}

IDEAS = {
    "da": [
        "Måtter ved spulebordet", "Lys over ovnen", "Vogn til de tunge gryder", "Pause uden telefon", "Høreværn ved saven",
        "En fast afløser om mandagen", "Plads til kniven", "Skridsikre trin", "Aftale om vrede gæster", "Luft i skuret",
    ],
    "en": [
        "Mats at the scullery", "Light above the oven", "A trolley for heavy pots", "A break without phones",
        "Ear defenders at the saw", "The same substitute on Mondays", "A place for the knife", "Steps that do not slip",
        "What we do about angry guests", "Air in the shed",
    ],
}


@pytest.fixture
def group(server: Server, browse: Browsing) -> str:
    """The id of a group of two, in a unit of three."""
    admin = browse(at=server.url)
    begin(admin, server.setup_address(), "Åby Skole", "Bodil Ærø", "bodil@skole.example")
    server.import_rows("units", UNITS)
    for key, name in PEOPLE.items():
        server.add_user(f"{key}@skole.example", name, "--unit", "KV")
    group = add_group(admin, "AMG KV", "KV")
    seat(admin, group, "maja@skole.example", "representative")
    seat(admin, group, "jonas@skole.example", "leader")
    return group


def send(page: Page, action: str) -> None:
    """Sends the form that goes to the address that ends like this."""
    page.locator(f"form[action$='{action}']:not(.move-form) button:not([type=button])").last.click()
    page.wait_for_load_state("load")


def look(page: Page) -> None:
    fits(page)
    axe(page)


def give(page: Page, plan: str, ideas: list[str]) -> None:
    for idea in ideas:
        page.goto(f"/idea?body={plan}")
        page.locator("[name=what]").fill(idea)
        send(page, "/idea")
        expect(said(page)).to_be_visible()


def move_on(page: Page, step: str) -> None:
    page.locator(f"form:has(input[name=to][value={step}]) button").first.click()
    page.wait_for_load_state("load")


def place_all(server: Server, email: str, path: str, ideas: list[str]) -> None:
    """As a browser without scripts does: what comes first has the largest effect."""
    caller = Caller(server, email)
    for card in sorted(set(re.findall(rf"{path}/cards/[0-9a-z]+", caller.get(path).text))):
        page = caller.get(card).text
        rank = next(rank for rank, idea in enumerate(ideas) if idea in page)
        answers = {"effect": str(4 - rank // 3), "reach": str(4 - rank % 4), "hands": str(1 + rank % 3)}
        answer = caller.post(f"{card}/placement", Form(page, f"{card}/placement").fields | answers)
        assert answer.status == 303, f"{card}: {answer.status}"


def prioritise(page: Page, server: Server, plan: str, ideas: list[str]) -> None:
    page.goto(f"/plan/{plan}/priorities/new")
    page.locator("[name=title]").fill("2027")
    for tick in page.locator("input[name=cards][value^='idea:']").all():
        tick.check()
    look(page)
    send(page, "/priorities")
    path = urlsplit(page.url).path
    move_on(page, "placing")
    for key in PEOPLE:
        place_all(server, f"{key}@skole.example", path, ideas)
    page.reload()
    move_on(page, "overlay")
    expect(page.locator(".dot")).to_have_count(len(PEOPLE) * len(ideas))
    look(page)
    move_on(page, "agreement")
    for number in range(1, len(ideas) + 1):
        page.locator(f"#card-{number} form[action$='/agreement'] button").click()
        expect(said(page)).to_be_visible()
    move_on(page, "closed")
    look(page)


def take_up(page: Page, plan: str, idea: str) -> str:
    """The path of the action that comes of it."""
    page.goto(f"/plan/{plan}/ideas")
    page.get_by_role("link", name=idea, exact=True).click()
    page.locator("main a[href^='/actions/new']").click()
    Deal(idea).write(page)
    send(page, "/actions")
    expect(said(page)).to_be_visible()
    return urlsplit(page.url).path


def slip(page: Page, what: str) -> Locator:
    return page.locator(".slip").filter(has_text=what)


def press_on(page: Page, what: str, key: str) -> None:
    """Chooses the note by keys, and presses one for it."""
    slip(page, what).get_by_role("link").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".slip[aria-current=true]")).to_contain_text(what)
    page.keyboard.press(key)


def meet(page: Page, plan: str, notes: dict[str, int], done: list[str]) -> None:
    """A board meeting by keys alone: each of these notes is moved on to a lane, and some are done."""
    page.goto(f"/plan/{plan}/meetings")
    send(page, "/meeting")
    expect(page.locator(".dial")).to_be_visible()
    for what, lane in notes.items():
        hangs = next(place for place in range(5) if page.locator(".lane").nth(place).locator(".slip", has_text=what).count())
        for place in range(hangs + 1, lane + 1):
            press_on(page, what, "f")
            expect(page.locator(".lane").nth(place).locator(".slip", has_text=what)).to_be_visible()
    for what in done:
        press_on(page, what, "d")
        expect(slip(page, what).locator(".state").first).to_be_visible()
    look(page)
    page.keyboard.press("e")
    expect(page.locator("[name=closing]")).to_be_visible()
    page.locator("[name=closing]").fill("Set.")
    send(page, "/meeting/end")
    page.wait_for_url(re.compile(rf"/plan/{plan}/meetings/[0-9a-z]+"))
    for what in notes:
        expect(page.locator("main")).to_contain_text(what)
    look(page)


def answer_eleven(page: Page, check: str, replies: str) -> None:
    page.goto(check)
    for number, reply in enumerate(replies, start=1):
        value = {"y": "yes", "p": "partly", "n": "no"}[reply]
        page.locator(f"input[name=q{number}][value={value}]").check(force=True)
    send(page, check)
    expect(said(page)).to_be_visible()


def find_out_what_holds_it(owner: Page, leader: Page, action: str) -> None:
    owner.goto("/")
    owner.locator(f"a[href='{action}/still']").first.click()
    owner.locator("input[name=answer][value=stuck]").check(force=True)
    send(owner, "/still")
    owner.locator("input[name=form][value=named]").check(force=True)
    send(owner, "/checks")
    check = urlsplit(owner.url).path
    answer_eleven(owner, check, "yyynynypyyy")
    answer_eleven(leader, check, "yyynynnpyyy")
    send(leader, "/comparison")
    look(leader)
    leader.locator("[name=outcome]").fill("Ti timer")
    send(leader, "/outcome")
    owner.goto(action)
    expect(owner.get_by_text("Ti timer")).to_be_visible()


def close(page: Page, action: str, effect: str) -> None:
    page.goto(f"{action}/closure")
    page.locator("[name=done]").fill("Gjort.")
    page.locator(f"input[name=effect][value={effect}]").check(force=True)
    send(page, "/closure")
    expect(said(page)).to_be_visible()


@pytest.mark.parametrize("language", ["da", "en"])
def test_ten_notes_go_from_idea_to_effect(server: Server, group: str, browse: Browsing, language: str) -> None:
    ideas = IDEAS[language]
    maja, jonas, sara = browse(at=server.url), browse(at=server.url), browse("phone", at=server.url)
    for page, key in ((maja, "maja"), (jonas, "jonas"), (sara, "sara")):
        sign_in(page, f"{key}@skole.example")
        read_in(page, language)
    give(sara, group, ideas)
    prioritise(maja, server, group, ideas)
    actions = {idea: take_up(maja, group, idea) for idea in ideas}
    jonas.goto(f"/plan/{group}")
    expect(jonas.locator(".board .note")).to_have_count(len(ideas))
    look(jonas)

    meet(maja, group, {idea: 1 for idea in ideas}, done=[])
    stuck = actions[ideas[9]]
    pass_days_untouched(server, stuck.split("/")[-1], 60)
    find_out_what_holds_it(maja, jonas, stuck)
    jonas.goto(f"/plan/{group}/meetings")
    meet(jonas, group, {idea: 2 + place % 2 for place, idea in enumerate(ideas)}, done=ideas[:2])

    effects = dict(zip(ideas, ["yes", "no", "partly", *["yes"] * 7]))
    for idea, effect in effects.items():
        close(maja, actions[idea], effect)
    maja.goto(actions[ideas[1]])
    maja.locator("main a[href^='/actions/new']").first.click()
    Deal(f"{ideas[1]} II").write(maja)
    send(maja, "/actions")
    expect(maja.locator(f"main a[href='{actions[ideas[1]]}']").first).to_be_visible()

    lasting = actions[ideas[0]]
    pass_days_since_closing(server, lasting.split("/")[-1], 120)
    maja.goto("/")
    maja.locator(f"a[href='{lasting}/judgement']").click()
    maja.locator("input[name=lasted][value=yes]").check(force=True)
    maja.locator("[name=seen]").fill("Ja.")
    send(maja, "/judgement")
    maja.goto(f"/plan/{group}/figures")
    look(maja)

    # Whoever had the ideas has heard of each when it was taken up and when it was done.
    sara.goto("/")
    expect(sara.locator("main").get_by_text(ideas[9]).first).to_be_visible()
    sara.goto("/ideas/mine")
    expect(sara.locator("a.through[href^='/ideas/']")).to_have_count(len(ideas))
    fits(sara)
