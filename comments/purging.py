"""What is kept no longer than needed. Deleted in small batches, so that no reader waits long for the one writer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from comments import erasing, limits
from comments.models import Address, Allowance, Comment, Decision, Follow, Letter, Report, Wish

KEPT = timedelta(days=30)
GIVEN_UP_KEPT = timedelta(days=90)
WISH_KEPT = timedelta(days=180)
A_DAY = 24 * 60 * 60  # seconds
BATCH = 500
MOST_BATCHES = 400  # the rest comes the next day


@dataclass(frozen=True, slots=True)
class Part:
    what: str
    done: str
    rows: Callable[[datetime], QuerySet]  # those whose time has come
    clear: Callable[[QuerySet], object]  # does it to one batch; afterwards it is not among the rows any more


def purge(now=None, *, dry_run=False, stopped=lambda: False) -> Iterator[str]:
    """Do every part, and say of each what was done (or would be) in a sentence. May be ended at any moment."""
    now = now or timezone.now()
    for part in PARTS:
        if dry_run:
            yield f"{part.what}: {part.rows(now).count()} would be {part.done}."
        else:
            yield f"{part.what}: {sum(_batches(part, now, stopped))} {part.done}."


def purge_daily(now=None, *, stopped=lambda: False) -> list[str]:
    """Do every part, unless it was done today. Killed in the middle it is done anew."""
    if limits.is_spent("purge", "", 1, A_DAY):
        return []
    done = list(purge(now, stopped=stopped))
    if not stopped():
        limits.spend("purge", "", 1, A_DAY)
    return done


def _batches(part: Part, now: datetime, stopped: Callable[[], bool]) -> Iterator[int]:
    for _turn in range(MOST_BATCHES):
        if stopped():
            return
        with transaction.atomic():
            batch = part.rows(now).order_by("-pk").select_for_update(of=("self",))
            taken = list(batch.values_list("pk", flat=True)[:BATCH])
            part.clear(part.rows(now).model.objects.filter(pk__in=taken))
        yield len(taken)
        if len(taken) < BATCH:
            return


def _spam(now) -> QuerySet:
    return _long_settled(Comment.objects.filter(state=Comment.State.SPAM), now)


def _never_confirmed(now) -> QuerySet:
    unconfirmed = Address.objects.filter(pk=OuterRef("address"), confirmed_at=None)
    return _long_settled(Comment.objects.filter(Exists(unconfirmed), state=Comment.State.HELD), now)


def _long_settled(comments, now) -> QuerySet:
    # A moderator's word of yesterday about an old comment can be taken back for as long as one about a new one.
    lately = Decision.objects.filter(comment=OuterRef("pk"), created_at__gte=now - KEPT)
    return comments.filter(~Exists(lately), created_at__lt=now - KEPT)


def _delete_or_empty(batch: QuerySet) -> None:
    """Delete them; one that replies stand on, which stay, is emptied and keeps its place. Newest first: a reply is
    newer than what it answers."""
    rows = list(batch.order_by("-pk").only("pk", "parent_id"))
    pks = {row.pk for row in rows}
    answered = set(
        Comment.objects.filter(parent__in=pks).exclude(pk__in=pks).order_by().values_list("parent", flat=True)
    )
    for row in rows:
        if row.pk in answered:
            answered.add(row.parent_id)
            erasing.erase(Comment.objects.get(pk=row.pk), who=Decision.Who.SYSTEM)
    batch.exclude(pk__in=answered).delete()


def _forgotten_addresses(now) -> QuerySet:
    """Those that were never confirmed and nobody has typed for long, nor asked about."""
    lately = Comment.objects.filter(address=OuterRef("pk"), created_at__gte=now - KEPT)
    confirmed_follow = Follow.objects.filter(address=OuterRef("pk"), confirmed_at__isnull=False)
    return _unasked(now).filter(~Exists(lately), ~Exists(confirmed_follow), confirmed_at=None)


def _idle_addresses(now) -> QuerySet:
    """Confirmed ones that nothing stands under any more."""
    comments, follows = (model.objects.filter(address=OuterRef("pk")) for model in (Comment, Follow))
    return _unasked(now).filter(~Exists(comments), ~Exists(follows), confirmed_at__lt=now - KEPT)


def _unasked(now) -> QuerySet:
    before = now - KEPT
    return Address.objects.filter(Q(asked_at=None) | Q(asked_at__lt=before), created_at__lt=before)


def _with_network(model) -> Callable[[datetime], QuerySet]:
    return lambda now: model.objects.filter(network__gt="", created_at__lt=now - KEPT)


def _lone_wishes(now) -> QuerySet:
    """Comparisons that nobody else asked for in a long time, and that nothing came of."""
    lone = Wish.objects.filter(count__lte=1, last_at__lt=now - WISH_KEPT)
    return lone.exclude(state=Wish.State.DRAFTED)


def _delete(batch: QuerySet) -> None:
    batch.delete()


def _empty_network(batch: QuerySet) -> None:
    batch.update(network="")


PARTS = (
    Part("Comments marked as spam", "deleted", _spam, _delete_or_empty),
    Part("Held comments whose address was never confirmed", "deleted", _never_confirmed, _delete_or_empty),
    Part("Addresses that were never confirmed", "deleted", _forgotten_addresses, _delete),
    Part("Addresses without comments and followed threads", "deleted", _idle_addresses, _delete),
    Part("Networks of comments", "emptied", _with_network(Comment), _empty_network),
    Part("Networks of reports", "emptied", _with_network(Report), _empty_network),
    Part("Sent mails", "deleted", lambda now: Letter.objects.filter(sent_at__lt=now - KEPT), _delete),
    Part(
        "Mails that were given up",
        "deleted",
        lambda now: Letter.objects.filter(sent_at=None, next_try_at=None, created_at__lt=now - GIVEN_UP_KEPT),
        _delete,
    ),
    Part("Comparisons that one reader asked for", "deleted", _lone_wishes, _delete),
    Part("Counts of rate limits", "deleted", lambda now: Allowance.objects.filter(ends_at__lt=now), _delete),
)
