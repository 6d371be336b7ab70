"""Whatever is accepted is shown with the same characters, and none of it becomes markup of its own."""

import re
from html.parser import HTMLParser

import nh3
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from comments import text

HOSTILE = [
    "<script>alert(1)</script>",
    "</p><img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "&lt;script&gt;&#60;b&#62;&#x3c;i&#x3e;&amp;amp;",
    "<!-- --><![CDATA[ ]]><?php ?>",
    'https://a.is/"onmouseover="alert(1)',
    "https://a.is/'onmouseover='alert(1)",
    "https://a.is/><script>alert(1)</script>",
    "https://a.is/`onclick=alert(1)`",
    "https://a.is/&quot;onclick=alert(1)",
    "https://a.is/&#34;&#x22;&NewLine;&Tab;",
    "http://javascript:alert(1)@a.is/",
    "HtTpS://A.is?x=<>&y=\u202egpj.exe",
    "www.a.is\u2028www.b.is\u2029\ufeffwww.c.is",
    "\u202e\u2066öfugt\u2069 \u202dtexti",
    "{{ settings.SECRET_KEY }}{% load x %}",
    "a\u0301\u0302\u0303" * 30,
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 שלום عليكم ﷽",
    "\n \n\t\n  x\n",
    "https://a.is/(((((((((((]]]]]])))))",
    "]]>--><!--",
    "<plaintext><textarea></textarea><noscript>",
]
PIECES = [
    "<",
    ">",
    "&",
    '"',
    "'",
    "=",
    "\n",
    "\n\n",
    " ",
    "\t",
    "https://",
    "www.",
    "a.is",
    "@",
    ":",
    "/",
    "(",
    ")",
    "]",
    ",",
    "„",
    "“",
    "\\",
]
characters = st.characters(exclude_categories=["Cs", "Cc"])
accepted = (
    st.lists(st.sampled_from(PIECES + HOSTILE) | st.text(characters, max_size=6), max_size=25)
    .map("".join)
    .map(text.normalised)
    .filter(lambda typed: not text.unfit(typed))
)


class Page(HTMLParser):
    """What a browser makes of it: the text, with \\n for a break, and every tag with its attributes."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.paragraphs, self.tags, self.open = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, attributes))
        if tag == "p":
            assert self.open == []
            self.paragraphs.append("")
        if tag == "br":
            self.paragraphs[-1] += "\n"
        else:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        assert self.open, "there is text outside of a paragraph"
        self.paragraphs[-1] += data

    def handle_comment(self, data):
        raise AssertionError("a comment")

    handle_decl = handle_pi = unknown_decl = handle_comment


def is_ours(tag, attributes):
    if tag == "a":
        (href, address), rel = attributes
        return href == "href" and re.match(r"https?://", address, re.I) and rel == ("rel", "nofollow ugc")
    return (tag, attributes) in (("br", []), ("p", [("dir", "auto")]))


def with_examples(test):
    for typed in HOSTILE:
        test = example(text.normalised(typed))(test)
    return test


@with_examples
@given(accepted)
@settings(max_examples=300, deadline=None)
def test_the_same_characters_are_shown(typed):
    page = Page(text.html(typed))

    assert page.paragraphs == [paragraph for paragraph in re.split("\n{2,}", typed) if paragraph]


@with_examples
@given(accepted)
@settings(max_examples=300, deadline=None)
def test_no_element_and_no_attribute_is_the_writers(typed):
    page = Page(text.html(typed))

    assert page.open == []
    assert [one for one in page.tags if not is_ours(*one)] == []


@with_examples
@given(accepted)
@settings(max_examples=200, deadline=None)
def test_a_sanitiser_with_browsers_rules_finds_nothing_to_take_out(typed):
    html = text.html(typed)
    allowed = {"p": {"dir"}, "a": {"href", "rel"}}

    clean = nh3.clean(html, tags={"p", "br", "a"}, attributes=allowed, url_schemes={"http", "https"}, link_rel=None)

    assert Page(clean).tags == Page(html).tags
    assert Page(clean).paragraphs == Page(html).paragraphs


@with_examples
@given(accepted)
@settings(max_examples=200, deadline=None)
def test_a_link_leads_where_it_says(typed):
    for href, shown in re.findall(r'<a href="([^"]*)" rel="nofollow ugc">([^<]*)</a>', text.html(typed)):
        assert href in (shown, f"https://{shown}")
        assert "@" not in re.match(r"https?://([^/?#]*)", href, re.I)[1]


@pytest.mark.parametrize("unit", ["(", "www.", "https://", "https://a.is,", ",https://", "a.is)", "\n", '"', "\ufdfa"])
def test_a_hostile_text_takes_no_more_steps_than_it_has_characters(unit):
    """The longest one, and one four times as long, which a quadratic way would take sixteen times as long for."""
    steps = [counted_steps("www.a.is/" + unit * (length // len(unit))) for length in (5_000, 20_000)]

    assert steps[1] < 5 * steps[0] + 1000


def counted_steps(typed):
    """Lines of our own that run. What regular expressions and str do inside is linear by their form."""
    import sys

    count = 0

    def trace(frame, event, argument):
        nonlocal count
        count += frame.f_code.co_filename == text.__file__
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        text.html(typed)
        text.fingerprint(typed)
    finally:
        sys.settrace(before)
    return count
