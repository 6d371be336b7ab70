"""Headings that nobody types: drawn from the subjects' forms and each language's templates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from articles.language import grammar
from articles.manuscript import Side

CASES = ("nominative", "dative", "genitive")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a heading. `ink` is the place (1, 2, …) of the side that it names, 0 for words of our own."""

    text: str
    ink: int = 0


Parts = tuple[Part, ...]


def title(sides: Sequence[Side], language: str) -> Parts:
    """The generated title of an article with these sides, „Munurinn á sölu og þjónustu“; nothing for none."""
    if not sides:
        return ()
    templates = grammar.headings(language)
    return _filled(templates.title if len(sides) <= 2 else templates.title_of_many, sides, language)


def similarities(sides: Sequence[Side], language: str) -> Parts:
    return _filled(grammar.headings(language).similarities, sides, language)


def differences(sides: Sequence[Side], language: str) -> Parts:
    return _filled(grammar.headings(language).differences, sides, language)


def table(sides: Sequence[Side], language: str) -> Parts:
    return _filled(grammar.headings(language).table, sides, language)


def caption(sides: Sequence[Side], language: str) -> Parts:
    return _filled(grammar.headings(language).caption, sides, language)


def question(side: Side, ink: int, language: str) -> Parts:
    """„Hvað er sala?“, „Hvað eru veirur?“, or the editor's own wording with the subject's name found in it."""
    forms = side.subject.forms.get(language)
    if forms and forms.question:
        return inked(forms.question, [side], language, first=ink)
    templates = grammar.headings(language)
    plural = forms is not None and forms.number == "plural"
    return _filled(templates.question_plural if plural else templates.question_singular, [side], language, first=ink)


def inked(text: str, sides: Sequence[Side], language: str, first: int = 1) -> Parts:
    """A text that an editor wrote, with the first mention of each side's name in that side's ink."""
    found = []
    for ink, side in enumerate(sides, start=first):
        words = sorted({form(side, case, language) for case in CASES} | {side.subject.name.get(language, "")})
        pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word)
        match = re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE) if pattern else None
        if match and not any(match.start() < end and start < match.end() for start, end, _ in found):
            found.append((match.start(), match.end(), ink))
    parts, at = [], 0
    for start, end, ink in sorted(found):
        parts += [Part(text[at:start]), Part(text[start:end], ink)]
        at = end
    return tuple(part for part in [*parts, Part(text[at:])] if part.text)


def form(side: Side, case: str, language: str) -> str:
    """The subject's name in a case; where the form is not known, the nominative, else the name as it stands."""
    forms = side.subject.forms.get(language)
    return (forms and (getattr(forms, case) or forms.nominative)) or side.subject.name.get(language, "")


def text(parts: Parts) -> str:
    return "".join(part.text for part in parts)


def _filled(template: str, sides: Sequence[Side], language: str, first: int = 1) -> Parts:
    before, case, after = re.fullmatch(r"(.*)\{(\w+)\}(.*)", template).groups()
    names = [Part(form(side, case, language), ink) for ink, side in enumerate(sides, start=first)]
    gaps = grammar.joined(["\0"] * len(names), language).split("\0")[1:-1]
    parts = [Part(before), *_woven(names, gaps), Part(after)]
    return _capitalised([part for part in parts if part.text])


def _woven(names: list[Part], gaps: list[str]) -> list[Part]:
    woven = names[:1]
    for gap, name in zip(gaps, names[1:], strict=True):
        woven += [Part(gap), name]
    return woven


def _capitalised(parts: list[Part]) -> Parts:
    if not parts:
        return ()
    return (Part(grammar.capitalised(parts[0].text), parts[0].ink), *parts[1:])
