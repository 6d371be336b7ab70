"""Words that say so little that a question may go without them."""

_ICELANDIC = frozenset(
    """
    að af alla allan allar allir alls allt á án bara bæði eða ef eftir eiga einhver einn ein eitt ekki en enda er eru
    ert eins frá fyrir gegn hann hana hans hennar hefur hafa hafði henni hér hitt hin hinn hjá honum hún hvað hvaða
    hver hverjir hverju hverjum hvern hvernig hvers hversu hvor hvora hvorki hvort hvorum í inn kringum má með meðal
    mér mig mín milli mín mun mundi mjög móti né nú og okkar okkur sem sé séu sér sig sín sinn sitt sína sínum síns
    sinnar sinni skal sú sá svo til um undir upp út úr var vera verið verða verður verði við vegna vs versus væri voru
    yfir það þann þar þarf þau þá þær þegar þeim þeir þeirra þeirri þessa þessar þessara þessari þessi þessir þessu
    þessum þess þetta þig þín þinn þó þú því ég
    """.split()
)
# As they are typed without accents, but for those that are words of their own then.
_UNACCENTED = frozenset(
    """
    a ad eda eg fra hja hvad hvada i ma ne nu se ser seu sin thad thadan thar thau tha thegar theim theirra their thess
    thessa thessar thessi thetta thin thinn thott thu thvi ur ut vaeri vid
    """.split()
)
_ENGLISH = frozenset(
    """
    a about am an and are as at be been being between but by can could did do does for from had has have he her his
    how i if in into is it its may me my not of on or our she should so such than that the their them then there these
    they this those to us vs versus was we were what when where which who whose why will with would you your
    """.split()
)
_LISTS = {"is": _ICELANDIC | _UNACCENTED, "en": _ENGLISH}


def of(language: str) -> frozenset[str]:
    return _LISTS.get(language.partition("-")[0], frozenset())
