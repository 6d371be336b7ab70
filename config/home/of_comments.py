"""What waits among what readers say, and among what is sent to them."""

from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator, capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles.language import moments
from comments import desk_counts
from comments.admin import verbs
from comments.labels import labels
from comments.models import Comment, Letter, Wish
from comments.moments import moment
from config.home.blocks import SHOWN, Block, Item, Mark, Way, shortened
from config.home.counting import count

QUEUE = "admin:comments_comment_changelist"
TO_DRAFT = ("comments.change_wish", "articles.add_article", "articles.add_subject", "articles.change_article")


def held(request) -> Block | None:
    number = count(request, desk_counts.held)
    if not number:
        return None
    comments = desk_counts.held(request.user)
    items = tuple(
        _said(comment, labels(comment.reasons), f"{reverse(QUEUE)}#ath-{comment.pk}") for comment in _first(comments)
    )
    oldest = moments.ago(desk_counts.oldest(comments), timezone.localtime(), get_language() or "")
    more = _("the oldest came %(ago)s") % {"ago": oldest}
    title = ngettext("held comment", "held comments", number)
    return Block("held", number, title, items, more, Way(_("Open the queue"), reverse(QUEUE)))


def reported(request) -> Block | None:
    number = count(request, desk_counts.reported)
    if not number:
        return None
    comments = _first(desk_counts.reported(request.user).prefetch_related("reports"))
    may = request.user.has_perm("comments.change_comment")
    items = tuple(_reported(comment, may) for comment in comments)
    title = ngettext("reported comment", "reported comments", number)
    more = ngettext("readers still see it", "readers still see them", number)
    rest = Way(_("All reported comments"), f"{reverse(QUEUE)}?state=reported")
    return Block("reported", number, title, items, more, rest)


def failing(request) -> Block | None:
    number = count(request, desk_counts.failing)
    if not number:
        return None
    may = request.user.has_perm("comments.change_letter")
    items = tuple(_letter(letter, may) for letter in desk_counts.failing(request.user)[:SHOWN])
    rest = Way(_("Outgoing mail"), reverse("admin:comments_letter_changelist"))
    return Block("mail", number, ngettext("mail did not go", "mails did not go", number), items, rest=rest)


def wishes(request) -> Block | None:
    number = count(request, desk_counts.wishes)
    if not number:
        return None
    items = tuple(_wish(wish, request.user.has_perms(TO_DRAFT)) for wish in desk_counts.wishes(request.user)[:SHOWN])
    title = ngettext("wish for a comparison", "wishes for comparisons", number)
    rest = Way(_("All wishes"), reverse("admin:comments_wish_changelist"))
    return Block("wishes", number, title, items, _("from readers and from searches without results"), rest)


def _first(comments) -> list[Comment]:
    return list(comments.select_related("article").prefetch_related("article__sides__subject")[:SHOWN])


def _reported(comment: Comment, may: bool) -> Item:
    address = reverse("admin:comments_comment_decide", args=[comment.pk, verbs.STAND.name])
    fields = (("seen", comment.state), ("next", reverse("admin:index")))
    stand = Way(verbs.STAND.label, address, True, fields)
    change = reverse("admin:comments_comment_change", args=[comment.pk])
    return _said(comment, _reports(comment), change, *([stand] if may else []))


def _said(comment: Comment, why, address: str, *more: Way) -> Item:
    return Item(
        quote=shortened(comment.text),
        language=comment.language,
        facts=(str(comment.article),),
        marks=tuple(Mark(label.words, label.tone) for label in why),
        ways=(Way(_("Look"), address), *more),
    )


def _reports(comment: Comment) -> list[Mark]:
    reasons = [str(one.get_reason_display()) for one in comment.reports.all() if one.settled_at is None]
    return [Mark(reason, "warn") for reason in dict.fromkeys(reasons)]


def _letter(letter: Letter, may: bool) -> Item:
    tries = ngettext("tried %(count)s time", "tried %(count)s times", letter.tries) % {"count": letter.tries}
    given_up = letter.next_try_at is None
    after = _("given up") if given_up else _("next try %(when)s") % {"when": moment(letter.next_try_at)}
    look = Way(_("Look"), reverse("admin:comments_letter_change", args=[letter.pk]))
    again = Way(_("Try again"), reverse("admin:comments_letter_try_again", args=[letter.pk]), True)
    return Item(
        title=capfirst(letter.get_kind_display()),
        facts=(tries, after),
        marks=(Mark(Truncator(letter.error).chars(60), "bad"),) if letter.error else (),
        ways=(look, again) if may else (look,),
    )


def _wish(wish: Wish, may: bool) -> Item:
    asked = ngettext("asked %(count)s time", "asked %(count)s times", wish.count) % {"count": wish.count}
    draft = Way(_("Make the draft"), reverse("admin:comments_wish_draft", args=[wish.pk]), True)
    look = Way(_("Look"), f"{reverse('admin:comments_wish_changelist')}?state=open")
    return Item((wish.first, wish.second), edition=wish.language, facts=(asked,), ways=(draft,) if may else (look,))
