"""The figures as a table to print, and as Markdown."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.figures import Figure, Row, said, verdict

WORDS = {
    "aim": "reaches the aim",
    "holds": "holds",
    "misses": "**misses**",
    "told": "told only",
    "nothing": "not measured",
}
BEGIN, END = "<!-- The table of make bench. -->", "<!-- The end of the table. -->"
HEAD = "| | measured | at least | aim | |\n|---|---:|---:|---:|---|"

Figures = Mapping[str, Figure]


def plain(rows: Sequence[Row], figures: Figures) -> str:
    """For the terminal: a line for each row, and under it what it was made of."""
    width = max(len(row.what) for row in rows)
    lines = [f"{'':{width}}  {'measured':>9} {'at least':>9} {'aim':>9}"]
    for row in rows:
        found = figures.get(row.key)
        numbers = " ".join(f"{said(row, number):>9}" for number in (found and found.value, row.floor, row.aim))
        lines.append(f"{row.what:{width}}  {numbers}  {WORDS[verdict(row, found)].strip('*')}")
        if found:
            lines.append(f"{'':{width}}  {spread(row, found)}")
    return "\n".join(lines)


def markdown(rows: Sequence[Row], figures: Figures) -> str:
    """The table alone."""
    lines = [HEAD]
    for row in rows:
        found = figures.get(row.key)
        numbers = " | ".join(said(row, number) for number in (found and found.value, row.floor, row.aim))
        lines.append(f"| {row.what} | {numbers} | {WORDS[verdict(row, found)]} |")
    return "\n".join(lines)


def document(rows: Sequence[Row], figures: Figures, machine: str, day: str, picture: str) -> str:
    """The whole file: the machine, the picture, the table, and what each figure was made of."""
    made_of = "\n".join(f"- **{row.what}**: {spread(row, figures[row.key])}." for row in rows if row.key in figures)
    return f"""\
# What the site takes

Written by `make bench`, all in one run on one machine: {machine}. {day}.

![Each figure beside what is asked of it]({picture})

{markdown(rows, figures)}

A figure is the median of several rounds. In brackets stand the least and the most of them, then what it was made of:

{made_of}

How each is measured stands in [`tests/bench`](../tests/bench). Pages a second are those of a second of processor time
that the server used, so that what else the machine does matters little.
"""


def spread(row: Row, found: Figure) -> str:
    return f"{said(row, found.value)} ({said(row, found.least)}–{said(row, found.most)}): {found.note}"


def put_into(file: Path, table: str) -> None:
    """Replace the table that stands between the two marks of this file. Raises ValueError where they are not."""
    text = file.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _old, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{file.name} has no place for the table: {BEGIN} … {END}")
    file.write_text(f"{before}{begin}\n{table}\n{end}{after}", encoding="utf-8")
