"""Cells of the table drafted from the discussion of a row: what it says of each side, in short."""

from .draft import Draft, Drafter

__all__ = ["Draft", "Drafter"]
