"""The search page as it is drawn, with what is found put in its hands."""

import pytest
from django.urls import reverse
from django.utils import translation

from articles.models import Subject
from articles.search.hits import TitlePiece
from articles.search.marks import Piece
from articles.search.passages import SECTION, TABLE, Place
from articles.search.questions import Asked, Question
from tests.articles.searching import PAGE, found, hit, shown, status
from tests.factories import make_edition

pytestmark = pytest.mark.django_db


def test_the_question_stands_in_the_field_and_in_the_title(client, finds):
    finds(**found())

    html = shown(client)

    assert "<title>„sölu“ – leit – Munur</title>" in html
    assert 'name="q" type="search" value="sölu"' in html
    assert '<form role="search"' in html
    assert '<label class="vh" for="leitarord">' in html
    assert " autofocus" not in html


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20%20", "?q=%00"])
def test_where_nobody_has_asked_the_field_waits_and_ways_lead_on(client, finds, query):
    html = client.get(PAGE + query).text

    assert "<title>Leit – Munur</title>" in html
    assert 'autofocus><button class="btn" type="submit">Leita</button>' in html
    assert all(f'href="{reverse(route)}"' in html for route in ("home", "tags", "subjects"))
    assert 'role="status"' not in html
    assert finds.asked == []


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (1, "1 samanburður fannst fyrir „sölu“."),
        (2, "2 samanburðir fundust fyrir „sölu“."),
        (11, "11 samanburðir fundust fyrir „sölu“."),
        (13, "13 samanburðir fundust fyrir „sölu“."),
        (21, "21 samanburður fannst fyrir „sölu“."),
        (1000, "1.000 samanburðir fundust fyrir „sölu“."),
    ],
)
def test_the_count_is_a_sentence(client, finds, count, sentence):
    finds(**found(count))

    assert status(shown(client)) == sentence


def test_a_count_that_is_bounded_says_so(client, finds):
    finds(**found(1000, at_least=True))

    assert status(shown(client)) == "Fleiri en 1.000 samanburðir fundust fyrir „sölu“."
    assert status(shown(client, path="/en/search/")) == "More than 1,000 comparisons were found for “sölu”."


@pytest.mark.parametrize(
    ("forms", "sentence"),
    [
        (("sala",), "Beygingarmyndin sala telst með."),
        (("sala", "sölur", "sölunnar"), "Beygingarmyndirnar sala, sölur og sölunnar teljast með."),
    ],
)
def test_other_forms_that_count_are_named(client, finds, forms, sentence):
    finds(**found(forms=forms))

    assert status(shown(client)).endswith(sentence)


def test_english_says_it_as_well(client, finds):
    finds(**found(2, forms=("sales",)))

    assert status(shown(client, "sale", "/en/search/")) == (
        "2 comparisons were found for “sale”. The form sales counts as well."
    )


def test_words_are_marked_where_they_stand_also_inside_others(client, finds):
    title = (TitlePiece("Munurinn á heild", 0), TitlePiece("sölu", 1, marked=True), TitlePiece(" og þjónustu", 0))
    finds(**found(hits=(hit(title=title, passage=(Piece("Á "), Piece("sölunni", True), Piece(" græðir …"))),)))

    html = shown(client)

    assert "Munurinn á heild<mark>sölu</mark> og þjónustu" in html
    assert "Á <mark>sölunni</mark> græðir …" in html


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(SECTION, "Nýir viðskiptavinir", "a-nyir"), "Í kaflanum „Nýir viðskiptavinir“"),
        (Place(TABLE, "Kaupandi", "rod-kaupandi"), "Í samanburðartöflu: Kaupandi"),
    ],
)
def test_a_hit_says_where_and_leads_there(client, finds, place, words):
    edition = make_edition()
    finds(**found(hits=(hit(edition=edition, place=place),)))

    html = shown(client)

    assert f'<h2><a href="{edition.get_absolute_url()}">' in html
    assert f'<a href="{edition.get_absolute_url()}#{place.anchor}">{words}</a>' in html


def test_a_hit_in_the_title_alone_says_no_place(client, finds):
    finds(**found())

    assert "#" not in shown(client).partition('<p class="meta">')[2].partition("</p>")[0]


def test_a_hit_has_its_tags_and_its_day(client, finds):
    edition = make_edition(tags=("log",))
    finds(**found(hits=(hit(edition=edition),)))

    meta = shown(client).partition('<p class="meta">')[2].partition("</p>")[0]

    assert "<span>Log</span>" in meta
    assert f'datetime="{edition.published_at:%Y-%m-%d}"' in meta


def test_a_corrected_search_says_so_and_leads_nowhere_silly(client, finds):
    finds(**found(13, corrected="sölu"))

    html = shown(client, "slöu")

    assert "Ekkert fannst fyrir „slöu“. Hér á eftir er það sem fannst fyrir „sölu“." in html
    assert status(html) == "13 samanburðir fundust fyrir „sölu“."
    assert 'value="slöu"' in html
    assert "<title>„slöu“ – leit" in html
    assert "q=sl%C3%B6u" not in html


def test_other_spellings_are_offered_as_links(client, finds):
    finds(suggestions=("sölu", "slaufu & <b>"))

    html = shown(client, "slöu")

    link = f'<a href="{PAGE}?q=s%C3%B6lu">„sölu“</a>'
    other = f'<a href="{PAGE}?q=slaufu+%26+%3Cb%3E">„slaufu &amp; &lt;b&gt;“</a>'
    assert f"Áttirðu við {link}, {other}?" in html


def test_where_nothing_was_found_it_says_so_and_what_to_try(client, finds):
    edition = make_edition(sides=["Sala", "Þjónusta"])
    finds(nearest=tuple(Subject.objects.order_by("key")))

    html = shown(client, "<script>")

    assert status(html) == "Ekkert fannst fyrir „<script>“"
    assert "<script>“" not in html
    assert "Prófaðu færri eða almennari orð." in html
    assert 'href="/efnisord/"' in html
    assert all(f'<a href="{subject.get_absolute_url()}">' in html for subject in edition.subjects.all())


def test_a_fault_is_told_beside_the_field_and_what_was_typed_stays(client, finds):
    finds(fault="Of langt.")

    html = shown(client, "x" * 300)

    assert "<title>Villa: Leit – Munur</title>" in html
    assert 'role="alert" tabindex="-1" id="villur" autofocus' in html
    assert f'value="{"x" * 300}"' in html
    assert 'aria-invalid="true" aria-describedby="leitarord-v"' in html
    assert '<p class="err" id="leitarord-v">Of langt.</p>' in html
    assert html.count(" autofocus") == 1


def test_it_is_not_for_search_engines_and_has_no_address_of_its_own(client, finds):
    finds(**found())

    for html in (shown(client), client.get(PAGE).text):
        assert '<meta name="robots" content="noindex">' in html
        assert 'rel="canonical"' not in html
        assert 'rel="alternate" hreflang' not in html.partition("</head>")[0]


def test_it_is_the_same_for_everybody_and_kept_by_nobody(client, finds):
    finds(**found())

    response = client.get(PAGE, {"q": "sölu"})

    assert response.cookies == {}
    assert "Cookie" not in response.get("Vary", "")
    assert response["Cache-Control"] == "private, no-cache"
    assert "csrf" not in response.text
    assert " style=" not in response.text


def test_another_language_is_offered_without_the_question(client, finds):
    finds(**found())

    assert '<a href="/en/search/" hreflang="en"' in shown(client)


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(client, method):
    assert getattr(client, method)(PAGE).status_code == 405


def test_without_comments_nothing_can_be_asked_for_and_the_page_is_whole(client, finds, settings):
    settings.ROOT_URLCONF = "tests.articles.urls_without_comments"
    pair = ((Asked("kaffi"),), (Asked("te"),))
    question = Question("kaffi og te", "is", comparisons=(pair,))

    for results in ({"question": question}, found(question=question)):
        finds(**results)
        html = shown(client, "kaffi og te", path="/leit/")
        assert "osk" not in html
        assert "</html>" in html


def test_each_language_has_its_own_address():
    assert reverse("search") == "/leit/"
    with translation.override("en"):
        assert reverse("search") == "/en/search/"
