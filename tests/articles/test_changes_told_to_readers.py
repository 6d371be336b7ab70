"""Below an article its readers find when it was changed, and why: the substantive changes, newest first."""

import re
from datetime import datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from articles import changes, publishing
from articles.models import Edition, Publication
from tests.factories import make_article, make_edition

pytestmark = pytest.mark.django_db

FIRST = datetime(2026, 3, 3, 12, tzinfo=timezone.get_fixed_timezone(0))


def told(client, edition) -> list[tuple[str, str]]:
    """Days and sentences as the article's page has them."""
    text = client.get(edition.get_absolute_url()).content.decode()
    part = re.search(r'<details class="section changes".*?</details>', text, re.S)
    return items(part[0]) if part else []


def items(html) -> list[tuple[str, str]]:
    found = re.findall(r'<li><time[^>]* datetime="(.{10})[^"]*">[^<]*</time> (.*?)</li>', html, re.S)
    return [(day, re.sub(r"<[^>]+>", "", words)) for day, words in found]


def make_changed(*notes, substantive=True, **fields) -> Edition:
    """Published on the third of March, then changed a day later with each of the notes."""
    edition = make_edition(at=FIRST, **fields)
    for day, note in enumerate(notes, start=1):
        edition.publications.create(
            revision=edition.live_revision, at=FIRST + timedelta(days=day), note=note, substantive=substantive
        )
    return edition


def address(edition) -> str:
    with translation.override(edition.language):
        return reverse("changes", args=[edition.slug])


def test_the_first_publication_is_told(client):
    assert told(client, make_changed()) == [("2026-03-03", "Birt í fyrsta sinn.")]


def test_changes_are_told_newest_first_with_their_notes(client):
    edition = make_changed("Ábyrgð bætt við", "")

    assert told(client, edition) == [
        ("2026-03-05", "Textanum var breytt."),
        ("2026-03-04", "Ábyrgð bætt við"),
        ("2026-03-03", "Birt í fyrsta sinn."),
    ]


def test_a_minor_change_is_not_told(client):
    assert len(told(client, make_changed("Prentvilla", substantive=False))) == 1


def test_a_change_whose_time_has_not_come_is_not_told(client):
    edition = make_changed()
    tomorrow = timezone.now() + timedelta(days=1)
    edition.publications.create(revision=edition.live_revision, at=tomorrow, note="Á morgun")

    assert len(told(client, edition)) == 1
    assert "Á morgun" not in client.get(address(edition)).content.decode()


def test_publishing_a_change_tells_it(client):
    edition = make_edition(at=FIRST)
    article = edition.article
    article.lead_is = "<p>Nýr.</p>"
    article.save()
    publishing.publish(article.editions.get(), note="Inngangur skýrður")

    assert [words for _day, words in told(client, edition)] == ["Inngangur skýrður", "Birt í fyrsta sinn."]


def test_each_language_tells_its_own(client):
    article = make_article(languages=("is", "en"), at=FIRST)
    english = article.editions.get(language="en")
    english.publications.create(revision=english.live_revision, at=FIRST + timedelta(days=1), note="Reworded")

    assert len(told(client, article.editions.get(language="is"))) == 1
    assert told(client, english)[0] == ("2026-03-04", "Reworded")


def test_a_note_is_text_not_markup(client):
    text = client.get(make_changed("<script>alert(1)</script>").get_absolute_url()).content.decode()

    assert "<script>alert" not in text


def test_who_made_a_change_is_not_told(client, admin_user):
    edition = make_changed("Skýrt")
    edition.publications.update(by=admin_user)

    assert admin_user.username not in client.get(edition.get_absolute_url()).content.decode()
    assert admin_user.username not in client.get(address(edition)).content.decode()


def test_ten_are_on_the_article_and_all_on_a_page_of_their_own(client):
    edition = make_changed(*(f"Breyting {number}" for number in range(1, 13)))

    assert [words for _day, words in told(client, edition)] == [f"Breyting {number}" for number in range(12, 2, -1)]
    assert f'href="{address(edition)}"' in client.get(edition.get_absolute_url()).content.decode()
    page = client.get(address(edition)).content.decode()
    assert len(items(page)) == 13
    assert items(page)[-1] == ("2026-03-03", "Birt í fyrsta sinn.")
    assert 'content="noindex, follow"' in page
    assert f'href="{edition.get_absolute_url()}"' in page


def test_ten_need_no_page_of_their_own(client):
    edition = make_changed(*(f"Breyting {number}" for number in range(1, 10)))

    assert len(told(client, edition)) == 10
    assert address(edition) not in client.get(edition.get_absolute_url()).content.decode()


def test_more_changes_cost_no_more_queries(client):
    few, many = make_changed(slug="fair"), make_changed(*"abcdefghijklmnop", slug="margir")

    assert queries(client, few) == queries(client, many)
    assert queries(client, few, address) == queries(client, many, address)


def queries(client, edition, of=Edition.get_absolute_url):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(of(edition)).status_code == 200
    return len(captured)


def test_what_was_read_with_the_edition_needs_no_query_of_its_own(django_assert_num_queries):
    few, many = make_changed("„Skýrt“ og <b>", ""), make_changed(*"abcdefghijklmnop")

    for edition in (few, many):
        read = Edition.objects.annotate(told=changes.column()).get(pk=edition.pk)
        with django_assert_num_queries(0):
            told_with_it = changes.latest(read)
        assert told_with_it == changes.latest(edition)
        assert told_with_it.told


def test_an_edition_that_nothing_is_told_of_reads_so():
    make_edition(publish=False)

    assert not changes.latest(Edition.objects.annotate(told=changes.column()).get())


@pytest.mark.parametrize("state", ["draft", "review"])
def test_what_is_not_live_tells_nothing(client, state):
    edition = make_changed("Skýrt")
    Edition.objects.filter(pk=edition.pk).update(state=state)

    assert client.get(address(edition)).status_code == 404


def test_what_is_gone_is_gone(client):
    archived, expired = make_changed(slug="i-geymslu"), make_changed(slug="utrunnin")
    Edition.objects.filter(pk=archived.pk).update(state="archived")
    Edition.objects.filter(pk=expired.pk).update(expires_at=timezone.now())

    assert [client.get(address(edition)).status_code for edition in (archived, expired)] == [410, 410]


def test_an_old_address_leads_to_the_new_one(client):
    edition = make_changed(slug="gamalt")
    old = address(edition)
    edition.slug = "nytt"
    edition.save()

    response = client.get(old)

    assert (response.status_code, response["Location"]) == (301, address(edition))


def test_an_article_in_another_language_only_is_not_here(client):
    edition = make_changed(language="en", slug="sales")

    with translation.override("is"):
        assert client.get(reverse("changes", args=["sales"])).status_code == 404
    assert client.get(address(edition)).status_code == 200


def test_the_page_is_the_same_for_everyone(client, admin_client):
    edition = make_changed("Skýrt")
    answer = client.get(address(edition))

    assert answer.content == admin_client.get(address(edition)).content
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_a_form_cannot_be_sent_there(client):
    assert client.post(address(make_changed())).status_code == 405


def test_what_was_published_before_publications_were_kept_gets_them():
    plain, revised, draft = make_edition(at=FIRST), make_edition(at=FIRST), make_edition(publish=False)
    Edition.objects.filter(pk=revised.pk).update(revised_at=FIRST + timedelta(days=9))
    Publication.objects.all().delete()

    migration = import_module("articles.migrations.0009_first_publications")
    for _time in range(2):
        migration.make(apps, None)

    assert times(plain) == [FIRST]
    assert times(revised) == [FIRST, FIRST + timedelta(days=9)]
    assert times(draft) == []
    assert set(Publication.objects.values_list("substantive", flat=True)) == {True}


def times(edition):
    return sorted(edition.publications.values_list("at", flat=True))
