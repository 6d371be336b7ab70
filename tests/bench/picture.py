"""The figures as a picture: for each row a bar that is as long as it is good, beside what is asked at least."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path

from django.template import Context, Engine

from tests.bench.figures import Figure, Row, said, verdict

WIDTH, HEIGHT, TOP, BOTTOM = 860, 46, 56, 50
LEFT, RIGHT = 20, 130  # beside the bars; behind them stands the number
SPAN = 2.0  # how many times better or worse than asked the bars can show, as powers of two


@dataclass(frozen=True, slots=True)
class Bar:
    what: str
    number: str
    verdict: str
    top: int
    length: float
    aim: float


def svg(rows: Sequence[Row], figures: Mapping[str, Figure], machine: str) -> str:
    """The whole file, readable on light and on dark ground. Rows that were not measured are left out."""
    shown = [row for row in rows if row.key in figures]
    bars = [_bar(row, figures[row.key], TOP + place * HEIGHT) for place, row in enumerate(shown)]
    template = Engine(dirs=[Path(__file__).parent], autoescape=True).get_template("picture.svg")
    height = TOP + len(bars) * HEIGHT + BOTTOM
    known = {"bars": bars, "machine": machine, "width": WIDTH, "height": height, "left": LEFT, "floor": along(1.0)}
    return template.render(Context({**known, "foot": height - BOTTOM, "last": height - 30}, use_l10n=False))


def along(times: float) -> float:
    """Where somebody stands who is so many times as good as is asked: doubling is always the same step."""
    share = (max(-SPAN, min(SPAN, log2(times))) + SPAN) / (2 * SPAN)
    return round((WIDTH - LEFT - RIGHT) * share, 1)


def _bar(row: Row, found: Figure, top: int) -> Bar:
    return Bar(row.what, said(row, found.value), verdict(row, found), top, _end(row, found.value), _end(row, row.aim))


def _end(row: Row, value: float) -> float:
    asked = row.aim if row.floor is None else row.floor
    return along(value / asked if row.more_is_better else asked / value)
