"""Three servers behind a balancer that ties nobody to any of them, and each of them may be killed."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browsing import Browsing
from calling import Caller
from cluster import Cluster
from crowd import Crowd, picture
from looking import sign_in
from postgres import PrivatePostgres
from server import postgres_store
from test_board_hints import both_see
from workplace import Deal, add_action, button, cell, drop_with_keys, hangs, link, main_plan, note, said

REPORT = "Reolen i kælderen står skævt."
ROUNDS = 6
WRITERS = 6
REPRESENTATIVE, LEADER = "amr@demo.example", "leder@demo.example"

pytestmark = pytest.mark.parametrize("engine", ["postgres"], indirect=True, scope="session")


@pytest.fixture(scope="module")
def postgres(engine: str) -> Iterator[PrivatePostgres]:
    """One that writes durably, unlike the one that the other tests share."""
    with PrivatePostgres() as postgres:
        yield postgres


@pytest.fixture
def cluster(postgres: PrivatePostgres, tmp_path: Path) -> Iterator[Cluster]:
    with Cluster(postgres_store(postgres.conninfo), tmp_path, count=3, people=60) as cluster:
        yield cluster


def test_a_killed_server_takes_nothing_along_that_was_called_saved(cluster: Cluster) -> None:
    crowd = Crowd(cluster, WRITERS, picture())
    chance = random.Random(2026)
    interrupted = 0
    for round_ in range(ROUNDS):
        victim = cluster.servers[round_ % 3]
        with crowd.writing(is_cut_off=True):
            time.sleep(chance.uniform(0.1, 0.8))
            victim.kill()
            before = crowd.deeds
            # Until the others know that they need not wait for it.
            while crowd.deeds < before + 10:
                time.sleep(0.05)
        interrupted += sum(writer.under_way is not None or bool(writer.note.tried) for writer in crowd.writers)
        crowd.check()
        crowd.send_again()
        victim.start()
    crowd.check()
    assert interrupted > 0, "nobody was interrupted"
    assert all(one.process and one.process.poll() is None for one in cluster.servers), cluster.log_tail()


def stays(page: Page) -> Page:
    """From now on it may not be loaded anew."""
    page.evaluate("window.isTheSame = true")
    return page


def has_stayed(page: Page) -> None:
    assert page.evaluate("window.isTheSame === true"), f"{page.url} was loaded anew"


def test_open_pages_catch_up_by_themselves_whichever_server_dies(cluster: Cluster, browse: Browsing) -> None:
    leader = browse(at=cluster.url)
    sign_in(leader, LEADER)
    body = main_plan(leader)
    path = add_action(leader, body, Deal("Lås på skuret"))
    leader.goto(f"/plan/{body}")
    hangs(leader, "Lås på skuret", "started")

    # Four pages that stand open: boards, Today and an action.
    board, today, action = (browse(at=cluster.url) for _ in range(3))
    for page in (board, today, action):
        sign_in(page, REPRESENTATIVE)
    board.goto(f"/plan/{body}")
    today.goto("/")
    action.goto(path)
    for page in (board, today, action):
        stays(page)

    stages = ["under_way", "at_goal", "follow_up"]
    for victim, stage in zip(cluster.servers, stages):
        victim.kill()
        leader.goto(f"/plan/{body}")
        theme = note(leader, "Lås på skuret").locator("xpath=..").get_attribute("data-theme") or ""
        note(leader, "Lås på skuret").drag_to(cell(leader, stage, theme))
        hangs(board, "Lås på skuret", stage)
        victim.start()
    expect(action.locator(".page-header .meta")).to_contain_text("Opfølgning")
    for page in (board, today, action):
        has_stayed(page)


def test_a_move_is_seen_through_another_server_before_the_board_is_read(cluster: Cluster, browse: Browsing) -> None:
    mover, watcher = browse(at=cluster.url), browse(at=cluster.url)
    sign_in(mover, REPRESENTATIVE)
    sign_in(watcher, LEADER)
    both_see(mover, watcher, "Går fra server til server")
    # Each move goes to the next server; the watcher's line stays with one.
    for arrow, stage in zip(["ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"],
                            ["under_way", "at_goal", "follow_up", "at_goal"]):
        drop_with_keys(mover, "Går fra server til server", arrow)
        hangs(watcher, "Går fra server til server", stage)


def test_a_report_goes_its_way_on_open_pages_while_servers_die(cluster: Cluster, browse: Browsing) -> None:
    today, reporter = browse(at=cluster.url), browse("phone", at=cluster.url)
    sign_in(today, REPRESENTATIVE)
    news = link(today, "Ny melding: Noget var farligt")
    before = news.count()
    stays(today)
    sign_in(reporter, "ansat@demo.example")
    reporter.goto("/report")

    # It is sent while one server is dead, and Today shows it by itself.
    cluster.servers[0].kill()
    reporter.get_by_text("Noget var farligt").click()
    reporter.get_by_label("Fortæl kort").fill(REPORT)
    button(reporter, "Send").click()
    expect(reporter.locator("h1")).to_have_text("Tak. Det er modtaget.")
    expect(news).to_have_count(before + 1)
    has_stayed(today)
    cluster.servers[0].start()

    # The reporter's Today and the report's page show what becomes of it, whichever server tells them.
    reporter.goto("/")
    stays(reporter)
    today.goto("/reports")
    link(today, REPORT).click()
    expect(today.get_by_text(REPORT)).to_be_visible()
    stays(today)
    representative = today.context.new_page()
    representative.goto(today.url)
    cluster.servers[1].kill()
    link(representative, "Gør til en handling").click()
    Deal("Skrue reolen fast til væggen").write(representative)
    button(representative, "Gem").click()
    expect(said(representative)).to_have_text("Indsatsen er på tavlen.")
    expect(today.locator(".timeline")).to_contain_text("Sat på handleplanen")
    expect(reporter.get_by_text("Din melding er sat på handleplanen.").first).to_be_visible()
    has_stayed(today)
    has_stayed(reporter)
    cluster.servers[1].start()

    reporter.get_by_text("Din melding er sat på handleplanen.").first.click()
    expect(reporter.get_by_text(REPORT)).to_be_visible()
    stays(reporter)
    cluster.servers[2].kill()
    representative.goto(f"{representative.url}/closure")
    representative.get_by_label("Hvad blev gjort?").fill("Den sidder fast med fire skruer.")
    representative.get_by_label("Ja, det virkede").check()
    button(representative, "Afslut").click()
    expect(said(representative)).to_have_text("Indsatsen er afsluttet.")
    for page in (today, reporter):
        expect(page.locator(".timeline")).to_contain_text("Den sidder fast med fire skruer.")
        has_stayed(page)


def test_limits_hold_whichever_server_answers(cluster: Cluster) -> None:
    caller = Caller(cluster, REPRESENTATIVE)
    caller.cookies = ""
    answers = [caller.post("/signin", {"email": LEADER, "password": "en forkert kode"}) for _ in range(12)]
    assert ["15 minutter" in answer.text for answer in answers] == [False] * 10 + [True] * 2
