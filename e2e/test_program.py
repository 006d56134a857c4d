"""The program as its operator meets it on the console."""

import socket
import subprocess
from pathlib import Path

from server import ROOT, Server, free_port, sqlite_store


def said(folder: Path, *words: str) -> str:
    """What the program says on its way out of a command that cannot be carried out."""
    program = Server(sqlite_store(folder), folder).program
    ran = subprocess.run([program, *words], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ran.returncode != 0
    return ran.stderr.strip()


def test_a_port_that_is_taken_is_told_plainly(tmp_path: Path) -> None:
    port = free_port()
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        told = said(tmp_path, "serve", "--port", str(port), "--data", str(tmp_path / "data"))
    assert told == (
        f"Error: Nobody can listen on 127.0.0.1:{port}: Address already in use. Choose another with --port or --host."
    )


def test_a_folder_that_cannot_be_made_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    folder = tmp_path / "file" / "data"
    for command in (["migrate"], ["serve", "--port", "0"], ["demo"]):
        told = said(tmp_path, *command, "--data", str(folder))
        assert told == f"Error: The folder {folder} cannot be made or written to. Choose another with --data."


def test_law_files_that_are_missing_or_wrong_are_told_plainly(tmp_path: Path) -> None:
    law = tmp_path / "law"
    law.mkdir()
    ours = ROOT / "Resources/law"
    (law / "elections.yaml").write_text((ours / "elections.yaml").read_text())
    command = ["serve", "--port", "0", "--data", str(tmp_path / "data"), "--law-folder", str(law)]
    assert f"{law}/sizes.yaml: the file is missing or cannot be read" in said(tmp_path, *command)
    (law / "sizes.yaml").write_text((ours / "sizes.yaml").read_text().replace("employees: 35", "employees: many"))
    assert "a value must be a name and a whole number" in said(tmp_path, *command)


def test_the_demo_goes_into_an_empty_database_only(tmp_path: Path) -> None:
    server = Server(sqlite_store(tmp_path), tmp_path)
    assert "amr@demo.example" in server.run("demo", "--people", "20", "--if-empty")
    assert "Somebody is here already" in server.run("demo", "--people", "20", "--if-empty")
    assert "empty one only" in said(tmp_path, "demo", "--people", "20", *server.store.options)


def test_a_server_that_is_told_to_stop_ends_well(tmp_path: Path) -> None:
    with Server(sqlite_store(tmp_path), tmp_path) as server:
        process = server.process
        process.send_signal(2)
        assert process.wait(10) == 0
