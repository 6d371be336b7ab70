"""The programs that some figures need. Nothing is installed: what is missing is said."""

import shutil

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
WRK = shutil.which("wrk")
PROGRAMS = {"nginx": NGINX, "wrk": WRK}


def missing(programs: dict[str, str | None]) -> str:
    """A sentence about those that are not there; nothing where all are."""
    names = [name for name, file in programs.items() if not file]
    if not names:
        return ""
    return f"The rows that compare servers need {' and '.join(names)}, which {_are(names)} not installed here."


def _are(names: list[str]) -> str:
    return "is" if len(names) == 1 else "are"
