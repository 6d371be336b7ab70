"""A comment is stored: weighed by the rules, with its address, once for each form, all in one transaction."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction

from comments import confirmation, holds, lookup, signals
from comments import text as texts
from comments.models import Address, Comment, Rules
from comments.networks import network_of
from comments.tokens import Token

REPEATED_WITHIN = timedelta(days=30)
NETWORK_WITHIN = timedelta(minutes=10)
ENOUGH = 1000  # nobody needs to know how many more


class ParentGone(ValueError):
    """What is answered is not live in this thread, or no longer."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who sends the form: the network as a keyed hash, and the user who is signed in at the desk, if any."""

    network: str = ""
    user: object = None

    @classmethod
    def of(cls, request) -> "Asker":
        user = request.user
        return cls(network_of(request), user if user.is_active and user.is_staff else None)


def post(edition, data: dict, token: Token, asker: Asker) -> Comment:
    """Store what the form says (`data`: the cleaned fields). The same form again gives the comment that is there.

    Raises ParentGone where the comment that the token answers is not to be seen.
    """
    if stored := _stored(token):
        return stored
    comment = _written(edition, data, token, asker)
    opinion = None if asker.user else lookup.ask(_submission(edition, comment))
    try:
        with transaction.atomic():
            _store(comment, data, token, opinion)
    except IntegrityError:
        # The same form came twice at the same moment, and the other one was first.
        if stored := _stored(token):
            return stored
        raise
    return comment


def weigh(comment: Comment, *, trap: bool = False, opinion: bool | None = None, reports: int = 0) -> holds.Verdict:
    """What the rules say about a comment as it is in memory, stored or not.

    What only its first form could tell is given by the caller: whether the trap was filled, what a lookup said.
    """
    rules = Rules.current()
    if comment.role != Comment.Role.READER:
        return holds.verdict(holds.Facts(comment.text, staff=True), thresholds(rules))
    address = comment.address
    is_confirmed = address is not None and address.confirmed_at is not None
    facts = holds.Facts(
        text=comment.text,
        name=comment.name,
        known=is_confirmed and _earlier(comment).live().filter(address=address).exists(),
        unconfirmed=address is not None and not is_confirmed,
        again=_repeated(comment),
        seconds=comment.seconds,
        trap=trap,
        network=_from_network(comment),
        reports=reports,
        lookup=opinion,
    )
    return holds.verdict(facts, thresholds(rules))


def thresholds(rules: Rules) -> holds.Thresholds:
    return holds.Thresholds(
        hold=rules.hold,
        most_links=rules.most_links,
        words=tuple(line.strip() for line in rules.words.splitlines() if line.strip()),
        least_seconds=rules.least_seconds,
        most_from_network=rules.most_from_network,
        reports_to_hold=rules.reports_to_hold,
    )


def role_of(user, edition) -> str:
    """What a comment says of its writer, who is signed in at the desk or is not."""
    if user is None:
        return Comment.Role.READER
    author = edition.author
    is_author = author is not None and author.account_id == user.pk
    return Comment.Role.AUTHOR if is_author else Comment.Role.STAFF


def _stored(token) -> Comment | None:
    return Comment.objects.filter(form_id=token.id).first()


def _written(edition, data, token, asker) -> Comment:
    """The comment in memory, with what is known without asking the database."""
    return Comment(
        article_id=edition.article_id,
        language=edition.language,
        name=data["name"],
        text=data["text"],
        role=role_of(asker.user, edition),
        by=asker.user,
        form_id=token.id,
        network=asker.network,
        fingerprint=texts.fingerprint(data["text"]),
        seconds=token.seconds,
    )


def _submission(edition, comment) -> lookup.Submission:
    return lookup.Submission(
        text=comment.text,
        name=comment.name,
        links=tuple(texts.links(comment.text)),
        language=comment.language,
        article=edition.get_absolute_url(),
        network=comment.network,
    )


def _store(comment, data, token, opinion) -> None:
    comment.parent = _parent(comment, token)
    comment.address = Address.of(data["email"]) if data["email"] else None
    comment.wants_replies = bool(data["replies"] and comment.address)
    verdict = weigh(comment, trap=bool(data["website"]), opinion=opinion)
    comment.state, comment.reasons = verdict.state, list(verdict.reasons)
    comment.save(force_insert=True)
    # A machine shall not make us write to whomever it names.
    if comment.address and comment.address.confirmed_at is None and comment.state != Comment.State.SPAM:
        confirmation.ask(comment.address, comment.language)
    if comment.state == Comment.State.LIVE:
        signals.went_live.send(Comment, comment=comment)


def _parent(comment, token) -> Comment | None:
    if not token.parent:
        return None
    live = Comment.objects.live().select_for_update(no_key=True)
    parent = live.filter(pk=token.parent, article=comment.article_id).first()
    if parent is None:
        raise ParentGone
    return parent


def _earlier(comment):
    """What was written before it: everything that is stored, where it is not stored itself."""
    return Comment.objects.filter(pk__lt=comment.pk) if comment.pk else Comment.objects.all()


def _repeated(comment) -> int:
    """How often the same was said before, wherever and by whomever; 0 for what two people may well both say."""
    if not holds.is_long_enough_to_repeat(comment.text):
        return 0
    since = comment.created_at - REPEATED_WITHIN
    same = _earlier(comment).filter(fingerprint=comment.fingerprint, created_at__gt=since)
    return same[:ENOUGH].count()


def _from_network(comment) -> int:
    """How many came from its network within ten minutes, with itself."""
    if not comment.network:
        return 1
    since = comment.created_at - NETWORK_WITHIN
    return 1 + _earlier(comment).filter(network=comment.network, created_at__gt=since)[:ENOUGH].count()
