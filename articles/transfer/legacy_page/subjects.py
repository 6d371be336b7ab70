"""What a page compares: names and grammatical forms, taken from its own headings where it has them."""

import re
from collections import Counter
from dataclasses import dataclass, field

from articles.language import forms, grammar, words
from articles.manuscript import Forms, Subject

from .lines import Block
from .names import best_partition, head, is_known_form, paired, without_article
from .sections import Kind, Section, Sections
from .values import LEFT_OUT, MAX_NAME, MAX_SUBJECTS, NOTED, Finding, LegacyPageError
from .wording import Wording

_OBLIQUE = ("dative", "genitive")


@dataclass
class Named:
    """A subject, as far as the headings tell. `told` is its section "What is X?"."""

    nominative: str
    cases: dict[str, str] = field(default_factory=dict)
    number: str = ""
    told: Section | None = None

    def take(self, case: str, form: str, line: int) -> list[Finding]:
        """Take the form from a heading, unless an earlier heading gave one."""
        if case == "nominative" or not form:
            return []
        form = _with_initial_of(form, self.nominative)
        known = self.cases.setdefault(case, form)
        if known == form:
            return []
        text = f"The {case} of “{self.nominative}” is “{known}” in one heading and “{form}” here; the first is used."
        return [Finding(NOTED, text, line)]


def named(page: Sections, wording: Wording, language: str, name: str = "") -> tuple[list[Named], list[Finding]]:
    """The subjects in the order of the title. Questions that ask about none of them become ordinary text again.

    Raises LegacyPageError where the title does not name at least two.
    """
    questions = page.of(Kind.SIDE)
    titled = best_partition(page.title.names, [question.names for question in questions], wording, language)
    _check(titled, page.title.block, name)
    partners = _with_the_remaining(
        paired(titled, [q.names for q in questions], language), len(titled), questions, page
    )
    subjects = []
    for place, piece in enumerate(titled):
        told = questions[partners[place]] if place in partners else None
        titled[place] = head(piece, told.names, language) if told else piece
        subjects.append(_named(titled[place], told, page, language))
    _refuse_twins(subjects, page.title.block, name)
    _return_to_text(page, [questions[place] for place in partners.values()])
    return subjects, _forms_from_headings(subjects, titled, page, wording, language)


def subject(named: Named, taken: list[str], language: str) -> tuple[Subject, list[Finding]]:
    """The subject as a value: what the headings do not tell comes from the grammar."""
    bends = language == "is"
    declined = grammar.decline(named.nominative, language, named.number or None, in_sentence=bends)
    cases = {case: named.cases.get(case) or getattr(declined, case) for case in _OBLIQUE} if bends else {}
    name = grammar.capitalised(named.nominative if bends else without_article(named.nominative))
    number = named.number or declined.number
    own = Forms(named.nominative, number=number, gender=declined.gender, **cases)
    value = Subject(words.key_for(name, taken), name={language: name}, forms={language: own})
    return value, [note for case, form in cases.items() if (note := _doubt(named, case, form, declined.certain))]


def _doubt(named: Named, case: str, form: str, certain: bool) -> Finding | None:
    """What the editor should look at about a form."""
    line = named.told.heading.line if named.told else 0
    if case in named.cases and not is_known_form(form, named.nominative, case):
        text = f"“{form}” is the {case} of “{named.nominative}” in a heading, but the grammar knows no such form."
    elif case not in named.cases and not certain:
        text = f"No heading has the {case} of “{named.nominative}”; “{form}” is the grammar's, which is not certain."
    else:
        return None
    return Finding(NOTED, f"{text} Check it.", line)


def _check(titled: list[str], block: Block, name: str) -> None:
    if len(titled) < 2:
        raise LegacyPageError(
            f"The title names one subject only, “{''.join(titled)}”; a comparison has at least two.", block.line, name
        )
    if len(titled) > MAX_SUBJECTS:
        raise LegacyPageError(f"The title names {len(titled)} subjects; {MAX_SUBJECTS} is the most.", block.line, name)
    for piece in titled:
        if not any(letter.isalnum() for letter in piece):
            raise LegacyPageError(f"“{piece}” in the title is no name.", block.line, name)
        if len(piece) > MAX_NAME:
            raise LegacyPageError(
                f"A subject's name has {len(piece)} characters; {MAX_NAME} is the most.", block.line, name
            )


def _refuse_twins(subjects: list[Named], block: Block, name: str) -> None:
    nominatives = [words.fold(one.nominative) for one in subjects]
    for one, folded in zip(subjects, nominatives, strict=True):
        if nominatives.count(folded) > 1:
            raise LegacyPageError(f"The title names “{one.nominative}” twice.", block.line, name)


def _with_the_remaining(
    partners: dict[int, int], count: int, questions: list[Section], page: Sections
) -> dict[int, int]:
    """Names that match no question go with the questions left over, where as many are left of both.

    Only questions above the similarities and differences are asked then: below, a question is a row's heading.
    """
    rest = [place for place in range(count) if place not in partners]
    left = [place for place in range(len(questions)) if place not in partners.values()]
    left = [place for place in left if _stands_above(questions[place], page)]
    return partners | dict(zip(rest, left, strict=True)) if len(rest) == len(left) else partners


def _stands_above(question: Section, page: Sections) -> bool:
    body = [Kind.SIMILARITIES, Kind.DIFFERENCES, Kind.TABLE, Kind.SUMMARY]
    before = page.all[: page.all.index(question)]
    return not any(section.kind in body for section in before)


def _named(piece: str, told: Section | None, page: Sections, language: str) -> Named:
    if told:
        name = told.names
    elif page.title.case == "nominative" or language != "is":
        name = piece
    else:
        name = forms.nominative_of(piece, page.title.case)
    nominative = _inside_a_sentence(name, piece, page, language)
    return Named(nominative, number=told.number if told else "", told=told)


def _inside_a_sentence(name: str, piece: str, page: Sections, language: str) -> str:
    """The name as it is written in the middle of a sentence: in headings its first letter may be a heading's."""
    bare = name if language == "is" else without_article(name)
    if language == "is" and (name[:1].islower() or piece[:1].islower()):
        return name[:1].lower() + name[1:]
    article = name[: len(name) - len(bare)].lower()
    inside = _in_running_text(bare, piece, page) or grammar.decline(bare, language).nominative
    return article + (inside if language == "is" else without_article(inside))


def _in_running_text(name: str, piece: str, page: Sections) -> str:
    """The name as the page's sentences have it after their first word, "" where they do not."""
    forms = {name, piece, without_article(piece)}
    pattern = rf"(?<=[^\W\d_A-ZÁÉÍÓÚÝÞÆÖ] |[,;:] )(?i:{'|'.join(map(re.escape, sorted(forms)))})(?!\w)"
    text = "\n".join(block.text for section in page.all for block in section.blocks)
    found = Counter(re.findall(pattern, text))
    if not found:
        return ""
    written = found.most_common(1)[0][0]
    return written if written.casefold() == name.casefold() else _with_initial_of(name, written)


def _with_initial_of(form: str, nominative: str) -> str:
    return form[:1].lower() + form[1:] if nominative[:1].islower() else form


def _return_to_text(page: Sections, told: list[Section]) -> None:
    """Put questions that are no side's, with their text, back into the section in which they stand."""
    kept: list[Section] = []
    for section in page.all:
        if section.kind is Kind.SIDE and not any(section is one for one in told):
            kept[-1].blocks += [section.heading, *section.blocks]
        else:
            kept.append(section)
    page.all[:] = kept


def _forms_from_headings(subjects, titled, page, wording, language) -> list[Finding]:
    found = []
    for one, piece in zip(subjects, titled, strict=True):
        found += one.take(page.title.case, piece, page.title.block.line)
    nominatives = [one.nominative for one in subjects]
    for section in page.of(Kind.DIFFERENCES) + page.of(Kind.SIMILARITIES):
        if not section.names:
            continue
        listed = best_partition(section.names, nominatives, wording, language)
        partners = paired(listed, nominatives, language)
        if len(listed) != len(subjects) or len(partners) < len(listed) - 1:
            text = f"The heading “{section.heading.text}”, which names other subjects than the title."
            found.append(Finding(LEFT_OUT, text, section.heading.line))
            continue
        for place, form in enumerate(listed):
            partner = partners.get(place, place if place not in partners.values() else None)
            if partner is not None:
                found += subjects[partner].take(section.case, form, section.heading.line)
    return found
