"""Icelandic: the wording of headings, lists, yes and no. How phrases bend is in `phrases`."""

from articles.language.declension import Headings

AND = "og"
YES_NO = {"já": "yes", "nei": "no"}
HEADINGS = Headings(
    title="Munurinn á {dative}",
    title_of_many="Munurinn á {dative}",
    question_singular="Hvað er {nominative}?",
    question_plural="Hvað eru {nominative}?",
    similarities="Líkindi milli {genitive}",
    differences="Mismunur á {dative}",
    table="Samanburðartafla: {nominative}",
    caption="{nominative} eftir atriðum.",
)
