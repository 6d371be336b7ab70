"""English: the wording of headings, lists, yes and no, and a name as it stands inside a sentence."""

import re

from articles.language import english_nouns as nouns
from articles.language import words
from articles.language.declension import Declension, Headings

AND = "and"
YES_NO = {"yes": "yes", "no": "no"}
HEADINGS = Headings(
    title="The difference between {nominative}",
    title_of_many="The differences between {nominative}",
    question_singular="What is {nominative}?",
    question_plural="What are {nominative}?",
    similarities="Similarities between {nominative}",
    differences="Differences between {nominative}",
    table="Comparison table: {nominative}",
    caption="{nominative}, point by point.",
)

# Words that keep their capital inside a sentence and that nothing in their shape gives away.
_PROPER = frozenset(
    """
    Africa America American Americans Arabic Argentina Asia Asian Australia Australian Austria Austrian Baltic Belgian
    Belgium Brazil Brazilian Britain British Bulgaria Canada Canadian Chile China Chinese Christian Christianity
    Christmas Croatia Cyprus Czech Czechia Danish Denmark Dutch Earth Easter Egypt England English Estonia Estonian
    Europe European Faroese Finland Finnish France French German Germany Greece Greek Greenland Greenlandic Hindu
    Hinduism Hungarian Hungary Iceland Icelander Icelanders Icelandic India Indian Indonesia Iran Iraq Ireland Irish
    Islam Israel Italian Italy Japan Japanese Jewish Judaism Jupiter Kenya Korea Korean Latin Latvia Latvian Lithuania
    Lithuanian London Luxembourg Malta Mars Mercury Mexican Mexico Muslim Neptune Netherlands Nordic Norse Norway
    Norwegian Paris Poland Polish Pluto Portugal Portuguese Protestant Reykjavík Roman Romania Rome Russia Russian
    Saturn Scandinavia Scandinavian Scotland Scottish Serbia Slovakia Slovenia Spain Spanish Sweden Swedish Swiss
    Switzerland Thai Thailand Turkey Turkish Ukraine Ukrainian Uranus Venus Vietnam Wales Welsh
    January February March April May June July August September October November December
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday I
    """.split()
)
_LETTER_FIRST = re.compile(r"[A-DF-Z]-")  # "X-rays", "T-shirts", but "e-books"
_DETERMINED = re.compile(
    r"(?:an?|the|my|our|your|his|her|its|their|this|that|no|some|any|each|every) |\S+['’]s? ", re.IGNORECASE
)
_PREPOSITION = re.compile(r" (?:of|in|for|to|with|on|at|from|by) ")


def decline(phrase: str, number: str | None = None, gender: str | None = None) -> Declension:
    """The phrase as it stands inside a sentence, in all cases: "Sales" gives "sales", "Iceland" stays.

    One of what is counted beyond doubt gets its article, "Virus" gives "a virus". Whether "Service" and "Sale" want
    one nobody can tell from the word, so they stand alone, and an editor writes "a sale" where that is meant.
    Nothing but the shape of the words and short lists is known here, so nothing is certain.
    """
    inside = _inside_a_sentence(phrase)
    number = number or _number(inside)
    if number == "singular" and _wants_article(inside):
        inside = f"{nouns.a_or_an(inside)} {inside}"
    return Declension(inside, inside, inside, number, gender or "")


def is_same_name(one: str, other: str) -> bool:
    """Whether these may be one name, in the singular or plural, with or without its article."""
    mine, yours = _bare(one), _bare(other)
    return len(mine) == len(yours) and all(
        nouns.singulars(here) & nouns.singulars(there) for here, there in zip(mine, yours, strict=True)
    )


def _bare(name: str) -> list[str]:
    return words.fold(re.sub(r"^(?:an?|the)\s+", "", name.strip(), flags=re.I)).split()


def _wants_article(inside: str) -> bool:
    *before, head = inside.split(" ")
    alone = not _DETERMINED.match(inside + " ") and not _PREPOSITION.search(f" {inside} ") and " and " not in inside
    is_name = any(word[:1].isupper() for word in [*before[1:], head])
    return alone and not is_name and nouns.is_counted(head)


def _inside_a_sentence(phrase: str) -> str:
    first, *others = phrase.split(" ")
    stem = re.split(r"['’-]", first)[0]
    named = any(word[:1].isupper() for word in others) or stem in _PROPER
    shaped = len(first) > 1 and (not first[1:].islower() or _LETTER_FIRST.match(first))
    if named or shaped:
        return phrase
    return phrase[:1].lower() + phrase[1:]


def _number(phrase: str) -> str:
    if " and " in phrase:
        return "plural"
    head = _PREPOSITION.split(phrase)[0].split(" ")[-1]
    return "plural" if nouns.is_plural(head) else "singular"
