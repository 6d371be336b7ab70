"""The columns of the grid: the article's sides as they are saved, or as they stand in the form that was sent."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.datastructures import MultiValueDict
from django.utils.translation import get_language

from articles import manuscript as values
from articles.admin.sent import Row, Sent, new_column
from articles.manuscript import Manuscript
from articles.models import Side


@dataclass(frozen=True)
class Column:
    name: str  # in the names of its fields: the side's key, or "new-3" for the third form of one that is not saved yet
    label: str
    key: str = ""
    pk: int | None = None

    def __str__(self):
        return self.label


def saved(sides: Iterable[Side]) -> list[Column]:
    return [Column(side.key, str(side), side.key, side.pk) for side in sides]


def sent(data: MultiValueDict, opened_with: Manuscript, sides: Iterable[Side]) -> list[Column]:
    """In the order of the form; a side that is to be removed keeps its column until it is."""
    form, known = Sent(data, opened_with), {side.key: side for side in sides}
    found = (_column(row, form, known) for row in form.in_order("sides", opened_with.sides))
    return [column for column in found if column]


def _column(row: Row, form: Sent, known: dict[str, Side]) -> Column | None:
    chosen = form.subjects.get(form.text(f"{row.start}subject")) if row.start else None
    if row.before is None:
        return Column(new_column(row.number), _name(chosen)) if chosen else None
    side = known.get(row.before.key)
    return Column(row.before.key, _name(chosen or row.before.subject), row.before.key, side and side.pk)


def _name(subject: values.Subject) -> str:
    return subject.name.get(get_language()) or next(iter(subject.name.values()), subject.key)
