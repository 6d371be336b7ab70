"""Comparisons that readers ask for: what they name, counted, and whether it is here already."""

from functools import lru_cache
from hashlib import sha256

from django.db.models import Count, F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from articles.language import analysis, forms, grammar, lexicon, words
from articles.models import Edition, Subject, translated
from comments import limits
from comments.models import Wish

A_DAY = 24 * 60 * 60  # seconds
KEY_LENGTH = 32
CASES = ("dative", "genitive")
LONGEST_BENT = 3  # words of a name that is led back to its nominative: each one more takes several times as long


def ask(first: str, second: str, language: str, network: str) -> Wish:
    """Count that somebody in this network wants the two compared, once a day."""
    key = pair_key(first, second, language)
    # Of who asked for what not even the network is kept: both are hashed together.
    once = salted_hmac("comments.wishes", f"{language} {key} {network}", algorithm="sha256").hexdigest()[:KEY_LENGTH]
    is_counted = not limits.spend("wished", once, 1, A_DAY)
    names = {"first": name_of(first, language), "second": name_of(second, language)}
    wish, is_new = Wish.objects.get_or_create(language=language, key=key, defaults=names)
    if is_counted or is_new:
        Wish.objects.filter(pk=wish.pk).update(count=F("count") + 1, last_at=timezone.now())
    return wish


@lru_cache(1_000)
def name_of(typed: str, language: str) -> str:
    """As a subject is called: "sölu" gives "Sala"; what may be a nominative, is long or is not known, stays."""
    phrase = " ".join(typed.split())
    return grammar.capitalised(_nominative(phrase) if language == "is" else phrase)


def pair_key(first: str, second: str, language: str) -> str:
    """The same for the two whichever comes first, in any form and spelling that differs in accents alone."""
    names = sorted(thing_key(name, language) for name in (first, second))
    return sha256("\n".join(names).encode()).hexdigest()[:KEY_LENGTH]


def thing_key(typed: str, language: str) -> str:
    """The headwords of a name, folded; "" where it has neither letter nor digit."""
    found = analysis.words(name_of(typed, language))
    return " ".join(words.fold(_headword(word.text.lower(), language)) for word in found)


def subject_of(name: str, language: str) -> Subject | None:
    """The subject that is called so: by its address, by its name, or by one of its forms, in this order."""
    slug = words.slugify(name_of(name, language))
    spellings = {name, name[:1].lower() + name[1:], grammar.capitalised(name)}
    columns = [translated.column(field, language) for field in ("name", "nominative", *CASES)]
    by_form = (Subject.objects.filter(**{f"{column}__in": spellings}).order_by("pk") for column in columns)
    wanted = (Subject.objects.at(language, slug), *by_form) if slug else by_form
    return next((found for rows in wanted if (found := rows.first())), None)


def comparison_of(first: str, second: str, language: str) -> Edition | None:
    """The live comparison of the two; where there are several, the one of the fewest others, then the newest."""
    subjects = [subject_of(name, language) for name in (first, second)]
    if not all(subjects):
        return None
    both = Edition.objects.filter(subjects=subjects[0]).filter(subjects=subjects[1])
    compared = Edition.objects.live(language).filter(pk__in=both.values("pk")).annotate(width=Count("subjects"))
    return compared.order_by("width", "-published_at", "-pk").first()


def _nominative(phrase: str) -> str:
    # As subjects do, what is typed begins with a capital, which may or may not be its own.
    inside = grammar.decline(phrase, "is").nominative
    if not inside or phrase.count(" ") >= LONGEST_BENT or lexicon.can_stand_in(inside.split()[0], "nominative"):
        return phrase
    found = (forms.nominative_of(spelled, case) for spelled in (phrase, inside) for case in CASES)
    return next((name for name in found if name.lower() != phrase.lower()), phrase)


def _headword(word: str, language: str) -> str:
    lemmas = analysis.analyse(word, language).lemmas
    return word if word in lemmas else min(lemmas, default=word)
