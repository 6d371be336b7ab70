"""The worker's part: what changed by the clock is made stale, and what was dropped is drawn if nobody asked for it."""

from collections.abc import Callable

from articles.pages import clock, drawing, following, place

AT_ONCE = 20  # pages in one turn


def turn(stopped: Callable[[], bool]) -> bool:
    """Do what is due; whether there is more to do at once."""
    drawing.serves = True
    more = clock.take_due() == clock.BATCH
    following.purge()
    store = place.store()
    if store is None:
        return more
    store.drop_due()
    following.follow(store)
    place.show(store)
    waiting = store.index.paths(aside=True)
    for path in waiting[:AT_ONCE]:
        if stopped():
            return False
        draw_again(store, path)
    return more or len(waiting) > AT_ONCE


def draw_again(store, path: str) -> bool:
    """Draw a page that was dropped. One that is no more is forgotten, and its old copy with it."""
    response = drawing.draw(path)
    if response is None or response.status_code >= 500:
        return False  # not now
    if response.status_code != 200:
        store.drop_paths([path], withdrawn=True)
    return response.status_code == 200
