"""Which machine the bench ran on, without its name."""

import os
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

from tests.bench.programs import NGINX


def description() -> str:
    """Processor, cores, memory and versions, as one line."""
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    parts = [
        processor(),
        f"{cores} core{'' if cores == 1 else 's'}",
        f"{gigabytes:.0f} GB",
        f"{platform.system()} {platform.release().split('-')[0]}",
        f"Python {platform.python_version()}",
        f"Django {version('django')}",
        f"granian {version('granian')}",
        *([f"nginx {nginx()}"] if NGINX else []),
    ]
    return ", ".join(parts)


def processor() -> str:
    info = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*:\s*(.+)$", info.read_text(), re.M) if info.exists() else None
    return " ".join(found[1].split()) if found else platform.machine()


def nginx() -> str:
    said = subprocess.run([NGINX, "-v"], capture_output=True, text=True, check=True).stderr
    return said.strip().rpartition("/")[2]
