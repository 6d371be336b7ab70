"""Pairs of a question and texts, as they stand in `pairs.txt`: what must be found, and what must not."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Pair:
    stratum: str
    question: str
    found: str
    other: str

    @property
    def language(self) -> str:
        return "en" if self.stratum == "English" else "is"


def read(name: str) -> list[Pair]:
    """The pairs of the file, after the lines that say what it is."""
    stratum, pairs = "", []
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            stratum = line.removeprefix("# ")
        elif stratum and line:
            pairs.append(Pair(stratum, *line.split(" | ")))
    return pairs
