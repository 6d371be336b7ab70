"""Reader pages. Each view asks for what is live and gives it to a template."""

from itertools import groupby

from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles import absent, article_rows, elsewhere, grounds, rows
from articles.article_page import draw_article, pick_name
from articles.frame import draw
from articles.language import collation
from articles.lists import listing
from articles.models import Author, Edition, Page, Subject, Tag
from articles.pages.keeping import finished
from articles.reading import picture


@require_safe
@finished
def home(request, key=""):
    grounds.note(grounds.listing(get_language()))
    page = listing(_live(), key)
    lead = page.editions[0] if page.editions and not key else None
    return draw(
        request,
        "articles/home.html",
        title=_("Older comparisons") if key else "",
        description=_("What is the difference? Short, clear articles that compare ideas, things and concepts."),
        current="home",
        robots="noindex, follow" if key else "",
        places=elsewhere.same_route("home"),
        lead_edition=lead,
        editions=page.editions[1:] if lead else page.editions,
        older=page.next_key and reverse("older", args=[page.next_key]),
        newer=reverse("home") if key else "",
        tags=() if key else _counted(Tag),  # to count all editions for each old page would take longer than its list
    )


@require_safe
@finished
def article(request, slug):
    language = get_language()
    edition, siblings = article_rows.with_siblings(language, slug)
    if edition is None:
        return absent.answer(request, language, slug)
    reading = edition.read(request.GET.getlist(pick_name()), [sibling.language for sibling in siblings])
    subjects = article_rows.subjects(edition)
    latest, related = article_rows.latest(edition), article_rows.related(edition)
    article_rows.read_tags([edition, *latest, *related])
    _note_lists(edition, subjects)
    return draw_article(
        request,
        edition,
        reading,
        subjects,
        robots="noindex" if edition.machine_made else "",
        places=elsewhere.editions(siblings),
        latest=latest,
        related=related,
    )


@require_safe
@finished
def subjects(request):
    letters = [(letter, list(rows)) for letter, rows in groupby(_counted(Subject), key=lambda row: _letter(row.name))]
    return draw(
        request,
        "articles/subjects.html",
        title=_("Subjects"),
        description=_("Everything that is compared here, from A to Z."),
        current="subjects",
        places=elsewhere.same_route("subjects"),
        letters=letters,
    )


@require_safe
@finished
def subject(request, slug, key=""):
    return _page_of(request, Subject, slug, key, description=lambda row: row.definition, more=_picture)


@require_safe
@finished
def tags(request):
    return _index(request, Tag, title=_("Tags"), description=_("All topics, and how many comparisons are in each."))


@require_safe
@finished
def tag(request, slug, key=""):
    return _page_of(request, Tag, slug, key, description=lambda row: _("Comparisons about: %s.") % row.name)


@require_safe
@finished
def authors(request):
    return _index(request, Author, title=_("Authors"), description=_("Those who write the comparisons."))


@require_safe
@finished
def author(request, slug, key=""):
    return _page_of(request, Author, slug, key, description=lambda row: _("Comparisons by %s.") % row.name)


@require_safe
@finished
def about(request):
    return _plain(request, get_object_or_404(Page.objects.live(get_language()), key=Page.ABOUT))


@require_safe
@finished
def page(request, slug):
    found = Page.objects.live(get_language()).at(get_language(), slug).first()
    if found is None:
        return _moved(Page.objects.live(get_language()), slug)
    if found.get_absolute_url() != request.path:
        return redirect(found, permanent=True)
    return _plain(request, found)


def not_found(request, exception=None):
    return draw(request, "404.html", title=_("Page not found"), status=404)


def forbidden(request, exception=None):
    return draw(request, "403.html", title=_("Not allowed"), status=403)


def _live():
    return Edition.objects.live(get_language())


def _counted(model):
    """Those that live editions of this language use, each with how many; by name in alphabetical order."""
    language = get_language()
    grounds.note(grounds.listing(language))
    used = model.objects.filter(editions__in=_live()).annotate(count=Count("editions"))
    # All are read anyway; here their sort keys are remembered, and the order is the databases' own.
    return sorted(used, key=lambda row: collation.sort_key(row.name, language))


def _letter(name: str) -> str:
    return collation.initial(name, get_language()) or "0–9"


def _index(request, model, **texts):
    """The list of all tags, or of all authors."""
    plural = f"{model._meta.model_name}s"
    return draw(
        request,
        f"articles/{plural}.html",
        current=plural,
        places=elsewhere.same_route(plural),
        **{plural: _counted(model)},
        **texts,
    )


def _page_of(request, model, slug, key, description, more=lambda row: {}):
    """The page of one subject, tag or author: what it is, and every comparison that it is in."""
    kind = model._meta.model_name
    used = model.objects.filter(pk__in=_live().values("author" if model is Author else f"{kind}s"))
    found = used.at(get_language(), slug).first()
    if found is None:
        return _moved(used, slug)
    grounds.note(grounds.members(kind, found.pk))
    of_it = {"author" if model is Author else f"{kind}s": found}
    page = listing(_live().filter(**of_it), key)
    languages = set(Edition.objects.live().filter(**of_it).values_list("language", flat=True))
    return draw(
        request,
        f"articles/{kind}.html",
        title=found.name,
        description=description(found),
        current=f"{kind}s",
        robots="noindex, follow" if key else "",
        places=elsewhere.same_thing(found, languages),
        editions=page.editions,
        older=page.next_key and reverse(f"{kind}-older", args=[slug, page.next_key]),
        newer=found.get_absolute_url() if key else "",
        **{kind: found},
        **more(found),
    )


def _picture(subject):
    return {"picture": picture(rows.picture(subject.picture), get_language())}


def _plain(request, page):
    return draw(
        request,
        "articles/page.html",
        title=page.name,
        current="page",
        places=elsewhere.same_thing(page, dict(elsewhere.public_languages())),
        page=page,
    )


def _moved(live, slug):
    """A 301 to what had this address before, where it is live; else a 404."""
    return redirect(get_object_or_404(live.formerly_at(get_language(), slug)), permanent=True)


def _note_lists(edition, subjects):
    """What may come to stand on an article's page: editions in other languages, by the author, and related ones."""
    grounds.note(grounds.article(edition.article_id))
    for row in [edition.author, *subjects, *edition.tags.all()]:
        if row is not None:
            grounds.note(grounds.members(row._meta.model_name, row.pk))
