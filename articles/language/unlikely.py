"""Icelandic headwords that BÍN holds for as good as others, but that nobody has in mind where a form may be another's.

"árum" is of "ár" rather than of "ári", "landa" of "land" rather than of "landa". They are found by their other forms.
"""

_NOUNS = """
    ári ára bank bendir beta bjóð bærir donaldur draga dragi eð fella fóra gamla gjaldþroti gott góða góði grunn
    hádagur hana hóp hrað hreyfingur húnn hvíta kalli kanni kró lagður landa landi langa leiðir leiti ljóður loki
    lýsingur lögur manni máli már meira namm nafni nautur nár nátt opna rauða samning síma sinn sinni sjá sjár
    sprengur starfi stó stigur tengsli vaf vær vari varði vina viður þroti ævintýr
"""
_VERBS = """
    anna ára barna besta betra daga fangelsa forma fyrta hefða heila helta hluta hópa hvíta íslenska jarða kerfa landa
    lista manna mikla nálægja sá skilyrða skóla smá stóla sæta texta tíma unga útgefa vatna yrða yrja þætta æta
"""
_OTHERS = """
    alinn atkvæður ber efinn eins gegn gegninn gengur laginn lendur móður núinn sama stríður sýnn tækur var veginn
    verður villur vær
"""
_CLASSES = {"so": frozenset(_VERBS.split()), "lo": frozenset(_OTHERS.split())}
_NOUN_CLASSES = frozenset(_NOUNS.split())


def is_unlikely(lemma: str, word_class: str) -> bool:
    """Whether a headword, of BÍN's class "kk", "so", "lo" …, is meant only where nothing else can be."""
    if word_class in ("kk", "kvk", "hk"):
        return lemma in _NOUN_CLASSES
    return lemma in _CLASSES.get(word_class, ())
