"""The queue of translations: what waits, whose it is, and how far it has come."""

from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article, TranslationStanding
from tests.admin.translating import QUEUE, make_translator, page_of, send, write
from tests.factories import make_article


def rows(client, query=""):
    response = client.get(f"{QUEUE}{query}")
    assert response.status_code == 200
    return [row.article for row in response.context["rows"]]


def stale(client):
    article = make_article()
    send(client, article, lead="<p>A lead.</p>")
    write(article, "is", lead="<p>Nýr inngangur.</p>")
    return article


def test_every_article_stands_there_once_for_each_language_that_it_was_not_written_in(desk):
    one, other = make_article(), make_article()

    assert set(rows(desk)) == {one, other}
    assert rows(desk, "?language=is") == []


def test_it_is_narrowed_to_what_is_stale_missing_or_unreviewed(desk):
    old, new = stale(desk), make_article()

    assert rows(desk, "?state=stale") == [old]
    assert rows(desk, "?state=missing")[0] == old
    assert set(rows(desk, "?state=missing")) == {old, new}
    assert rows(desk, "?state=unreviewed") == []
    counts = [chip.count for chip in desk.get(QUEUE).context["chips"]]
    assert counts == [None, 1, 2, 0]


def test_a_translation_is_given_to_a_translator_and_found_by_them(desk, client):
    article, _other = make_article(), make_article()
    person = make_translator("en")

    response = desk.post(f"{page_of(article)}assign/", {"translator": person.pk, "next": f"{QUEUE}?state=missing"})

    assert response["Location"] == f"{QUEUE}?state=missing"
    assert article.editions.get(language="en").translator == person
    client.force_login(person)
    assert rows(client, "?mine=1") == [article]


def test_it_is_taken_back_again(desk):
    article, person = make_article(), make_translator("en")
    desk.post(f"{page_of(article)}assign/", {"translator": person.pk})

    desk.post(f"{page_of(article)}assign/", {"translator": ""})

    assert article.editions.get(language="en").translator is None


def test_only_who_translates_that_language_can_be_given_it(desk):
    article, person = make_article(), make_translator("is")

    for wanted in (person.pk, "99999", "x"):
        assert desk.post(f"{page_of(article)}assign/", {"translator": wanted}).status_code == 404
    assert desk.get(f"{page_of(article)}assign/").status_code == 405


def test_a_translator_gives_nothing_to_anybody(client, db):
    article, person = make_article(), make_translator("en")
    client.force_login(person)

    assert client.post(f"{page_of(article)}assign/", {"translator": person.pk}).status_code == 403
    assert 'name="translator"' not in client.get(QUEUE).content.decode()


def test_what_was_never_counted_is_counted_when_the_queue_is_opened(desk):
    article = make_article()
    TranslationStanding.objects.all().delete()

    assert rows(desk) == [article]


def test_it_comes_in_pages_that_keep_what_was_asked(desk):
    for _number in range(27):
        make_article()

    response = desk.get(f"{QUEUE}?state=missing")

    assert len(response.context["rows"]) == 25
    assert response.context["older"] == "?state=missing&p=2"
    assert len(rows(desk, "?state=missing&p=2")) == 2
    assert len(rows(desk, "?p=x")) == 25


def test_more_rows_cost_no_more_queries(desk):
    make_article()
    rows(desk)
    few = _queries(desk)
    for _number in range(5):
        stale(desk)

    assert _queries(desk) == few


def _queries(client):
    with CaptureQueriesContext(connection) as queries:
        client.get(QUEUE)
    return len(queries)


def test_it_is_not_for_those_who_see_no_articles(client, django_user_model):
    client.force_login(django_user_model.objects.create_user("gestur", is_staff=True))

    assert client.get(QUEUE).status_code == 403


def test_a_writer_sees_the_own_articles_only(client, db, django_user_model):
    writer = django_user_model.objects.create_user("hofundur", is_staff=True)
    writer.groups.add(Group.objects.get(name="Writers"))
    own, _other = make_article(), make_article()
    Article.objects.filter(pk=own.pk).update(created_by=writer)
    client.force_login(writer)

    assert rows(client) == [own]
