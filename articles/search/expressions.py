"""What an edition must have to be found: tokens joined by "or", "and" and "without", for each database's language.

Build them with `any_of`, `all_of` and `without`, which leave out what can match nothing.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """The token itself."""

    text: str

    def fts5(self) -> str:
        return '"{}"'.format(self.text.replace('"', '""'))

    def tsquery(self) -> str:
        return "'{}'".format(self.text.replace("\\", "\\\\").replace("'", "''"))


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the parts; of no parts: nothing matches."""

    parts: tuple["Expression", ...] = ()

    def fts5(self) -> str:
        return _joined(" OR ", [part.fts5() for part in self.parts])

    def tsquery(self) -> str:
        return _joined(" | ", [part.tsquery() for part in self.parts])


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of the parts, of which there are two at least."""

    parts: tuple["Expression", ...]

    def fts5(self) -> str:
        return _joined(" AND ", [part.fts5() for part in self.parts])

    def tsquery(self) -> str:
        return _joined(" & ", [part.tsquery() for part in self.parts])


@dataclass(frozen=True, slots=True)
class Without:
    """What is wanted, unless it is also unwanted. FTS5 knows no "not" that stands alone."""

    wanted: "Expression"
    unwanted: "Expression"

    def fts5(self) -> str:
        return f"({self.wanted.fts5()} NOT {self.unwanted.fts5()})"

    def tsquery(self) -> str:
        return f"({self.wanted.tsquery()} & !{self.unwanted.tsquery()})"


Expression = Token | AnyOf | AllOf | Without
NOTHING = AnyOf()


def any_of(*parts: Expression | str) -> Expression:
    """One of these, which may be tokens as text; NOTHING if there is none."""
    flat = []
    for part in map(_expression, parts):
        flat += part.parts if isinstance(part, AnyOf) else [part]
    flat = tuple(dict.fromkeys(flat))
    return flat[0] if len(flat) == 1 else AnyOf(flat)


def all_of(*parts: Expression | str) -> Expression:
    """All of these, which may be tokens as text; NOTHING if one of them is, or if there are none."""
    flat = []
    for part in map(_expression, parts):
        flat += part.parts if isinstance(part, AllOf) else [part]
    flat = tuple(dict.fromkeys(flat))
    if not flat or NOTHING in flat:
        return NOTHING
    return flat[0] if len(flat) == 1 else AllOf(flat)


def without(wanted: Expression | str, unwanted: Expression | str) -> Expression:
    wanted, unwanted = _expression(wanted), _expression(unwanted)
    if wanted == unwanted:
        return NOTHING
    return wanted if NOTHING in (wanted, unwanted) else Without(wanted, unwanted)


def _expression(part: Expression | str) -> Expression:
    return Token(part) if isinstance(part, str) else part


def _joined(by: str, parts: list[str]) -> str:
    return f"({by.join(parts)})"
