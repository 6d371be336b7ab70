"""Translating at the desk: side by side, the queue, and files for translators' own tools."""

from articles.admin.translating.files import Files
from articles.admin.translating.queue import Queue
from articles.admin.translating.side_by_side import SideBySide


class Translating(SideBySide, Queue, Files):
    """Mixed into the admin of articles."""


__all__ = ["Translating"]
