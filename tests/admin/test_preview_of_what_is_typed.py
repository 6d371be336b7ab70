"""What stands in the form is seen as readers would see it, by whoever typed it and by nobody else."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from articles import unsaved
from articles.models import Article, UnsavedPreview
from config.headers import Kind, for_response, kind_of
from tests.admin.desk import filled, opened
from tests.admin.two_editors import content, open_for
from tests.factories import make_article, make_subject, make_tag

ADD = "/admin/articles/article/add/"


@pytest.fixture
def article(db):
    return make_article(sides=["Sala", "Þjónusta"], dimensions=2, languages=("is", "en"))


@pytest.fixture
def editor(article):
    return open_for(article, "ritstjori")


def preview(editor, changes=None, rows=None, language="is"):
    address = f"/admin/articles/article/{editor.article.pk}/preview/"
    return editor.client.post(address, {**editor.form(changes, rows), "_language": language})


def shown(editor, *args, **kwargs) -> str:
    response = editor.client.get(preview(editor, *args, **kwargs).json()["address"])
    assert response.status_code == 200
    return response.content.decode()


def test_what_is_typed_is_seen_and_nothing_is_saved(article, editor):
    before = content(article)

    html = shown(editor, {"lead_is": "<p>Alveg nýr inngangur.</p>", "dimensions-0-cell-sala-is": "Nýr reitur"})

    assert "Alveg nýr inngangur." in html
    assert "Nýr reitur" in html
    assert content(article) == before


def test_it_is_seen_in_the_language_that_is_asked_for(editor):
    response = preview(editor, {"lead_en": "<p>A new lead.</p>"}, language="en")
    html = editor.client.get(response.json()["address"]).content.decode()

    assert response.json()["address"].startswith("/en/")
    assert "A new lead." in html
    assert '<html lang="en"' in html


def test_new_rows_moved_rows_and_removed_rows_are_seen(editor):
    new = {"name_is": "Verð", "cell-sala-is": "Hátt"}

    html = shown(editor, {"dimensions-0-DELETE": "on"}, {"dimensions": [new]})

    assert "Verð" in html
    assert "Hátt" in html
    assert "Atriði 1" not in html
    assert html.index("Atriði 2") < html.index("Verð")


def test_an_article_that_is_not_saved_yet_is_seen_too(editor):
    sala, vara = make_subject(name="Lán"), make_subject(name="Styrkur")
    tag = make_tag()
    data = filled(
        opened(editor.client, ADD),
        {"lead_is": "<p>Fyrsta uppkast.</p>", "tags": [tag.pk]},
        {
            "sides": [{"subject": sala.pk, "answer_is": "Lán er skuld."}, {"subject": vara.pk}],
            "dimensions": [{"name_is": "Verð", "cell-new-0-is": "Vextir"}],
        },
    )

    address = editor.client.post(f"{ADD}preview/", {**data, "_language": "is"}).json()["address"]

    html = editor.client.get(address).content.decode()
    for words in ("Fyrsta uppkast.", "Lán er skuld.", "Vextir", "Viðskipti", "Munurinn á láni og styrk"):
        assert words in html
    assert Article.objects.count() == 1


def test_a_form_with_errors_is_seen_as_it_is_typed(editor):
    changes = {"dimensions-0-name_is": "", "dimensions-1-name_is": "á" * 301, "sources-TOTAL_FORMS": "1"}

    html = shown(editor, {**changes, "sources-0-address": "ekki slóð", "sources-0-read_on": "í gær"})

    assert "á" * 50 in html.replace("\u00ad", "")
    assert "ekki slóð" in html


@pytest.mark.parametrize("broken", ["", "x", "-1", "99999999999999999999", "5000"])
def test_numbers_that_are_none_do_no_harm(editor, broken):
    names = ("dimensions-TOTAL_FORMS", "dimensions-0-place", "sides-0-subject", "author", "version", "tags")

    assert preview(editor, dict.fromkeys(names, broken)).status_code == 200


def test_nobody_else_sees_it(article, editor):
    address = preview(editor).json()["address"]

    assert Client().get(address).status_code == 404
    assert open_for(article, "annar").client.get(address).status_code == 404
    assert editor.client.get("/preview/ekki-til/").status_code == 404


def test_it_is_not_seen_in_another_language(editor):
    key = UnsavedPreview.objects.get(pk=preview(editor).json() and UnsavedPreview.objects.latest("pk").pk).key

    with translation.override("en"):
        assert editor.client.get(reverse("unsaved-preview", args=[key])).status_code == 404


def test_it_is_gone_after_ten_minutes(editor):
    address = preview(editor).json()["address"]
    UnsavedPreview.objects.update(made_at=timezone.now() - timedelta(minutes=10))

    assert editor.client.get(address).status_code == 404
    assert unsaved.purge() == 1


def test_a_person_keeps_a_handful(editor):
    addresses = [preview(editor).json()["address"] for _time in range(unsaved.MOST + 2)]

    assert UnsavedPreview.objects.count() == unsaved.MOST
    assert editor.client.get(addresses[-1]).status_code == 200
    assert editor.client.get(addresses[0]).status_code == 404


def test_our_own_pages_alone_may_frame_it_and_nobody_keeps_it(editor):
    response = editor.client.get(preview(editor).json()["address"])

    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


@pytest.mark.parametrize("language", ["is", "en"])
def test_its_address_is_of_its_kind_in_every_language(language):
    with translation.override(language):
        assert kind_of(reverse("unsaved-preview", args=["x"])) is Kind.PREVIEW
    assert "X-Robots-Tag" not in for_response(Kind.PUBLIC, 200)


def test_it_has_no_thread_and_no_form_for_comments(editor):
    html = shown(editor)

    assert "athugasemdir" not in html
    assert "comments.js" not in html


def test_its_links_lead_to_another_window_and_those_within_it_stay(editor):
    html = shown(editor)

    assert '<base target="_blank">' in html
    assert 'target="_self" href="#tafla"' in html
    assert ' href="#' not in html.replace('target="_self" href="#', "")


def test_who_may_not_write_gets_none(article, editor):
    User.objects.create_user("lesandi", is_staff=True)
    reader = Client()
    reader.force_login(User.objects.get(username="lesandi"))
    address = f"/admin/articles/article/{article.pk}/preview/"

    assert reader.post(address, {}).status_code in (403, 404)
    assert editor.client.get(address).status_code == 405
    assert not UnsavedPreview.objects.exists()


def test_who_has_been_signed_out_is_told_so(article):
    response = Client().post(f"/admin/articles/article/{article.pk}/preview/", {})

    assert response.status_code == 401
    assert response.json()["error"].endswith(".")


def test_an_article_that_is_gone_is_told(editor):
    response = editor.client.post("/admin/articles/article/999/preview/", {})

    assert response.status_code == 404
    assert response.json()["error"].endswith(".")
