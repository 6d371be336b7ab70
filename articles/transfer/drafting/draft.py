"""The discussion of one row, shared out among the sides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from articles.manuscript import Subject

from .mentions import STRONG, WEAK, Finder, Mention
from .sentences import sentences, words_of
from .shortening import opens_with, shorten
from .wording import Wording, wording

_LONGEST_SENTENCE = 800  # characters; no cell comes of more
_MOST_CUTS = 12  # places in a sentence where it may turn to another side
_FEWEST_WORDS = 3  # of a clause that stands for itself
_COMPARATIVES = ("ara", "ari", "ri", "ra", "áður", "fyrr", "frekar", "síður")  # "dýrara en te" is no turn
_CONTINUES = 0.5
_LEADS = 0.25  # a clause that begins with its side says more of it than one that mentions it
_RELEVANCE = 1.5  # a compound in a clause that has the words of the row's name outweighs the side itself elsewhere


@dataclass(frozen=True, slots=True)
class Draft:
    """`cells`: the text of each side for which there is one, by the place of the side, from 0."""

    cells: dict[int, str]
    undecided: tuple[str, ...] = ()  # sentences that name several sides and could be given to none


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    side: int
    mention: Mention | None  # where it names the side; None: it goes on about the side of the sentence before
    weight: float


class Drafter:
    """Drafts the cells of one article. `subjects` in the order of the sides."""

    def __init__(self, subjects: Sequence[Subject], language: str):
        self.language = language
        self.wording: Wording = wording(language)
        self.finder = Finder(subjects, language)
        self.plural = [subject.forms[language].number == "plural" for subject in subjects]

    def draft(self, paragraphs: Sequence[str], heading: str) -> Draft:
        """The cells of the row with this heading and discussion."""
        best: dict[int, tuple[float, str]] = {}
        undecided: list[str] = []
        for paragraph in paragraphs:
            for clause in self._clauses(paragraph, undecided):
                text = self._shortened(clause)
                score = clause.weight + _RELEVANCE * self.finder.relevant(clause.text, heading)
                if text and score > best.get(clause.side, (0, ""))[0]:
                    best[clause.side] = score, text
        return Draft({side: text for side, (_score, text) in sorted(best.items())}, tuple(undecided))

    def _shortened(self, clause: _Clause) -> str:
        mention = clause.mention if clause.mention and clause.mention.weight == STRONG else None
        return shorten(clause.text, mention, self.plural[clause.side], self.wording, self.language)

    def _clauses(self, paragraph: str, undecided: list[str]) -> Iterator[_Clause]:
        """The clauses that speak of one side; the sentences that cannot be given to any are added to `undecided`."""
        before: int | None = None  # the side that the sentence before spoke of
        for sentence in sentences(paragraph, self.language):
            if len(sentence) > _LONGEST_SENTENCE:
                undecided.append(sentence)
                before = None
                continue
            found = list(self._decided(sentence))
            if found:
                yield from found
                before = found[-1].side
            elif self.finder.mentions(sentence) or self.wording.all_sides.match(sentence):
                undecided.append(sentence)
                before = None
            elif before is not None and self.wording.continuing.match(sentence):
                yield _Clause(sentence, before, None, _CONTINUES)
            else:
                before = None

    def _decided(self, sentence: str) -> Iterator[_Clause]:
        if self.wording.all_sides.match(sentence):
            return
        for text in self._parts(sentence):
            mention = self._topic(text)
            if mention:
                leads = _LEADS if self._is_led_by(text, mention) else 0
                yield _Clause(text, mention.side, mention, mention.weight + leads)

    def _parts(self, sentence: str) -> list[str]:
        """The sentence cut where it turns from one side to another; whole where it does not."""
        parts, start = [], 0
        for cut in islice(self.wording.contrasts.finditer(sentence), _MOST_CUTS):
            left, right = sentence[start : cut.start()], sentence[cut.end() :]
            if self._turns(left, right, cut[0]):
                parts.append(left)
                start = cut.end()
        return [*parts, sentence[start:]]

    def _turns(self, left: str, right: str, cut: str) -> bool:
        """Whether the left part is about one side and the right begins to speak of another."""
        here, there = self.finder.mentions(left), self.finder.mentions(right)
        if not here or not there or min(len(words_of(left)), len(words_of(right))) < _FEWEST_WORDS:
            return False
        topic = self._topic(left)
        if topic is None or topic.side == there[0].side or self._is_compared(left, cut):
            return False
        at_once = len(words_of(right[: there[0].start])) < _FEWEST_WORDS
        if self.wording.mere_pauses.fullmatch(cut) and not at_once:
            return False
        # "samspil sölu og þjónustu" names a second side in passing.
        names_end_here = here[-1].end == len(left.rstrip())
        return not names_end_here or ("," in cut and not self._is_list(right, there[0]))

    def _is_list(self, right: str, mention: Mention) -> bool:
        return mention.start < _FEWEST_WORDS and bool(self.wording.joining.match(right[mention.end :].rstrip() or ","))

    def _is_compared(self, left: str, cut: str) -> bool:
        return cut.strip() == "en" and words_of(left)[-1].text.lower().endswith(_COMPARATIVES)

    def _topic(self, text: str) -> Mention | None:
        """The mention of the side that the clause speaks of; None where it cannot be decided."""
        mentions = self.finder.mentions(text)
        if not mentions or self._speaks_of_sides_together(text, mentions):
            return None
        first = mentions[0]
        if self._is_led_by(text, first):
            return first
        for weight in (STRONG, WEAK):
            same = [mention for mention in mentions if mention.weight == weight]
            if same:
                return same[0] if len({mention.side for mention in same}) == 1 else None
        return None

    def _is_led_by(self, text: str, mention: Mention) -> bool:
        return not words_of(text[: mention.start]) or opens_with(text, mention, self.wording)

    def _speaks_of_sides_together(self, text: str, mentions: list[Mention]) -> bool:
        neighbours = zip(mentions, mentions[1:], strict=False)
        return any(
            one.side != other.side and self.wording.joining.fullmatch(text[one.end : other.start])
            for one, other in neighbours
        )
