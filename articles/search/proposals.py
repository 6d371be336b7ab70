"""What the search field proposes while somebody types: subjects, then comparisons, each with its address."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.db.models import DateTimeField, Exists, OuterRef, Subquery, Value
from django.urls import reverse
from django.utils import timezone, translation

from articles.language import collation, words
from articles.models import Edition, SearchForm, SearchName, Subject, translated
from articles.search import generations, names
from articles.search.scopes import scope
from articles.search.spelling import spelled

SUBJECT, COMPARISON = "subject", "comparison"
ROUTES = {SUBJECT: Subject.route, COMPARISON: "article"}
MOST_TYPED = 100
WINDOW = 48  # names that are looked at; a thing may have several that begin alike
ACCENTED_WINDOW = 2 * WINDOW  # with accents, what is meant may stand behind much that folds alike
KEPT_FOR_COMPARISONS = 3
SHORTEST_INFLECTED = 3  # letters
LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Proposal:
    kind: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Typed:
    """`plain` keeps its accents and `key` does not. `more` are last letters that may yet become a word like "og"."""

    plain: str
    key: str
    more: str
    language: str
    scope: str

    @property
    def accented(self) -> bool:
        return self.plain != self.key

    def with_last(self, word: str) -> "Typed":
        plain = f"{self.key.rpartition(' ')[0]} {word}".strip()
        return Typed(plain, words.fold(plain), "", self.language, self.scope)


@dataclass(frozen=True, slots=True)
class Found:
    """A name that begins so: its key, what it is the name of, and the texts that it is taken from."""

    key: str
    label: str
    slug: str
    texts: tuple[str, ...]


class Moment(Value):
    """The time at which a query is run. Putting one together takes longer than running it, so they are kept."""

    def __init__(self):
        super().__init__(None, output_field=DateTimeField())

    def as_sql(self, compiler, connection):
        return Value(timezone.now(), self.output_field).as_sql(compiler, connection)


def propose(typed: str, language: str, limit: int = 8) -> list[Proposal]:
    """At most `limit` live things with a name that begins with what is typed, or else with the headword of that."""
    if len(typed) > MOST_TYPED or language not in settings.PUBLIC_LANGUAGES:
        return []
    begun = _read(typed, language)
    if not begun.key:
        return []
    found = _begun_with(begun, limit)
    if not found:
        found = [proposal for lemma in _headwords(begun) for proposal in _begun_with(begun.with_last(lemma), limit)]
    return list(dict.fromkeys(found))[:limit]


def _read(typed: str, language: str) -> Typed:
    plain, key, more = names.plain(typed, language), names.key(typed, language), ""
    kept, _space, last = key.rpartition(" ")
    if kept and not typed[-1].isspace() and names.may_become_a_link(last, language):
        plain, key, more = plain.rpartition(" ")[0], kept, last
    return Typed(plain, key, more, language, scope(language, generations.searched()))


def _begun_with(begun: Typed, limit: int) -> list[Proposal]:
    subjects = _ranked(_subjects(begun), begun, _begins_so)
    comparisons = _ranked(_comparisons(begun), begun, _has_the_word)
    kept = min(len(comparisons), KEPT_FOR_COMPARISONS)
    shown = subjects[: max(limit - kept, 0)]
    with translation.override(begun.language):
        return [_proposal(SUBJECT, each) for each in shown] + [
            _proposal(COMPARISON, each) for each in comparisons[: limit - len(shown)]
        ]


def _proposal(kind: str, found: Found) -> Proposal:
    return Proposal(kind, found.label, reverse(ROUTES[kind], args=[found.slug]))


def _subjects(begun: Typed) -> list[Found]:
    rows = _window(_names_of_subjects(begun.language), begun)
    return [Found(key, name, slug, (name, *forms)) for key, name, slug, *forms in rows if name and slug]


def _comparisons(begun: Typed) -> list[Found]:
    rows = _window(_names_of_comparisons(begun.language), begun)
    return [Found(key, title, slug, (title, *sides)) for key, title, slug, sides in rows]


@cache
def _names_of_subjects(language: str):
    """Of those that a live edition uses: the gate of their pages, asked of each name as it is met.

    Two steps, so that a database begins with the few editions of a subject and not with all that are live; and as a
    value, since of an EXISTS PostgreSQL makes a join with all of them.
    """
    used = Edition.subjects.through.objects.filter(Exists(_live_one(language)), subject=OuterRef("subject"))
    fields = ("name", "slug", "nominative", "dative", "genitive")
    columns = [f"subject__{translated.column(field, language)}" for field in fields]
    in_use = SearchName.objects.alias(used=Subquery(used.values("pk")[:1])).filter(used__isnull=False, edition=None)
    return in_use.order_by("key").values_list("key", *columns)


@cache
def _names_of_comparisons(language: str):
    columns = [f"edition__{field}" for field in ("title", "slug", "names")]
    names_of_live = SearchName.objects.filter(Exists(_live_one(language)), subject=None)
    return names_of_live.order_by("key").values_list("key", *columns)


def _live_one(language: str):
    return Edition.objects.live(language, now=Moment()).filter(pk=OuterRef("edition"))


def _window(rows, begun: Typed):
    most = ACCENTED_WINDOW if begun.accented else WINDOW
    return rows.filter(scope=begun.scope, key__gte=begun.key, key__lt=begun.key + LAST)[:most]


def _ranked(found: list[Found], begun: Typed, is_first: Callable[[Found, Typed], bool]) -> list[Found]:
    """Each thing once: first what has the accents that were typed and begins so itself, then by the alphabet."""
    further = f"{begun.key} {begun.more}"
    found = [each for each in found if begun.more and each.key.startswith(further)] or found
    things, first = {each.slug: each for each in found}, set()
    for each in found:
        if each.slug not in first and is_first(each, begun):
            first.add(each.slug)
    return sorted(
        things.values(),
        key=lambda each: (
            not _has_the_accents(each, begun),
            each.slug not in first,
            collation.sort_key(each.label, begun.language),
        ),
    )


def _has_the_accents(found: Found, begun: Typed) -> bool:
    """ "ól" may be the beginning of "olía" too, but "ólífa" comes first."""
    if not begun.accented:
        return True
    said = " ".join(found.texts).lower().split()
    return all(any(word.startswith(typed) for word in said) for typed in begun.plain.split())


def _begins_so(found: Found, begun: Typed) -> bool:
    return any(words.fold(text).startswith(begun.key) for text in found.texts)


def _has_the_word(found: Found, begun: Typed) -> bool:
    return found.key[len(begun.key) :][:1] in ("", " ")


def _headwords(begun: Typed) -> list[str]:
    """The headwords of the last word: nothing begins with "sölunni", but with "sala" something may."""
    last, meant = begun.key.rpartition(" ")[2], begun.plain.rpartition(" ")[2]
    if len(last) < SHORTEST_INFLECTED or begun.more:
        return []
    stored = SearchForm.objects.filter(scope=begun.scope, folded=last).values_list("spelling", flat=True)
    rows = [spelled(last, spelling) for spelling in stored[:WINDOW]]
    return sorted({lemma for form, lemma in rows if form == meant} or {lemma for _form, lemma in rows})[:2]
