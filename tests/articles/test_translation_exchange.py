"""Files of translations: what goes out comes back as it was, and a bad file changes nothing."""

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles import exchanging, publishing, rows, translating, units
from articles.models import Article, TranslatedText
from articles.transfer import exchange
from articles.transfer.exchange import BadFile, Problem
from articles.translations import OK, STALE, UNREVIEWED
from tests.factories import make_article
from tests.manuscripts import manuscripts

pytestmark = pytest.mark.django_db
some = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
KINDS = pytest.mark.parametrize("kind", exchange.FORMATS)


def fresh(article):
    return Article.objects.get(pk=article.pk)


def texts(article, language="en"):
    return units.in_language(rows.read(fresh(article)), language)


def states(article):
    return {text.path: text.state for text in translating.sheet(fresh(article), "en", "is").texts}


def file_of(article, kind="xliff") -> str:
    return exchange.write(exchanging.bundle_of(fresh(article), "en", "is"), kind).decode()


def read_in(article, data, kind="xliff"):
    return exchanging.store(fresh(article), exchanging.read(data.encode(), kind), "en")


def translate(article, **said):
    entries = [translating.Entry(path, text, done=True) for path, text in said.items()]
    translating.save(article, "en", entries, "is")


def write(article, language, **said):
    rows.write(units.written(rows.read(fresh(article)), language, said), fresh(article))
    publishing.keep(fresh(article))


def problems(article, data, kind="xliff"):
    with pytest.raises(BadFile) as error:
        read_in(article, data, kind)
    return error.value.problems


def sentences(article, data, kind="xliff") -> list[str]:
    return [exchanging.sentence(problem) for problem in problems(article, data, kind)]


def in_all_states():
    """An article with a stale, an unreviewed and a missing text, and some in order."""
    article = make_article(summary={"is": "<p>Samantekt.</p>"}, title={"is": "Titill"})
    translate(article, lead="<p>A lead.</p>", title="A title")
    draft = translating.Entry("summary", "<p>Machine.</p>", origin=TranslatedText.Origin.MACHINE)
    translating.save(fresh(article), "en", [draft], "is")
    write(article, "is", lead="<p>Nýr inngangur.</p>")
    return fresh(article)


class TestRoundTrip(TestCase):
    @some
    @given(content=manuscripts(languages=("is", "en")), kind=st.sampled_from(list(exchange.FORMATS)))
    def test_what_goes_out_and_comes_back_changes_nothing(self, content, kind):
        article = rows.write(content).article
        before = rows.read(fresh(article))

        assert read_in(article, file_of(article, kind), kind).changes == ()
        assert rows.read(fresh(article)) == before

    @some
    @given(content=manuscripts(languages=("is", "en")), kind=st.sampled_from(list(exchange.FORMATS)))
    def test_a_translation_that_was_lost_comes_back_from_its_file(self, content, kind):
        article = rows.write(content).article
        names = {path for path in units.in_language(content, "en") if path.startswith("subject:")}
        both = units.in_language(content, "is").keys() & units.in_language(content, "en").keys()
        before, data = texts(article), file_of(article, kind)
        write(article, "en", **dict.fromkeys(both - names, ""))

        read_in(article, data, kind)

        assert texts(article) == before


@KINDS
def test_what_is_read_in_unchanged_stays_in_its_state(kind):
    article = in_all_states()
    before = states(article)
    assert (before["lead"], before["summary"], before["title"]) == (STALE, UNREVIEWED, OK)

    assert read_in(article, file_of(article, kind), kind).changes == ()

    assert states(article) == before


@KINDS
def test_a_new_translation_is_written_and_in_order(kind):
    article = in_all_states()
    data = file_of(article, kind).replace("A lead.", "A new lead.").replace("needs-review-translation", "final")

    read_in(article, data.replace("#, fuzzy\n", ""), kind)

    assert texts(article)["lead"] == "<p>A new lead.</p>"
    assert states(article)["lead"] == OK


@KINDS
def test_a_text_that_the_tool_calls_done_is_approved_unchanged(kind):
    article = in_all_states()
    data = file_of(article, kind).replace("needs-review-translation", "translated").replace("#, fuzzy, mt\n", "")

    plan = read_in(article, data.replace("#, fuzzy\n", ""), kind)

    assert {(change.path, change.kind) for change in plan.changes} == {("lead", "approved"), ("summary", "approved")}
    assert (states(article)["lead"], states(article)["summary"]) == (OK, OK)


def test_a_source_that_changed_since_the_file_was_made_makes_the_text_stale():
    article = make_article()
    data = file_of(article).replace("</source>", '</source><target><g id="1">A lead.</g></target>', 1)
    assert 'id="lead"' in data[: data.index("</source>")]
    write(article, "is", lead="<p>Nýr inngangur.</p>")

    plan = read_in(article, data)

    assert plan.stale == 1
    assert (texts(article)["lead"], states(article)["lead"]) == ("<p>A lead.</p>", STALE)


def test_an_empty_target_takes_nothing_away():
    article = in_all_states()
    data = file_of(article)
    start, end = data.index("<target", data.index('id="title"')), data.index("</target>") + len("</target>")

    read_in(article, data[:start] + data[end:])

    assert texts(article)["title"] == "A title"


def test_a_file_of_another_article_or_another_language_is_refused_with_a_sentence_for_each():
    article = make_article(key="a")
    other = file_of(make_article(key="b"))

    assert len(sentences(article, other)) == 1
    assert len(sentences(article, other.replace('target-language="en"', 'target-language="de"'))) == 2
    assert len(sentences(make_article(key="c"), other.replace('source-language="is"', 'source-language="en"'))) == 2


def test_everything_wrong_is_told_and_nothing_is_changed():
    article = in_all_states()
    before = rows.read(article)
    data = file_of(article).replace("A title", "x" * 301).replace('id="summary"', 'id="row:farin:discussion"')

    told = sentences(article, data.replace("A lead.", "Another lead."))

    assert len(told) == 2
    assert "301" in told[0]
    assert "row:farin:discussion" in told[1]
    assert rows.read(fresh(article)) == before


@KINDS
@pytest.mark.parametrize(("path", "problem"), [("lead", "twice"), ("row:farin:name", "unknown")])
def test_a_text_that_stands_twice_or_has_no_place_stops_the_file(kind, path, problem):
    article = in_all_states()
    data = file_of(article, kind).replace('id="title"', f'id="{path}"').replace('msgctxt "title"', f'msgctxt "{path}"')

    told = problems(article, data.replace("A lead.", "Another lead."), kind)

    assert told == (Problem(problem, path),)
    assert texts(article)["lead"] == "<p>A lead.</p>"


def test_a_po_file_of_another_article_or_another_language_is_refused_too():
    article = make_article(key="a")
    other = file_of(make_article(key="b"), "po")

    assert len(sentences(article, other, "po")) == 1
    assert len(sentences(article, other.replace('"Language: en', '"Language: de'), "po")) == 2
    assert len(sentences(article, other.replace("X-Source-Language: is", "X-Source-Language: en"), "po")) == 2


def test_an_entry_with_plural_forms_stops_the_file():
    article = in_all_states()
    data = file_of(article, "po").replace('msgstr "A title"', 'msgid_plural "Titlar"\nmsgstr[0] "Titles"')

    assert problems(article, data, "po") == (Problem("plural", "title"),)
    assert texts(article)["title"] == "A title"


def test_every_problem_has_a_sentence():
    for kind in exchanging.SENTENCES:
        told = exchanging.sentence(exchange.Problem(kind, "HÉR", "ÞETTA"))
        assert told[-1:] in (".", "?", "A")
        assert "%" not in told


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(BadFile):
        exchanging.read(b" " * (exchanging.LARGEST + 1), "po")


@KINDS
def test_the_commands_write_files_and_read_them_back(tmp_path, kind, capsys):
    article = in_all_states()
    call_command("export_translations", tmp_path, format=kind)
    file = tmp_path / f"{article.key}.is-en.{kind}"
    file.write_text(file.read_text(encoding="utf-8").replace("A title", "Another title"), encoding="utf-8")

    call_command("import_translations", file, dry_run=True)
    assert texts(article)["title"] == "A title"

    call_command("import_translations", file)
    assert texts(article)["title"] == "Another title"
    assert "1 changed." in capsys.readouterr().out


def test_one_bad_file_stops_them_all(tmp_path):
    good, bad = make_article(key="a"), make_article(key="b")
    translate(good, lead="<p>A lead.</p>")
    call_command("export_translations", tmp_path)
    file = tmp_path / "a.is-en.xliff"
    file.write_text(file.read_text(encoding="utf-8").replace("A lead", "Another"), encoding="utf-8")
    (tmp_path / "b.is-en.xliff").write_text("<x", encoding="utf-8")

    with pytest.raises(CommandError, match="b.is-en.xliff: The file is broken XML at line 1"):
        call_command("import_translations", file, tmp_path / "b.is-en.xliff")

    assert texts(good)["lead"] == "<p>A lead.</p>"
    assert texts(bad) == {}


def test_commands_say_what_they_cannot_do(tmp_path):
    with pytest.raises(CommandError, match="There is no article c"):
        call_command("export_translations", tmp_path, keys=["c"])
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_translations", tmp_path / "none.po")
    with pytest.raises(CommandError, match="ends neither"):
        call_command("import_translations", tmp_path / "none.txt")
