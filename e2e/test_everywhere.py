"""Every main page, as everyone sees it: wide, on a small phone and in the dark, in both languages."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from browsing import Browsing
from conftest import new_store
from looking import axe, fits, read_in, sign_in
from server import Server
from workplace import main_plan

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True, scope="session")


def href(page: Page, at: str, links: str) -> str:
    """Where the first of these links on that page leads."""
    page.goto(at)
    return page.locator(links).first.get_attribute("href") or ""


def pages_of_a_member(page: Page) -> list[str]:
    body = main_plan(page)
    action = href(page, f"/plan/{body}", ".board a[data-title]")
    unit = href(page, f"/bodies/{body}", "a[href^='/units/']")
    idea = href(page, f"/plan/{body}/ideas", "a.through[href^='/ideas/']")
    rounds = [href(page, f"/plan/{body}/priorities", f"li:nth-child({place}) a[href^='/priorities/']") for place in (1, 2)]
    card = href(page, rounds[0], "a.through[href*='/cards/']")
    report = href(page, "/reports", "a[href^='/reports/']:not([href*='export']):not([href$='/mine'])")
    return [
        "/", f"/plan/{body}", f"/plan/{body}/themes", f"/plan/{body}/print", f"/actions?body={body}",
        f"/actions/new?body={body}", action, f"{action}/edit", f"{action}/closure", f"{action}/hold",
        f"/plan/{body}/ideas", idea, "/idea", "/ideas/mine", f"{action}/requests/new", f"/plan/{body}/lasting", "/examples",
        f"/plan/{body}/table", f"/plan/{body}/table/print", f"/plan/{body}/print?paper=a4", f"/plan/{body}/figures", "/plans",
        f"/plan/{body}/still", f"/plan/{body}/handed", f"{action}/still", f"{action}/checks/new", f"{action}/unsolved",
        f"{action}/handings/new", f"{action}/expert-help/new",
        f"/plan/{body}/priorities",
        f"/plan/{body}/priorities/new", *rounds, card, f"{rounds[1]}/print", "/prioritise",
        "/report", "/reports", "/reports/mine", report, "/organisation", unit, f"{unit}/poster", f"{unit}/handlers", "/bodies",
         "/organisation/chart", "/organisation/chart/print",
         "/organisation/chart/print?paper=a4", "/organisation/plan", "/organisation/plan/print",
         f"/bodies/{body}", f"/bodies/{body}/seats", f"/bodies/{body}/rules", "/agreements", "/templates",
         "/templates/company_agreement/paper", "/proximity", f"{unit}/proximity", "/people", "/account", "/account/mail",
         "/findes-ikke",
    ]


def pages_of_an_administrator(_: Page) -> list[str]:
    return [
        "/administration", "/administration/people/new", "/administration/journal", "/administration/mail", "/units/new", "/bodies/new",
        "/import", "/agreements/new", "/safety-organisation", "/double-roles",
    ]


def pages_of_everyone(page: Page) -> list[str]:
    return ["/signin", "/follow"]


PEOPLE = {
    "member": ("amr@demo.example", pages_of_a_member),
    "administrator": ("admin@demo.example", pages_of_an_administrator),
    "visitor": (None, pages_of_everyone),
}


@pytest.fixture(scope="module")
def own_demo(engine: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """People read it in one language and then in the other, so it is not shared."""
    folder = tmp_path_factory.mktemp("everywhere")
    with Server(new_store(engine, folder), folder, people=60) as server:
        yield server


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("view", ["wide", "phone", "dark"])
def test_every_page_is_readable(browse: Browsing, own_demo: Server, view: str, language: str, who: str) -> None:
    page = browse(view, at=own_demo.url, language={"da": "da-DK", "en": "en-GB"}[language])
    email, pages = PEOPLE[who]
    if email:
        sign_in(page, email)
        read_in(page, language)
    titles: dict[str, str] = {}
    problems: list[str] = []
    for path in pages(page):
        page.goto(path)
        try:
            fits(page)
            # In the dark only the colours are others.
            axe(page, only="color-contrast" if view == "dark" else None)
            assert page.locator("html").get_attribute("lang") == language, f"{path} is in another language"
            assert page.locator("h1").count() == 1, f"{path} has not exactly one heading"
            twin = titles.setdefault(page.title(), path)
            assert twin == path, f"{path} has the same title as {twin}: {page.title()}"
        except AssertionError as problem:
            problems.append(str(problem))
    assert not problems, "\n".join(problems)
