"""The numbers in the menu: what waits for somebody. Nothing waits, nothing stands there."""

from comments.models import Comment, Letter, Wish

MOST = 1000  # more than this need not be counted


def held(request=None) -> str:
    return _words(Comment.objects.filter(state=Comment.State.HELD).order_by())


def failing_mail(request=None) -> str:
    return _words(Letter.objects.failing().order_by())


def open_wishes(request=None) -> str:
    return _words(Wish.objects.filter(state=Wish.State.OPEN).order_by())


def _words(rows) -> str:
    count = rows[:MOST].count()
    return f"{MOST - 1}+" if count == MOST else str(count or "")
