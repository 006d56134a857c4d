"""The program as who watches over it meets it: its log, its figures, and how it stops."""

import io
import json
import signal
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from prometheus_client.parser import text_string_to_metric_families

from calling import EDGE, Caller, Form, Program
from conftest import new_store
from server import Server

REPRESENTATIVE = "amr@demo.example"
TOKEN = "a token for figures"


@pytest.fixture
def watched(engine: str, tmp_path: Path) -> Iterator[Server]:
    server = Server(new_store(engine, tmp_path), tmp_path, people=60, options=["--log-level", "info"])
    server.environment["FORKANT_METRICS_TOKEN"] = TOKEN
    with server:
        yield server


def asked(server: Server, path: str, token: str = "") -> tuple[int, str, dict[str, str]]:
    request = urllib.request.Request(server.url + path, headers={"Authorization": f"Bearer {token}"} if token else {})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read().decode(), dict(answer.headers)
    except urllib.error.HTTPError as refusal:
        return refusal.code, refusal.read().decode(), dict(refusal.headers)


def figures(server: Server) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """As Prometheus' own reader reads them."""
    status, text, _ = asked(server, "/metrics", TOKEN)
    assert status == 200
    families = list(text_string_to_metric_families(text))
    assert all(family.documentation and family.type != "unknown" for family in families)
    return {(one.name, tuple(sorted(one.labels.items()))): one.value for family in families for one in family.samples}


def lines(server: Server) -> list[dict]:
    """The log's lines: all that is no word to the console is JSON."""
    return [json.loads(line) for line in server.log.read_text().splitlines() if line.startswith("{")]


def test_prometheus_reads_the_figures_and_every_line_of_the_log_is_json(watched: Server) -> None:
    assert asked(watched, "/metrics")[0] == 404
    caller = Caller(watched, REPRESENTATIVE)
    for path in ("/", "/plan", "/people?q=hemmelig", "/report", "/elections", "/reports/mine", "/no/such/page"):
        caller.get(path)
    told = figures(watched)
    assert told["forkant_requests_total", (("method", "GET"), ("route", "/people"), ("status", "2xx"))] == 1
    assert told["forkant_request_seconds_count", (("method", "GET"), ("route", "/people"))] == 1
    assert told["forkant_database_answers", ()] == 1
    assert told["process_start_time_seconds", ()] > 1_700_000_000
    assert told["process_resident_memory_bytes", ()] % (32 << 20) == 0
    routes = {value for _, labels in told for name, value in labels if name == "route"}
    assert "/" in routes and "/report" not in routes and "/elections" not in routes and "/reports/mine" not in routes

    status, _, headers = asked(watched, "/signin")
    assert status == 200
    log = lines(watched)
    assert all(line["at"].endswith("Z") and line["level"] and line["message"] for line in log)
    answered = [line for line in log if line["message"] == "Answered"]
    assert {line["route"] for line in answered} >= {"/", "/people", "/signin", "/metrics", "/health/live"}
    assert {line["route"] for line in answered} <= routes | {"/metrics"}
    assert answered[-1]["request"] == headers["X-Request-Id"]
    assert len({line["request"] for line in answered}) == len(answered)
    text = watched.log.read_text()
    words = [line for line in text.splitlines() if not line.startswith("{")]
    assert all(line.startswith(("Forkant serves on ", "PDF is not set up here")) for line in words)
    for personal in ("hemmelig", "amr@", "hb.request.id", "/report", "/elections"):
        assert personal not in text


def report_form(caller: Caller) -> tuple[bytes, str]:
    """A report with a photo, as a browser sends it: the request, and what is reported."""
    what = "Løs flise ved døren"
    fields = Form(caller.get("/report").text, "/report").fields | {"kind": "near_miss", "what": what, "anonymous": "on"}
    photo = io.BytesIO()
    Image.effect_noise((900, 700), 60).convert("RGB").save(photo, "png")
    parts = [f'name="{name}"\r\n\r\n{value}'.encode() for name, value in fields.items()]
    parts.append(b'name="photos"; filename="gulv.png"\r\nContent-Type: image/png\r\n\r\n' + photo.getvalue())
    body = b"".join(f"--{EDGE}\r\nContent-Disposition: form-data; ".encode() + part + b"\r\n" for part in parts)
    body += f"--{EDGE}--\r\n".encode()
    head = (
        f"POST /report HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {caller.cookies}\r\n"
        f"Content-Type: multipart/form-data; boundary={EDGE}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body, what


def test_neither_figures_nor_log_move_with_a_report_without_a_name(watched: Server) -> None:
    caller = Caller(watched, REPRESENTATIVE)
    assert caller.get("/plan").status in (200, 303)

    def told() -> tuple[dict[object, float], list[dict]]:
        """Without what jobs do by the clock, the process's own, and these readings."""
        moving = ("forkant_job_", "process_", "forkant_database_waiting")
        figures_now = {key: value for key, value in figures(watched).items() if not key[0].startswith(moving)}
        figures_now = {key: value for key, value in figures_now.items() if ("route", "/metrics") not in key[1]}
        return figures_now, [line for line in lines(watched) if line.get("route") != "/metrics"]

    before = told()
    what = "Noget, som ingen må vide hvem har sagt"
    fields = Form(caller.get("/report").text, "/report").fields | {"kind": "near_miss", "what": what, "anonymous": "on"}
    assert caller.post("/report", fields).status in (200, 303)
    for path in ("/follow", "/elections", "/time", "/reports", "/r/no-such-link", "/favicon.ico", "/signin?to=/report"):
        caller.get(path)
    assert told() == before
    program = Program(watched, REPRESENTATIVE, "reports:read")
    assert what in [one["what"] for one in program.rows("reports")]
    assert told() == before


def read_all(line: socket.socket) -> bytes:
    answer = b""
    while piece := line.recv(65536):
        answer += piece
    return answer


def wait_until(holds: object, seconds: float = 15) -> None:
    give_up = time.monotonic() + seconds
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < give_up, "it did not come about"
        time.sleep(0.02)


def test_a_report_that_is_being_sent_when_the_server_is_told_to_stop_is_taken_in(watched: Server) -> None:
    caller = Caller(watched, REPRESENTATIVE)
    request, what = report_form(caller)
    half = len(request) // 2
    with socket.create_connection(("127.0.0.1", watched.port), timeout=30) as line:
        line.sendall(request[:half])
        time.sleep(0.3)
        process = watched.process
        process.send_signal(signal.SIGTERM)
        wait_until(lambda: not watched.is_alive())
        assert process.poll() is None, watched.log_tail()
        for start in range(half, len(request), 65536):
            line.sendall(request[start : start + 65536])
            time.sleep(0.02)
        answer = read_all(line)
    head, _, page = answer.partition(b"\r\n\r\n")
    assert head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 303")), head
    length = next((int(one.split(b":")[1]) for one in head.split(b"\r\n") if one.lower().startswith(b"content-length")), 0)
    assert len(page) == length
    assert process.wait(15) == 0, watched.log_tail()
    assert [line["message"] for line in lines(watched)][-1] == "Stopped"
    watched.start()
    assert what in [one["what"] for one in Program(watched, REPRESENTATIVE, "reports:read").rows("reports")]


@pytest.fixture
def draining(engine: str, tmp_path: Path) -> Iterator[Server]:
    """Answers on for two seconds after the signal."""
    with Server(new_store(engine, tmp_path), tmp_path, people=60, options=["--drain", "2"]) as server:
        yield server


def test_a_balancer_is_told_at_once_and_open_pages_move_over(draining: Server) -> None:
    caller = Caller(draining, REPRESENTATIVE)
    page = caller.get("/plan")
    page = caller.get(page.location) if page.location else page
    address = page.text.split('data-live="')[1].split('"')[0].replace("&amp;", "&")
    heard: list[bytes] = []

    def listen() -> None:
        with socket.create_connection(("127.0.0.1", draining.port), timeout=30) as line:
            line.sendall(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {caller.cookies}\r\n\r\n".encode())
            while piece := line.recv(65536):
                heard.append(piece)
        heard.append(b"the end")

    listening = threading.Thread(target=listen, daemon=True)
    listening.start()
    wait_until(lambda: b"retry: 2000" in b"".join(heard))
    assert asked(draining, "/health/ready")[0] == 200
    process = draining.process
    process.send_signal(signal.SIGTERM)
    wait_until(lambda: asked(draining, "/health/ready")[0] == 503)
    assert '"stopping"' in asked(draining, "/health/ready")[1]
    status, _, headers = asked(draining, "/signin")
    assert status == 200 and headers["Connection"] == "close"
    assert caller.get("/plan").status in (200, 303)
    assert b"the end" not in heard, "the line has ended before its time"
    assert process.wait(20) == 0, draining.log_tail()
    listening.join(5)
    told = b"".join(heard).decode()
    assert told.endswith("the end")
    waits = [int(line.removeprefix("retry: ")) for line in told.replace("\r\n", "\n").split("\n") if line.startswith("retry: ")]
    assert waits[0] == 2000 and len(waits) == 2 and 1000 <= waits[1] <= 3000


def test_connections_that_nobody_uses_keep_no_server(watched: Server) -> None:
    caller = Caller(watched, REPRESENTATIVE)
    assert caller.get("/").status == 200
    process = watched.process
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 0


def begun(server: Server) -> socket.socket:
    """A request whose end never comes."""
    line = socket.create_connection(("127.0.0.1", server.port), timeout=30)
    line.sendall(b"POST /signin HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n")
    line.sendall(b"Content-Length: 1000\r\n\r\nemail=x")
    time.sleep(0.3)
    return line


def test_a_request_that_never_ends_keeps_no_server(tmp_path: Path) -> None:
    with Server(new_store("sqlite", tmp_path), tmp_path, options=["--patience", "1"]) as server, begun(server):
        process = server.process
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0, server.log_tail()


def test_a_second_signal_ends_at_once(tmp_path: Path) -> None:
    with Server(new_store("sqlite", tmp_path), tmp_path, options=["--drain", "600"]) as server, begun(server):
        process = server.process
        process.send_signal(signal.SIGTERM)
        wait_until(lambda: asked(server, "/health/ready")[0] == 503)
        process.send_signal(signal.SIGINT)
        assert process.wait(5) == 128 + signal.SIGINT
        assert [line["message"] for line in lines(server)] == ["Stops", "Ends at once"]


def test_settings_that_are_unsafe_or_unknown_are_told_plainly(tmp_path: Path) -> None:
    for options, environment, told in (
        (["--log-level", "debug"], {}, "The log says info, notice, warning or error, not debug."),
        (["--drain", "601"], {}, "between 0 and 600 seconds"),
        ([], {"FORKANT_DRAIN": "soon"}, "between 0 and 600 seconds"),
        ([], {"FORKANT_METRICS_TOKEN": "short"}, "must be at least 16 characters"),
    ):
        server = Server(new_store("sqlite", tmp_path), tmp_path, options=options)
        server.environment.update(environment)
        with pytest.raises(AssertionError, match="did not become ready"):
            server.start()
        assert told in server.log_tail()
