"""A translation goes out as a file and comes back after a look at what it would change."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.admin.translating import make_translator, page_of, send, texts, write
from tests.factories import make_article

KINDS = pytest.mark.parametrize("kind", ["xliff", "po"])


def download(client, article, kind="xliff"):
    response = client.get(f"{page_of(article)}file.{kind}?from=is")
    assert response.status_code == 200
    return response


def look(client, article, data, name="a.xliff"):
    file = SimpleUploadedFile(name, data if isinstance(data, bytes) else data.encode())
    return client.post(f"{page_of(article)}read-in/", {"file": file})


def translated(client):
    article = make_article()
    send(client, article, lead="<p>A lead.</p>")
    return article


@KINDS
def test_a_file_is_downloaded_under_a_name_that_says_what_it_is(desk, kind):
    article = translated(desk)

    response = download(desk, article, kind)

    assert response["Content-Disposition"] == f'attachment; filename="{article.key}.is-en.{kind}"'
    assert "A lead." in response.content.decode()


@KINDS
def test_a_file_is_looked_at_before_it_changes_anything(desk, kind):
    article = translated(desk)
    data = download(desk, article, kind).content.decode().replace("A lead.", "Another lead.")

    response = look(desk, article, data, f"a.{kind}")

    assert response.status_code == 200
    assert [one.change.path for one in response.context["shown"]] == ["lead"]
    assert texts(article)["lead"] == "<p>A lead.</p>"

    stored = desk.post(f"{page_of(article)}read-in/", {"store": "1", "seen": response.context["seen"]})
    assert stored["Location"] == page_of(article)
    assert texts(article)["lead"] == "<p>Another lead.</p>"


def test_a_source_that_changed_is_told_before_it_is_read_in(desk):
    article = translated(desk)
    data = download(desk, article).content.decode().replace("A lead.", "Another lead.")
    write(article, "is", lead="<p>Nýr.</p>")

    assert look(desk, article, data).context["planned"].stale == 1


def test_a_bad_file_is_told_of_in_sentences_and_changes_nothing(desk):
    article = translated(desk)
    data = download(desk, article).content.decode().replace(article.key, "onnur-grein").replace("A lead", "No")

    response = look(desk, article, data)

    assert response.status_code == 422
    assert len(response.context["problems"]) == 1
    assert texts(article)["lead"] == "<p>A lead.</p>"


@pytest.mark.parametrize(("name", "data"), [("a.txt", b"x"), ("a.po", b""), ("a", b"x")])
def test_what_is_no_such_file_is_refused(desk, name, data):
    response = look(desk, make_article(), data, name)

    assert response.status_code == 422
    assert response.context["form"].errors


def test_nothing_sent_is_refused(desk):
    assert desk.post(f"{page_of(make_article())}read-in/").status_code == 422


def test_what_was_not_looked_at_here_is_not_read_in(desk):
    article = make_article()

    response = desk.post(f"{page_of(article)}read-in/", {"store": "1", "seen": "forged"})

    assert response.status_code == 422


def test_a_file_of_another_kind_is_not_found(desk):
    article = make_article()

    assert desk.get(f"{page_of(article)}file.csv?from=is").status_code == 404
    assert desk.get(f"{page_of(article)}file.po?from=en").status_code == 404


def test_a_translator_reads_in_the_own_language_only(client, db):
    article = make_article()
    client.force_login(make_translator("en"))

    assert client.get(f"{page_of(article)}read-in/").status_code == 200
    assert client.get(f"{page_of(article, 'is')}read-in/").status_code == 403
    assert client.get(f"{page_of(article)}file.po?from=is").status_code == 200
