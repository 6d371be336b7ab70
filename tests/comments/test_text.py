"""Plain text as HTML: paragraphs, line breaks, web addresses, and nothing else."""

import pytest

from comments import text

IS = "https://is.wikipedia.org/wiki/Sala"


def only_link(typed):
    """The text of the one link, which must lead where it says."""
    [href] = text.links(typed)
    assert f'<a href="{href}" rel="nofollow ugc">' in text.html(typed).replace("&amp;", "&")
    return href


def test_empty_lines_part_paragraphs():
    assert text.html("Fyrsta.\n\nÖnnur.\n\n\n\nÞriðja.") == (
        '<p dir="auto">Fyrsta.</p><p dir="auto">Önnur.</p><p dir="auto">Þriðja.</p>'
    )


def test_a_line_end_is_a_break_and_white_space_stays():
    assert text.html("  Ein\tlína \n   og önnur") == '<p dir="auto">  Ein\tlína <br>   og önnur</p>'


def test_nothing_is_interpreted():
    typed = "<b>*feitt*</b> &amp; [tengill](x) 'já' \"nei\" :-) # fyrirsögn"

    assert text.html(typed) == (
        '<p dir="auto">&lt;b&gt;*feitt*&lt;/b&gt; &amp;amp; [tengill](x) &#x27;já&#x27; &quot;nei&quot; :-) '
        "# fyrirsögn</p>"
    )


def test_nothing_is_no_paragraph():
    assert text.html("") == ""
    assert text.html("\n\n\n") == ""


def test_a_web_address_becomes_a_link():
    assert text.html(f"Sjá {IS} þar.") == (f'<p dir="auto">Sjá <a href="{IS}" rel="nofollow ugc">{IS}</a> þar.</p>')


def test_www_is_enough():
    assert text.html("www.munur.is/um") == (
        '<p dir="auto"><a href="https://www.munur.is/um" rel="nofollow ugc">www.munur.is/um</a></p>'
    )


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (f"{IS}.", IS),
        (f"({IS})", IS),
        (f"„{IS}“,", IS),
        (f"'{IS}'!", IS),
        (f"<{IS}>", IS),
        (f"[{IS}]", IS),
        (f"**{IS}**", IS),
        (f"{IS}?!…", IS),
        (f"{IS}_(hugtak)", f"{IS}_(hugtak)"),
        (f"({IS}_(hugtak)).", f"{IS}_(hugtak)"),
        (f"{IS})_(", f"{IS})_("),
        (f"{IS}/?a=1&b=(2)#c;", f"{IS}/?a=1&b=(2)#c"),
        (f"{IS}\u200b", IS),
        (f"{IS}\u202egpj.exe", IS),
        (f"{IS}\\@evil.example", IS),
        ("HTTPS://MUNUR.IS", "HTTPS://MUNUR.IS"),
        ("http://þjónusta.is:8080/þættir", "http://þjónusta.is:8080/þættir"),
        ("https://例え.テスト/", "https://例え.テスト/"),
        ("https://192.168.0.1/", "https://192.168.0.1/"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(typed, address):
    assert only_link(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "https://bank.is@evil.example",
        "https://bank.is:443@evil.example/",
        "https://bank.is＠evil.example/",
        "https://bank.is%2eevil",
        "https://[::1]/",
        "https://bank.is:port/",
        "https://bank.is:1234567/",
        "https://℀.is/x",
        "https://½.is/",
        "https://",
        "https:///path",
        "https://einn",
        "https://.is",
        "https://a..is",
        "www...",
        "www.",
        "javascript:alert(1)",
        "javascript://www.a.is/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "ftp://www.munur.is",
        "svn+https://munur.is",
        "//munur.is",
        "munur.is",
        "nafn@www.munur.is",
        "mailto:nafn@munur.is",
        "xhttps://munur.is",
    ],
)
def test_what_may_lead_elsewhere_than_it_seems_is_no_link(typed):
    assert text.links(typed) == []
    assert "<a" not in text.html(typed)


def test_addresses_that_follow_one_another_are_links_of_their_own():
    assert text.links("https://a.is,https://b.is;https://c.is/x https://d.is\nwww.e.is") == [
        "https://a.is",
        "https://b.is",
        "https://c.is/x",
        "https://d.is",
        "https://www.e.is",
    ]


def test_every_line_end_is_kept_as_one():
    assert text.normalised("  a\r\nb\rc\n \t\r\n") == "  a\nb\nc"


@pytest.mark.parametrize("character", ["\0", "\x07", "\x0b", "\x7f", "\x85", "\ud800", "\ufffe", "\U0010ffff"])
def test_what_cannot_be_kept_is_named(character):
    assert text.unfit(f"Texti{character} og meira\0") == character


def test_tabs_ends_of_lines_and_every_letter_are_kept():
    assert text.unfit("\t\n þ ﷽ 👩‍👩‍👧 שלום \u202e\u200b\u0301 \ue000\ufeff\u2028") == ""


@pytest.mark.parametrize("character", ["\t", "\n", "\u2028", "\u2029"])
def test_a_single_line_has_no_end_of_line(character):
    assert text.unfit(f"Nafn{character}", lines=False) == character


def test_the_same_words_have_the_same_fingerprint():
    prints = {
        text.fingerprint(typed) for typed in ("Kaupið núna!", "KAUPIÐ  nuna", "k-a\u200bupið\nnúna.", "Kaupid nuna")
    }

    assert len(prints) == 1
    assert len(prints.pop()) == 32


def test_other_words_have_another_fingerprint():
    assert text.fingerprint("Kaupið núna!") != text.fingerprint("Kaupið ekki núna!")
    assert text.fingerprint("🙂🙂") != text.fingerprint("🙁🙁")
    assert text.fingerprint(" \n") == ""
