"""How many article pages a second: granian alone, nginx from our store, nginx with a file, a function on granian.

Counted for each second of processor time that the server used, with its children: what wrk would count on a core that
does nothing else, also where wrk itself or others on the machine take their share. The servers are kept on one core
and wrk on another, where there are two. They take turns, and a ratio is of one turn.
"""

import json
import os
import re
import subprocess
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import Figure, figure, median
from tests.bench.place import Place, ask, place, running
from tests.bench.processes import processor_seconds
from tests.bench.programs import NGINX, WRK
from tests.load.site import WEB_SERVER, free_port

ROUNDS, SECONDS, WARMING = 7, 2, 1
CONNECTIONS = 32
FUNCTION = [part.replace("config.wsgi:", "tests.bench.function:") for part in WEB_SERVER]
WHOLE = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx.error.log;
events {{ worker_connections 1024; }}
http {{
    include /etc/nginx/mime.types;
    sendfile on;
    tcp_nopush on;
    open_file_cache off;
    access_log {folder}/nginx.access.log;
    client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
    uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/static;
        location = /body {{
            default_type text/html;
            add_header Content-Encoding gzip;
        }}
    }}
    {more}
}}
"""


@dataclass(frozen=True)
class Served:
    port: int
    path: str
    process: subprocess.Popen


def measure() -> list[Figure]:
    with ExitStack() as stack:
        site = stack.enter_context(place())
        servers = stack.enter_context(all_servers(site))
        turns = [{name: pages_a_second(one) for name, one in servers.items()} for _ in range(ROUNDS)]
    return [ratio("granian", turns, "static"), *_from_store(turns), ratio("function", turns, "bare", of="granian")]


def _from_store(turns) -> list[Figure]:
    return [ratio("store", turns, "static")] if "store" in turns[0] else []


def ratio(key: str, turns: list[dict[str, float]], under: str, of: str = "") -> Figure:
    """Of each turn how many times as many pages the one served as the other."""
    over = of or key
    many, few = (round(median([turn[name] for turn in turns])) for name in (over, under))
    return figure(
        key, [turn[over] / turn[under] for turn in turns], f"{many:,} and {few:,} pages a second of processor time"
    )


@contextmanager
def all_servers(site: Place):
    """Those that are compared, by name: all answer the article page with the same bytes."""
    mine, _others = cores()
    with ExitStack() as stack:
        granian = Served(site.port, site.path, stack.enter_context(site.served(mine)))
        _status, headers, body = ask(granian.port, granian.path)
        write_down(site.folder, headers, body)
        port, web = free_port(), free_port()
        environment = site.environment | {"BENCH_FOLDER": str(site.folder / "static")}
        bare = stack.enter_context(running([*FUNCTION, "--port", str(port)], port, environment, core=mine))
        found = {"granian": granian, "bare": Served(port, "/", bare)}
        found |= stack.enter_context(nginx(site, web, mine))
        refuse_other_bytes(found, body)
        for one in found.values():
            load(one, WARMING)
        yield found


def write_down(folder: Path, headers: dict[str, str], body: bytes) -> None:
    """The page as it was answered: for nginx a file, and for the function its headers, too."""
    (folder / "static").mkdir()
    (folder / "static" / "body").write_bytes(body)
    own = [(name, value) for name, value in headers.items() if name not in ("server", "date")]
    (folder / "static" / "headers.json").write_text(json.dumps(own))


@contextmanager
def nginx(site: Place, port: int, core: int | None):
    """One nginx with two servers: of a plain file, and as the site has it printed, with nobody behind."""
    store, nobody = free_port(), free_port()
    printed = site.manage(
        "nginx_config",
        "--listen",
        f"127.0.0.1:{store}",
        "--upstream",
        f"127.0.0.1:{nobody}",
        "--logs",
        str(site.folder),
    )
    user = "user root;" if os.geteuid() == 0 else ""
    file = site.folder / "nginx.conf"
    file.write_text(WHOLE.format(user=user, folder=site.folder, port=port, more=printed))
    command = [NGINX, "-p", str(site.folder), "-e", str(site.folder / "nginx.error.log"), "-c", str(file)]
    with running(command, port, dict(os.environ), core=core) as process:
        found = {"static": Served(port, "/body", process)}
        # A page that needs the site behind it does not come from the store.
        if ask(store, site.path)[0] == 200:
            found["store"] = Served(store, site.path, process)
        yield found


def refuse_other_bytes(servers: dict[str, Served], body: bytes) -> None:
    for name, one in servers.items():
        status, headers, its = ask(one.port, one.path)
        if (status, its, headers.get("content-encoding")) != (200, body, "gzip"):
            raise SystemExit(f"{name} does not answer with the same bytes: {status}, {len(its)} and not {len(body)}.")


def cores() -> tuple[int | None, int | None]:
    """That of the servers and that of wrk; None where there is only one."""
    found = sorted(os.sched_getaffinity(0))
    return (found[0], found[1]) if len(found) > 1 else (None, None)


def pages_a_second(one: Served) -> float:
    """Of the processor time of its server."""
    before = processor_seconds(one.process.pid)
    return load(one, SECONDS) / (processor_seconds(one.process.pid) - before)


def load(one: Served, seconds: int) -> int:
    """How many pages wrk was given."""
    _mine, its = cores()
    page = f"http://127.0.0.1:{one.port}{one.path}"
    said = subprocess.run(
        [WRK, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-H", "Accept-Encoding: gzip", page],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=None if its is None else lambda: os.sched_setaffinity(0, {its}),
    ).stdout
    return answers(said)


def answers(said: str) -> int:
    """How many answers wrk counted. It refuses a run of which any was not the page."""
    if "Non-2xx" in said or "Socket errors" in said:
        raise SystemExit(f"Not every answer was the page:\n{said}")
    return int(re.search(r"(\d+) requests in", said)[1])
