"""What waits among articles."""

from collections.abc import Iterable
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from articles import checking, desk_counts, roles
from articles.admin.editions import standing
from articles.models import Article, Edition, TranslationStanding
from comments.moments import moment
from config.home.blocks import SHOWN, Block, Item, Mark, Way, shortened
from config.home.counting import count

LIST = "admin:articles_article_changelist"
QUEUE = "admin:articles_article_translations"
SIDES = "article__sides__subject"


def assigned(request) -> Block | None:
    """Translations that were given to this very person."""
    number = count(request, desk_counts.assigned)
    if not number:
        return None
    title = ngettext("translation is yours", "translations are yours", number)
    rest = Way(_("All of mine"), f"{reverse(QUEUE)}?mine=1")
    return Block("assigned", number, title, _translations(request.user, desk_counts.assigned(request.user)), rest=rest)


def answers(request) -> Block | None:
    """What somebody without an account said of a draft."""
    number = count(request, desk_counts.answers)
    if not number:
        return None
    found = desk_counts.answers(request.user).prefetch_related("preview__edition__article__sides__subject")
    title = ngettext("answer to a shared draft", "answers to shared drafts", number)
    return Block("answers", number, title, tuple(map(_answer, found[:SHOWN])))


def own_drafts(request) -> Block | None:
    number = count(request, desk_counts.own_drafts)
    if not number:
        return None
    editions = desk_counts.own_drafts(request.user).select_related("article").prefetch_related(SIDES)[:SHOWN]
    items = tuple(_draft(request.user, edition) for edition in editions)
    kept = f"?created_by__exact={request.user.pk}"
    rest = Way(pgettext("articles", "All that I began"), reverse(LIST) + kept)
    return Block("own", number, ngettext("draft of yours", "drafts of yours", number), items, rest=rest)


def in_review(request) -> Block | None:
    number = count(request, desk_counts.in_review)
    if not number:
        return None
    editions = list(desk_counts.in_review(request.user).select_related("article").prefetch_related(SIDES)[:SHOWN])
    saves = desk_counts.latest_revisions({edition.article_id for edition in editions})
    items = tuple(_to_read_over(edition, saves.get(edition.article_id)) for edition in editions)
    rest = Way(_("All articles in review"), f"{reverse(LIST)}?state=review")
    return Block("review", number, ngettext("draft in review", "drafts in review", number), items, rest=rest)


def stale(request) -> Block | None:
    number = count(request, desk_counts.stale)
    if not number:
        return None
    items = _translations(request.user, desk_counts.stale(request.user))
    texts = desk_counts.stale_texts(request.user)
    said = ngettext("%(count)s text has changed in the source", "%(count)s texts have changed in the source", texts)
    rest = Way(_("Translation queue"), f"{reverse(QUEUE)}?state=stale")
    title = ngettext("stale translation", "stale translations", number)
    return Block("stale", number, title, items, said % {"count": texts}, rest)


def drafted(request) -> Block | None:
    number = count(request, desk_counts.drafted)
    if not number:
        return None
    found = desk_counts.drafted_by_article(request.user, SHOWN)
    articles = Article.objects.prefetch_related("sides__subject").in_bulk([pk for pk, _cells in found])
    items = tuple(_to_confirm(articles[pk], cells) for pk, cells in found if pk in articles)
    title = ngettext("drafted cell to confirm", "drafted cells to confirm", number)
    return Block("drafted", number, title, items)


def names(article: Article) -> tuple[str, ...]:
    return tuple(str(side.subject) for side in article.sides.all()) or (str(article),)


def page(article_id: int, place: str = "") -> str:
    return reverse("admin:articles_article_change", args=[article_id]) + place


def _answer(answer) -> Item:
    edition = answer.preview.edition
    article = edition.article
    marks = (Mark(pgettext("answer to a preview", "approved"), "good"),) if answer.approved else ()
    about = (str(article),) if answer.text else ()
    return Item(
        names(article),
        shortened(answer.text),
        edition.language,
        facts=tuple(fact for fact in (*about, answer.name, moment(answer.at)) if fact),
        marks=marks,
        ways=(Way(_("Look"), page(article.pk, "#shared-previews")),),
    )


def _draft(user, edition: Edition) -> Item:
    now = standing(edition)
    facts = (_("changed %(when)s") % {"when": moment(edition.article.changed_at)},)
    way = Way(_("Go on writing") if roles.may(user, "write", edition) else _("Open"), page(edition.article_id))
    marks = (Mark(str(now.word), "line"),)
    return Item(names(edition.article), edition=edition.language, facts=facts, marks=marks, ways=(way,))


def _to_read_over(edition: Edition, save) -> Item:
    found = checking.findings(save.manuscript, edition.language) if save else ()
    stops = [one for one in found if one.kind == checking.STOP]
    facts = (_("sent %(when)s") % {"when": moment(edition.submitted_at)},) if edition.submitted_at else ()
    ways = (Way(_("Read over"), page(edition.article_id)),)
    if save and not stops:
        ways = (*ways, _publish(edition, save))
    return Item(
        names(edition.article), edition=edition.language, facts=facts, marks=_findings(found, stops), ways=ways
    )


def _publish(edition: Edition, save) -> Way:
    """Refused where somebody saves meanwhile: what goes to readers is what was counted here."""
    address = reverse("admin:articles_article_verb", args=[edition.article_id, edition.language, "publish"])
    return Way(_("Publish"), address, True, (("version", str(save.pk)), ("next", reverse("admin:index"))))


def _findings(found: Iterable, stops: list) -> tuple[Mark, ...]:
    """What a draft needs, the worst first. Guesses are not told of here."""
    warnings = sum(one.kind == checking.WARNING for one in found)
    marks = []
    if stops:
        said = ngettext("%(count)s stops publishing", "%(count)s stop publishing", len(stops))
        marks.append(Mark(said % {"count": len(stops)}, "bad"))
    if warnings:
        said = ngettext("%(count)s finding", "%(count)s findings", warnings)
        marks.append(Mark(said % {"count": warnings}, "warn"))
    return tuple(marks) or (Mark(_("no findings"), "good"),)


def _translations(user, standings) -> tuple[Item, ...]:
    rows = list(standings.select_related("article").prefetch_related(SIDES)[:SHOWN])
    editions = Edition.objects.filter(article__in=[row.article_id for row in rows])
    by_article: dict[int, list[Edition]] = {}
    for edition in editions:
        by_article.setdefault(edition.article_id, []).append(edition)
    return tuple(map(partial(_translation, user, by_article), rows))


def _translation(user, by_article: dict[int, list[Edition]], row: TranslationStanding) -> Item:
    editions = by_article.get(row.article_id, [])
    # What `roles.may` asks of an article that somebody began.
    row.article._prefetched_objects_cache["editions"] = editions
    edition = next((one for one in editions if one.language == row.language), None)
    now = standing(edition or Edition(article=row.article, language=row.language))
    may = roles.may(user, f"translate:{row.language}", row.article)
    address = reverse("admin:articles_article_translate", args=[row.article_id, row.language])
    way = Way(_("Translate") if may else _("Look"), address)
    facts = (str(now.word).lower(),)
    return Item(names(row.article), edition=row.language, facts=facts, marks=_behind(row), ways=(way,))


def _behind(row: TranslationStanding) -> tuple[Mark, ...]:
    told = (
        (row.stale, ngettext("%(count)s stale", "%(count)s stale", row.stale), "warn"),
        (row.missing, ngettext("%(count)s missing", "%(count)s missing", row.missing), "line"),
        (row.unreviewed, ngettext("%(count)s unreviewed", "%(count)s unreviewed", row.unreviewed), "plain"),
    )
    return tuple(Mark(said % {"count": number}, tone) for number, said, tone in told if number)


def _to_confirm(article: Article, cells: int) -> Item:
    facts = (ngettext("%(count)s cell", "%(count)s cells", cells) % {"count": cells},)
    return Item(names(article), facts=facts, ways=(Way(_("Confirm"), page(article.pk, "#dimensions-group")),))
