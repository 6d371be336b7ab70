"""The words by which sentences contrast two things, and the openings that a cell can do without.

In the patterns of openings § stands for the side that the sentence speaks of.
"""

import re
from dataclasses import dataclass

Pattern = re.Pattern[str]


def _each(*patterns: str) -> tuple[Pattern, ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Wording:
    contrasts: Pattern  # where a sentence may turn to the other side
    mere_pauses: Pattern  # those of them that turn only where the other side is named at once
    introductions: tuple[Pattern, ...]  # before the clause proper
    inverting: bool  # after an introduction the verb comes before its subject
    openings: tuple[Pattern, ...]  # what may be dropped, tried in this order
    empty: tuple[Pattern, ...]  # clauses that say only that there is a difference
    asides: Pattern  # words that only tie the sentence to the one before
    concessions: tuple[tuple[Pattern, str], ...]  # a clause with "though" made a clause of its own
    verbs: frozenset[str]  # verbs that their form does not tell
    boundaries: Pattern  # where a long clause may be cut
    continuing: Pattern  # how a sentence begins that speaks of the same side as the one before
    all_sides: Pattern  # a sentence about all sides
    joining: Pattern  # what stands between two subjects that are spoken of together


_ADVERB = r"(?: (?:hins vegar|aftur á móti|á hinn bóginn|þó|því|aðallega|einkum|fyrst og fremst|oftast|yfirleitt))?"
_AIM = (
    r"(?:\w+ )?(?:aðal|megin|höfuð|loka)?"
    r"(?:markmið(?:ið)?|tilgangur(?:inn)?|hlutverk(?:ið)?|áhersla(?:n)?|verkefni(?:ð)?|kostur(?:inn)?)"
)

ICELANDIC = Wording(
    contrasts=re.compile(
        r"((?:,\s*|\s+)(?:en|á meðan|þar sem aftur á móti|hins vegar)\s+|\s*[;–—]\s*"
        r"|,\s*(?:þá|og)\s+|,\s+|(?<!eins)(?<!svo)\s+og\s+)"
    ),
    mere_pauses=re.compile(r"\s*(?:,|,?\s*og)\s*"),
    introductions=_each(
        r"eins og (?:það er )?(?:almennt |vel )?(?:þekkt|vitað|kunnugt)(?: er)?(?: þá)?,? ",
        r"eins og (?:allir|flestir|margir) vita,? ",
        r"(?:almennt|í stuttu máli|með öðrum orðum),? ",
    ),
    inverting=True,
    openings=_each(
        r"(?:þetta|það) er (?:öðruvísi|annað mál|ólíkt|frábrugðið|annað uppi á teningnum) "
        r"(?:með|hjá|í|um|hvað varðar) §,? "
        r"(?:eins og|þar sem|því að|því|af því að|vegna þess að|enda) ",
        rf"{_AIM} (?:(?:með|í|á|hjá|við) )?§ (?:er|var|eru){_ADVERB} ",
        rf"§ (?:miðar|miða|snýr|snúa|stefnir|stefna|vinnur|vinna){_ADVERB} að því (?=að )",
        rf"§ (?:snýst|snúast){_ADVERB} um (?:það )?(?=að )",
        rf"§ (?:felst|felast){_ADVERB} í (?:því )?(?=að )",
        rf"§ (?:gengur|ganga){_ADVERB} út á (?:það )?(?=að )",
        rf"§ (?:er|eru){_ADVERB} ",
        r"§\s*[:–—-]\s*",
        r"(?:þegar kemur að §|þegar um § er að ræða|hvað varðar §|hvað § varðar|í tilviki §),? "
        r"(?:þá )?(?:(?:er|eru) (?:það )?)?",
        r"(?:fyrir|í|á|hjá|með|við|um) §,? (?:(?:er|eru) (?:það )?|(?=(?:þarf|þurfa|má|eiga|á|verður|verða|fer|fara"
        r"|gilda|gildir|getur|geta|skiptir|skipta|liggur|liggja|ríkir|kostar|búa|býr|starfa|starfar|tekur|taka|kemur"
        r"|koma) ))",
    ),
    empty=_each(
        r"(?:þá )?(?:er )?(?:það|þetta) (?:er )?(?:annað mál|öðruvísi|ólíkt|frábrugðið|annað|ekki)"
        r" (?:með|hjá|í|um|hvað varðar) §",
        r"(?:svo|þannig) er (?:það )?(?:ekki )?(?:með|hjá|um|í) §",
    ),
    asides=re.compile(
        r",? (?:hins vegar|aftur á móti|á hinn bóginn|engu að síður|þar af leiðandi),?(?= )"
        r"|(?<=munu) því(?! að)|(?<=mun) því(?! að)|(?<=þarf) því(?! að)|(?<=er) því(?! að)|(?<=eru) því(?! að)",
        re.IGNORECASE,
    ),
    concessions=(
        (re.compile(r"(?:þó að|þótt|þó) (.*?)\bsé\b(.*)", re.IGNORECASE), r"\1er\2"),
        (re.compile(r"(?:þó að|þótt|þó) (.*?)\bséu\b(.*)", re.IGNORECASE), r"\1eru\2"),
    ),
    verbs=_words(
        "er eru var voru hefur hafa hafði höfðu getur geta gat gátu þarf þurfa má mega á eiga átti fer "
        "fara fór fóru kemur koma kom komu fær fá fékk verður verða varð urðu mun munu skal skulu vill "
        "vilja veit vita býr búa gerir gera tekur taka tók gefur gefa heldur halda nær ná sér sjá "
        "stendur standa liggur liggja snýst snúast felst felast nýtur njóta nýtast"
    ),
    boundaries=re.compile(
        r",?\s+(?:þar sem|svo sem|svo framarlega|svo að|vegna þess|af því|því að|til þess að|til að|til dæmis"
        r"|áður en|á meðan|eins og|þó að|þótt|sem|(?<!hafa )(?<!hefur )(?<!eru )(?<! er )þegar|ef|en|enda"
        r"|heldur|nema|hvort|áður)\s|\s*[,;:]\s|\s[–—-]\s|\s\("
    ),
    continuing=re.compile(
        r"(?:það|þetta|þeir|þær|þau|hún|hann|þá|þar|slíkt?|slíkur|einnig|auk þess|þannig)\b", re.IGNORECASE
    ),
    all_sides=re.compile(
        r"(?:bæði|báðir|báðar|báðum|beggja|hvort tveggja|hvor tveggja|öll þrjú|allar þrjár|allir þrír)\b",
        re.IGNORECASE,
    ),
    joining=re.compile(r"\s*(?:,|og|eða|/|&)\s*(?:(?:á|í|með|hjá|við)\s+)?", re.IGNORECASE),
)

_EN_ADVERB = r"(?:,? (?:however|on the other hand|mainly|mostly|usually|primarily|in contrast),?)?"

ENGLISH = Wording(
    contrasts=re.compile(
        r"((?:,\s*|\s+)(?:whereas|while|but|although|though|yet)\s+|\s*[;–—]\s*|,\s*(?:and|then)\s+|,\s+|\s+and\s+)",
        re.IGNORECASE,
    ),
    mere_pauses=re.compile(r"\s*(?:,|,?\s*and)\s*", re.IGNORECASE),
    introductions=_each(
        r"as (?:is|it is) (?:generally |well |commonly )?known,? ",
        r"as (?:everyone|everybody|most people) knows?,? ",
        r"(?:generally(?: speaking)?|in general|in short|in contrast|by contrast|on the other hand|however),? ",
        r"(?:while|although|though|whereas) ",
    ),
    inverting=False,
    openings=_each(
        r"(?:this|it) is (?:different|another matter|not the case) (?:with|for|in) §,? (?:as|because|since|where) ",
        r"the (?:\w+ )?(?:aim|goal|purpose|objective|role|target|focus) (?:of|in|with|for) (?:a |an |the )?§ "
        rf"(?:is|was){_EN_ADVERB} ",
        rf"(?:a |an |the )?§{_EN_ADVERB} (?:aims?|seeks?|tr(?:y|ies)|serves?|intends?){_EN_ADVERB} (?=to )",
        rf"(?:a |an |the )?§{_EN_ADVERB} (?:is|are){_EN_ADVERB} ",
        r"(?:a |an |the )?§\s*[:–—-]\s*",
        r"(?:when it comes to|as for|in the case of|with|in|for) (?:a |an |the )?§, ",
    ),
    empty=_each(
        r"(?:this|it|that) is (?:different|another matter|not so|not the case) (?:with|for|in) (?:a |an |the )?§",
        r"(?:this|it|that) is not (?:true|so) (?:of|for|with) (?:a |an |the )?§",
    ),
    asides=re.compile(
        r",? (?:however|on the other hand|in contrast|by contrast|nevertheless|therefore),?(?= )", re.IGNORECASE
    ),
    concessions=(),
    verbs=_words(
        "is are was were has have had can could may might must should will would does do did needs need "
        "costs cost aims aim takes take gives give gets get goes go comes come makes make means mean "
        "works work tends tend requires require"
    ),
    boundaries=re.compile(
        r",?\s+(?:so that|in order to|because|since|before|after|while|whereas|although|though|which|who|that"
        r"|when|where|if|unless|but|as long as|such as|for example|rather than)\s|\s*[,;:]\s|\s[–—-]\s|\s\(",
        re.IGNORECASE,
    ),
    continuing=re.compile(r"(?:it|this|they|these|he|she|there|such|also|in addition|thus)\b", re.IGNORECASE),
    all_sides=re.compile(r"(?:both|neither|all (?:two|three|four|five))\b", re.IGNORECASE),
    joining=re.compile(r"\s*(?:,|and|or|/|&|nor)\s*(?:(?:in|with|for|by|to|an?|the)\s+)?", re.IGNORECASE),
)

WORDINGS = {"is": ICELANDIC, "en": ENGLISH}


def wording(language: str) -> Wording:
    """The language's words; where they are not known, the English ones."""
    return WORDINGS.get(language, ENGLISH)
