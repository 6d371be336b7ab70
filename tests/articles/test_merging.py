"""Texts, tags, author and pictures that two people changed at once."""

from dataclasses import replace

import pytest

from articles.manuscript import Author, Cell, Dimension, Picture, Source, Tag
from articles.merging import decided, merge
from articles.units import written
from tests.articles.merging import BASE, make, put
from tests.manuscripts import make_subject


def test_two_texts_that_two_people_changed_are_both_changed():
    found = merge(BASE, put(cell__verd__sala="Dýrt"), put(side__sala__answer="er skipti"))

    assert found.conflicts == ()
    assert found.merged == put(cell__verd__sala="Dýrt", side__sala__answer="er skipti")
    assert [(one.path, one.language, one.whose, one.what) for one in found.taken] == [
        ("side:sala:answer", "is", "theirs", "changed"),
        ("cell:verd:sala", "is", "mine", "changed"),
    ]


def test_the_same_text_in_two_languages_is_two_texts():
    mine, theirs = put(lead="<p>Nýtt.</p>"), written(BASE, "en", {"lead": "<p>New.</p>"})

    assert merge(BASE, mine, theirs).merged.lead == {"is": "<p>Nýtt.</p>", "en": "<p>New.</p>"}


def test_the_same_change_by_both_is_no_conflict():
    found = merge(BASE, put(cell__verd__sala="Dýrt"), put(cell__verd__sala="Dýrt"))

    assert (found.conflicts, found.taken) == ((), ())


def test_one_text_that_both_changed_asks_and_keeps_all_three():
    found = merge(BASE, put(cell__verd__sala="Dýrt"), put(cell__verd__sala="Ódýrt"))
    (conflict,) = found.conflicts

    assert (conflict.path, conflict.language, conflict.kind) == ("cell:verd:sala", "is", "text")
    assert (conflict.base, conflict.mine, conflict.theirs) == ("Hátt", "Dýrt", "Ódýrt")
    assert found.merged == put(cell__verd__sala="Dýrt")


def test_a_text_that_one_took_away_and_the_other_changed_asks():
    (conflict,) = merge(BASE, put(lead=""), put(lead="<p>Nýtt.</p>")).conflicts

    assert (conflict.mine, conflict.theirs) == ("", "<p>Nýtt.</p>")


def test_any_text_may_be_decided_on():
    found = merge(BASE, put(cell__verd__sala="Dýrt"), put(cell__verd__sala="Ódýrt"))

    assert decided(found, {("cell:verd:sala", "is"): "Misjafnt"}) == put(cell__verd__sala="Misjafnt")
    assert decided(found, {("cell:verd:sala", "is"): "Ódýrt"}) == put(cell__verd__sala="Ódýrt")
    assert decided(found, {("cell:verd:sala", "is"): ""}) == put(cell__verd__sala="")


def test_what_was_taken_may_be_decided_otherwise():
    found = merge(BASE, put(cell__verd__sala="Dýrt"), put(lead="<p>Nýtt.</p>"))

    assert decided(found, {("lead", "is"): "<p>Um sölu.</p>"}) == put(cell__verd__sala="Dýrt")


def test_nothing_is_written_before_all_is_decided():
    found = merge(BASE, put(cell__verd__sala="Dýrt"), put(cell__verd__sala="Ódýrt"))

    with pytest.raises(ValueError, match=r"Not decided: cell:verd:sala is\."):
        decided(found, {})
    with pytest.raises(ValueError, match=r"Nothing to decide: lead is\."):
        decided(found, {("cell:verd:sala", "is"): "", ("lead", "is"): "x"})


def test_a_title_of_a_source_that_both_changed_asks():
    base, mine, theirs = (make(sources=(Source("log", title),)) for title in ("Lög", "Lög 1", "Lög 2"))
    found = merge(base, mine, theirs)

    assert [(one.path, one.language, one.kind) for one in found.conflicts] == [("source:log:title", "", "text")]
    assert decided(found, {("source:log:title", ""): "Lög 3"}).sources == (Source("log", "Lög 3"),)


def test_tags_are_a_set():
    base, mine, theirs = (make(tags=tuple(map(Tag, tags))) for tags in ("ab", "bc", "abd"))
    found = merge(base, mine, theirs)

    assert found.conflicts == ()
    assert [tag.key for tag in found.merged.tags] == ["b", "c", "d"]
    assert [(one.path, one.whose, one.what) for one in found.taken] == [
        ("tag:a", "mine", "removed"),
        ("tag:c", "mine", "added"),
        ("tag:d", "theirs", "added"),
    ]
    assert [tag.key for tag in decided(found, {("tag:a", ""): "theirs"}).tags] == ["a", "b", "c", "d"]


def test_the_author_is_one_or_the_other():
    base, mine, theirs = make(author=Author("a")), make(author=Author("b")), make(author=None)
    found = merge(base, mine, theirs)
    (conflict,) = found.conflicts

    assert (conflict.path, conflict.kind, conflict.base, conflict.mine, conflict.theirs) == (
        "author",
        "value",
        "a",
        "b",
        None,
    )
    assert decided(found, {("author", ""): "theirs"}).author is None
    assert merge(base, base, theirs).merged.author is None


def test_a_side_for_which_both_chose_another_subject_asks():
    mine, theirs = (
        replace(BASE, sides=(replace(BASE.sides[0], subject=make_subject(key)), BASE.sides[1])) for key in ("a", "b")
    )
    found = merge(BASE, mine, theirs)

    assert [(one.path, one.mine, one.theirs) for one in found.conflicts] == [("side:sala:subject", "a", "b")]
    assert decided(found, {("side:sala:subject", ""): "theirs"}) == theirs


def test_a_draft_that_one_confirmed_is_none_and_a_new_one_is():
    def cell(text, *drafted):
        return make(dimensions=(Dimension("verd", cells=(Cell("sala", {"is": text}, drafted),)),))

    draft, confirmed, other = cell("Hátt", "is"), cell("Hátt"), cell("Lágt", "is")

    assert merge(draft, confirmed, draft).merged == confirmed
    assert merge(draft, draft, confirmed).merged == confirmed
    assert merge(confirmed, confirmed, other).merged == other
    assert merge(make(dimensions=(Dimension("verd"),)), draft, confirmed).merged == confirmed


def test_a_text_that_was_decided_on_is_a_draft_only_where_it_is_the_drafts():
    def cell(text, *drafted):
        return make(dimensions=(Dimension("verd", cells=(Cell("sala", {"is": text}, drafted),)),))

    found = merge(cell("a"), cell("b"), cell("c", "is"))

    assert decided(found, {("cell:verd:sala", "is"): "c"}) == cell("c", "is")
    assert decided(found, {("cell:verd:sala", "is"): "d"}) == cell("d")


def test_a_picture_is_one_or_the_other():
    mine, theirs = replace(BASE, picture=Picture("1")), replace(BASE, picture=Picture("2"))
    (conflict,) = merge(BASE, mine, theirs).conflicts

    assert (conflict.choice, conflict.kind, conflict.base) == (("picture", ""), "value", None)
    assert decided(merge(BASE, mine, theirs), {("picture", ""): "theirs"}) == theirs
    assert merge(BASE, BASE, theirs).merged == theirs
