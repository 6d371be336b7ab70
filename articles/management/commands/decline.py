import sys
from collections.abc import Iterable, Mapping, Sequence

from django.core.management.base import BaseCommand, CommandError, no_translations

from articles.language import decline
from articles.language.declension import Declension
from articles.language.dictionary import GENDERS, NUMBERS

UNKNOWN = "-"
STANDARD_INPUT = "-"


class Command(BaseCommand):
    help = (
        "Decline Icelandic phrases. Prints a line for each, with tabs between: the phrase, its number (ET or FT), its "
        "gender (kk, kvk or hk), nominative, dative, genitive, and whether the forms are certain. “-” is unknown; "
        "what does not bend, as “PDF”, is the same in all cases."
    )
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("phrases", nargs="*", metavar="PHRASE", help="“-” alone: standard input, one a line.")
        parser.add_argument("--number", metavar="|".join(NUMBERS), help="The number of all the phrases, if known.")
        parser.add_argument("--gender", metavar="|".join(GENDERS), help="The gender of all the phrases, if known.")

    @no_translations
    def handle(self, phrases, number, gender, **options):
        if not phrases:
            raise CommandError("Name at least one phrase, or “-” to read them from standard input.")
        number, gender = _one_of(NUMBERS, "--number", number), _one_of(GENDERS, "--gender", gender)
        for phrase in _asked(phrases):
            self.stdout.write("\t".join(_columns(phrase, decline(phrase, number, gender))))


def _asked(phrases: Sequence[str]) -> Iterable[str]:
    if list(phrases) != [STANDARD_INPUT]:
        return phrases
    return (line for line in sys.stdin if line.strip())


def _one_of(words: Mapping[str, str], option: str, value: str | None) -> str | None:
    known = {word.lower(): word for word in words}
    if value is None or value.lower() in known:
        return value and known[value.lower()]
    raise CommandError(f"“{value}” cannot be the value of {option}; it is one of {', '.join(words)}.")


def _columns(phrase: str, declined: Declension) -> Iterable[str]:
    numbers = {ours: theirs for theirs, ours in NUMBERS.items()}
    genders = {ours: theirs for theirs, ours in GENDERS.items()}
    values = (
        " ".join(phrase.split()),
        numbers.get(declined.number),
        genders.get(declined.gender),
        *(declined.nominative, declined.dative, declined.genitive),
    )
    return [*(value or UNKNOWN for value in values), "certain" if declined.certain else "uncertain"]
