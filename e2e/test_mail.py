"""Mails against a real mail server on loopback: none is lost and none comes twice, whoever refuses, is slow or dies."""

import os
import socket
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from calling import Caller, Form
from conftest import new_store
from post_office import PostOffice, certificate, wait_until
from postgres import PrivatePostgres
from server import Server, postgres_store

ADMINISTRATOR = "rikke@nordhavn.example"
READERS = [f"p{number}@nordhavn.example" for number in range(1, 7)]


@pytest.fixture
def office() -> Iterator[PostOffice]:
    with PostOffice() as office:
        yield office


def options(office: PostOffice, *more: str, scheme: str = "smtp", host: str = "127.0.0.1") -> list[str]:
    return ["--mail", f"{scheme}://{host}:{office.port}", "--mail-from", "forkant@nordhavn.example",
            "--mail-every", "1", *more]


@pytest.fixture
def workplace(engine: str, tmp_path: Path, office: PostOffice) -> Iterator[Server]:
    with people(Server(new_store(engine, tmp_path), tmp_path, options=options(office))) as server:
        yield server


class people:
    """The server with an administrator and readers who may sign in."""

    def __init__(self, server: Server) -> None:
        self.server = server

    def __enter__(self) -> Server:
        self.server.__enter__()
        self.server.add_user(ADMINISTRATOR, "Rikke Thy", "--administrator")
        return self.server

    def __exit__(self, *_: object) -> None:
        self.server.__exit__()


def say(server: Server, *statements: str) -> str:
    """What the first cell of the last statement holds."""
    if "--data" in server.store.options:
        with sqlite3.connect(Path(server.store.options[1]) / "forkant.sqlite", timeout=30) as database:
            for statement in statements:
                found = database.execute(statement).fetchone()
        database.close()
        return str(found[0]) if found else ""
    ran = subprocess.run(
        ["psql", server.store.options[1], "-qAtc", "; ".join(statements)], check=True, capture_output=True, text=True)
    return ran.stdout.strip()


def news(server: Server, readers: list[str] = READERS) -> None:
    """Each of these people has something that is due by mail."""
    if say(server, f"SELECT COUNT(*) FROM person WHERE email = '{readers[0]}'") == "0":
        for reader in readers:
            server.add_user(reader, reader.split("@")[0], "--language", "en")
    for number, reader in enumerate(readers):
        say(server,
            f"""INSERT INTO notice (id, person_id, at, da, en, path, mail_da, mail_en, mail_due)
                SELECT 'n{number}' || COUNT(*), (SELECT id FROM person WHERE email = '{reader}'),
                '2026-01-05T08:00:00.000Z', 'Støj', 'Noise', '/actions/x', 'Der er nyt.', 'There is news.',
                '{soon()}' FROM notice""")


def soon() -> str:
    return (datetime.now(timezone.utc) - timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def hurry(server: Server) -> None:
    """What waits to be tried again, or is held by a server that died, is due now."""
    say(server, f"UPDATE mail SET at = '{soon()}' WHERE state = 'waiting'")


def states(server: Server) -> str:
    counts = [
        f"{say(server, f'''SELECT COUNT(*) FROM mail WHERE state = '{state}' ''')} {state}"
        for state in ("waiting", "sent", "dead")
    ]
    return ", ".join(count for count in counts if not count.startswith("0"))


def all_sent(server: Server, count: int) -> None:
    wait_until(lambda: states(server) == f"{count} sent", f"{count} sent")


def test_mails_arrive_as_they_were_written(workplace: Server, office: PostOffice) -> None:
    news(workplace)
    office.wait_for(len(READERS))
    all_sent(workplace, len(READERS))
    assert sorted(mail["To"] for mail in office.taken) == sorted(READERS)
    mail = office.taken[0]
    assert mail["Subject"] == "Something waits for you in Forkant" and mail["From"] == "Forkant <forkant@nordhavn.example>"
    plain = mail.get_body(("plain",)).get_content().replace("\r\n", "\n")
    assert f"- There is news.\n  {workplace.url}/actions/x" in plain and f"{workplace.url}/account/mail" in plain
    assert f'<a href="{workplace.url}/actions/x">There is news.</a>' in mail.get_body(("html",)).get_content()
    assert "Noise" not in mail.as_string() and mail["List-Unsubscribe"] == f"<{workplace.url}/account/mail>"
    assert not mail.defects and len(set(office.ids)) == len(READERS)


def test_who_is_refused_for_now_is_tried_again_and_who_is_refused_for_good_is_listed(
    workplace: Server, office: PostOffice
) -> None:
    office.answers = ["451 4.3.0 Try later"]
    office.refusing[READERS[2]] = "550 5.1.1 No such user"
    news(workplace)
    office.wait_for(4)
    wait_until(lambda: states(workplace) == "1 waiting, 4 sent, 1 dead", "the others")
    hurry(workplace)
    office.wait_for(5)
    wait_until(lambda: states(workplace) == "5 sent, 1 dead", "the fifth")
    administrator = Caller(workplace, ADMINISTRATOR)
    page = administrator.get("/administration/mail").text
    assert "550 5.1.1 No such user" in page and ">p3<" in page
    office.refusing.clear()
    action = page.split('action="/administration/mail/')[2].split('"')[0]
    path = f"/administration/mail/{action}"
    assert administrator.post(path, Form(page, path).fields).status == 303
    office.wait_for(6)
    all_sent(workplace, 6)
    assert len(set(office.ids)) == 6


def test_a_server_that_hangs_up_in_the_middle_is_offered_the_same_mail_again(
    workplace: Server, office: PostOffice
) -> None:
    office.dies_in_the_middle = 3
    news(workplace)
    office.wait_for(3)
    for _ in range(3):
        hurry(workplace)
    wait_until(lambda: hurry(workplace) or states(workplace) == "6 sent", "all six")
    assert len(office.taken) == len(set(office.ids)) == 6 and office.offered == 9


def test_a_mail_server_that_is_away_loses_nothing(engine: str, tmp_path: Path) -> None:
    office = PostOffice()
    with people(Server(new_store(engine, tmp_path), tmp_path, options=options(office))) as workplace:
        news(workplace)
        wait_until(
            lambda: say(workplace, "SELECT COUNT(*) FROM mail WHERE problem <> ''") != "0", "the first complaint")
        assert "sent" not in states(workplace) and "dead" not in states(workplace)
        with office:
            hurry(workplace)
            office.wait_for(6)
            all_sent(workplace, 6)
            assert len(set(office.ids)) == 6


def test_forkant_may_be_killed_while_it_sends(workplace: Server, office: PostOffice) -> None:
    office.seconds_to_think = 0.3
    news(workplace)
    for taken in (1, 3):
        office.wait_for(taken)
        workplace.kill()
        hurry(workplace)
        workplace.start()
    wait_until(lambda: hurry(workplace) or states(workplace) == "6 sent", "all six")
    # A mail that the server took while Forkant died comes again as the same message, and no other way.
    assert len(set(office.ids)) == 6 and len(office.taken) <= 8
    for one in office.taken:
        assert {mail.as_string() for mail in office.taken if mail["Message-ID"] == one["Message-ID"]} == {one.as_string()}


@pytest.mark.parametrize("engine", ["postgres"], indirect=True, scope="session")
def test_a_database_that_is_away_for_a_moment_has_no_mail_sent_twice(
    engine: str, tmp_path: Path, office: PostOffice
) -> None:
    office.seconds_to_think = 1
    with PrivatePostgres() as postgres:
        store = postgres_store(postgres.conninfo)
        with people(Server(store, tmp_path, options=options(office))) as workplace:
            news(workplace)
            wait_until(lambda: office.offered == 1, "the first mail")
            postgres.crash()
            wait_until(lambda: len(office.taken) == 1, "the first mail's end")
            postgres.start()
            office.seconds_to_think = 0
            office.wait_for(6)
            all_sent(workplace, 6)
            assert len(office.taken) == len(set(office.ids)) == 6


def test_a_slow_mail_server_slows_no_page(workplace: Server, office: PostOffice) -> None:
    office.seconds_to_think = 3
    news(workplace)
    wait_until(lambda: office.offered > 0, "the first mail")
    administrator = Caller(workplace, ADMINISTRATOR)
    assert "smtp://127.0.0.1" in administrator.get("/administration/mail").text
    assert len(office.taken) < 6
    office.seconds_to_think = 0
    all_sent(workplace, 6)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True, scope="session")
def test_certificates_are_checked_and_the_password_is_right(engine: str, tmp_path: Path) -> None:
    file, context = certificate(tmp_path, "127.0.0.1")
    with PostOffice(tls=context, password="hemmelig") as office:
        trusting = options(office, "--mail-authorities", str(file), "--mail-user", "forkant", scheme="smtps")
        with people(Server(new_store(engine, tmp_path), tmp_path, options=options(office, scheme="smtps"))) as workplace:
            news(workplace, READERS[:1])
            wait_until(lambda: "ertificate" in say(workplace, "SELECT MAX(problem) FROM mail"), "a refused certificate")
            assert office.offered == 0
            for password, outcome in (("forkert", "535"), ("hemmelig", None)):
                workplace.stop()
                workplace.options = trusting
                os.environ["FORKANT_MAIL_PASSWORD"] = password
                workplace.start()
                del os.environ["FORKANT_MAIL_PASSWORD"]
                hurry(workplace)
                if outcome:
                    wait_until(lambda: outcome in say(workplace, "SELECT MAX(problem) FROM mail"), "a refused password")
            office.wait_for(1)
            assert "hemmelig" not in workplace.log.read_text()


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True, scope="session")
def test_starttls_is_asked_for_wherever_somebody_could_listen_in(engine: str, tmp_path: Path) -> None:
    # This computer under a name that is not loopback's.
    host = socket.gethostname()
    try:
        address = socket.gethostbyname(host)
    except OSError:
        pytest.skip("this computer has no name")
    file, context = certificate(tmp_path, host)
    with PostOffice() as plain, PostOffice(starttls=context) as encrypted:
        for office in (plain, encrypted):
            relay(address, office.port)
        with people(Server(new_store(engine, tmp_path), tmp_path, options=options(plain, host=host))) as workplace:
            news(workplace, READERS[:1])
            wait_until(lambda: say(workplace, "SELECT MAX(problem) FROM mail"), "a complaint")
            assert plain.offered == 0
            workplace.stop()
            workplace.options = options(encrypted, "--mail-authorities", str(file), host=host)
            workplace.start()
            hurry(workplace)
            encrypted.wait_for(1)


def relay(address: str, port: int) -> None:
    """Whoever calls `address` there reaches loopback."""
    if address.startswith("127."):
        return
    listener = socket.create_server((address, port))

    def carry(source: socket.socket, target: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                target.sendall(data)
        except OSError:
            pass
        finally:
            for end in (source, target):
                end.close()

    def listen() -> None:
        while True:
            caller, _ = listener.accept()
            inner = socket.create_connection(("127.0.0.1", port))
            for pair in ((caller, inner), (inner, caller)):
                threading.Thread(target=carry, args=pair, daemon=True).start()

    threading.Thread(target=listen, daemon=True).start()


def test_settings_that_cannot_be_meant_are_told_plainly(tmp_path: Path) -> None:
    program = Server(new_store("sqlite", tmp_path), tmp_path).program
    for words, told in (
        (["--mail", "mail.example"], "smtps://HOST:PORT"),
        (["--mail", "smtps://mail.example"], "FORKANT_MAIL_FROM"),
    ):
        ran = subprocess.run(
            [program, "serve", "--port", "0", "--data", str(tmp_path / "data"), *words], capture_output=True, text=True,
            timeout=60)
        assert ran.returncode != 0 and told in ran.stderr
