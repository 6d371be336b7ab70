"""A PostgreSQL database into a file and back, by the programs that come with it: pg_dump, pg_restore and psql."""

import os
import shutil
import subprocess
from pathlib import Path

from django.db import connection, transaction
from django.db.backends.postgresql.client import DatabaseClient

from config.backup import NotPossible

ENGINE, MEMBER = "postgresql", "database.dump"
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
# What the site has in its schema, but not what an extension brought there.
DROPPING = """
SELECT format('DROP TABLE %I CASCADE;', tablename) FROM pg_tables WHERE schemaname = current_schema()
UNION ALL
SELECT format('DROP ROUTINE %s CASCADE;', oid::regprocedure) FROM pg_proc
WHERE pronamespace = current_schema()::regnamespace
AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
"""
# Tables that the site uses meanwhile are waited for, but not for ever.
PATIENCE = "-c lock_timeout=10s"


def dump(file: Path) -> dict[str, int]:
    """Write a copy as of this moment, and return how many rows each table of it has."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        [[snapshot]] = cursor.execute("SELECT pg_export_snapshot()").fetchall()
        found = counts()
        _run("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--snapshot={snapshot}", f"--file={file}")
    return found


def counts() -> dict[str, int]:
    with connection.cursor() as cursor:
        tables = [name for (name,) in cursor.execute(TABLES).fetchall()]
        return {name: cursor.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}


def is_empty() -> bool:
    return not counts()


def examine(file: Path) -> None:
    """Raise NotPossible where the copy cannot be read or a program is missing; leaves its commands beside it."""
    _program("psql")
    done = subprocess.run(
        [_program("pg_restore"), "--no-owner", "--no-acl", f"--file={_script(file)}", str(file)],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise NotPossible(f"The database in the backup cannot be read: {_last_line(done.stderr)} Nothing was changed.")


def load(file: Path) -> None:
    """Put the copy, which was examined, in the place of what is there, in one transaction."""
    dropping = file.with_suffix(".drop.sql")
    with connection.cursor() as cursor:
        dropping.write_text("\n".join(line for (line,) in cursor.execute(DROPPING).fetchall()))
    connection.close()
    options = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
    _run("psql", *options, f"--file={dropping}", f"--file={_script(file)}", PGOPTIONS=PATIENCE)


def _script(file: Path) -> Path:
    return file.with_suffix(".sql")


def _run(program: str, *options: str, **environment: str) -> None:
    """Run one of the programs for our database. The password goes by its environment, which others cannot read."""
    (_name, *address), secrets = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    done = subprocess.run(
        [_program(program), *options, *address],
        env={**os.environ, **(secrets or {}), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise NotPossible(f"{program} failed: {_last_line(done.stderr)} The database is as it was before.")


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise NotPossible(
            f"{name} is not installed here. On Debian and Ubuntu it is in the package postgresql-client."
        )
    return found


def _last_line(said: str) -> str:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return f"{lines[-1].rstrip('.')}." if lines else "it said nothing."
