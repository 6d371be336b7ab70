"""What the bench says: a row for each question, with what is asked at least and what is aimed at, and the figures."""

from dataclasses import dataclass

SIGNS = {"×": "", "ms": " ms", "MB": " MB", "s": " s"}


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    what: str
    unit: str  # one of SIGNS; × is a ratio
    floor: float | None  # None where the figure is only told
    aim: float
    more_is_better: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """The median of some rounds, with the least and the most of them. `note`: what it was made of."""

    key: str
    value: float
    least: float
    most: float
    note: str = ""


ROWS = (
    Row("granian", "Article page, granian alone ÷ nginx, the same bytes as a static file", "×", 0.45, 0.6, True),
    Row("store", "Article page, nginx from our store ÷ nginx, static file", "×", 0.85, 1.0, True),
    Row(
        "function",
        "Article page, granian alone ÷ a WSGI function of the same bytes on it",
        "×",
        0.85,
        0.95,
        True,
    ),
    Row("drawing", "Drawing the page once (no store) ÷ a bare Django view", "×", None, 48),
    Row("cpu", "CPU of drawing the seed article with 20 comments", "ms", 8, 4),
    Row("approved", "Approving a comment → the right page in the store", "ms", 50, 20),
    Row("memory", "Memory of a worker after 1,000 requests", "MB", 90, 70),
    Row("start", "First answer after start", "s", 1.2, 0.7),
    Row("list", "List page 1,000: growth from 10,000 to 100,000 articles", "×", 1.5, 1.1),
    Row("thread", "Page of a thread of 5,000: growth from 100,000 to 1,000,000 comments", "×", 1.5, 1.1),
    Row("slow", "300 slow clients: what 95 of 100 other readers wait at most", "s", 1, 0.1),
)


def figure(key: str, rounds: list[float], note: str = "") -> Figure:
    """The figure of these rounds, of which there is at least one."""
    return Figure(key, median(rounds), min(rounds), max(rounds), note)


def median(numbers: list[float]) -> float:
    """The one in the middle; of an even count the mean of the two."""
    ordered, middle = sorted(numbers), len(numbers) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def verdict(row: Row, found: Figure | None) -> str:
    """In a word: aim, holds, misses, told (nothing is asked of it) or nothing (it was not measured)."""
    if found is None:
        return "nothing"
    if _reaches(row, found.value, row.aim):
        return "aim"
    if row.floor is None:
        return "told"
    return "holds" if _reaches(row, found.value, row.floor) else "misses"


def _reaches(row: Row, value: float, limit: float) -> bool:
    return value >= limit if row.more_is_better else value <= limit


def said(row: Row, value: float | None) -> str:
    """The number as people read it: three digits, and its unit."""
    if value is None:
        return "–"
    digits = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 or row.unit == "×" else 3
    return f"{value:.{digits}f}{SIGNS[row.unit]}"
