"""Who asked to know hears of a comment when it becomes live: once, and only while it is."""

from django.db import transaction
from django.utils import timezone

from articles.models import Edition
from comments import letters, signed
from comments.models import Address, Comment, Follow, Letter

REPLIES, THREAD, ALL = "replies", "follow", "all"  # what a link in a mail stops
KINDS = (Letter.Kind.REPLY, Letter.Kind.FOLLOW)


def announce(comment, **_signal) -> None:
    """Write to whom the comment answers and to those who follow its thread."""
    edition = Edition.objects.live(comment.language).filter(article=comment.article_id).first()
    if not _was_tried(comment):
        withdraw(comment)  # What waits was written before its writer changed the comment.
    if edition is None or not _is_news(comment):
        return
    told = {"title": edition.title, "comment": comment}
    told["link"] = signed.link("comment", comment.pk, language=comment.language)
    answered = _answered(comment)
    written = [_of_reply(answered, told)] if answered else []
    written += [_of_thread(follow, told) for follow in _followers(comment, answered)]
    Letter.objects.bulk_create(written, batch_size=500)


def withdraw(comment, **_signal) -> None:
    """What was not sent yet is not sent as it stands. If nothing was, the comment is news the next time."""
    was_tried = _was_tried(comment)
    unsent, _rows = comment.letters.filter(sent_at=None).delete()
    if unsent and not was_tried:
        comment.announced_at = None
        Comment.objects.filter(pk=comment.pk).update(announced_at=None)


@transaction.atomic
def stop(what: str, pk: int, address: int) -> None:
    """Do what a link in a mail says. What is stopped already stays so."""
    unsent = Letter.objects.filter(sent_at=None, kind__in=KINDS, to__in=_email(address))
    if what in (THREAD, ALL):
        ended = Follow.objects.filter(address=address, **({"pk": pk} if what == THREAD else {}))
        articles = list(ended.values_list("article", flat=True))
        ended.delete()
        unsent.filter(kind=Letter.Kind.FOLLOW, comment__article__in=articles).delete()
    if what in (REPLIES, ALL):
        asked = Comment.objects.filter(address=address, **({"pk": pk} if what == REPLIES else {}))
        unsent.filter(kind=Letter.Kind.REPLY, comment__parent__in=asked).delete()
        asked.filter(wants_replies=True).update(wants_replies=False)


def stop_all(address) -> None:
    """The address hears of nothing any more, until somebody asks for it anew."""
    stop(ALL, 0, address.pk)


def _was_tried(comment) -> bool:
    """Whether somebody may have heard of it: a mail that failed may have arrived all the same."""
    return comment.letters.filter(tries__gt=0).exists()


def _email(address: int):
    return Address.objects.filter(pk=address).values("email")


def _is_news(comment) -> bool:
    now = timezone.now()
    if not Comment.objects.filter(pk=comment.pk, announced_at=None).update(announced_at=now):
        return False
    comment.announced_at = now
    return True


def _answered(comment) -> Comment | None:
    """The comment that this one answers, where its writer wants to know and may be written to."""
    wanting = Comment.objects.live().filter(wants_replies=True, address__confirmed_at__isnull=False)
    found = wanting.select_related("address").filter(pk=comment.parent_id).first()
    return found if found and found.address_id != comment.address_id else None


def _followers(comment, answered):
    """Those who follow the thread in the comment's language, but neither its writer nor who hears of it as a reply."""
    known = {comment.address_id, answered.address_id if answered else None} - {None}
    confirmed = Follow.objects.filter(confirmed_at__isnull=False, address__confirmed_at__isnull=False)
    following = confirmed.filter(article=comment.article_id, language=comment.language)
    return following.exclude(address__in=known).select_related("address").iterator(chunk_size=500)


def _of_reply(answered, told) -> Letter:
    stop_link = _stop_link(REPLIES, answered.pk, answered.address_id, answered.language)
    return _notice(Letter.Kind.REPLY, answered.address, "reply", answered.language, told, stop_link)


def _of_thread(follow, told) -> Letter:
    stop_link = _stop_link(THREAD, follow.pk, follow.address_id, follow.language)
    return _notice(Letter.Kind.FOLLOW, follow.address, "follow", follow.language, told, stop_link)


def _stop_link(what, pk, address, language) -> str:
    return signed.link("unsubscribe", signed.make(signed.STOP, what, pk, address), language=language)


def _notice(kind, address, template, language, told, stop_link) -> Letter:
    headers = {"List-Unsubscribe": f"<{stop_link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    context = {**told, "stop_link": stop_link}
    path = f"comments/mail/{template}.txt"
    return letters.drafted(kind, address.email, path, language, context, headers, told["comment"])
