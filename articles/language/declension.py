"""What every language's rules give back: a declined phrase, and headings as templates with named cases."""

from dataclasses import dataclass

CASES = ("nominative", "dative", "genitive")


@dataclass(frozen=True, slots=True)
class Declension:
    """A phrase as it stands inside a sentence, in the cases that headings need.

    `certain` is true only where every plausible reading of the phrase gives these same forms; otherwise an editor
    should look at them. What is not known of number and gender is "".
    """

    nominative: str
    dative: str
    genitive: str
    number: str = ""  # "singular", "plural"
    gender: str = ""  # "masculine", "feminine", "neuter"
    definite: bool = False
    certain: bool = False

    @property
    def definiteness(self) -> str:
        return "definite" if self.definite else "indefinite"


@dataclass(frozen=True, slots=True)
class Headings:
    """Headings with one case in braces each, which stands for the joined names of all subjects in that case."""

    title: str
    title_of_many: str  # for three subjects and more
    question_singular: str
    question_plural: str
    similarities: str
    differences: str
    table: str
    caption: str


def undeclined(phrase: str, number: str | None = None, gender: str | None = None) -> Declension:
    """The phrase itself in every case, for languages and words that nobody here can decline."""
    return Declension(phrase, phrase, phrase, number or "", gender or "")
