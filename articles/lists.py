"""Lists of live editions, by keyset: a page names the edition that it begins after."""

from dataclasses import dataclass, field

from django.http import Http404

from articles.models.querysets import page_key

PAGE_SIZE = 20


@dataclass(frozen=True)
class Listing:
    editions: list = field(default_factory=list)
    next_key: str = ""  # "" where there is nothing older


def listing(editions, key: str = "", size: int = PAGE_SIZE) -> Listing:
    """A page of the editions, newest first: the first one, or the one after `key`. 404 where the key is none."""
    try:
        found = editions.before(key) if key else editions
    except ValueError as error:
        raise Http404(str(error)) from error
    page = list(found.newest().for_lists()[: size + 1])
    if key and not page:
        raise Http404("There is nothing older.")
    return Listing(page[:size], page_key(page[size - 1]) if len(page) > size else "")
