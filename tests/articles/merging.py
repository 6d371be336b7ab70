"""What the tests of merging begin with: an article of three rows, and ways to change it."""

from dataclasses import replace

from articles.manuscript import Cell, Dimension, Manuscript, Side, Source
from articles.merging import Merge
from articles.units import written
from tests.manuscripts import make_manuscript, make_subject

VERD = Dimension("verd", {"is": "Verð"}, cells=(Cell("sala", {"is": "Hátt"}), Cell("thjonusta", {"is": "Lágt"})))
TIMI = Dimension("timi", {"is": "Tími"}, cells=(Cell("sala", {"is": "Dagur"}),))
LAUN = Dimension("laun", {"is": "Laun"}, cells=(Cell("sala", {"is": "Há"}),))
NYTT = Dimension("nytt", {"is": "Nýtt"})
SOURCE = Source("log", "Lög")
LEIGA = Side("leiga", make_subject("leiga", name="Leiga"), answer={"is": "er afnot"})


def make(**more) -> Manuscript:
    return make_manuscript(**{"dimensions": (VERD, TIMI, LAUN), "lead": {"is": "<p>Um sölu.</p>"}, **more})


BASE = make()


def put(**texts) -> Manuscript:
    return written(BASE, "is", {path.replace("__", ":"): text for path, text in texts.items()})


def without_side(manuscript: Manuscript, key: str) -> Manuscript:
    rows = (replace(row, cells=tuple(cell for cell in row.cells if cell.side != key)) for row in manuscript.dimensions)
    sides = tuple(side for side in manuscript.sides if side.key != key)
    return replace(manuscript, sides=sides, dimensions=tuple(rows))


def keys(merge: Merge) -> list[str]:
    return [row.key for row in merge.merged.dimensions]
