"""Several servers behind a balancer, on one PostgreSQL."""

import shutil
import signal
import subprocess
import time
from pathlib import Path

from server import Server, Store, free_port

SECRET = "one secret of all servers of the tests"

# Nobody is tied to a server: each request goes to the next one. What cannot connect is tried elsewhere; a server that
# does not answer ready gets nobody.
CONFIGURATION = """
defaults
    mode http
    timeout connect 1s
    timeout client 60s
    timeout server 60s
    timeout tunnel 1h
    retries 3
    option redispatch 1
    option forwardfor
    retry-on conn-failure

frontend site
    bind 127.0.0.1:{port}
    default_backend servers

backend servers
    balance roundrobin
    option httpchk GET /health/ready
    default-server check inter 200ms fall 1 rise 1 observe layer4 error-limit 1 on-error mark-down
{servers}
"""


class Balancer:
    """Started inside `with`, gone after it."""

    def __init__(self, servers: list[Server], folder: Path, port: int) -> None:
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        lines = [f"    server s{number} 127.0.0.1:{one.port}" for number, one in enumerate(servers, 1)]
        self.file = folder / "haproxy.cfg"
        self.file.write_text(CONFIGURATION.format(port=port, servers="\n".join(lines)))
        self.log = folder / "haproxy.log"
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Balancer":
        program = shutil.which("haproxy") or "/usr/sbin/haproxy"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [program, "-db", "-f", str(self.file)], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        return self

    def __exit__(self, *_: object) -> None:
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(10)


class Cluster(Server):
    """Looks like one server: its address is the balancer's. Servers are killed and started by their number."""

    def __init__(self, store: Store, folder: Path, count: int, people: int = 0) -> None:
        super().__init__(store, folder, people)
        # Told to all, as the operator does it; programs on the command line need none.
        self.options = ["--trusted-proxies", "1", "--public-address", self.url]
        self.servers = []
        for number in range(1, count + 1):
            place = folder / f"server{number}"
            place.mkdir()
            one = Server(store, place, options=self.options)
            one.environment = {"FORKANT_SECRET": SECRET}
            self.servers.append(one)
        self.balancer = Balancer(self.servers, folder, self.port)

    def start(self) -> None:
        for one in self.servers:
            one.start()
        self.balancer.__enter__()
        give_up = time.monotonic() + 30
        while not self.is_alive():
            assert time.monotonic() < give_up, self.balancer.log.read_text()
            time.sleep(0.05)

    def stop(self) -> None:
        self.balancer.__exit__()
        self.balancer.process = None
        for one in self.servers:
            one.stop()

    def log_tail(self, lines: int = 40) -> str:
        return "\n".join(f"server {one.port}:\n{one.log_tail(lines)}" for one in self.servers)
