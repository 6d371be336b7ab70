"""Numbers as each language writes them, and which of them take the plural. A language without rules is as English."""

from dataclasses import dataclass
from decimal import Decimal

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands in a number, and how an amount of krónur is written around one."""

    decimal: str
    thousand: str
    kronur: str


MARKS = {
    "is": Marks(decimal=",", thousand=".", kronur=f"{{}}{NO_BREAK}kr."),
    "en": Marks(decimal=".", thousand=",", kronur=f"ISK{NO_BREAK}{{}}"),
}


def plural(count: int, language: str = "is") -> bool:
    """Whether so many of something take the plural: in Icelandic 2, 11 and 111, but not 1, 21 and 121."""
    if language == "is":
        return count % 10 != 1 or count % 100 == 11
    return count != 1


def number(value: int | float | Decimal, language: str = "is", decimals: int | None = None) -> str:
    """The number with its marks, "1.234,5"; rounded to `decimals`, else with as many as it needs."""
    if decimals is None:
        whole, _, part = f"{Decimal(str(value)):,f}".partition(".")
        part = part.rstrip("0")
    else:
        whole, _, part = f"{Decimal(str(value)):,.{decimals}f}".partition(".")
    marks = _marks(language)
    return whole.replace(",", marks.thousand) + (marks.decimal + part if part else "")


def per_cent(value: int | float | Decimal, language: str = "is", decimals: int | None = None) -> str:
    """ "12,5%", without a space."""
    return f"{number(value, language, decimals)}%"


def measured(value: int | float | Decimal, unit: str, language: str = "is", decimals: int | None = None) -> str:
    """The number and its unit, which stay on one line: "2.110 m"."""
    return f"{number(value, language, decimals)}{NO_BREAK}{unit}"


def kronur(value: int | float | Decimal, language: str = "is") -> str:
    """An amount of krónur: "4.990 kr.", in English "ISK 4,990", on one line."""
    return _marks(language).kronur.format(number(value, language))


def _marks(language: str) -> Marks:
    return MARKS.get(language, MARKS["en"])
