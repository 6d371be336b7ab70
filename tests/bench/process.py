"""A web process as it is run: how soon it answers after its start, and what it has in memory after 1,000 answers."""

import shutil
import subprocess
import time

from tests.bench.figures import Figure, figure, median
from tests.bench.place import Place, ask, place, wait_for
from tests.bench.processes import family, proportional_megabytes
from tests.load.site import ROOT, WEB_SERVER

STARTS, REQUESTS = 5, 1_000
WARMED_UP = 3  # seconds after its first answer it has read its dictionaries, see config/wsgi.py


def measure() -> list[Figure]:
    with place() as site:
        seconds_to_answer(site)  # files are read from the disk once
        finished = [seconds_to_answer(site) for _ in range(STARTS)]
        empty = [seconds_to_answer(site, is_empty=True) for _ in range(STARTS)]
        workers, whole = memory(site)
    return [
        figure("memory", [workers], f"PSS; {whole:.0f} MB with the process that watches it"),
        figure("start", empty, f"the store empty; {median(finished):.2f} s where the page is finished"),
    ]


def seconds_to_answer(site: Place, *, is_empty: bool = False) -> float:
    """From the start of the server until the article page is there."""
    if is_empty:
        shutil.rmtree(site.folder / "pages", ignore_errors=True)
    begun = time.perf_counter()
    process = subprocess.Popen(
        [*WEB_SERVER, "--port", str(site.port)],
        cwd=ROOT,
        env=site.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(site.port, site.path, process)
        return time.perf_counter() - begun
    finally:
        process.terminate()
        process.wait()


def memory(site: Place) -> tuple[float, float]:
    """Megabytes of the worker, and of all processes of the server, after every page of the samples was asked for."""
    paths = addresses(site)
    with site.served() as process:
        time.sleep(WARMED_UP)
        for number in range(REQUESTS):
            status, _headers, _body = ask(site.port, paths[number % len(paths)])
            if status != 200:
                raise SystemExit(f"{paths[number % len(paths)]} answered {status}.")
        found = {pid: proportional_megabytes(pid) for pid in family(process.pid)}
    return max(found.values()), sum(found.values())


def addresses(site: Place) -> list[str]:
    program = "from articles.pages.listing import addresses; print(*dict.fromkeys(addresses()))"
    return site.manage("shell", "--no-imports", "-c", program).split()
