"""What was called saved is there, whatever is killed and whenever; nothing is there twice."""

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from crowd import Crowd, picture
from postgres import PrivatePostgres
from server import Server, postgres_store, sqlite_store

ROUNDS = 15
WRITERS = 6


@pytest.fixture(scope="module")
def postgres(engine: str) -> Iterator[PrivatePostgres | None]:
    """One that writes durably, unlike the one that the other tests share."""
    if engine == "sqlite":
        yield None
        return
    with PrivatePostgres() as postgres:
        yield postgres


@pytest.fixture
def workplace(postgres: PrivatePostgres | None, tmp_path: Path) -> Iterator[Server]:
    store = postgres_store(postgres.conninfo) if postgres else sqlite_store(tmp_path)
    with Server(store, tmp_path, people=60) as server:
        yield server


@pytest.fixture
def crowd(workplace: Server) -> Crowd:
    return Crowd(workplace, WRITERS, picture())


def test_a_server_that_is_killed_has_lost_nothing_that_it_called_saved(workplace: Server, crowd: Crowd) -> None:
    instants = random.Random(2026)
    interrupted = 0
    for _ in range(ROUNDS):
        with crowd.writing(is_cut_off=True):
            time.sleep(instants.uniform(0.02, 1.2))
            workplace.kill()
        interrupted += sum(writer.under_way is not None or bool(writer.note.tried) for writer in crowd.writers)
        workplace.start()
        crowd.check()
        crowd.send_again()
    crowd.check()
    assert crowd.deeds > 10 * ROUNDS and interrupted > ROUNDS, f"{crowd.deeds} deeds, {interrupted} interrupted"


@pytest.mark.parametrize("engine", ["postgres"], indirect=True, scope="session")
def test_postgres_may_crash_while_people_write(workplace: Server, crowd: Crowd, postgres: PrivatePostgres) -> None:
    instants = random.Random(2027)
    for _ in range(ROUNDS):
        turned_away = sum(writer.turned_away for writer in crowd.writers)
        with crowd.writing():
            time.sleep(instants.uniform(0.02, 0.8))
            postgres.crash()
            time.sleep(instants.uniform(0.1, 0.5))
            postgres.start()
            time.sleep(instants.uniform(0.1, 0.5))
        assert sum(writer.turned_away for writer in crowd.writers) > turned_away, "nobody noticed"
        crowd.check()
        crowd.send_again()
    crowd.check()
    assert workplace.process.poll() is None, "forkant did not go on"
    assert crowd.deeds > 10 * ROUNDS, f"{crowd.deeds} deeds"
