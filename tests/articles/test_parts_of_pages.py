"""A part of a page is drawn once from the same values, and again as soon as one of them is another."""

import pytest
from django.template import Context, Template
from django.utils import translation

from articles import parts
from articles.models import Tag

TEMPLATE = Template(
    '{% load i18n parts %}{% once "part" text %}{{ text }}{{ other }}{% translate "Tags" %}{% endonce %}'
)


@pytest.fixture(autouse=True)
def _nothing_is_drawn_yet():
    parts.drawn.clear()


def draw(**values) -> str:
    return TEMPLATE.render(Context(values))


def test_what_is_drawn_from_the_same_is_drawn_once():
    assert draw(text="a", other="b").startswith("ab")

    assert draw(text="a", other="c").startswith("ab")  # which is why a part names all that it is drawn from


def test_another_value_is_another_part():
    assert [draw(text=text)[0] for text in ("a", "b", "a")] == ["a", "b", "a"]


def test_each_language_has_its_own():
    texts = set()
    for language in ("is", "en"):
        with translation.override(language):
            texts.add(draw(text="a"))

    assert len(texts) == 2


def test_values_may_be_lists_and_dictionaries():
    assert draw(text=[{"a": ["b"]}]) == draw(text=[{"a": ["b"]}])
    assert draw(text=[{"a": ["c"]}]) != draw(text=[{"a": ["b"]}])


def test_a_text_is_escaped_once_however_often_it_is_shown():
    assert draw(text="<b>").startswith("&lt;b&gt;")
    assert draw(text="<b>").startswith("&lt;b&gt;")


def test_a_row_is_no_value_because_it_equals_itself_with_another_text():
    with pytest.raises(TypeError, match="Tag"):
        draw(text=Tag(pk=1))


def test_the_oldest_go_when_there_is_no_more_room():
    kept = parts.Parts(most=10)
    for name in ("a", "b", "c"):
        kept.put(name, name * 4)
        kept.get("a")

    assert [kept.get(name) for name in ("a", "b", "c")] == ["aaaa", None, "cccc"]
    assert kept.size == 8


def test_what_is_too_long_takes_no_room():
    kept = parts.Parts(most=3)
    kept.put("a", "aaaa")

    assert (kept.get("a"), kept.size) == (None, 0)
