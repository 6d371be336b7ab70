"""Who else has the article open. It is never a lock: it says so, and what happens when both save."""

from datetime import timedelta
from functools import partial

from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.admin.asked import asked
from articles.models import Article, Presence
from articles.templatetags.munur import day_and_time

GONE_AFTER = timedelta(seconds=60)  # without a sign of life; the page gives one every 20


class Attendance:
    """Mixed into the admin of articles."""

    def get_urls(self):
        view = partial(Attendance.presence, self)
        return [path("<int:pk>/presence/", view, name="articles_article_presence"), *super().get_urls()]

    @asked
    def presence(self, request, article):
        """A sign of life, or with `_left` the last one."""
        if "_left" in request.POST:
            Presence.objects.filter(article=article, person=request.user).delete()
        else:
            be_here(article, request.user)
        return {"others": [_shown(one) for one in others(article, request.user)]}


def be_here(article: Article, person, now=None) -> None:
    """Somebody who was away for long has come anew."""
    now = now or timezone.now()
    purge(now)
    Presence.objects.update_or_create(
        article=article, person=person, defaults={"seen_at": now}, create_defaults={"since": now, "seen_at": now}
    )


def others(article: Article, person, now=None) -> list[Presence]:
    """Everybody else who has it open, the first who came first."""
    here = article.presences.filter(seen_at__gt=(now or timezone.now()) - GONE_AFTER)
    return list(here.exclude(person=person).select_related("person").order_by("since", "pk"))


def purge(now=None) -> int:
    """Forget who has gone. Returns how many."""
    return Presence.objects.filter(seen_at__lte=(now or timezone.now()) - GONE_AFTER).delete()[0]


def _shown(one: Presence) -> dict:
    who, when = one.person.get_full_name() or one.person.get_username(), day_and_time(one.since)
    sentence = _(
        "%(who)s has had this article open since %(when)s. You may both save: what you change in different places "
        "goes together, and where you change the same text, the second of you decides."
    )
    return {"who": who, "since": one.since.isoformat(), "sentence": sentence % {"who": who, "when": when}}
