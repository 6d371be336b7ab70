"""Letters of our neighbours and odd signs in addresses and keys, and the order of lists in other languages."""

import pytest

from articles.language import collation, hyphens, words

SOFT = "\u00ad"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Þórður í Æðey", "thordur-i-aedey"),
        ("Đorđe", "dorde"),
        ("Œuvre", "oeuvre"),
        ("Tromsø og Ålesund", "tromso-og-alesund"),
        ("İstanbul", "istanbul"),
        ("Straße", "strasse"),
        ("ﬁskur", "fiskur"),
        ("x² og ½", "x2-og-1-2"),
        ("C++ / C#", "c-c"),
        ("50% afsláttur", "50-afslattur"),
        ("1. grein", "1-grein"),
        ("_undirstrik_", "undirstrik"),
        ("Jón & Gunna", "jon-gunna"),
        ("A–Ö", "a-o"),
    ],
)
def test_a_slug_has_small_ascii_letters_digits_and_hyphens_alone(text, slug):
    assert words.slugify(text) == slug


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("a" * 40, "a" * 40),
        ("a" * 39 + " bcd", "a" * 39),
        ("a" * 40 + " b", "a" * 40),
        ("a" * 41 + " b", "a" * 40),
        ("orð " * 20, "-".join(["ord"] * 10)),
    ],
)
def test_a_key_ends_at_the_last_hyphen_that_fits(name, key):
    assert words.key_for(name) == key


def test_a_number_at_the_end_of_a_long_key_takes_the_place_of_letters():
    key = "a" * 40

    assert words.key_for(key, {key}) == "a" * 38 + "-2"
    assert words.key_for("orð " * 20, {"-".join(["ord"] * 10)}) == "-".join(["ord"] * 9) + "-2"


def test_numbers_of_two_digits_take_one_letter_more():
    key = "a" * 40
    taken = {key} | {"a" * 38 + f"-{number}" for number in range(2, 10)}

    assert words.key_for(key, taken) == "a" * 37 + "-10"


@pytest.mark.parametrize(
    ("form", "lemmas"),
    [
        ("barnanna", {"barn"}),
        ("bestu", {"góður"}),
        ("fjár", {"fé"}),
        ("sölumenn", {"sölumaður"}),
        ("tölvuleikjum", {"tölvuleikur"}),
        ("stjórnmálaflokkum", {"stjórnmálaflokkur"}),
        ("mætti", {"mega", "máttur", "mæta", "mættur"}),
        ("á", {"eiga", "á", "ær"}),
    ],
)
def test_a_form_has_every_headword_that_it_may_belong_to(form, lemmas):
    assert words.lemmas(form) == lemmas


@pytest.mark.parametrize("word", ["iphone", "PDF", "5", "félags-", "a" * 81])
def test_what_is_no_icelandic_word_has_no_headword(word):
    assert words.lemmas(word) == frozenset()


def in_order(names, language="is"):
    return sorted(names, key=lambda name: collation.sort_key(name, language))


@pytest.mark.parametrize(
    "names",
    [
        ["yst", "ysta", "ýr", "ýsa"],
        ["dalur", "dós", "dæmi", "ðe", "eðli"],
        ["oddur", "œuvre", "ofn", "óður"],
        ["d", "Đ", "ð", "e"],
        ["zeta", "þorp", "ä", "æð", "öl", "å"],
        ["Strass", "Straße", "strata", "strák"],
        ["Öl", "Ягода", "日本"],
        ["a", "a b", "a-b", "a.b", "ab"],
        ["–", "1", "a"],
    ],
)
def test_an_icelandic_list_is_in_this_order(names):
    assert in_order(reversed(names)) == names


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Ægir", "aegis", "afi"]),
        ("en", ["o", "ö", "p"]),
        ("en", ["a", "z", "þ"]),
        ("de", ["Muller", "Müller", "Mutter"]),
        ("fr", ["cote", "coté", "côte", "côté"]),
    ],
)
def test_a_list_in_another_language_does_not_part_accents(language, names):
    assert in_order(reversed(names), language) == names


def shown(text, language="is"):
    return hyphens.soften(text, language).replace(SOFT, "|")


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("einkahlutafélag", "einka|hluta|félag"),
        ("EINKAHLUTAFÉLAG", "EINKA|HLUTA|FÉLAG"),
        ("skuldabréfaútboð", "skulda|bréfa|útboð"),
        ("umhverfisvernd", "umhverf|is|vernd"),
        ("fæðingarorlof", "fæðing|ar|orlof"),
        ("gervigreindarlíkan", "gervi|greind|ar|líkan"),
        ("(stjórnmálaflokkur)", "(stjórn|mála|flokkur)"),
        ("„stjórnmálaflokkur“", "„stjórn|mála|flokkur“"),
        ("stjórnmálaflokkur.", "stjórn|mála|flokkur."),
        ("kaup, stjórnmálaflokkur", "kaup, stjórn|mála|flokkur"),
    ],
)
def test_a_long_word_breaks_at_its_seams_whatever_stands_around_it(word, broken):
    assert shown(word) == broken


@pytest.mark.parametrize(
    "text",
    ["12345678901", "@stjornmalaflokkur", "a/stjórnmálaflokkur", "www.stjornmalaflokkur.is", "einka\u00adhlutafélag"],
)
def test_what_is_no_plain_word_is_not_broken(text):
    assert hyphens.soften(text, "is") == text


def test_ten_letters_are_whole_and_eleven_may_break():
    assert shown("loftslagið") == "loftslagið"
    assert shown("Comparisons", "en") == "Compar|isons"
    assert shown("comparison", "en") == "comparison"


def test_german_and_norwegian_break_the_same_word_in_their_own_ways():
    assert shown("Versicherungsgesellschaft", "de") != shown("Versicherungsgesellschaft", "nb")


@pytest.mark.parametrize("text", ["Γλώσσα", "Язык", "日本語", "🎉🎉", "…", "\u200d"])
def test_what_has_no_latin_letter_and_no_digit_has_no_slug_and_the_key_of_a_nameless_row(text):
    assert words.slugify(text) == ""
    assert words.key_for(text) == "rod"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Ljósið 🎉 kviknar", "ljosid-kviknar"),
        ("Ελλάδα 2026", "2026"),
        ("Ångström", "angstrom"),
        ("Þ Ð Æ Ö Ø ß å", "th-d-ae-o-o-ss-a"),
    ],
)
def test_what_is_not_latin_is_left_out_of_a_slug(text, slug):
    assert words.slugify(text) == slug


def test_a_text_folds_alike_however_its_accents_are_written():
    import unicodedata

    text = "Þórður Ægisson á Öræfajökli, Ångström"

    assert {words.fold(unicodedata.normalize(form, text)) for form in ("NFC", "NFD", "NFKC", "NFKD")} == {
        "thordur aegisson a oraefajokli, angstrom"
    }
