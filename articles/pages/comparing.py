"""Finished pages beside what the database says now."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.pages import drawing, identity
from articles.pages.store import Store


@dataclass(frozen=True, slots=True)
class Difference:
    path: str
    sentence: str


def compare(store: Store, paths: Iterable[str]) -> Iterator[Difference | None]:
    """For each path what is wrong with its finished page; None where nothing is. Nothing is changed."""
    for path in paths:
        yield _difference(store, path)


def _difference(store: Store, path: str) -> Difference | None:
    try:
        stored = (store.pages / identity.file(path)).read_bytes()
    except FileNotFoundError:
        return Difference(path, "has no finished page.")
    response = drawing.draw(path, keep=False)
    if response is None or response.status_code >= 500:
        return Difference(path, "could not be drawn, and was not compared.")
    if response.status_code != 200:
        return Difference(path, f"is finished, but the answer is {response.status_code} now.")
    if response.content != stored:
        return Difference(path, "says something else now.")
    return None
