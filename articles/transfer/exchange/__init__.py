"""Translations as files for translators' own tools: XLIFF 1.2 and PO. Texts in, texts out. Pure.

A file holds one article in one pair of languages, each text under its path (see `articles.units`). What is read is the
same as what was written; what a file cannot mean is a `BadFile` that names everything at once.
"""

from importlib import import_module

from .bundle import BadFile, Bundle, Item, Problem

FORMATS = ("xliff", "po")  # modules of this package
ENDINGS = {"xliff": "xliff", "xlf": "xliff", "po": "po"}  # by the ending of a file's name

__all__ = ["ENDINGS", "FORMATS", "BadFile", "Bundle", "Item", "Problem", "read", "write"]


def write(bundle: Bundle, kind: str) -> bytes:
    """The bundle as a file of that kind, "xliff" or "po"."""
    return _format(kind).write(bundle)


def read(data: bytes, kind: str) -> Bundle:
    """The bundle that a file of that kind holds. Raises BadFile."""
    return _format(kind).read(data)


def _format(kind: str):
    # Translate Toolkit and lxml cost every start of the site, and files are seldom asked for.
    if kind not in FORMATS:
        raise ValueError(f"There is no format {kind}.")
    return import_module(f".{kind}", __package__)
