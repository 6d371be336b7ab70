"""What waits at the desk among articles: for each person what that person may do something about.

The desk's home lists these and its menu counts them. Whoever may not gets nothing, and the database is not asked.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import TruncWeek
from django.utils import timezone

from articles import roles, shared_previews
from articles.models import Article, Cell, Edition, PreviewAnswer, Revision, TranslationStanding, translated

State = Edition.State
WAITS = Q(stale__gt=0) | Q(missing__gt=0) | Q(unreviewed__gt=0)
GIVEN_TO_READERS = (State.PUBLISHED, State.ARCHIVED)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the site's articles stand how in one language. Archived and expired ones are not among them."""

    language: str
    ok: int
    stale: int
    draft: int
    missing: int

    @property
    def total(self) -> int:
        return self.ok + self.stale + self.draft + self.missing

    @property
    def published(self) -> int:
        return self.ok + self.stale


def answers(user) -> QuerySet[PreviewAnswer]:
    """What was answered by links to drafts and nobody at the desk has read, the newest first."""
    return shared_previews.unread(user) if roles.may(user, "see") else PreviewAnswer.objects.none()


def in_review(user) -> QuerySet[Edition]:
    """Those that wait for somebody who may publish them, the longest first."""
    if not roles.may(user, "publish"):
        return Edition.objects.none()
    found = _seen(user, Edition.objects.filter(state=State.REVIEW), "article__created_by")
    return found.order_by(F("submitted_at").asc(nulls_last=True), "pk")


def own_drafts(user) -> QuerySet[Edition]:
    """Those that the person began; what an editor reads over with all the rest is not told twice."""
    if not roles.may(user, "add"):
        return Edition.objects.none()
    states = (State.DRAFT,) if roles.may(user, "publish") else (State.DRAFT, State.REVIEW)
    found = Edition.objects.filter(article__created_by=user, state__in=states)
    return found.order_by("-article__changed_at", "-pk")


def assigned(user) -> QuerySet[TranslationStanding]:
    """Translations that were given to the person and are not in order."""
    if not (roles.may(user, "see") and roles.languages(user)):
        return TranslationStanding.objects.none()
    given = Edition.objects.filter(article=OuterRef("article"), language=OuterRef("language"), translator=user)
    return _translations(user).filter(WAITS, Exists(given)).order_by("-stale", "-missing", "-unreviewed", "pk")


def stale(user) -> QuerySet[TranslationStanding]:
    """Translations whose source has changed, in the languages that the person translates."""
    if not (roles.may(user, "see") and roles.languages(user)):
        return TranslationStanding.objects.none()
    return _translations(user).filter(stale__gt=0).order_by("-stale", "-missing", "pk")


def drafted(user) -> QuerySet[Cell]:
    """Cells with a text that somebody has to confirm, in articles that the person may write."""
    if not roles.may(user, "write"):
        return Cell.objects.none()
    cells = Cell.objects.filter(_any("drafted")).order_by("pk")
    if user.has_perm("articles.change_article"):
        return cells
    return cells.filter(~_given("dimension__article"), dimension__article__created_by=user)


def drafted_by_article(user, most: int) -> list[tuple[int, int]]:
    """The articles with most such cells, and how many each has."""
    found = drafted(user).order_by().values_list("dimension__article").annotate(count=Count("pk"))
    return list(found.order_by("-count", "-dimension__article")[:most])


def scheduled(user) -> QuerySet[Article]:
    """Those that readers of some language get when their time comes, as the list of articles has them."""
    if not roles.may(user, "see"):
        return Article.objects.none()
    waits = Edition.objects.filter(article=OuterRef("pk"), state=State.PUBLISHED, published_at__gt=timezone.now())
    return _seen(user, Article.objects.filter(Exists(waits)), "created_by")


def coming(user, now: datetime, until: datetime, most: int) -> list[tuple[datetime, str, Edition]]:
    """What happens by itself until then, soonest first: "first", "change" or "expiry" of an edition.

    A change whose time has passed is among them: it was not published.
    """
    if not roles.may(user, "see"):
        return []
    rows = _seen(user, Edition.objects.filter(state=State.PUBLISHED), "article__created_by")
    rows = rows.select_related("article").prefetch_related("article__sides__subject")
    kinds = {
        "first": ("published_at", Q(published_at__gt=now)),
        "change": ("scheduled_at", Q(scheduled_revision__isnull=False)),
        "expiry": ("expires_at", Q(expires_at__gt=now)),
    }
    found = [
        (getattr(edition, field), kind, edition)
        for kind, (field, condition) in kinds.items()
        for edition in rows.filter(condition, **{f"{field}__lte": until}).order_by(field, "pk")[:most]
    ]
    return sorted(found, key=lambda one: (one[0], one[2].article_id, one[2].pk))[:most]


def latest_revisions(articles: set[int]) -> dict[int, Revision]:
    """The last save of each of these articles, by article."""
    newer = Revision.objects.filter(article=OuterRef("article"), pk__gt=OuterRef("pk"))
    return {row.article_id: row for row in Revision.objects.filter(~Exists(newer), article__in=articles)}


def published_by_week(since: datetime, now: datetime) -> dict[date, int]:
    """How many articles readers got for the first time in each week, by its Monday."""
    found = Edition.objects.filter(state=State.PUBLISHED, published_at__gte=since, published_at__lte=now)
    weeks = found.order_by().annotate(week=TruncWeek("published_at")).values("week")
    return {row["week"].date(): row["count"] for row in weeks.annotate(count=Count("article", distinct=True))}


def coverage(now: datetime) -> list[Coverage]:
    """Each language of the site, in its order."""
    of_edition = {"article": OuterRef("article"), "language": OuterRef("language")}
    behind = TranslationStanding.objects.filter(stale__gt=0, **of_edition)
    live = Q(state=State.PUBLISHED, published_at__lte=now) & (Q(expires_at=None) | Q(expires_at__gt=now))
    draft = Q(state__in=(State.DRAFT, State.REVIEW)) | Q(state=State.PUBLISHED, published_at__gt=now)
    editions = Edition.objects.order_by().annotate(behind=Exists(behind)).values("language")
    counts = editions.annotate(
        all=Count("pk"),
        ok=Count("pk", filter=live & Q(behind=False)),
        stale=Count("pk", filter=live & Q(behind=True)),
        draft=Count("pk", filter=draft),
    )
    of = {row["language"]: Counter(row) for row in counts}
    articles = Article.objects.count()
    return [
        Coverage(code, row["ok"], row["stale"], row["draft"], articles - row["all"])
        for code in translated.languages()
        for row in [of.get(code, Counter())]
    ]


def stale_texts(user) -> int:
    """How many texts those translations have between them."""
    return stale(user).order_by().aggregate(texts=Sum("stale"))["texts"] or 0


def _translations(user) -> QuerySet[TranslationStanding]:
    """In the languages that were given to the person, or else in all that the person may write."""
    given, languages = roles.translates(user), roles.languages(user)
    rows = TranslationStanding.objects.filter(language__in=given or languages, total__gt=0)
    rows = _seen(user, rows, "article__created_by")
    return rows if given or user.has_perm("articles.change_article") else rows.filter(~_given("article"))


def _given(article: str) -> Exists:
    """Whether readers have or had the article: then whoever began it writes in it no more."""
    return Exists(Edition.objects.filter(article=OuterRef(article), state__in=GIVEN_TO_READERS))


def _seen(user, rows: QuerySet, began: str) -> QuerySet:
    return rows.filter(**{began: user}) if roles.only_own(user) else rows


def _any(field: str) -> Q:
    condition = Q()
    for name in translated.columns(field):
        condition |= Q(**{name: True})
    return condition
