"""What marks editions as stale: every change of something that their entries are made from. Wired in apps.py."""

from articles.models import translated
from articles.search import stale

BATCH = 2_000
DONE = ("post_add", "post_remove", "post_clear")


def edition_changed(sender, instance, raw=False, **kwargs) -> None:
    """Saved or deleted."""
    stale.mark(instance.pk)


def links_changed(sender, instance, action, reverse, pk_set, **kwargs) -> None:
    """An edition got or lost subjects or tags, seen from either end."""
    if reverse and action == "pre_clear":
        mark_all(instance.editions.all())
    elif reverse and action in DONE:
        stale.mark(*(pk_set or ()))
    elif action == "post_clear" or (action in DONE and pk_set):
        stale.mark(instance.pk)


def remember_names(sender, instance, **kwargs) -> None:
    """A tag or an author is about to be saved: keep what it was called, to see whether that changes."""
    stored = sender.objects.filter(pk=instance.pk).values_list(*translated.columns("name")) if instance.pk else ()
    instance.names_before = next(iter(stored), None)


def names_changed(sender, instance, created, **kwargs) -> None:
    """A tag or an author was saved; its editions have its name."""
    before = instance.__dict__.pop("names_before", None)
    if not created and before != tuple(getattr(instance, column) for column in translated.columns("name")):
        mark_all(instance.editions.all())


def tag_goes(sender, instance, **kwargs) -> None:
    """A tag is about to be deleted, and with it the links to its editions, of which no signal tells."""
    mark_all(instance.editions.all())


def mark_all(editions) -> None:
    """Mark however many editions."""
    numbers = list(editions.values_list("pk", flat=True))
    for start in range(0, len(numbers), BATCH):
        stale.mark(*numbers[start : start + BATCH])
