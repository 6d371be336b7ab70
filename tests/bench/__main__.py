"""`make bench`: every figure in one run, as a table, as docs/benchmark.md and as a picture.

Needs nginx and wrk for the rows that compare servers; where they are missing it says so and does the others. Nothing
is installed. With names of groups it does only those; then, as where a row is missing, nothing is written.

.venv/bin/python -m tests.bench [serving drawing approving process slow growth]
"""

import sys
import time
from collections.abc import Sequence

from tests.bench import machine, picture, programs, report
from tests.bench.figures import ROWS, Figure
from tests.bench.groups import GROUPS, WITH_PROGRAMS, measured
from tests.load.site import ROOT

DOCUMENT, PICTURE, README = ROOT / "docs" / "benchmark.md", ROOT / "docs" / "benchmark.svg", ROOT / "README.md"


def main(asked: Sequence[str]) -> int:
    if unknown := [name for name in asked if name not in GROUPS]:
        print(f"There is no group {' or '.join(unknown)}; there are {', '.join(GROUPS)}.", file=sys.stderr)
        return 2
    groups = [name for name in GROUPS if name in asked] or list(GROUPS)
    sentence = programs.missing(programs.PROGRAMS)
    if sentence and WITH_PROGRAMS in groups:
        print(sentence)
        groups.remove(WITH_PROGRAMS)
    found = {figure.key: figure for name in groups for figure in timed(name)}
    print(f"\n{machine.description()}\n\n{report.plain([row for row in ROWS if row.key in found], found)}")
    write(found)
    return 0


def timed(group: str) -> list[Figure]:
    begun = time.monotonic()
    print(f"{group} …", end=" ", flush=True)
    figures = measured(group)
    print(f"{time.monotonic() - begun:.0f} s", flush=True)
    return figures


def write(found: dict[str, Figure]) -> None:
    """The documents, where every row was measured."""
    left = [row.key for row in ROWS if row.key not in found]
    if left:
        print(f"\nNothing was written, because rows are missing: {', '.join(left)}.")
        return
    named, day = machine.description(), time.strftime("%-d %B %Y")
    DOCUMENT.write_text(report.document(ROWS, found, named, day, PICTURE.name), encoding="utf-8")
    PICTURE.write_text(picture.svg(ROWS, found, named), encoding="utf-8")
    table = f"Measured on {named}, {day}.\n\n{report.markdown(ROWS, found)}"
    report.put_into(README, table)
    print(f"\nWritten to {', '.join(str(file.relative_to(ROOT)) for file in (DOCUMENT, PICTURE, README))}.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
