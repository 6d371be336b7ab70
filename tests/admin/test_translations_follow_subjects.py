"""What happens outside of translating and is still heard of: corrected subjects, an origin that follows from texts."""

import pytest
from django.utils.translation import gettext

from articles import publishing, rows, translating, units
from articles.models import Article, Edition, SearchMark, Subject, TranslatedText, TranslationStanding
from articles.translating import counting
from tests.admin.desk import change_page, opened, saved
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def translated_article(sides=("Sala", "Þjónusta")):
    article = make_article(languages=("is", "en"), sides=list(sides), publish=False)
    article.editions.filter(language="en").update(origin=Edition.Origin.TRANSLATED)
    article = Article.objects.get(pk=article.pk)
    said = units.in_language(rows.read(article), "en")
    translating.note(article, "en", said, "is")
    translating.count(article)
    return article


def stale(article):
    return TranslationStanding.objects.get(article=article, language="en").stale


def test_a_subject_that_is_corrected_makes_its_translations_stale_in_each_article(desk):
    articles = [translated_article(), translated_article(("Sala", "Leiga"))]
    other = translated_article(("Hús", "Hellir"))
    assert [stale(article) for article in [*articles, other]] == [0, 0, 0]

    saved(desk, change_page(Subject.objects.get(key="sala")), {"name_is": "Sala á vöru"})

    assert [stale(article) for article in [*articles, other]] == [1, 1, 0]


def test_of_very_many_articles_the_rest_waits_for_the_queue(monkeypatch):
    monkeypatch.setattr(counting, "AT_ONCE", 1)
    articles = [translated_article(), translated_article(("Sala", "Leiga"))]
    subject = Subject.objects.get(key="sala")
    Subject.objects.filter(pk=subject.pk).update(name_is="Sala á vöru")

    translating.count_subject(subject)

    assert sorted(stale(article) for article in articles) == [0, 1]
    assert translating.count_outdated() == 1
    assert [stale(article) for article in articles] == [1, 1]


def test_an_edition_whose_origin_changes_is_told_of_as_any_change():
    article = translated_article()
    publishing.publish(article.editions.get(language="en"))
    edition = article.editions.get(language="en")
    SearchMark.objects.all().delete()
    TranslatedText.objects.filter(path="lead").update(origin=TranslatedText.Origin.MACHINE, draft="x")
    TranslatedText.objects.filter(path="lead").update(draft=units.in_language(rows.read(article), "en")["lead"])

    translating.count(article)

    edition.refresh_from_db()
    assert edition.origin == Edition.Origin.MACHINE
    assert SearchMark.objects.filter(edition_id=edition.pk).exists()


def test_the_origin_that_follows_from_texts_is_not_chosen_by_hand(desk):
    article = translated_article()
    form = opened(desk, change_page(article))
    numbers = {form.values[f"editions-{number}-language"][0]: number for number in range(2)}
    english, icelandic = (f"editions-{numbers[code]}-origin" for code in ("en", "is"))

    saved(desk, change_page(article), {english: "written", icelandic: "reviewed"})

    origins = dict(article.editions.values_list("language", "origin"))
    assert origins["en"] == Edition.Origin.TRANSLATED
    assert origins["is"] == Edition.Origin.REVIEWED


def test_it_is_said_why_the_origin_cannot_be_chosen(desk):
    words = gettext("Follows from the translated texts, which say how each was made.")
    assert words not in desk.get(change_page(make_article())).content.decode()

    assert words in desk.get(change_page(translated_article())).content.decode()
