"""All drills, one after the other. Ends with 1 where something does not hold, and with 2 where one could not be done.

.venv/bin/python -m tests.faults
"""

import subprocess
import sys

DRILLS = ("database_stopped", "database_frozen", "database_locked", "redis_stopped", "disk_full", "killed")
CODES = {0: "holds", 1: "DOES NOT HOLD"}
LONGEST = 600  # seconds for one


def main() -> int:
    codes = {name: run(name) for name in DRILLS}
    print()
    for name, code in codes.items():
        print(f"{name}: {CODES.get(code, 'COULD NOT BE DONE')}")
    return 0 if not any(codes.values()) else 1 if 1 in codes.values() else 2


def run(name: str) -> int:
    try:
        return subprocess.run([sys.executable, "-m", f"tests.faults.{name}"], timeout=LONGEST).returncode
    except subprocess.TimeoutExpired:
        print(f"It did not end within {LONGEST} s.")
        return 1


if __name__ == "__main__":
    sys.exit(main())
