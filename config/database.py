"""What each kind of database wants beside its address."""

from pathlib import Path

SQLITE_OPTIONS = {
    # A transaction takes its place in the queue when it begins; one that turns to writing later could only fail.
    "transaction_mode": "IMMEDIATE",
    "timeout": 5,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
KEPT_SECONDS = 600
# A Redis that hangs is as good as none; see config/away.py for what is answered then.
REDIS_OPTIONS = {"socket_connect_timeout": 2, "socket_timeout": 2}
# Nobody waits for ever for an answer that a network swallowed.
POSTGRES_OPTIONS = {
    "connect_timeout": 2,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "tcp_user_timeout": 5000,  # milliseconds
}
LONGEST_LOCK = 4  # seconds
POOL_OPTIONS = {
    "min_size": 1,
    # A reader who waits longer gets 503; without this it would be half a minute.
    "timeout": 2,
    # Trying grows slower and slower: after this the pool gives up, and the next who asks makes it begin anew.
    "reconnect_timeout": 2,
}


def prepared(database: dict, base: Path, pool: int = 0) -> dict:
    """The database's settings, completed: a relative SQLite file lies under the base folder.

    `pool`: how many connections to PostgreSQL the threads of one process share; 0: each thread keeps its own.
    """
    kept = {"CONN_MAX_AGE": KEPT_SECONDS, "CONN_HEALTH_CHECKS": True}
    if database["ENGINE"].endswith("postgresql"):
        options = POSTGRES_OPTIONS | database.get("OPTIONS", {})
        database = {**database, "OPTIONS": options}
        return {**database, **kept} if not pool else _pooled(database, pool)
    return {**database, **kept, "NAME": _file(database["NAME"], base), "OPTIONS": dict(SQLITE_OPTIONS)}


def wait_shortly_for_locks(database: dict) -> None:
    """Have readers wait no longer for who holds a lock of PostgreSQL. Commands and worker have time.

    PgBouncer refuses to be told; where it stands between there is no pool of ours.
    """
    options = database.get("OPTIONS", {})
    if "pool" in options:
        options.setdefault("options", f"-c lock_timeout={LONGEST_LOCK}s")


def prepared_cache(cache: dict) -> dict:
    """The cache's settings, completed: others may keep theirs in the same Redis."""
    if "redis" not in cache["BACKEND"].lower():
        return cache
    return {**cache, "KEY_PREFIX": "munur", "OPTIONS": REDIS_OPTIONS | cache.get("OPTIONS", {})}


def _pooled(database: dict, pool: int) -> dict:
    options = {**database["OPTIONS"], "pool": POOL_OPTIONS | {"max_size": pool}}
    # The pool keeps connections, so Django may not; it looks at each before it lends it.
    return {**database, "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True, "OPTIONS": options}


def _file(name: str, base: Path) -> str:
    if name == ":memory:":
        return name
    file = base / name
    if file.parent == base / "data":
        file.parent.mkdir(exist_ok=True)
    return str(file)
