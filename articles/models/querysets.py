from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Case, F, Max, Q, Value, When
from django.utils import timezone

FIRST_MOMENT = datetime(1, 1, 1, tzinfo=UTC)


class RowQuerySet(models.QuerySet):
    def reorder(self, ids: list[int]) -> None:
        """Give the rows of one article the positions 0, 1, … in the order of `ids`, which names all of them.

        Two steps, because SQLite checks uniqueness row by row: first above every position in use, then down.
        """
        with transaction.atomic():
            places = dict(self.values_list("pk", "position"))
            if sorted(ids) != sorted(places):
                raise ValueError("To reorder rows, name each of them once.")
            if [places[pk] for pk in ids] == list(range(len(ids))):
                return
            top = max(places.values())
            self.update(position=F("position") + max(top + 1, len(ids)))
            wanted = [When(pk=pk, then=Value(place)) for place, pk in enumerate(ids)]
            self.update(position=Case(*wanted, output_field=models.PositiveIntegerField()))

    def next_position(self) -> int:
        top = self.aggregate(top=Max("position"))["top"]
        return 0 if top is None else top + 1


class EditionQuerySet(models.QuerySet):
    def live(self, language: str | None = None, now: datetime | None = None):
        """What readers may see, in one language or in all that are public. Every public road goes through here."""
        now = now or timezone.now()
        shown = settings.PUBLIC_LANGUAGES if language is None else [language]
        return self.filter(
            Q(expires_at=None) | Q(expires_at__gt=now),
            language__in=[code for code in shown if code in settings.PUBLIC_LANGUAGES],
            state=self.model.State.PUBLISHED,
            published_at__lte=now,
            live_revision__isnull=False,
        )

    def newest(self):
        return self.order_by("-published_at", "-pk")

    def before(self, key: str):
        """Those older than the edition that `page_key` named. Raises ValueError when the key is not one."""
        published_at, pk = _from_page_key(key)
        return self.filter(Q(published_at__lt=published_at) | Q(published_at=published_at, pk__lt=pk))

    def for_ledgers(self):
        """What a line of a ledger is drawn from, without the tags."""
        return self.only("language", "slug", "title", "names", "published_at")

    def for_lists(self):
        """What a list is drawn from whose first edition may be told at more length."""
        more = ("title_parts", "lead", "author_id", "article_id")
        return self.only("language", "slug", "title", "names", "published_at", *more).prefetch_related("tags")


def page_key(edition) -> str:
    """The place of an edition in the newest-first order, as a path word: microseconds and number, in base 36."""
    since = edition.published_at - FIRST_MOMENT
    micros = (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds
    return f"{_base36(micros)}-{_base36(edition.pk)}"


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        if not number:
            return digits


def _from_page_key(key: str) -> tuple[datetime, int]:
    micros, _, pk = key.partition("-")
    if len(key) > 30 or not pk:
        raise ValueError(f"“{key}” does not name a place in a list.")
    try:
        return FIRST_MOMENT + timedelta(microseconds=int(micros, 36)), int(pk, 36)
    except OverflowError as error:
        raise ValueError(f"“{key}” does not name a place in a list.") from error
