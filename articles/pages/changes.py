"""What makes pages stale: every change of something that they are drawn from. Wired in apps.py."""

from collections.abc import Iterable

from articles import grounds
from articles.models import Edition, Picture
from articles.pages import clock, stale

DONE = ("post_add", "post_remove")
CLEARED = ("pre_clear",)
FACETS = ("subjects", "tags")  # and the author: what has a page with all its editions


def remember_edition(sender, instance, **kwargs) -> None:
    """An edition is about to be saved: keep whether readers may have known it, and whose list it stood in."""
    stored = Edition.objects.filter(pk=instance.pk).values_list("state", "author_id") if instance.pk else ()
    instance.stood = next(iter(stored), (None, None))


def edition_saved(sender, instance, **kwargs) -> None:
    """What never was published and is not now stands on no page."""
    state, author = instance.__dict__.pop("stood", (None, None))
    if Edition.State.PUBLISHED not in (state, instance.state):
        return
    names = list(_of_edition(instance, {author, instance.author_id}))
    is_live = instance.is_live()
    stale.mark(*names, withdrawn=not is_live, draw=[instance.get_absolute_url()] if is_live else [])
    is_published = instance.state == Edition.State.PUBLISHED
    clock.set_turns(
        instance.pk, names, *(instance.published_at, instance.expires_at) if is_published else (None, None)
    )


def edition_goes(sender, instance, **kwargs) -> None:
    """About to be deleted."""
    stale.mark(*_of_edition(instance, {instance.author_id}), withdrawn=True)
    clock.set_turns(instance.pk, (), None, None)


def links_changed(sender, instance, action, reverse, pk_set, **kwargs) -> None:
    """An edition got or lost subjects or tags, seen from either end."""
    if reverse:
        if action in (*DONE, *CLEARED):
            stale.mark(*_of_facet(instance))
        return
    if action in CLEARED:
        stale.mark(*_of_edition(instance, {instance.author_id}))
    elif action in DONE and pk_set:
        kind = next(field.name for field in _facets() if field.remote_field.through is sender)[:-1]
        names = [grounds.members(kind, pk) for pk in pk_set]
        stale.mark(grounds.row(instance), grounds.listing(instance.language), *names)
        _widen_turns(instance, names)


def facet_changed(sender, instance, **kwargs) -> None:
    """A subject, tag or author was saved, or is about to be deleted."""
    stale.mark(*_of_facet(instance))


def page_changed(sender, instance, **kwargs) -> None:
    """A plain page was saved or deleted. All pages name it in their footer."""
    stale.mark(grounds.row(instance), grounds.PAGES)


def publication_changed(sender, instance, **kwargs) -> None:
    """Readers are told of changes."""
    stale.mark(f"edition:{instance.edition_id}")


def picture_changed(sender, instance, **kwargs) -> None:
    """What the library says of a picture, or its files."""
    stale.mark(*of_picture(instance))


def of_picture(picture: Picture) -> tuple[str, str]:
    """The grounds that a picture is."""
    return grounds.row(picture), grounds.picture(picture.digest)


def _of_edition(edition: Edition, authors: Iterable[int | None]) -> Iterable[str]:
    """The grounds that change with an edition: itself, and every list that it stands in or will."""
    yield from (grounds.row(edition), grounds.article(edition.article_id), grounds.listing(edition.language))
    for field in FACETS:
        for pk in getattr(edition, field).values_list("pk", flat=True):
            yield grounds.members(field[:-1], pk)
    yield from (grounds.members("author", pk) for pk in authors if pk)


def _of_facet(instance) -> tuple[str, str]:
    return grounds.row(instance), grounds.members(instance._meta.model_name, instance.pk)


def _facets():
    return [Edition._meta.get_field(name) for name in FACETS]


def _widen_turns(edition: Edition, names: list[str]) -> None:
    """What an edition got after it was saved changes with it by the clock, too."""
    if edition.state == Edition.State.PUBLISHED:
        every = [*_of_edition(edition, {edition.author_id}), *names]
        clock.set_turns(edition.pk, dict.fromkeys(every), edition.published_at, edition.expires_at)
