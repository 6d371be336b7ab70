"""How the old site worded its headings, in each of its languages."""

import re
from dataclasses import dataclass

Pattern = re.Pattern[str]


def _any(*alternatives: str) -> Pattern:
    return re.compile("|".join(f"(?:{one})" for one in alternatives), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's headings. Each pattern is matched against a whole block; `names` is what it says of subjects.

    `titles`, `similarities` and `differences` are pairs of a pattern and the case that its names stand in.
    """

    titles: tuple[tuple[Pattern, str], ...]
    questions: Pattern  # groups: verb, name
    plural_verbs: frozenset[str]
    similarities: tuple[tuple[Pattern, str], ...]
    differences: tuple[tuple[Pattern, str], ...]
    table: Pattern
    summary: Pattern
    references: Pattern
    posts: Pattern  # group: name
    author: Pattern  # group: name
    comments: Pattern
    reply_form: Pattern
    tags: Pattern  # group: names
    between: Pattern  # what stands between two names
    example: Pattern  # how a paragraph with an example begins
    example_label: Pattern  # what of that is a heading
    said: Pattern  # groups: name, text: the name that stands over a comment
    beside_comments: Pattern  # dates and buttons


_VS = r"(?:vs\.?|versus|gegn|á móti)"
_DIFFERENCE = r"(?:helsti |hver er |hvað er |lykil|aðal|megin|mis)*(?:munur(?:inn)?)"

ICELANDIC = Wording(
    titles=(
        (_any(rf"{_DIFFERENCE} (?:á )?milli (?P<names>.+)"), "genitive"),
        (_any(rf"{_DIFFERENCE} (?:á|hjá) (?P<names>.+)"), "dative"),
        (_any(rf"(?P<names>[^:]+ {_VS} [^:]+)"), "nominative"),
    ),
    questions=_any(
        r"(?:hvað|hver|hverjir|hverjar) (?P<verb>er|eru|var|voru) (?P<name>.+?)\s*\?*",
        r"hvað (?P<means>merkir|þýðir) (?P<meant>.+?)\s*\?*",
    ),
    plural_verbs=frozenset({"eru", "voru"}),
    similarities=(
        (_any(r"(?:hvað er |hver eru )?(?:líkindin?|líkt|sameiginlegt)(?: (?:á )?milli (?P<names>.+))"), "genitive"),
        (_any(r"(?:hvað er |hver eru )?(?:líkindin?|líkt|sameiginlegt)(?: (?:með|á|hjá) (?P<names>.+))?"), "dative"),
    ),
    differences=(
        (_any(rf"{_DIFFERENCE} (?:á )?milli (?P<names>.+)"), "genitive"),
        (_any(rf"{_DIFFERENCE}(?: (?:á|hjá) (?P<names>.+))?"), "dative"),
    ),
    table=_any(r"(?:.+: ?)?samanburðartafla(?: .+)?", rf"[^:]+ {_VS} [^:]+(?:: ?.*)?", r"tafla"),
    summary=_any(r"(?:.+: ?)?(?:samantekt|niðurstaða|niðurstöður|ályktun|lokaorð|í stuttu máli)(?: .+)?"),
    references=_any(r"heimildir|heimildaskrá|tilvísanir|ítarefni"),
    posts=_any(r"(?:nýjustu|nýlegar|síðustu) færslur eftir (?P<name>.+?)\s*(?:\(\s*sjá all\w*\s*\))?"),
    author=_any(r"(?:höfundur|um höfundinn|skrifað af)\s*:?\s+(?P<name>.+)"),
    comments=_any(
        r"(?P<count>\d+|eng\w+|ein|tvær|þrjár|fjórar) athugasemd\w*(?: .+)?", r"athugasemdir(?: \((?P<n>\d+)\))?"
    ),
    reply_form=_any(r"(?:skildu eftir|skrifaðu|bættu við) .*(?:svar|athugasemd)\w*.*"),
    tags=_any(r"(?:sjá (?:meira|nánar|einnig) um|merki|efnisorð)\s*:\s*(?P<names>.*)"),
    between=re.compile(rf"\s*,\s*(?:og\s+)?|\s+(?:og|eða|&|{_VS})\s+|\s+/\s+", re.IGNORECASE),
    example=_any(r"til dæmis\b.*", r"dæmi\b\s*(?::.*|um .*|\d.*|)"),
    example_label=_any(r"dæmi(?: \d+)?\s*:\s*", r"dæmi(?: \d+)?\s*$"),
    said=_any(r"(?P<name>.{1,80}?) (?:segir|skrifar|skrifaði|sagði)\s*:\s*(?P<text>.*)"),
    beside_comments=_any(
        r"svara\w*", r"\d{1,2}\. \w+,? \d{4}.{0,20}", r"netfang \w+ verður ekki birt.*", r"birta athugasemd|senda"
    ),
)

ENGLISH = Wording(
    titles=(
        (_any(r"(?:what is )?(?:the )?(?:key |main )?differences? (?:between|among) (?P<names>.+)"), "nominative"),
        (_any(r"(?P<names>[^:]+ (?:vs\.?|versus) [^:]+)"), "nominative"),
    ),
    questions=_any(
        r"(?:what|who) (?P<verb>is|are|was|were) (?P<name>.+?)\s*\?*",
        r"what (?:does|do) (?P<meant>.+?) (?P<means>mean)\s*\?*",
    ),
    plural_verbs=frozenset({"are", "were"}),
    similarities=(
        (
            _any(r"(?:what are )?(?:the )?(?:key |main )?similarities(?: (?:between|of|among) (?P<names>.+))?"),
            "nominative",
        ),
    ),
    differences=(
        (
            _any(r"(?:what (?:is|are) )?(?:the )?(?:key |main )?differences?(?: (?:between|among) (?P<names>.+))?"),
            "nominative",
        ),
    ),
    table=_any(
        r"(?:.+: ?)?(?:comparison (?:table|chart)|table of comparison)(?: .+)?",
        r"[^:]+ (?:vs\.?|versus) [^:]+(?:: ?.*)?",
    ),
    summary=_any(r"(?:.+: ?)?(?:summary|conclusions?|in short)(?: .+)?"),
    references=_any(r"references?|sources?|further reading"),
    posts=_any(r"(?:latest|recent) posts by (?P<name>.+?)\s*(?:\(\s*see all\s*\))?"),
    author=_any(r"(?:author|about the author|written by)\s*:?\s+(?P<name>.+)"),
    comments=_any(r"(?:\d+|no|one|two|three|four) comments?(?: .+)?", r"comments(?: \(\d+\))?"),
    reply_form=_any(r"(?:leave|add|post|write) (?:a |your )?(?:reply|comment)\b.*"),
    tags=_any(r"(?:see more about|tags|topics)\s*:\s*(?P<names>.*)"),
    between=re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|or|&|vs\.?|versus)\s+|\s+/\s+", re.IGNORECASE),
    example=_any(r"for (?:example|instance)\b.*", r"examples?\b\s*(?::.*|of .*|\d.*|)"),
    example_label=_any(r"examples?(?: \d+)?\s*:\s*", r"examples?(?: \d+)?\s*$"),
    said=_any(r"(?P<name>.{1,80}?) (?:says|said|wrote|writes)\s*:\s*(?P<text>.*)"),
    beside_comments=_any(
        r"reply",
        r"(?:\w+ \d{1,2}|\d{1,2} \w+),? \d{4}.{0,20}",
        r"your email address will not be published.*",
        r"post comment",
    ),
)

WORDINGS = {"is": ICELANDIC, "en": ENGLISH}


def wording(language: str) -> Wording:
    """The language's headings; where the old site's are not known, the English ones."""
    return WORDINGS.get(language, ENGLISH)
