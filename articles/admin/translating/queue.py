"""The queue: every article in every language that it was not written in, and how far each has come."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from articles import roles, translating
from articles.admin.editions import Standing, standing
from articles.admin.translating import lines
from articles.models import Article, Edition, TranslationStanding, Translator, translated

PER_PAGE, BESIDE = 25, 7
STATES = {
    "stale": (pgettext_lazy("translations", "Stale"), Q(stale__gt=0)),
    "missing": (pgettext_lazy("translations", "Missing"), Q(missing__gt=0)),
    "unreviewed": (pgettext_lazy("translations", "Unreviewed"), Q(unreviewed__gt=0)),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """One way to narrow the queue."""

    name: str
    address: str
    is_current: bool
    count: int | None = None


@dataclass
class Row:
    """One article in one language."""

    standing: TranslationStanding
    edition: Edition | None
    may_translate: bool
    choices: tuple = ()  # whom it may be given to

    @property
    def article(self) -> Article:
        return self.standing.article

    @property
    def names(self) -> list[str]:
        sides = self.article.sides.all()
        return [str(side.subject) for side in sides] or [str(self.article)]

    @property
    def counts(self):
        return self.standing.counts

    @property
    def said(self) -> str:
        return lines.said(self.counts)

    @property
    def waits(self) -> str:
        counts = self.counts
        return lines.said(type(counts)(counts.total, 0, counts.stale, counts.missing, counts.unreviewed))

    @property
    def language_name(self) -> str:
        return lines.language_name(self.standing.language)

    @property
    def state(self) -> Standing:
        return standing(self.edition or Edition(article=self.article, language=self.standing.language))

    @property
    def address(self) -> str:
        return reverse("admin:articles_article_translate", args=[self.standing.article_id, self.standing.language])


class Queue:
    """Mixed into the admin of articles."""

    def get_urls(self):
        def route(address, view, name):
            return path(address, self.admin_site.admin_view(view), name=f"articles_article_{name}")

        return [
            route("translations/", self.translations_view, "translations"),
            route("<int:pk>/translate/<slug:language>/assign/", self.assign_view, "assign"),
            *super().get_urls(),
        ]

    def translations_view(self, request):
        if not roles.may(request.user, "see"):
            raise PermissionDenied
        translating.count_outdated()
        found = narrowed(of(request.user), request)
        page = Paginator(found, PER_PAGE).get_page(request.GET.get("p"))
        people = translators() if roles.may(request.user, "publish") else None
        context = {
            **self.admin_site.each_context(request),
            "title": _("Translation queue"),
            "page": page,
            "rows": with_choices(with_editions(request.user, page.object_list), people),
            "chips": chips(request),
            "languages": language_chips(request),
            "mine": mine_chip(request),
            "translators": people,
            "older": address(request, p=page.next_page_number()) if page.has_next() else "",
            "newer": address(request, p=page.previous_page_number()) if page.has_previous() else "",
            "is_fullwidth": True,
        }
        return TemplateResponse(request, "admin/articles/translations.html", context)

    def assign_view(self, request, pk, language):
        article = self.article_to_translate(request, pk, language, "publish")
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        wanted = request.POST.get("translator", "")
        person = None
        if wanted:
            person = get_object_or_404(get_user_model(), pk=wanted if wanted.isdecimal() else 0)
            if person not in translators().get(language, []):
                raise Http404
        assign(article, language, person, by=request.user)
        text = _("Translator of “%(name)s”: %(who)s.") if person else _("“%(name)s” has no translator now.")
        messages.success(request, text % {"name": article, "who": person})
        return HttpResponseRedirect(back(request))


def of(user):
    """The standings of the articles that the person sees, without the language that an article is written in."""
    found = TranslationStanding.objects.filter(language__in=translated.languages(), total__gt=0)
    return found.filter(article__created_by=user) if roles.only_own(user) else found


def narrowed(found, request, but: str = ""):
    """As the address asks, but for one of its parameters."""
    state, language = request.GET.get("state", ""), request.GET.get("language", "")
    if state in STATES and but != "state":
        found = found.filter(STATES[state][1])
    if language in translated.languages():
        found = found.filter(language=language)
    if request.GET.get("mine"):
        theirs = Edition.objects.filter(
            article=OuterRef("article"), language=OuterRef("language"), translator=request.user
        )
        found = found.filter(Exists(theirs))
    return found


def with_editions(user, standings) -> list[Row]:
    """Rows for the page: a number of queries that does not grow with them."""
    rows = list(standings.select_related("article").prefetch_related("article__sides__subject"))
    editions = Edition.objects.filter(article__in={row.article_id for row in rows}).select_related("translator")
    known = {(edition.article_id, edition.language): edition for edition in editions}
    by_article: dict[int, list[Edition]] = {}
    for edition in known.values():
        by_article.setdefault(edition.article_id, []).append(edition)
    for row in rows:
        # What `roles.may` asks of an article that somebody began.
        row.article._prefetched_objects_cache["editions"] = by_article.get(row.article_id, [])
    return [
        Row(row, known.get((row.article_id, row.language)), roles.may(user, f"translate:{row.language}", row.article))
        for row in rows
    ]


def with_choices(rows: list[Row], people) -> list[Row]:
    """Whoever has a translation now can be chosen again, whatever became of them."""
    for row in rows:
        given = row.edition.translator if row.edition else None
        of_language = (people or {}).get(row.standing.language, [])
        row.choices = (*of_language, *([given] if given and given not in of_language else []))
    return rows


def beside(request, article: Article, language: str) -> list[Row]:
    """What else waits in that language, beside the article that is being translated."""
    found = of(request.user).filter(language=language).exclude(article=article)
    found = found.filter(Q(stale__gt=0) | Q(missing__gt=0) | Q(unreviewed__gt=0))
    return with_editions(request.user, found[:BESIDE])


def assign(article: Article, language: str, person, *, by=None) -> Edition:
    """Give the translation to somebody, or to nobody; a draft is begun for it where there was none."""
    edition = translating.begin(article, language, by=by)
    edition.translator = person
    edition.save(update_fields=["translator"])
    return edition


def translators() -> dict[str, list]:
    """Who may be given a translation, by language."""
    found: dict[str, list] = {code: [] for code in translated.languages()}
    for row in Translator.objects.select_related("account").filter(account__is_active=True, account__is_staff=True):
        for code in row.languages:
            found.get(code, []).append(row.account)
    return found


def chips(request) -> list[Chip]:
    counted = (
        narrowed(of(request.user), request, but="state")
        .order_by()
        .aggregate(**{state: Count("pk", filter=condition) for state, (_word, condition) in STATES.items()})
    )
    current = request.GET.get("state", "")
    everything = Chip(pgettext("translations", "All"), address(request, state=None, p=None), current not in STATES)
    return [
        everything,
        *(
            Chip(str(word), address(request, state=state, p=None), current == state, counted[state])
            for state, (word, _condition) in STATES.items()
        ),
    ]


def language_chips(request) -> list[Chip]:
    current = request.GET.get("language", "")
    names = [("", _("All languages")), *settings.LANGUAGES]
    return [Chip(name, address(request, language=code or None, p=None), current == code) for code, name in names]


def mine_chip(request) -> Chip:
    is_mine = bool(request.GET.get("mine"))
    return Chip(_("Assigned to me"), address(request, mine=None if is_mine else "1", p=None), is_mine)


def address(request, **changes) -> str:
    """This page with other parameters; None takes one away."""
    kept = {name: request.GET[name] for name in ("state", "language", "mine", "p") if request.GET.get(name)}
    asked = {name: value for name, value in (kept | changes).items() if value is not None}
    return f"?{urlencode(asked)}"


def back(request) -> str:
    wanted, home = request.POST.get("next", ""), reverse("admin:index")
    if wanted.startswith(home) and url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
        return wanted
    return reverse("admin:articles_article_translations")
