"""What becomes of a wish: the draft of an article, or nothing; and the way back from both."""

from django.db import transaction

from articles import arrivals, rows
from articles import manuscript as values
from articles.language import words
from articles.manuscript import Manuscript
from articles.models import Article, Subject
from comments import wishes
from comments.models import Wish


class Decided(ValueError):
    """Somebody else decided about the wish meanwhile."""


def draft(wish: Wish) -> Wish:
    """Make an article with the two sides, or take the one that compares exactly these. Raises Decided.

    Returns the wish as it is now: with its article, and in `made` what was made for it.
    """
    with transaction.atomic():
        wish = _locked(wish, Wish.State.OPEN)
        content = _manuscript(wish)
        known = set(Subject.objects.values_list("key", flat=True))
        found = next(iter(arrivals.comparing_the_same(content)), None)
        wish.article = found or rows.write(content, languages=[wish.language]).article
        made = [side.subject.key for side in content.sides if side.subject.key not in known]
        wish.made = {} if found else {"article": wish.article.key, "subjects": made}
        _put(wish, Wish.State.DRAFTED)
    return wish


def decline(wish: Wish) -> None:
    """Put the wish away. It is counted on, and stays away. Raises Decided."""
    with transaction.atomic():
        _put(_locked(wish, Wish.State.OPEN), Wish.State.DECLINED)


def reopen(wish: Wish, *, may_delete: bool) -> bool:
    """Take the decision back, and with it a draft that nobody has written in, if whoever asks may delete articles.

    Returns whether a draft that was made for the wish stays. Raises Decided where the wish is open.
    """
    with transaction.atomic():
        wish = _locked(wish, Wish.State.DRAFTED, Wish.State.DECLINED)
        article, made = wish.article, wish.made
        wish.article, wish.made = None, {}
        _put(wish, Wish.State.OPEN)
        if article is None or not made:
            return False
        if not may_delete or not _is_untouched(article, made):
            return True
        article.delete()
        Subject.objects.filter(key__in=made["subjects"], sides=None, editions=None).delete()
    return False


def _manuscript(wish: Wish) -> Manuscript:
    sides = [_side(name, wish.language) for name in (wish.first, wish.second)]
    taken = set(Article.objects.values_list("key", flat=True))
    key = words.key_for(" ".join(side.key for side in sides), taken)
    return Manuscript(key=key, sides=tuple(sides))


def _side(name: str, language: str) -> values.Side:
    row = wishes.subject_of(name, language)
    taken = () if row else set(Subject.objects.values_list("key", flat=True))
    subject = rows.subject(row) if row else values.Subject(words.key_for(name, taken), {language: name})
    return values.Side(subject.key, subject)


def _is_untouched(article: Article, made: dict) -> bool:
    """Whether it is still what the draft made: two bare sides, and no edition that was ever shown."""
    if made.get("article") != article.key or article.editions.exists() or article.revisions.exists():
        return False
    content = rows.read(article)
    sides = [values.Side(side.key, side.subject) for side in content.sides]
    return content == Manuscript(key=article.key, sides=tuple(sides))


def _locked(wish: Wish, *states: str) -> Wish:
    row = Wish.objects.select_for_update().get(pk=wish.pk)
    if row.state not in states:
        raise Decided
    return row


def _put(wish: Wish, state: str) -> None:
    wish.state = state
    wish.save(update_fields=["state", "article", "made"])
