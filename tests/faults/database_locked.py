"""Another process holds the database and does not let it go: SQLite's one writer, then every table of PostgreSQL.

.venv/bin/python -m tests.faults.database_locked
"""

import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager

from tests.faults.drill import Drill, Outage, seconds_until
from tests.faults.place import Place, place
from tests.faults.postgres import Postgres, postgres

LAST = "comments_comment"
HELD = (
    f"SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted AND relation = '{LAST}'::regclass"
)
END = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()"
)
LOCK = f"""
BEGIN;
LOCK TABLE articles_edition, articles_revision, articles_staleground, comments_allowance, {LAST};
SELECT pg_sleep(300);
"""


def main() -> int:
    return max(sqlite_is_locked(), postgresql_is_locked())


def sqlite_is_locked() -> int:
    drill = Drill("SQLite's one writer is another process, which does not let go.")
    with place() as site:
        outage = Outage(drill, site)
        with locked_file(site):
            outage.finished_pages_are_served()
            refused = outage.posting_keeps_the_text()
            outage.finished_pages_are_served_beside_a_crowd(lambda: outage.writer.send("Þetta bíður."))
            answer = outage.ask(outage.undrawn)
            drill.check("A page that never was drawn is drawn: reading waits for no writer.", answer.status == 200)
            outage.processes_live()
        outage.comes_back(refused)
    return drill.end()


def postgresql_is_locked() -> int:
    drill = Drill("PostgreSQL's tables are locked by another, who does not let go.")
    with postgres() as cluster, place(cluster.url) as site:
        outage = Outage(drill, site)
        with locked_tables(cluster):
            refused = outage.readers_are_served()
        outage.comes_back(refused)
    return drill.end()


@contextmanager
def locked_file(site: Place):
    with closing(sqlite3.connect(site.file, timeout=60, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        yield
        database.execute("ROLLBACK")


@contextmanager
def locked_tables(cluster: Postgres):
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([*cluster.client, f"--command={LOCK}"], **silent) as other:
        seconds_until(lambda: cluster.tell(HELD) == "1")
        yield
        cluster.tell(END)
        other.wait(60)


if __name__ == "__main__":
    sys.exit(main())
