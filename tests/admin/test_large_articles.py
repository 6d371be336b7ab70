"""Five sides and thirty rows in two languages: opened, seen and saved without asking more of the database."""

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.admin.desk import change_page, said
from tests.admin.two_editors import content, open_for
from tests.factories import make_article


def large(rows=30, sides=5):
    return make_article(sides=sides, dimensions=rows, similarities=5, sources=5, languages=("is", "en"), publish=False)


def queries(editor, ask) -> int:
    with CaptureQueriesContext(connection) as captured:
        ask(editor)
    return len(captured)


def opening(editor):
    assert editor.client.get(change_page(editor.article)).status_code == 200


def previewing(editor):
    address = f"/admin/articles/article/{editor.article.pk}/preview/"
    assert editor.client.post(address, {**editor.form(), "_language": "is"}).status_code == 200


def saving(editor):
    assert editor.save({"lead_is": "<p>Nýtt.</p>"}).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("ask", [opening, previewing, saving])
def test_more_rows_ask_no_more_of_the_database(ask):
    short, long = open_for(large(rows=1), "ritstjori"), open_for(large(), "annar")
    opening(short)

    assert queries(short, ask) == queries(long, ask)


@pytest.mark.django_db
def test_every_cell_of_the_largest_article_is_saved_and_its_form_has_fields_to_spare():
    article = large()
    editor = open_for(article, "ritstjori")
    cells = [name for name in editor.fields.values if "-cell-" in name and "__prefix__" not in name]
    form = editor.form({name: f"Nýtt {name}"[:300] for name in cells})

    response = editor.client.post(change_page(article), form)

    assert response.status_code == 302
    assert len(cells) == 300
    assert all(cell.text["is"].startswith("Nýtt ") for row in content(article).dimensions for cell in row.cells)
    count = sum(len(value) if isinstance(value, list) else 1 for value in form.values())
    assert count * 2 < settings.DATA_UPLOAD_MAX_NUMBER_FIELDS


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/admin/articles/article/add/", "/admin/articles/article/add/preview/"])
def test_a_form_with_too_many_fields_is_refused_in_words(desk, address):
    response = desk.post(address, {f"field-{number}": "" for number in range(10_001)})

    assert response.status_code == 400
    assert "refused.html" in [template.name for template in response.templates]


@pytest.mark.django_db
def test_who_saves_when_signed_out_is_told_so_before_signing_in():
    editor = open_for(make_article(publish=False), "ritstjori")
    editor.client.logout()

    response = editor.save({"lead_is": "<p>Óvistað.</p>"})

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")
    assert len(said(response)) == 1
