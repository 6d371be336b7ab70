"""What somebody asks: the words that count, what each may mean on this site, and whether it is a comparison."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain, pairwise

from articles import prose
from articles.language import analysis
from articles.models import SearchForm
from articles.search import among
from articles.search.comparisons import comparisons
from articles.search.scopes import scope
from articles.search.spelling import folded, spelled

MOST_CHARACTERS, MOST_WORDS = 200, 12
MOST_LOOKED_UP = 40  # words, with those that do not count
MOST_READINGS = 16  # of one word: without accents it may be several
_FORMS = f"SELECT folded, spelling FROM {SearchForm._meta.db_table} WHERE scope = %s AND folded {{among}}"
EMPTY, WORDLESS, TOO_LONG = "empty", "wordless", "too long"


@dataclass(frozen=True, slots=True)
class Asked:
    """A word as typed, in small letters, and the headwords on the site that it may be a form of: none, or some."""

    typed: str
    lemmas: tuple[str, ...] = ()


Names = tuple[tuple[Asked, ...], ...]  # what is compared, each thing with the words of its name


@dataclass(frozen=True, slots=True)
class Question:
    typed: str  # as one line of plain text
    language: str
    scope: str = ""
    words: tuple[Asked, ...] = ()
    comparisons: tuple[Names, ...] = ()  # the ways to understand it as a comparison, the likeliest first
    fault: str = ""  # EMPTY, WORDLESS or TOO_LONG: then nothing is asked
    places: tuple[tuple[int, int], ...] = field(default=(), repr=False)  # where each of `words` stands in `typed`

    @property
    def pair(self) -> tuple[str, ...]:
        """The names of the things that are compared, as typed in small letters; empty if it is no comparison."""
        return tuple(" ".join(word.typed for word in name) for name in (self.comparisons or ((),))[0])


def ask(text: str, language: str, generation: int) -> Question:
    """The question in `text`. One query, and none for a question that cannot be asked."""
    if len(text) > 10 * MOST_CHARACTERS:
        return Question(text, language, fault=TOO_LONG)
    typed = prose.line(text)
    if not typed or len(typed) > MOST_CHARACTERS:
        return Question(typed, language, fault=TOO_LONG if typed else EMPTY)
    found = list(analysis.words(typed))
    if not found:
        return Question(typed, language, fault=WORDLESS)
    return _ask(typed, found, language, scope(language, generation))


def _ask(typed: str, found: list[analysis.Word], language: str, here: str) -> Question:
    gaps = [typed[one.end : other.start] for one, other in pairwise(found)]
    compared = comparisons([word.text for word in found], gaps)
    counting = _counting([word.text for word in found], compared, language)
    if len(counting) > MOST_WORDS or len(found) > MOST_LOOKED_UP:
        return Question(typed, language, fault=TOO_LONG)
    asked = _asked([word.text for word in found], language, here)
    return Question(
        typed,
        language,
        here,
        words=tuple(asked[place] for place in counting),
        comparisons=_names(compared, asked, language),
        places=tuple((found[place].start, found[place].end) for place in counting),
    )


def forms_on_site(keys: Iterable[str], here: str) -> dict[str, list[tuple[str, str]]]:
    """The (form, lemma) on the site of each of the folded words. One query."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key, stored in among.rows(_FORMS, set(keys), here):
        found.setdefault(key, []).append(spelled(key, stored))
    return found


def _asked(typed: list[str], language: str, here: str) -> list[Asked]:
    before = analysis.ALONE if len(_telling(range(len(typed)), typed, language)) == 1 else ""
    own = [analysis.analyse(word, language, before).lemmas for word in typed]
    rows = forms_on_site([folded(word) for word in chain(typed, *own)], here)
    on_site = {lemma for found in rows.values() for _, lemma in found}
    meant = [[lemma for lemma in lemmas if lemma in on_site] for lemmas in own]
    return [
        Asked(word.lower(), _readings(word, language, rows.get(folded(word), []), lemmas))
        for word, lemmas in zip(typed, meant, strict=True)
    ]


def _readings(word: str, language: str, rows: list[tuple[str, str]], meant: list[str]) -> tuple[str, ...]:
    """What the word means as it is spelled, as far as the site has it; else what it may mean without its accents.

    What the language does not know is rather typed without accents than meant as it stands: "thjonusta" may be on
    the site too, in an address.
    """
    exact = sorted(lemma for form, lemma in rows if form == word.lower())
    others = sorted(lemma for _, lemma in rows)
    found = meant or exact or others if analysis.is_known(word, language) else [*meant, *exact, *others]
    return tuple(dict.fromkeys(found))[:MOST_READINGS]


def _counting(typed: list[str], compared, language: str) -> list[int]:
    """The places of the words that count: in a comparison those of the names."""
    named = sorted({place for name in compared[0] for place in name}) if compared else range(len(typed))
    return _telling(named, typed, language)


def _names(compared, asked: list[Asked], language: str) -> tuple[Names, ...]:
    typed = [word.typed for word in asked]
    return tuple(
        tuple(tuple(asked[place] for place in _telling(name, typed, language)) for name in names) for names in compared
    )


def _telling(places: Iterable[int], typed: list[str], language: str) -> list[int]:
    """The places without those of function words, unless there are no others."""
    places = list(places)
    return [place for place in places if not analysis.is_function_word(typed[place], language)] or places
