"""Which addresses may have a finished page, and in what file it lies. Pure.

Only what our own addresses are made of is let through, so that no address leads out of the folder, hits a file that
is not a page, or means two pages in a file system that does not tell capital letters apart.
"""

import re

# Also in the configuration of a web server before us, see config/nginx.py.
FOLDERS = r"/(?:[a-z0-9_-]{1,150}/){0,8}"
FEED = r"[a-z0-9_-]{1,150}\.xml"
_PAGE = re.compile(f"{FOLDERS}(?:{FEED})?", re.ASCII)
LONGEST = 400
INDEX = "index.html"
TYPES = {".html": "text/html; charset=utf-8", ".xml": "application/atom+xml; charset=utf-8"}


def is_page(path: str) -> bool:
    """Whether a finished page may lie at this path, which begins with a slash and has no query."""
    return len(path) <= LONGEST and _PAGE.fullmatch(path) is not None


def file(path: str) -> str:
    """The page's file, below the folder of all pages. Raises ValueError where `is_page` says no."""
    if not is_page(path):
        raise ValueError("No finished page lies there.")
    return path[1:] + INDEX if path.endswith("/") else path[1:]


def content_type(path: str) -> str:
    """What the page at this path is."""
    return TYPES[".html" if path.endswith("/") else ".xml"]
