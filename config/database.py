"""What each kind of database wants beside its address."""

from pathlib import Path

SQLITE_OPTIONS = {
    # A transaction takes its place in the queue when it begins; one that turns to writing later could only fail.
    "transaction_mode": "IMMEDIATE",
    "timeout": 5,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
KEPT_SECONDS = 600


def prepared(database: dict, base: Path) -> dict:
    """The database's settings, completed: a relative SQLite file lies under the base folder."""
    kept = {"CONN_MAX_AGE": KEPT_SECONDS, "CONN_HEALTH_CHECKS": True}
    if database["ENGINE"].endswith("postgresql"):
        return {**database, **kept}
    return {**database, **kept, "NAME": _file(database["NAME"], base), "OPTIONS": dict(SQLITE_OPTIONS)}


def _file(name: str, base: Path) -> str:
    if name == ":memory:":
        return name
    file = base / name
    if file.parent == base / "data":
        file.parent.mkdir(exist_ok=True)
    return str(file)
