"""Every save is in the history: its number, who, when, why, and which readers have it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import publishing
from articles.models import Revision, Subject
from tests.admin.revising import history_page, make_saved_article, save

pytestmark = pytest.mark.django_db


def lines(client, article, **query):
    return client.get(history_page(article), query).context["chosen"].lines


def labels(line):
    return [label.word for label in line.labels]


def test_a_line_says_number_writer_note_and_weight(desk, editor):
    article = make_saved_article()
    save(article, lead="<p>Nýr.</p>", by=editor, note="Inngangur skýrður", substantive=False)

    page = desk.get(history_page(article)).content.decode()

    for words in ("Gerð 2", "ritstjori", "Inngangur skýrður", "Smávægileg", "Gerð 1", "Efnisleg"):
        assert words in page
    assert re.search(r'<time datetime="20\d\d-\d\d-\d\dT', page)


def test_the_newest_stands_first(desk):
    article = make_saved_article()
    save(article, lead="<p>Nýr.</p>")

    assert [line.number for line in lines(desk, article)] == [2, 1]


def test_a_line_names_those_who_have_the_revision_and_the_working_draft(desk):
    article = make_saved_article(languages=("is", "en"))
    save(article, lead="<p>Nýr.</p>")
    publishing.publish(article.editions.get(language="en"))
    save(article, lead="<p>Nýrri.</p>")

    newest, middle, oldest = lines(desk, article)

    assert labels(newest) == ["vinnudrög"]
    assert labels(middle) == ["English: birt"]
    assert labels(oldest) == ["Íslenska: birt"]


def test_a_change_that_waits_and_an_archived_edition_are_named(desk):
    article = make_saved_article()
    save(article, lead="<p>Nýr.</p>")
    publishing.schedule(article.editions.get(), timezone.now() + timedelta(days=1))

    assert "Íslenska: tímasett" in labels(lines(desk, article)[0])
    publishing.archive(article.editions.get())
    assert labels(lines(desk, article)[1]) == ["Íslenska: í geymslu"]


def test_only_the_substantive_ones_are_shown_where_that_is_asked(desk):
    article = make_saved_article()
    save(article, lead="<p>Annar.</p>", substantive=False)
    save(article, lead="<p>Þriðji.</p>")

    page = desk.get(history_page(article), {"show": "substantive", "from": "live-is", "to": "rows"})

    assert [line.number for line in page.context["chosen"].lines] == [3, 1]
    assert "Allar 3" in page.content.decode()
    assert "Efnislegar 2" in page.content.decode()


def test_older_revisions_are_on_the_next_page_and_the_compared_on_every(desk):
    article = make_saved_article()
    content = article.revisions.get().content
    Revision.objects.bulk_create(Revision(article=article, content=content) for _number in range(40))

    first = desk.get(history_page(article)).context["chosen"]
    second = desk.get(history_page(article) + first.older).context["chosen"]

    assert [line.number for line in first.lines] == [*range(41, 11, -1), 1]
    assert [line.number for line in second.lines] == [41, *range(11, 0, -1)]
    assert (second.older, bool(second.newest)) == ("", True)


def test_what_was_changed_elsewhere_since_is_said(desk):
    article = make_saved_article(publish=False)
    publishing.keep(article)
    Subject.objects.filter(key="sala").update(definition_is="Þegar selt er.")

    page = desk.get(history_page(article))

    first = page.context["chosen"].lines[0]
    assert (first.number, first.value) == (None, "rows")
    assert "frá síðustu gerð" in page.content.decode()
    assert page.context["chosen"].heading == "Frá gerð 1 til vinnudraga"


def test_an_article_that_was_never_kept_says_so(desk):
    article = make_saved_article(publish=False)

    page = desk.get(history_page(article))

    assert page.status_code == 200
    assert "Hér er ekkert til samanburðar enn." in page.content.decode()


def test_a_longer_history_costs_no_more_queries(desk):
    article = make_saved_article()
    save(article, lead="<p>Nýr.</p>")
    desk.get(history_page(article))
    short = queries(desk, article)
    content = article.revisions.first().content
    Revision.objects.bulk_create(Revision(article=article, content=content) for _number in range(200))

    assert queries(desk, article) == short


def queries(client, article) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(history_page(article)).status_code == 200
    return len(captured)


def test_the_log_of_the_desk_is_one_link_away(desk, editor):
    article = make_saved_article()
    publishing.archive(article.editions.get(), by=editor)

    assert "?log=1" in desk.get(history_page(article)).content.decode()
    log = desk.get(history_page(article), {"log": 1}).content.decode()
    assert 'class="desk-log"' in log
    assert "Íslenska" in log
