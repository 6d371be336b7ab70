"""Prose and Markdown are exact inverses, whatever the words are."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.prose import clean, from_markdown, to_markdown

MARKS = (
    "* ** *** _ __ [ ] ]( [a](b) ![ ! ( ) \\ \\\\ ` ``` 1. 12) 1 . ) - + # ## > = === ---"
    " ~~ | {#x} { } &amp; & &nbsp ; <em> </em>"
    " <b> < > „ “ ” \" ' – … \u00a0 \u202f \u00ad \u200d \u0301 a Æ þ 5 km orð https://munur.is <https://munur.is>"
    " www.munur.is [^a] {drafted} : :-- 日本 € £"
)
WORDS = st.sampled_from(MARKS.split(" ") + [" ", "  "])
TEXT = st.lists(WORDS | st.text(max_size=2), min_size=1, max_size=8).map("".join)
HREFS = st.sampled_from(
    [
        "/um/",
        "#a",
        "https://is.wikipedia.org/wiki/A_(b)",
        "https://munur.is/?a=1&copy=2&amp;b=*_x_*",
        "https://munur.is/)(",
    ]
    + ["mailto:a@b.is", "https://munur.is/'\"<>`[]\\", "https://munur.is/Þ?x={#a}|!"]
)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


@st.composite
def runs(draw):
    text = escaped(draw(TEXT))
    for tag in draw(st.lists(st.sampled_from(["em", "strong"]), max_size=2)):
        text = f"<{tag}>{text}</{tag}>"
    return f'<a href="{escaped(draw(HREFS))}">{text}</a>' if draw(st.integers(0, 4)) == 0 else text


LINES = st.lists(runs(), min_size=1, max_size=5).map("".join)
BLOCKS = st.tuples(st.sampled_from(["<p>{}</p>", "<ul><li>{}</li></ul>", "<ol><li>{}</li></ol>"]), LINES)
PROSE = st.lists(BLOCKS.map(lambda block: block[0].replace("{}", block[1])), max_size=5).map("".join).map(clean)


@given(PROSE)
@example(clean("<p><b><i>a</i></b></p>"))
@example(clean("<p>a<i>b</i>c<b>„d“</b>e</p>"))
@settings(max_examples=300, deadline=None)
def test_prose_survives_markdown(html):
    assert from_markdown(to_markdown(html)) == html


@given(st.lists(WORDS | st.sampled_from(["\n", "\n\n", "\n- ", "\n1. ", "    "]), max_size=20).map("".join))
@settings(max_examples=500, deadline=None)
def test_any_markdown_becomes_canonical_prose(text):
    html = from_markdown(text)

    assert clean(html) == html
    assert from_markdown(to_markdown(html)) == html


@given(PROSE)
@settings(max_examples=300, deadline=None)
def test_no_line_of_markdown_looks_like_a_heading_a_quotation_a_table_or_a_rule(html):
    for text in to_markdown(html).split("\n"):
        assert not text.startswith(("#", ">", "|", "---", "===", "    "))
        assert text == text.strip()


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("", ""),
        ("<p>Sala er <em>skipti</em>.</p><p>Annað</p>", "Sala er *skipti*.\n\nAnnað"),
        ("<p><strong>Já</strong>, „<em>víst</em>“</p>", "**Já**, „*víst*“"),
        ("<p><em>„Víst“</em> er það.</p>", "*„Víst“* er það."),
        ("<p>á<em>„Víst“</em></p>", "á<em>„Víst“</em>"),
        ("<p><strong>a <em>b</em> c</strong></p>", "**a *b* c**"),
        ("<p><strong><em>b</em> c</strong></p>", "**<em>b</em> c**"),
        ('<p>Sjá <a href="/um/">um <em>vefinn</em></a>.</p>', "Sjá [um *vefinn*](/um/)."),
        ('<p><a href="/a(b">a</a></p>', "[a](</a(b>)"),
        ("<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol><p>e</p>", "- a\n- b\n\n1. c\n2. d\n\ne"),
        ("<p>1. maí</p><p>2026. ár</p><p>- x</p><p># y</p>", "1\\. maí\n\n2026\\. ár\n\n\\- x\n\n\\# y"),
        ("<p>R&amp;D &amp;amp; &lt;b&gt; 2*3_4 [x] {#y}</p>", "R&D \\&amp; \\<b> 2\\*3\\_4 \\[x\\] \\{#y}"),
        ("<p>5\u00a0km þjón\u00adusta</p>", "5&nbsp;km þjón&shy;usta"),
    ],
)
def test_markdown_is_written_as_a_person_would(html, markdown):
    assert to_markdown(html) == markdown
    assert from_markdown(markdown) == html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("_a_ __b__ *c\nd*", "<p><em>a</em> <strong>b</strong> <em>c d</em></p>"),
        ("* a\n  * b\n* c\n\n+ d", "<ul><li>a</li><li>b</li><li>c</li><li>d</li></ul>"),
        ("1) a\n\n   b\n2) c", "<ol><li>a b</li><li>c</li></ol>"),
        ("<https://munur.is/>", '<p><a href="https://munur.is/">https://munur.is/</a></p>'),
        ("[a](javascript:alert(1)) [b](<//x.is>)", "<p>a b</p>"),
        ("<b>a</b> <em>b</em> <script>c", "<p>&lt;b&gt;a&lt;/b&gt; <em>b</em> &lt;script&gt;c</p>"),
        ("# a\n\n> b\n\n---\n\n    c", "<p># a</p><p>&gt; b</p><p>---</p><p>c</p>"),
        ("![a](/b.png)", '<p>!<a href="/b.png">a</a></p>'),
    ],
)
def test_what_people_write_is_read(markdown, html):
    assert from_markdown(markdown) == html


@pytest.mark.parametrize(
    "piece", ["[", "*", "**a", "_a ", "[a](", "<em>", "- ", "\\", "![", "&", "<", "1. a\n", "a\n\n"]
)
def test_hostile_markdown_takes_bounded_time(piece):
    began = time.perf_counter()

    from_markdown(piece * (100_000 // len(piece)))

    assert time.perf_counter() - began < 10
