"""What comes after an action is closed: did it last, who else can learn from it, and what the leader said."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from browsing import Browsing
from days import pass_days_since_closing
from looking import axe, fits, sign_in
from server import Server
from workplace import Deal, add_action, add_group, begin, button, in_days, link, said, seat

UNITS = [
    {"kode": "KV", "overordnet": "1", "type": "afdeling", "navn": "Køkken og værksted"},
    {"kode": "BI", "overordnet": "1", "type": "afdeling", "navn": "Biblioteket"},
]
PEOPLE = {"maja": ("Maja Holm", "KV"), "jonas": ("Jonas Riis", "KV"), "karl": ("Karl Åkjær", "BI")}


def two_groups(server: Server, browse: Browsing) -> dict[str, str]:
    """The ids of both groups, by their units' codes."""
    admin = browse(at=server.url)
    begin(admin, server.setup_address(), "Åby Skole", "Bodil Ærø", "bodil@skole.example")
    server.import_rows("units", UNITS)
    for key, (name, unit) in PEOPLE.items():
        server.add_user(f"{key}@skole.example", name, "--unit", unit)
    groups = {code: add_group(admin, f"AMG {code}", code) for code in ("KV", "BI")}
    seat(admin, groups["KV"], "maja@skole.example", "representative")
    seat(admin, groups["KV"], "jonas@skole.example", "leader")
    seat(admin, groups["BI"], "karl@skole.example", "representative")
    return groups


def as_person(browse: Browsing, server: Server, view: str, key: str) -> Page:
    page = browse(view, at=server.url)
    sign_in(page, f"{key}@skole.example")
    return page


def close(page: Page, action: str, done: str) -> None:
    page.goto(f"{action}/closure")
    page.get_by_label("Hvad blev gjort?").fill(done)
    page.get_by_label("Ja, det virkede").check()
    page.get_by_label("Hvad lærte I?").fill("Spørg dem, der står der hver dag.")
    fits(page)
    axe(page)
    button(page, "Afslut").click()
    expect(said(page)).to_have_text("Indsatsen er afsluttet.")


def judge(page: Page, what: str, answer: str, seen: str) -> None:
    """From Today, as the question comes."""
    page.goto("/")
    link(page, f"Holdt det? {what}").click()
    page.get_by_label(answer).check()
    page.get_by_label("Hvad ser I nu?").fill(seen)
    fits(page)
    axe(page)
    button(page, "Svar").click()


def test_it_is_asked_whether_it_lasted_and_others_learn(server: Server, browse: Browsing) -> None:
    groups = two_groups(server, browse)
    maja = as_person(browse, server, "phone", "maja")
    trays = add_action(maja, groups["KV"], Deal("Bakker under vasken", due=in_days(3)))
    mats = add_action(maja, groups["KV"], Deal("Måtter ved døren", due=in_days(3)))
    close(maja, trays, "Ti bakker er sat op.")
    close(maja, mats, "To måtter er lagt ud.")
    maja.goto("/")
    expect(maja.get_by_text("Holdt det?")).to_have_count(0)
    for action in (trays, mats):
        pass_days_since_closing(server, action.split("/")[-1], 120)

    judge(maja, "Bakker under vasken", "Ja, det holdt", "De bliver tømt hver fredag.")
    expect(maja.get_by_text("De bliver tømt hver fredag.")).to_be_visible()
    fits(maja)
    axe(maja)

    judge(maja, "Måtter ved døren", "Nej, det holdt ikke", "De er slidt op.")
    expect(maja.locator("[name=what]")).to_have_value("Måtter ved døren")
    Deal("En rist ved døren").write(maja)
    button(maja, "Gem").click()
    link(maja, "Måtter ved døren").click()
    expect(link(maja, "En rist ved døren")).to_be_visible()

    # The library looks without scripts, and takes the trays over.
    karl = as_person(browse, server, "plain", "karl")
    karl.goto(f"/actions/new?body={groups['BI']}")
    link(karl, "Se, hvad andre har gjort").click()
    karl.get_by_label("Hvad er problemet?").fill("bakker")
    button(karl, "Vis").click()
    expect(karl.get_by_text("Ti bakker er sat op.")).to_be_visible()
    expect(karl.get_by_text("Det holdt", exact=True)).to_be_visible()
    expect(karl.get_by_text("Maja")).to_have_count(0)
    expect(karl.get_by_text("Måtter ved døren")).to_have_count(0)
    karl.get_by_role("link", name="Brug det her").click()
    expect(karl.locator("[name=what]")).to_have_value("Bakker under vasken")
    expect(karl.locator("[name=how]")).to_have_value("Ti bakker er sat op.")
    karl.locator("[name=due]").fill(in_days(20))
    button(karl, "Gem").click()
    link(karl, "Efter et eksempel: Bakker under vasken").click()
    assert urlsplit(karl.url).path.startswith("/examples/")


def test_a_leader_is_asked_and_answers(server: Server, browse: Browsing) -> None:
    groups = two_groups(server, browse)
    maja = as_person(browse, server, "phone", "maja")
    action = add_action(maja, groups["KV"], Deal("Støj fra kompressoren"))
    link(maja, "Spørg lederen").click()
    maja.get_by_label("Penge").check()
    button(maja, "Send spørgsmålet").click()
    expect(maja.locator(".problems")).to_be_visible()
    maja.get_by_label("Hvad, hvor meget og hvorfor?").fill("6.500 kroner til en kasse om den")
    maja.get_by_label("Hvornår har I brug for svar?").fill(in_days(10))
    fits(maja)
    axe(maja)
    button(maja, "Send spørgsmålet").click()
    expect(said(maja)).to_have_text("Lederen har fået spørgsmålet.")

    jonas = as_person(browse, server, "plain", "jonas")
    link(jonas, "Beslut: Støj fra kompressoren").click()
    jonas.get_by_label("Delvist").check()
    jonas.get_by_label("Hvorfor?").fill("Halvdelen i år.")
    jonas.get_by_label("Fra hvilken dag?").fill(in_days(30))
    button(jonas, "Send svaret").click()
    expect(said(jonas)).to_have_text("Svaret er sendt til alle, der er med.")

    maja.goto("/")
    link(maja, "Lederen har sagt delvist ja om »Støj fra kompressoren«.").click()
    expect(maja.get_by_text("Halvdelen i år.")).to_be_visible()
    assert urlsplit(maja.url).path == action
