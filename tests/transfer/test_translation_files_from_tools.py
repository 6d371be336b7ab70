"""Files that a translator's tool wrote anew: nothing of a text is lost, and what could do harm is not read."""

import subprocess
import sys
from pathlib import Path

import pytest

from articles.transfer import exchange
from articles.transfer.exchange import BadFile, Bundle, Item, Problem

TITLE = Item("title", "Já", "Yes")
LEAD = Item("lead", "<p>Inngangur.</p>", "<p>A lead.</p>", is_prose=True)


def file_of(*items, kind="xliff") -> str:
    return exchange.write(Bundle("sala", "is", "en", items or (TITLE,)), kind).decode()


def read(data, kind="xliff"):
    return exchange.read(data if isinstance(data, bytes) else data.encode(), kind).items


def problems(data, kind="xliff"):
    with pytest.raises(BadFile) as error:
        read(data, kind)
    return list(error.value.problems)


def with_source(source: str) -> str:
    """A PO file whose title has this source, written as a tool writes it."""
    return file_of(kind="po").replace('msgid "Já"', f"msgid {source}")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_xliff_may_be_in_any_encoding_that_it_names(encoding):
    data = file_of().replace('encoding="UTF-8"', f'encoding="{encoding.removesuffix("-sig")}"')

    assert read(data.encode(encoding)) == (TITLE,)


@pytest.mark.parametrize("encoding", ["utf-7", "x-none", "cp037"])
def test_xliff_in_an_encoding_that_hides_what_it_says_is_refused(encoding):
    data = file_of().replace('encoding="UTF-8"', f'encoding="{encoding}"')

    assert [problem.kind for problem in problems(data)] == ["not_xml"]


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE xliff>",
        '<!DOCTYPE xliff SYSTEM "http://127.0.0.1/xliff.dtd">',
        '<!DOCTYPE xliff [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE xliff [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>',
    ],
)
def test_a_document_type_is_refused_before_anything_reads_it(doctype):
    data = file_of().replace("<xliff", f"{doctype}\n<xliff", 1)

    assert problems(data) == [Problem("doctype", "line 2")]


def test_an_entity_that_nobody_declared_is_refused():
    assert problems(file_of().replace("Yes", "&yes;"))[0].kind == "not_xml"


def test_xliff_of_another_vocabulary_is_refused():
    other = file_of().replace('xmlns="urn:oasis:names:tc:xliff:document:1.2"', 'xmlns="a"')
    mixed = other.replace("<xliff ", '<xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" ')

    assert problems(mixed) == [Problem("not_xliff")]


def test_xliff_without_a_body_or_with_two_articles_is_refused():
    data = file_of()
    start, end = data.index("<file"), data.index("</xliff>")

    assert problems(data.replace("body>", "header>")) == [Problem("not_one_file", "", "1")]
    assert problems(data[:end] + data[start:end] + "</xliff>") == [Problem("not_one_file", "", "2")]


def test_a_file_that_calls_itself_po_inside_xliff_is_read_like_any_other():
    assert read(file_of().replace('datatype="html"', 'datatype="po"')) == (TITLE,)


def test_spaces_at_the_edge_of_an_element_stay_where_a_tool_dropped_the_mark_for_them():
    item = Item("lead", "<p>Sjá <em>þetta </em>hér.</p>", "<p>See <em>this </em>here.</p>", is_prose=True)

    assert read(file_of(item).replace(' xml:space="preserve"', "")) == (item,)
    assert read(file_of(item).replace("preserve", "default")) == (item,)


def test_an_element_without_a_number_is_read_by_its_kind():
    assert read(file_of(LEAD).replace('id="1" ', "")) == (LEAD,)


def test_comments_instructions_and_quoted_sections_are_no_text_of_their_own():
    data = file_of(TITLE, LEAD).replace("Yes", "Y<!-- no --><?tool no?>es").replace("A lead.", "<![CDATA[A lead.]]>")

    assert read(data) == (TITLE, LEAD)


@pytest.mark.parametrize(("approved", "done"), [("yes", True), ("no", False)])
def test_a_text_that_is_approved_is_done_whatever_its_state(approved, done):
    data = file_of().replace('approved="yes"', f'approved="{approved}"').replace('"translated"', '"needs-adaptation"')

    assert read(data)[0].done is done


def test_what_a_tool_offers_beside_a_text_is_not_the_text():
    offered = '<alt-trans match-quality="80"><source>Jæja</source><target>Well</target></alt-trans><alt-trans/>'

    assert read(file_of().replace("</target>", f"</target>{offered}")) == (TITLE,)


def test_an_earlier_source_keeps_its_elements():
    before = '<p>Sjá <a href="/um/">hér</a>.</p>'
    item = Item("lead", "<p>Nýtt.</p>", "<p>Old.</p>", is_prose=True, done=False, before=before)

    assert read(file_of(item)) == (item,)


def test_po_with_a_mark_of_its_encoding_or_other_ends_of_line_is_the_same():
    data = file_of(TITLE, LEAD, kind="po")
    head, texts = data.split("\n\n", 1)

    assert read(data.encode("utf-8-sig"), "po") == (TITLE, LEAD)
    for end in ("\r\n", "\r"):
        assert read(data.replace("\n", end), "po") == (TITLE, LEAD)
    assert read(head.replace("\n", "\r\n") + "\r\n\r\n" + texts, "po") == (TITLE, LEAD)


def test_po_is_utf8_whatever_its_head_says():
    data = file_of(kind="po").replace("charset=UTF-8", "charset=ISO-8859-1")

    assert read(data, "po") == (TITLE,)
    assert [problem.kind for problem in problems(data.encode("iso-8859-1"), "po")] == ["not_utf8"]
    assert problems(data.replace("ISO-8859-1", "none"), "po")[0].kind == "po_syntax"


def test_a_text_of_po_may_be_broken_into_lines():
    said = '<p>Já, „þetta“ er "svona" \\\\ og svo framvegis.</p>'
    item = Item("lead", said, said, is_prose=True)
    data = file_of(item, kind="po").replace('msgstr "<p>Já, ', 'msgstr ""\n"<p>Já, "\n"')

    assert read(data, "po") == (item,)


def test_a_source_that_begins_like_an_old_comment_of_kde_is_a_source():
    assert read(with_source('"_: Já"'), "po")[0].source == "_: Já"
    assert read(with_source('""\n"_: Já\\n"\n"já"'), "po")[0].source == "_: Já\njá"
    assert read(with_source('"_: Já"'), "po")[0].path == "title"


def test_a_removed_entry_and_a_last_comment_say_nothing():
    removed = '\n#~ msgctxt "title"\n#~ msgid "Jú"\n#~ msgstr "Oh yes"\n\n# The end.\n'

    assert read(file_of(kind="po") + removed, "po") == (TITLE,)


def test_an_entry_with_plural_forms_is_refused():
    data = file_of(kind="po").replace('msgstr "Yes"', 'msgid_plural "Já, já"\nmsgstr[0] "Yes"\nmsgstr[1] "Yes, yes"')

    assert problems(data, "po") == [Problem("plural", "title")]


@pytest.mark.parametrize("line", [r'msgstr "Yes\"', 'msgstr "Ye"s"', 'msgstr "Yes" x', "msgstr", "Yes"])
def test_a_line_of_po_that_is_not_whole_is_refused(line):
    data = file_of(kind="po").replace('msgstr "Yes"', line)

    assert problems(data, "po") == [Problem("po_syntax", "line 14")]


def test_there_is_no_other_format():
    with pytest.raises(ValueError, match="csv"):
        exchange.read(b"", "csv")


def test_a_site_that_is_asked_for_no_file_does_not_load_the_library():
    code = "import sys, articles.transfer.exchange; sys.exit('translate' in sys.modules or 'lxml' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=False).returncode == 0
