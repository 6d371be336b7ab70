"""The numbers in the menu that are the home's own. Nothing waits, nothing stands there."""

from articles import desk_counts
from config.home.blocks import told
from config.home.counting import count


def in_review(request) -> str:
    return _words(count(request, desk_counts.in_review))


def scheduled(request) -> str:
    return _words(count(request, desk_counts.scheduled))


def stale(request) -> str:
    return _words(count(request, desk_counts.stale))


def _words(number: int) -> str:
    return told(number) if number else ""
