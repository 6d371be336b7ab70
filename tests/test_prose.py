"""Any HTML becomes canonical prose: the closed subset, in one form."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.prose import clean, line, plain, words

TAGS = (
    "<p> </p> <em> </em> <i> </i> <strong> </strong> <b> </b> <ul> </ul> <ol> </ol> <li> </li> <br> <div> </div> <td>"
    " <h2> </h2> </a> <script> </script> <!-- --> < > & &amp; &nbsp; &#0; &lt;em&gt;"
    " \u0301 \u0338 \u0323 \u00a0 \u202f"
    " \u00ad \u200d \ufeff \u0f73 \u1112 \u1161 a Æ „x“ * _ 1. <a>"
)
PIECES = st.sampled_from(
    TAGS.split(" ")
    + [
        " ",
        "\n",
        "\u2028",
        "<a href='https://munur.is/'>",
        '<a href="/um/">',
        "<a href=javascript:alert(1)>",
        "<p class='",
    ]
)
JUNK = st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join)


@given(JUNK)
@settings(max_examples=400, deadline=None)
def test_cleaning_twice_is_cleaning_once(html):
    assert clean(clean(html)) == clean(html)


@given(JUNK)
@settings(max_examples=200, deadline=None)
def test_canonical_prose_is_composed_and_has_no_control_characters(html):
    cleaned = clean(html)

    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in cleaned)


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_a_line_is_the_same_when_it_is_made_a_line_again(text):
    assert line(line(text)) == line(text)


@pytest.mark.parametrize(
    ("html", "canonical"),
    [
        ("", ""),
        ("Orð", "<p>Orð</p>"),
        ("<p>a</p>b<p>c", "<p>a</p><p>b</p><p>c</p>"),
        ("<p>a<b>b</b> <i>c</i></p>", "<p>a<strong>b</strong> <em>c</em></p>"),
        ("<h2>a</h2><div>b<blockquote>c</blockquote></div>", "<p>a</p><p>b</p><p>c</p>"),
        ("<p>a<br>b<br/>\n c</p>", "<p>a b c</p>"),
        ("<p></p><p> &nbsp; </p><p><em> </em></p><ul><li></li></ul>", ""),
        ("<p>&shy;</p>", ""),
        ("<p>a<em> b </em>c</p>", "<p>a <em>b</em> c</p>"),
        ("<p><em>a <em>b</em> c</em></p>", "<p><em>a b c</em></p>"),
        ("<p><em>a</em> <em>b</em></p>", "<p><em>a b</em></p>"),
        ("<em>a <strong>b</strong></em>", "<p><em>a</em> <strong><em>b</em></strong></p>"),
        ("<em><p>a</p><p>b</p></em>", "<p><em>a</em></p><p><em>b</em></p>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a b</li></ul>"),
        ("<ul><li>a<ol><li>b</li></ol>c</li></ul>d", "<ul><li>a</li><li>b</li><li>c</li></ul><p>d</p>"),
        ("<ul><li>a</li></ul> <ul><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul><li>a</li></ul><ol><li>b</li></ol>", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ("<li>a</li>b", "<ul><li>a</li></ul><p>b</p>"),
        ("<table><tr><td>a<td>b</tr><tr><th>c</table>", "<p>a b</p><p>c</p>"),
        ("a<script>b</script>c<style>d</style>e", "<p>ace</p>"),
        ("a<!-- b -->c<!-- d", "<p>ac d</p>"),
        ("1 < 2 & 3 > 2 &copy; &lt;b&gt;", "<p>1 &lt; 2 &amp; 3 &gt; 2 © &lt;b&gt;</p>"),
        ("a\0b\x07c\r\nd", "<p>abc d</p>"),
        ("5&nbsp;km", "<p>5\u00a0km</p>"),
        ("e\u0301 <b>a</b>\u0301", "<p>é <strong>á</strong></p>"),
        ("<unknown attr='x>y'>a</unknown>", "<p>a</p>"),
        ("&#99999999999999999999;", "<p>\ufffd</p>"),
    ],
)
def test_any_html_becomes_the_closed_subset(html, canonical):
    assert clean(html) == canonical


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://is.wikipedia.org/wiki/Þjónusta", "https://is.wikipedia.org/wiki/Þjónusta"),
        ("HTTPS://Munur.IS/Slóð", "https://munur.is/Slóð"),
        (" https://munur.is/a b ", "https://munur.is/a%20b"),
        ("https://munur.is/?a=1&amp;copy=2", "https://munur.is/?a=1&amp;copy=2"),
        ("https://munur.is/?a=1&copy=2", "https://munur.is/?a=1&amp;copy=2"),
        ("https://munur.is/100%", "https://munur.is/100%25"),
        ("https://munur.is/%C3%9E", "https://munur.is/%C3%9E"),
        ("https://munur.is/a[1]|`b`", "https://munur.is/a%5B1%5D%7C%60b%60"),
        ("MAILTO:ritstjorn@munur.is", "mailto:ritstjorn@munur.is"),
        ("/um/", "/um/"),
        ("#tafla", "#tafla"),
        ("/\\example.org", "/%5Cexample.org"),
    ],
)
def test_a_link_keeps_its_address_in_one_form(href, kept):
    assert clean(f'<a href="{href}">orð</a>') == f'<p><a href="{kept}">orð</a></p>'


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "//example.org", "/\t/example.org", "um/"]
    + ["ftp://example.org/", "https:munur.is", "http://", "mailto:x", "#", "", "https://munur.is/" + "a" * 2000],
)
def test_a_link_elsewhere_loses_the_link_and_keeps_the_words(href):
    assert clean(f'<a href="{href}">orð</a>') == "<p>orð</p>"


def test_an_address_is_taken_from_href_alone():
    assert clean('<a title="x href=/b" data-href="/c" href=/a>orð</a>') == '<p><a href="/a">orð</a></p>'


@pytest.mark.parametrize(
    "html",
    ["<b>" * 10_000 + "a", "<ul><li>" * 10_000 + "a", "<div>" * 10_000 + "a" + "</div>" * 10_000]
    + ["<" * 500_000, "<a " * 200_000, '<a "' * 200_000, "<a href='" * 100_000, "<!--" * 200_000, "&" * 500_000]
    + ["a\u0301\u0323" + "\u0301\u0323" * 200_000, "<script>" * 100_000, "</em>" * 100_000, " " * 1_000_000]
    + ["&#" + "9" * 100_000, "<a href='" + "%" * 500_000 + "'>a</a>", "a</b><b>" * 50_000, "<em>\u0301</em>" * 50_000],
    ids=lambda html: html[:12],
)
def test_hostile_input_takes_linear_time(html):
    began = time.perf_counter()

    clean(html)

    assert time.perf_counter() - began < 5


def test_no_letter_keeps_more_than_thirty_marks():
    assert line("a" + "\u0338" * 100) == "a" + "\u0338" * 30


def test_plain_text_has_a_blank_line_between_blocks_and_a_line_for_each_item():
    html = "<p>a <em>b</em></p><p>c &amp; d</p><ul><li>e</li><li>f</li></ul><ol><li>g</li></ol>"

    assert plain(html) == "a b\n\nc & d\n\ne\nf\n\ng"


def test_words_are_counted_without_the_dashes_between_them():
    assert words("<p>Sala – og þjón\u00adusta, 24 tíma.</p><p>Já.</p>") == 6


def test_a_line_is_trimmed_composed_and_has_single_spaces():
    assert line(" Tilgang\u200bur \t\n e\u0301r\0 \u00a0") == "Tilgangur ér"
