"""The difference between two manuscripts of one article, in words: what changed, came, went and moved. Pure."""

from .order import Move, Order
from .whole import Change, Counts, Difference, Exchange, difference
from .words import DELETED, INSERTED, SAME, Piece, pieces

__all__ = [
    "DELETED",
    "INSERTED",
    "SAME",
    "Change",
    "Counts",
    "Difference",
    "Exchange",
    "Move",
    "Order",
    "Piece",
    "difference",
    "pieces",
]
