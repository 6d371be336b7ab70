"""Pictures on readers' pages: in one language, with their sizes, in a place that is kept for them."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import pictures, publishing, reading, rows
from articles.manuscript import Picture, from_json, only, to_json
from articles.manuscript import pictures as named
from articles.models import Side
from tests.articles.picturing import drawn, make_picture
from tests.factories import make_article, make_manuscript

pytestmark = pytest.mark.django_db

PICTURE = Picture(
    "ab" * 32,
    800,
    600,
    alt={"is": "Búð við götu"},
    credit={"en": "Photo: The Editors"},
    licence="CC BY 4.0",
    source="https://example.org/mynd",
    focal=(10, 90),
)


@pytest.fixture
def library(settings, tmp_path):
    """Puts in a picture with all its sizes."""
    settings.MEDIA_ROOT = tmp_path

    def put_in(size=(800, 600), **fields):
        picture = pictures.add(BytesIO(drawn(size=size))).picture
        for name, text in fields.items():
            setattr(picture, name, text)
        picture.save()
        pictures.make_due()
        picture.refresh_from_db()
        return picture

    return put_in


def page_with(client, picture, where="article") -> str:
    """The page of an article where the picture stands there."""
    article = make_article(publish=False)
    Side.objects.filter(article=article).update(description_is="<p>Lýsing.</p>")
    side = article.sides.select_related("subject").first()
    thing = {"article": article, "side": side, "subject": side.subject}[where]
    thing.picture = picture
    thing.save()
    edition = publishing.publish(article.editions.get())
    response = client.get(edition.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def test_a_reader_gets_the_words_of_the_language_and_always_who_made_it():
    icelandic, english = reading.picture(PICTURE, "is"), reading.picture(PICTURE, "en")

    assert (icelandic.alt, english.alt) == ("Búð við götu", "")
    assert (icelandic.credit, icelandic.credit_language) == ("Photo: The Editors", "en")
    assert (english.credit, english.credit_language) == ("Photo: The Editors", "")
    assert (icelandic.across, icelandic.down) == (0, 100)
    assert reading.picture(None, "is") is None


def test_a_side_without_a_picture_shows_its_subjects():
    content = make_manuscript()
    first, second = content.sides
    other = replace(PICTURE, digest="cd" * 32)
    subject = replace(first.subject, picture=PICTURE)
    sides = (
        replace(first, subject=subject),
        replace(second, subject=replace(second.subject, picture=PICTURE), picture=other),
    )

    shown = [side.picture.digest for side in reading.read(replace(content, sides=sides), "is").sides]

    assert shown == [PICTURE.digest, other.digest]


def test_a_manuscript_with_pictures_is_kept_and_one_from_before_them_is_still_read():
    content = replace(make_manuscript(), picture=PICTURE)
    kept = to_json(content)

    assert from_json(kept) == content
    assert named(content) == (PICTURE,)
    assert only(content, "en").picture == replace(PICTURE, alt={})
    del kept["picture"]
    for side in kept["sides"]:
        del side["picture"], side["subject"]["picture"]
    assert from_json(kept) == make_manuscript(key=content.key)


@pytest.mark.parametrize("where", ["article", "side", "subject"])
def test_the_page_shows_the_picture_with_its_words_and_sizes(client, library, where):
    picture = library(alt_is="Búð & „gata“", credit_is="Mynd: Ritstjórn", licence="CC BY 4.0", focal_x=80, focal_y=20)
    html = page_with(client, picture, where)

    figure = re.search(r'<figure class="pic">.*?</figure>', html, re.DOTALL)[0]
    assert html.count("<picture>") == 1
    assert re.findall(r'<source type="([^"]+)"', figure) == ["image/avif", "image/webp"]
    for width in (320, 640, 800):
        assert f"{picture.digest}-{width}.avif {width}w" in figure
    assert f'src="/media/pictures/{picture.digest[:2]}/{picture.digest}-640.jpg"' in figure
    assert 'width="800" height="600"' in figure
    assert 'loading="lazy" decoding="async"' in figure
    assert 'alt="Búð &amp; „gata“"' in figure
    assert 'class="x75 y25"' in figure
    assert "Mynd: Ritstjórn" in figure
    assert "CC BY 4.0" in figure
    assert "style=" not in figure


def test_until_the_sizes_are_made_the_whole_picture_is_shown(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    picture = pictures.add(BytesIO(drawn(size=(800, 600)))).picture
    html = page_with(client, picture)

    assert "<source" not in html
    assert f'src="/media/{picture.file.name}" width="800" height="600" alt=""' in html


def test_a_page_without_pictures_asks_nothing_of_the_library_and_one_with_many_asks_once(client, library):
    def queries(article):
        with CaptureQueriesContext(connection) as counted:
            client.get(article.editions.get().get_absolute_url())
        return len(counted)

    plain, pictured = make_article(), make_article(publish=False)
    Side.objects.filter(article=pictured).update(description_is="<p>Lýsing.</p>", picture=library())
    pictured.picture = library(size=(640, 480))
    pictured.save()
    publishing.publish(pictured.editions.get())

    assert queries(pictured) == queries(plain) + 1


def test_a_picture_that_is_no_longer_in_the_library_is_left_out(client):
    picture = make_picture()
    article = make_article(publish=False)
    article.picture = picture
    article.save()
    edition = publishing.publish(article.editions.get())
    type(article).objects.update(picture=None)
    picture.delete()

    assert "<picture>" not in client.get(edition.get_absolute_url()).content.decode()


def test_the_subjects_own_page_shows_its_picture(client, library):
    article = make_article(publish=False)
    subject = article.sides.first().subject
    subject.picture = library(alt_is="Mynd af því")
    subject.save()
    publishing.publish(article.editions.get())

    html = client.get(subject.get_absolute_url()).content.decode()

    assert 'alt="Mynd af því"' in html
    assert html.index("<picture>") > html.index("ledger")


def test_lists_have_no_pictures(client, library):
    article = make_article(publish=False)
    article.picture = library()
    article.save()
    publishing.publish(article.editions.get())

    for path in ("/", "/vidfangsefni/", "/efnisord/"):
        assert "<img" not in client.get(path).content.decode()


def test_rows_are_read_with_pictures_in_no_more_queries_than_there_may_be():
    article, picture = make_article(sides=4, publish=False), make_picture()
    Side.objects.filter(article=article).update(picture=picture)
    few, few_content = _read(article)

    assert few <= 8
    assert [side.picture.digest for side in few_content.sides] == [picture.digest] * 4


def _read(article):
    with CaptureQueriesContext(connection) as counted:
        content = rows.read(type(article).objects.get(pk=article.pk))
    return len(counted) - 1, content
