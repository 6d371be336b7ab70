"""What somebody meets who opens a link to a working draft, and what they may send back."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from articles import publishing, shared_previews
from articles.models import Article, PreviewAnswer, SharedPreview
from config.headers import Kind, kind_of
from tests.factories import make_article

pytestmark = pytest.mark.django_db


class Link:
    """A link, and the browser of somebody without an account."""

    def __init__(self, edition):
        self.edition = edition
        self.preview, key = shared_previews.share(
            edition, 7, by=User.objects.create_superuser("ritstjori"), note="Anna"
        )
        with translation.override(edition.language):
            self.address = reverse("shared-preview", args=[key])
        self.client = Client()

    def get(self):
        return self.client.get(self.address)

    @property
    def html(self):
        return self.get().content.decode()

    @property
    def seen(self):
        return re.search(r'name="seen" value="(\w+)"', self.html)[1]

    def send(self, verdict="comment", headers=None, **said):
        data = {"seen": self.seen, "verdict": verdict, **said}
        return self.client.post(self.address, data, headers=headers or {})


@pytest.fixture
def link():
    return Link(make_article(publish=False, sides=["Sala", "Þjónusta"]).editions.get())


def test_it_shows_the_working_draft_as_it_is_now(link):
    Article.objects.update(lead_is="<p>Nýjasti inngangurinn.</p>")

    assert "Nýjasti inngangurinn." in link.html
    assert 'id="tafla"' in link.html


def test_it_says_what_it_is_and_until_when(link):
    html = link.html
    until = timezone.localtime(link.preview.expires_at)

    assert 'aria-labelledby="drog"' in html
    assert f"kl. {until.hour}.{until:%M}" in html or f"at {until.hour}.{until:%M}" in html
    assert "Anna" not in html
    assert "ritstjori" not in html


def test_nobody_keeps_it_nobody_finds_it_and_it_tells_nobody_its_address(link):
    response = link.get()

    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert 'name="robots" content="noindex"' in response.content.decode()
    assert 'rel="canonical"' not in response.content.decode()


def test_pictures_from_elsewhere_are_let_in(link, settings):
    settings.MEDIA_ORIGIN = "https://myndir.example"

    assert "img-src 'self' https://myndir.example;" in link.get()["Content-Security-Policy"]


@pytest.mark.parametrize("language", ["is", "en"])
def test_its_address_is_of_its_kind_in_every_language(language):
    with translation.override(language):
        assert kind_of(reverse("shared-preview", args=["x.y"])) is Kind.SHARED


def test_it_has_no_thread_and_no_way_to_the_desk(link):
    html = link.html

    assert "comments.js" not in html
    assert 'id="athugasemdir"' not in html
    assert "/admin/" not in html


def test_the_desk_sees_when_it_was_opened_and_a_question_for_headers_is_no_reader(link):
    link.client.head(link.address)
    assert SharedPreview.objects.get().opened_at is None

    link.get()

    assert SharedPreview.objects.get().opened_at


def test_an_approval_comes_back_to_the_same_page_with_thanks(link):
    response = link.send("approve", name="Lesandi")

    assert response.status_code == 303
    page = link.client.get(response["Location"])
    assert 'role="status"' in page.content.decode()
    answer = PreviewAnswer.objects.get()
    assert (answer.approved, answer.name, answer.text) == (True, "Lesandi", "")
    assert answer.revision


def test_a_word_is_kept_as_it_was_typed(link):
    assert link.send(text="Fyrri lína.\r\nSeinni <b>lína</b>.").status_code == 303

    answer = PreviewAnswer.objects.get()
    assert (answer.approved, answer.text) == (False, "Fyrri lína.\nSeinni <b>lína</b>.")


def test_without_a_word_and_without_approval_nothing_is_sent(link):
    response = link.send(text="  ", name="Lesandi")
    html = response.content.decode()

    assert response.status_code == 422
    assert 'role="alert"' in html
    assert 'href="#s-texti"' in html
    assert 'value="Lesandi"' in html
    assert not PreviewAnswer.objects.exists()


@pytest.mark.parametrize("said", [{"text": "a" * 5001}, {"name": "a" * 81, "text": "b"}, {"text": "nú\0ll"}])
def test_what_does_not_fit_is_refused_and_nothing_typed_is_lost(link, said):
    response = link.send(**said)

    assert response.status_code == 422
    assert not PreviewAnswer.objects.exists()
    assert all(value.replace("\0", "")[:2] in response.content.decode() for value in said.values())


def test_a_text_that_changed_meanwhile_is_shown_anew_before_it_is_approved(link):
    seen = link.seen
    Article.objects.update(lead_is="<p>Breyttur inngangur.</p>")

    response = link.send("approve", seen=seen, text="Gott.")
    html = response.content.decode()

    assert response.status_code == 409
    assert "Breyttur inngangur." in html
    assert "Gott." in html
    assert not PreviewAnswer.objects.exists()
    assert link.send("approve", text="Gott.").status_code == 303


def test_too_many_answers_are_refused_in_words(link, monkeypatch):
    monkeypatch.setattr(shared_previews, "MOST_ANSWERS", 1)
    link.send(text="Eitt.")

    response = link.send(text="Annað.")

    assert response.status_code == 429
    assert "Annað." in response.content.decode()


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://annar.example"}],
)
def test_a_form_of_another_site_is_refused(link, headers):
    assert link.send(text="Nei.", headers=headers).status_code == 403
    assert not PreviewAnswer.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "null"}, {"Origin": "null", "Sec-Fetch-Site": "same-origin"}, {"Origin": "http://testserver"}],
)
def test_a_form_of_the_page_itself_is_taken_though_the_page_tells_nobody_whence_it_comes(link, headers):
    assert link.send(text="Já.", headers=headers).status_code == 303


def revoke(link):
    shared_previews.revoke(link.preview)


def expire(link):
    SharedPreview.objects.update(expires_at=timezone.now() - timedelta(seconds=1))


def publish(link):
    publishing.publish(link.edition)


def delete(link):
    link.edition.article.delete()


@pytest.mark.parametrize("end", [revoke, expire, publish, delete])
def test_a_dead_link_tells_nothing_but_that(link, end):
    seen = link.seen
    end(link)

    for response in (link.get(), link.client.post(link.address, {"seen": seen, "text": "Of seint."})):
        html = response.content.decode()
        assert response.status_code == 410
        assert "Sala" not in html
        assert "noindex" in html
        assert response["Cache-Control"] == "private, no-store"
    assert not PreviewAnswer.objects.exists()


def test_every_dead_link_is_answered_alike(link):
    pages = []
    for end in (expire, revoke, publish, delete):
        end(link)
        pages.append(link.get().content)

    assert len(set(pages)) == 1


def test_a_key_that_nobody_made_is_nowhere(client):
    assert client.get(reverse("shared-preview", args=["ord.ord"])).status_code == 404
    assert client.post(reverse("shared-preview", args=["ord.ord"])).status_code == 404


def test_a_link_is_to_one_language(link):
    key = link.address.rstrip("/").rpartition("/")[2]
    with translation.override("en"):
        assert link.client.get(reverse("shared-preview", args=[key])).status_code == 404


def test_a_language_that_readers_do_not_have_yet_is_shared(settings):
    settings.PUBLIC_LANGUAGES = ["is"]
    link = Link(make_article(publish=False, languages=("is", "en")).editions.get(language="en"))

    response = link.get()

    assert response.status_code == 200
    assert '<html lang="en"' in response.content.decode()


def test_a_draft_with_nothing_in_it_is_shown_too(link):
    link.edition.article.sides.all().delete()

    assert link.get().status_code == 200
