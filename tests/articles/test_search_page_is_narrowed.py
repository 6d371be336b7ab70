"""Filters of the search page, and its pages: they are addresses, and work by the form's own button."""

import re
from html import unescape
from urllib.parse import parse_qsl

import pytest

from articles import views_of_search
from tests.articles.searching import PAGE, found, shown
from tests.factories import make_author, make_tag

pytestmark = pytest.mark.django_db


def links_without(html: str) -> list[str]:
    """Where the links lead that take a filter off."""
    return [unescape(query) for query in re.findall(r'<a class="tag" href="/leit/\?([^"]+)">', html)]


def test_filters_are_boxes_of_the_form_with_their_counts(client, finds):
    tag, other = make_tag(name="Viðskipti"), make_tag(name="Lög")
    finds(**found(13, tags=((tag, 9), (other, 1))))

    html = shown(client)

    assert (
        '<input type="checkbox" name="efnisord" value="vidskipti"> Viðskipti <span class="hint num">9</span>' in html
    )
    assert '<input type="checkbox" name="efnisord" value="log">' in html
    assert "Leita án þessarar síu" not in html


def test_what_is_chosen_is_asked_for_and_can_be_taken_off_by_a_link(client, finds):
    tag, other, author = make_tag(name="Viðskipti"), make_tag(name="Lög"), make_author(name="Ritstjórn")
    finds(**found(9, tags=((tag, 9), (other, 1)), authors=((author, 9),)))

    html = shown(client, efnisord=["vidskipti", "log"], hofundur="ritstjorn")

    assert set(finds.asked[-1][2]["tags"]) == {tag.pk, other.pk}
    assert finds.asked[-1][2]["author"] == author.pk
    assert 'value="vidskipti" checked>' in html
    assert 'value="ritstjorn" checked>' in html
    assert {frozenset(parse_qsl(address)[1:]) for address in links_without(html)} == {
        frozenset({("efnisord", "log"), ("hofundur", "ritstjorn")}),
        frozenset({("efnisord", "vidskipti"), ("hofundur", "ritstjorn")}),
        frozenset({("efnisord", "vidskipti"), ("efnisord", "log")}),
    }


def test_a_filter_that_leaves_nothing_can_still_be_seen_and_taken_off(client, finds):
    make_tag(name="Lög")
    finds(count=0)

    html = shown(client, efnisord="log")

    assert 'value="log" checked> Lög <span class="hint num">0</span>' in html
    assert f'<a href="{PAGE}?q=s%C3%B6lu">Leitaðu án sía</a>' in html


@pytest.mark.parametrize("slug", ["er-ekki-til", "", "LÖG", "a\0b", "x" * 9000, "' OR 1=1 --", "1"])
def test_a_filter_that_nothing_has_filters_nothing(client, finds, slug):
    finds(**found())

    shown(client, efnisord=slug, hofundur=slug)

    assert finds.asked[-1][2] == {"tags": (), "author": None, "after": ""}


def test_one_author_alone_is_no_filter(client, finds):
    author, other = make_author(name="Anna"), make_author(name="Ritstjórn")
    finds(**found(authors=((author, 1),)))
    assert "hofundur" not in shown(client)

    finds(**found(authors=((author, 1), (other, 2))))
    html = shown(client)
    assert html.count('type="radio" name="hofundur"') == 3
    assert 'name="hofundur" value="" checked> Allir höfundar' in html


def test_many_tags_are_folded_away_and_the_chosen_one_is_in_sight(client, finds):
    tags = [make_tag(name=f"Efni {letter}") for letter in "abcdefghijkl"]
    finds(**found(tags=tuple((tag, 20 - place) for place, tag in enumerate(tags))))

    html = shown(client, efnisord=tags[-1].slug)

    assert html.index("Efni l") < html.index("<details") < html.index("Efni k") < html.index("</details>")


def test_pages_lead_on_and_back_to_the_first(client, finds):
    make_tag(name="Lög")
    finds(**found(next_key="2-3f"))

    html = shown(client, efnisord="log")

    assert f'<a href="{PAGE}?q=s%C3%B6lu&amp;efnisord=log&amp;eftir=2-3f" rel="next">Næstu niðurstöður →</a>' in html
    assert "Fyrstu niðurstöður" not in html

    finds(**found())
    html = shown(client, efnisord="log", eftir="2-3f")

    assert finds.asked[-1][2]["after"] == "2-3f"
    assert f'<a href="{PAGE}?q=s%C3%B6lu&amp;efnisord=log">← Fyrstu niðurstöður</a>' in html
    assert 'rel="next"' not in html


def test_a_page_that_is_none_is_not_found(client, monkeypatch):
    def refuse(*args, **kwargs):
        raise ValueError("There is nothing more.")

    monkeypatch.setattr(views_of_search.results, "search", refuse)

    assert client.get(PAGE, {"q": "sölu", "eftir": "bull"}).status_code == 404
