"""What the system says of a process and those it started: processor time and memory."""

import os
import re
from pathlib import Path

PROC = Path("/proc")
TICK = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """The process, its children, and theirs."""
    parents = {}
    for folder in PROC.glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int(_fields(folder)[1])
        except OSError:  # it ended meanwhile
            continue
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def processor_seconds(pid: int) -> float:
    """Of the process and its family together, as long as they live."""
    return sum(sum(map(int, _fields(PROC / str(one))[11:13])) for one in family(pid)) / TICK


def proportional_megabytes(pid: int) -> float:
    """Its memory (PSS): what it has for itself, and of what it shares its part."""
    said = (PROC / str(pid) / "smaps_rollup").read_text()
    return int(re.search(r"^Pss:\s+(\d+) kB", said, re.M)[1]) / 1024


def _fields(folder: Path) -> list[str]:
    """What `stat` says after the name, which may have spaces in it."""
    return (folder / "stat").read_text().rpartition(")")[2].split()
