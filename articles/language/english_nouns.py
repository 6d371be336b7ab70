"""English nouns: which are plural, what they are of one, and whether "a" or "an" stands before them. All by shape.

No dictionary is behind this, only rules and short lists of what breaks them.
"""

import re

# Plurals without -s, and what they are of one.
IRREGULAR = {
    "children": "child",
    "feet": "foot",
    "geese": "goose",
    "men": "man",
    "mice": "mouse",
    "oxen": "ox",
    "people": "person",
    "teeth": "tooth",
    "women": "woman",
    "data": "datum",
    "media": "medium",
    "criteria": "criterion",
    "bacteria": "bacterium",
    "phenomena": "phenomenon",
    "fungi": "fungus",
    "nuclei": "nucleus",
    "cacti": "cactus",
    "alumni": "alumnus",
    "stimuli": "stimulus",
    "larvae": "larva",
    "algae": "alga",
    "vertebrae": "vertebra",
    "antennae": "antenna",
    "formulae": "formula",
    "dice": "die",
}
_ALWAYS_PLURAL = frozenset("cattle police clergy".split())
_NO_MEN = ("specimen", "abdomen", "regimen", "acumen", "stamen", "semen", "omen", "ramen", "bitumen", "lumen")
# In -s and singular, beside -ss, -us, -is and -ics.
_SINGULAR_IN_S = frozenset(
    "news gas bias lens atlas canvas chaos cosmos ethos pathos series species means christmas texas kudos".split()
)
# In -us, -is and -ics and plural all the same.
_PLURAL_IN_S = frozenset(
    """
    menus gurus emus gnus tofus skis taxis kiwis bikinis safaris alibis rabbis broccolis wikis selfies
    antibiotics topics clinics comics fabrics mosaics critics picnics lyrics basics classics cosmetics plastics
    characteristics ceramics relics mechanics mimics epidemics pandemics republics statics skeptics heretics clerics
    fanatics diuretics antiseptics synthetics
    """.split()
)
_VES = {"leaves": "leaf", "wolves": "wolf", "knives": "knife", "lives": "life", "wives": "wife", "halves": "half"}
_VES |= {"shelves": "shelf", "loaves": "loaf", "calves": "calf", "thieves": "thief", "elves": "elf", "selves": "self"}
_VES |= {"scarves": "scarf", "hooves": "hoof"}
_IE = frozenset("movies cookies calories zombies pies ties lies brownies selfies prairies smoothies".split())
# What is counted beyond doubt, so that one of it has an article: never "service", which may be either.
_COUNTED = frozenset(
    """
    company corporation court bank contract loan invoice receipt mortgage budget currency card ticket passport
    lawyer judge doctor nurse dentist teacher student pupil engineer carpenter plumber electrician architect president
    mayor king queen prince princess manager employee employer customer seller buyer owner tenant landlord shareholder
    country city town village municipality county continent island mountain volcano glacier river lake planet galaxy
    comet asteroid meteorite star satellite telescope virus bacterium cell atom molecule electron proton neutron gene
    chromosome muscle bone tooth vein artery animal mammal bird reptile dog cat horse pony cow pig goat wolf fox bear
    whale shark dolphin insect spider bee wasp frog toad crocodile alligator car bus train bicycle motorcycle ship boat
    aeroplane airplane helicopter lorry truck engine motor battery book novel poem newspaper magazine song symphony
    computer phone telephone laptop printer server router database algorithm website browser camera house building
    school university college hospital library museum hotel restaurant shop church cathedral castle chair table sofa
    knife fork spoon cup apple pear banana tomato vegetable berry noun verb adjective adverb pronoun preposition
    triangle circle rectangle fraction vector hurricane tornado earthquake vaccine antibiotic debtor creditor
    """.split()
)
_LETTERS_READ_WITH_A_VOWEL = frozenset("AEFHILMNORSX")
_VOWEL_SOUND = re.compile(r"hour|honest|honou?r|heir|[aeiou]")
_OTHER_SOUND = re.compile(r"eu|ew|one(?![a-z])|once|oui|u(?!n[^i]|ni[mn]|p|ma)[^aeiou][aeiou]|unanim")


def is_plural(noun: str) -> bool:
    """Whether the noun, one word, is a plural; of sheep and fish nobody can tell, so they are not."""
    small = noun.lower().rpartition("-")[2]
    if small in IRREGULAR or small in _ALWAYS_PLURAL or small in _PLURAL_IN_S:
        return True
    if small.endswith(("men", "children")):
        return not small.endswith(_NO_MEN)
    return small.endswith("s") and not small.endswith(("ss", "us", "is", "ics")) and small not in _SINGULAR_IN_S


def singulars(noun: str) -> frozenset[str]:
    """What the noun may be of one, in small letters, itself among them: "Houses" gives houses, house and hous."""
    small = noun.lower()
    found = {small, IRREGULAR.get(small, small), _VES.get(small, small)}
    if small.endswith("men") and not small.endswith(_NO_MEN):
        found.add(small[:-2] + "an")
    if is_plural(small) and small.endswith("s"):
        found.add(small[:-1])
        if small.endswith("ies") and small not in _IE:
            found.add(small[:-3] + "y")
        if small.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            found.add(small[:-2])
        if small.endswith(("yses", "ases", "ises", "eses", "oses")):
            found.add(small[:-2] + "is")  # "analyses"
    return frozenset(found)


def is_counted(noun: str) -> bool:
    """Whether the noun, in the singular, surely wants an article: "virus", but not "service" or "sheep"."""
    return noun.lower() in _COUNTED


def a_or_an(phrase: str) -> str:
    """The article that the phrase wants by its sound: "an hour", "a university", "an MRI scan", "an 8"."""
    first = re.split(r"[\s-]", phrase.strip(), maxsplit=1)[0].strip("“”‘’\"'(")
    if first[:1].isdigit():
        return "an" if re.match(r"8|1[18](?!\d)|1[18],", first) else "a"
    if _is_spelled_out(first):
        return "an" if first[0] in _LETTERS_READ_WITH_A_VOWEL else "a"
    small = first.lower()
    return "an" if _VOWEL_SOUND.match(small) and not _OTHER_SOUND.match(small) else "a"


def _is_spelled_out(word: str) -> bool:
    """ "MRI" and "HTML" are read letter by letter, "NATO" is read as a word."""
    return word.isupper() and (len(word) < 4 or not re.search("[AEIOU]", word))
