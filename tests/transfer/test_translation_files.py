"""XLIFF and PO: what is written is read back, and what cannot be meant is said, all at once."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.transfer import exchange
from articles.transfer.exchange import BadFile, Bundle, Item, Problem
from tests.manuscripts import keys, lines, proses

KINDS = pytest.mark.parametrize("kind", exchange.FORMATS)
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # the first file loads the library

_paths = st.tuples(st.sampled_from(["side:{}:answer", "row:{}:name", "cell:{}:b", "subject:{}:name"]), keys)
_prose_paths = st.tuples(st.sampled_from(["side:{}:example", "row:{}:discussion"]), keys)


@st.composite
def items(draw):
    is_prose = draw(st.booleans())
    template, key = draw(_prose_paths if is_prose else _paths)
    said = proses if is_prose else lines
    target = draw(said | st.just(""))
    done = draw(st.booleans()) if target else True
    return Item(
        path=template.format(key),
        source=draw(said),
        target=target,
        is_prose=is_prose,
        done=done,
        is_machine=bool(target) and draw(st.booleans()),
        before=draw(said | st.just("")),
        note=draw(lines | st.just("")),
    )


bundles = st.builds(
    Bundle,
    keys,
    st.just("is"),
    st.just("en"),
    st.lists(items(), max_size=4, unique_by=lambda item: item.path).map(tuple),
)


def make_bundle(*given_items):
    found = given_items or (Item("lead", "<p>Inngangur.</p>", "<p>A lead.</p>", is_prose=True),)
    return Bundle("sala-thjonusta", "is", "en", tuple(found))


def problems(data, kind):
    with pytest.raises(BadFile) as error:
        exchange.read(data.encode() if isinstance(data, str) else data, kind)
    return list(error.value.problems)


def is_bundle_or_bad(data, kind) -> bool:
    try:
        return isinstance(exchange.read(data, kind), Bundle)
    except BadFile as error:
        return bool(error.problems)


@KINDS
@unhurried
@given(bundle=bundles)
def test_what_is_written_is_read_back_whole(kind, bundle):
    assert exchange.read(exchange.write(bundle, kind), kind) == bundle


@KINDS
@unhurried
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_whatever_is_read_is_a_bundle_or_a_bad_file(kind, data):
    assert is_bundle_or_bad(data, kind)


@KINDS
@unhurried
@given(bundle=bundles, at=st.floats(0, 1), what=st.sampled_from(['"', "<", ">", "\n", "&", "\\", "", "msgid", "</g>"]))
def test_a_file_that_was_damaged_is_a_bundle_or_a_bad_file(kind, bundle, at, what):
    data = exchange.write(bundle, kind)
    place = int(at * len(data))

    assert is_bundle_or_bad(data[:place] + what.encode() + data[place + 1 :], kind)


def test_prose_in_xliff_keeps_the_numbers_of_its_elements():
    source = '<p>Sjá <a href="/um/"><em>hér</em></a>.</p>'
    target = '<p><a href="/um/">Here</a>, <strong>see</strong>.</p>'
    data = exchange.write(make_bundle(Item("lead", source, target, is_prose=True)), "xliff").decode()

    assert '<source><g id="1" ctype="x-html-p">Sjá <g id="2" ctype="link" xhtml:href="/um/">' in data
    assert (
        '<g id="1" ctype="x-html-p"><g id="2" ctype="link" xhtml:href="/um/">Here</g>, <g id="4" ctype="bold">' in data
    )


def test_a_tool_may_forget_what_an_element_is_and_mark_words_of_its_own():
    data = exchange.write(make_bundle(Item("lead", '<p><a href="/um/">Hér</a>.</p>', is_prose=True)), "xliff").decode()
    target = '<target><mrk mtype="seg" mid="0"><g id="1"><g id="2">Here</g>.</g></mrk></target>'
    data = data.replace("</source>", f"</source>{target}")

    assert exchange.read(data.encode(), "xliff").items[0].target == '<p><a href="/um/">Here</a>.</p>'


def test_groups_and_other_notes_of_a_tool_do_not_stand_in_the_way():
    data = exchange.write(make_bundle(), "xliff").decode()
    data = data.replace("<body>", '<body><group id="x">').replace("</body>", "</group></body>")

    assert exchange.read(data.encode(), "xliff") == make_bundle()


@pytest.mark.parametrize(
    ("state", "done"), [("final", True), ("translated", True), ("", True), ("new", False), ("needs-l10n", False)]
)
def test_a_tools_word_on_a_text_is_understood(state, done):
    data = exchange.write(make_bundle(Item("title", "Já", "Yes")), "xliff").decode()
    data = data.replace('approved="yes"', "").replace('state="translated"', f'state="{state}"' if state else "")

    assert exchange.read(data.encode(), "xliff").items[0].done is done


def test_xliff_takes_no_document_type():
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'

    assert problems(bomb, "xliff") == [Problem("doctype", "line 1")]


def test_xliff_that_is_another_one_is_refused():
    assert problems('<xliff version="2.0"/>', "xliff") == [Problem("not_xliff")]
    assert problems('<xliff version="1.2"/>', "xliff") == [Problem("not_one_file", "", "0")]
    assert [problem.kind for problem in problems("<x", "xliff")] == ["not_xml"]
    assert [problem.kind for problem in problems("<a>" * 100, "xliff")] == ["too_deep"]


def test_everything_that_is_wrong_with_an_xliff_file_is_said_at_once():
    twice, bad, none = Item("title", "Já", "Yes"), Item("lead", "<p>Já</p>", "<p>Yes</p>", True), Item("x", "a")
    data = exchange.write(make_bundle(twice, twice, bad, none), "xliff").decode()
    data = data.replace(">Yes</g>", '><g id="9">Yes</g></g>').replace('id="x"', 'id=""')

    assert [(problem.kind, problem.where) for problem in problems(data, "xliff")] == [
        ("tags", "lead"),
        ("no_path", "line 17"),
        ("twice", "title"),
    ]


def test_a_plain_line_of_xliff_has_no_elements():
    data = exchange.write(make_bundle(Item("title", "Já", "Yes")), "xliff").decode().replace("Yes", '<x id="1"/>')

    assert problems(data, "xliff") == [Problem("tags", "title", "<x>")]


@pytest.mark.parametrize(
    "html", ["<p>a", "<p>a</em></p>", "<p>a <b>c</b></p>", "<p>1 < 2</p>", "<a>x</a>", '<p href="/">x</p>', "</p>"]
)
def test_prose_with_broken_tags_is_named_in_both_formats(html):
    data = exchange.write(make_bundle(Item("lead", "<p>Já</p>", html, True)), "po")

    assert [(problem.kind, problem.where) for problem in problems(data, "po")] == [("tags", "lead")]


def test_po_is_what_gettext_knows():
    stale = Item("row:a:name", "Ábyrgð", "Warranty", done=False, before="Trygging", note="Ábyrgð")
    data = exchange.write(make_bundle(stale), "po").decode()

    assert '#. Ábyrgð\n#, fuzzy\n#| msgid "Trygging"\nmsgctxt "row:a:name"\nmsgid "Ábyrgð"\nmsgstr "Warranty"' in data
    assert '"X-Munur-Article: sala-thjonusta\\n"' in data


def test_po_that_is_none_is_refused():
    assert problems("/etc/passwd", "po") == [Problem("not_po")]
    assert problems(b"\xff\xfe", "po") == [Problem("not_utf8", "byte 0")]
    assert [problem.kind for problem in problems('msgid "a\nmsgstr "b"', "po")] == ["po_syntax"]


def test_po_that_breaks_off_in_the_middle_of_a_text_is_refused():
    data = exchange.write(make_bundle(Item("title", "Já", "Yes, of course")), "po").decode()

    assert problems(data[: data.index(" course")], "po") == [Problem("po_syntax", "line 14")]


def test_everything_that_is_wrong_with_a_po_file_is_said_at_once():
    data = (
        exchange.write(make_bundle(), "po").decode()
        + '\nmsgid "a"\nmsgstr "b"\n\nmsgctxt "lead"\nmsgid "c"\nmsgstr ""'
    )

    assert [problem.kind for problem in problems(data, "po")] == ["no_path", "twice"]
