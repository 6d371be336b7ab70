"""Databases of their own for tests that start processes: of the kind that the tests run on."""

import uuid
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from django.db import connection


def is_postgresql() -> bool:
    return connection.vendor == "postgresql"


@contextmanager
def empty_database(folder: Path):
    """The address of a database without tables, which is gone afterwards."""
    if not is_postgresql():
        yield f"sqlite:///{folder}/{uuid.uuid4().hex}.sqlite3"
        return
    name = f"munur_{uuid.uuid4().hex}"
    _tell(f"CREATE DATABASE {name}")
    try:
        yield _address(name)
    finally:
        _tell(f"DROP DATABASE {name} WITH (FORCE)")


def _address(name: str) -> str:
    known = connection.settings_dict
    password = f":{quote(known['PASSWORD'], safe='')}" if known["PASSWORD"] else ""
    return f"postgres://{known['USER']}{password}@{known['HOST']}:{known['PORT']}/{name}"


def _tell(sentence: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(sentence)
