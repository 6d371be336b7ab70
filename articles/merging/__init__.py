"""Nobody overwrites anybody: what two people made of one manuscript, put together. Pure."""

from .order import ordered
from .outcome import Choice, Choices, Conflict, Merge, Taken
from .whole import decided, merge

__all__ = ["Choice", "Choices", "Conflict", "Merge", "Taken", "decided", "merge", "ordered"]
