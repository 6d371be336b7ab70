"""What editors say about threads: the rules, and one article's own word."""

from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Discussion, Rules
from tests.admin.desk import change_page, opened, saved
from tests.admin.moderating import make_staff, page
from tests.factories import make_article, make_comment

RULES = "/admin/comments/rules/1/change/"
THREADS = "/admin/comments/discussion/"


def put(client, article, mode, **data):
    return client.post(f"{THREADS}{article.pk}/put/{mode}/", data)


def test_the_list_of_rules_is_their_form(desk):
    assert desk.get("/admin/comments/rules/").url == RULES


def test_the_form_shows_the_defaults_and_looking_stores_nothing(desk):
    fields = opened(desk, RULES)

    assert fields.values["most_links"] == ["1"]
    assert not Rules.objects.exists()


def test_rules_are_kept_once(desk):
    saved(desk, RULES, {"most_links": "2", "words": "ódýrt bókhald\nlán"})
    saved(desk, RULES, {"hold": "everything"})

    rules = Rules.objects.get()
    assert (rules.most_links, rules.words.split(), rules.hold) == (2, ["ódýrt", "bókhald", "lán"], "everything")


def test_there_is_no_other_row_of_rules(desk):
    assert desk.get("/admin/comments/rules/add/").status_code == 403
    assert desk.get("/admin/comments/rules/2/change/").status_code == 302
    saved(desk, RULES)
    assert desk.post("/admin/comments/rules/1/delete/", {"post": "yes"}).status_code == 403


def test_rules_are_for_those_who_may_change_them(client, db):
    client.force_login(make_staff("view_comment", "change_comment"))
    assert client.get(RULES).status_code == 403
    assert "/admin/comments/rules/" not in page(client, "/admin/comments/comment/")


def test_every_thread_is_listed_with_how_it_stands(desk):
    make_comment(article=make_article(sides=["Kaffi", "Te"]))
    make_article(sides=["Sala", "Þjónusta"])

    html = page(desk, THREADS)

    assert html.index("Kaffi – Te") < html.index("Sala – Þjónusta")
    assert "1 birt" in html
    assert html.count("Opin") == 2


def test_a_draft_without_comments_has_no_thread(desk):
    make_article(sides=["Kaffi", "Te"], publish=False)

    assert "Kaffi – Te" not in page(desk, THREADS)


def test_threads_are_found_by_title(desk):
    make_article(sides=["Kaffi", "Te"])
    make_article(sides=["Sala", "Þjónusta"])

    html = page(desk, THREADS, q="ÞJÓN")

    assert "Sala – Þjónusta" in html
    assert "Kaffi – Te" not in html


def test_a_thread_is_closed_opened_and_left_to_the_rules(desk):
    article = make_article()

    put(desk, article, "closed")
    closed = Discussion.objects.get()
    assert (closed.mode, closed.closed_at is None) == ("closed", False)
    put(desk, article, "open")
    assert (Discussion.objects.get().mode, Discussion.objects.get().closed_at) == ("open", None)
    put(desk, article, "rules")

    assert Discussion.objects.get().mode == "rules"


def test_closing_twice_keeps_the_first_time(desk):
    article = make_article()
    put(desk, article, "closed")
    first = Discussion.objects.get().closed_at

    put(desk, article, "closed")

    assert Discussion.objects.get().closed_at == first


def test_a_thread_that_the_rules_have_closed_is_shown_so(desk):
    Rules(closes_after_days=3).save()
    make_article(at=timezone.now() - timedelta(days=5))
    make_article(at=timezone.now() - timedelta(days=1))

    html = page(desk, THREADS)

    assert (html.count("Lokuð"), html.count("Opin")) == (1, 1)


def test_looking_closes_nothing_and_a_made_up_mode_is_not_found(desk):
    article = make_article()

    assert desk.get(f"{THREADS}{article.pk}/put/closed/").status_code == 405
    assert put(desk, article, "gone").status_code == 404
    assert desk.post(f"{THREADS}987654/put/closed/").status_code == 404
    assert not Discussion.objects.exists()


def test_one_goes_back_to_the_page_of_the_list(desk):
    article = make_article()

    assert put(desk, article, "closed", next=THREADS + "?p=2").url == THREADS + "?p=2"
    assert put(desk, article, "open", next="https://evil.example/").url == THREADS


@pytest.mark.parametrize("permissions", [(), ("view_discussion",)])
def test_whoever_may_not_change_threads_closes_none(client, db, permissions):
    client.force_login(make_staff(*permissions))
    article = make_article()

    assert put(client, article, "closed").status_code == 403
    assert client.get(THREADS).status_code == (200 if permissions else 403)


def test_an_editor_closes_a_thread_on_the_articles_page(desk):
    article = make_article(sides=["Sala", "Þjónusta"])

    saved(desk, change_page(article), {"discussion-0-mode": "closed"})

    discussion = Discussion.objects.get()
    assert discussion.article == article
    assert discussion.closed_at is not None


def test_going_back_to_the_rules_forgets_when_it_was_closed(desk):
    article = make_article(sides=["Sala", "Þjónusta"])
    saved(desk, change_page(article), {"discussion-0-mode": "closed"})

    saved(desk, change_page(article), {"discussion-0-mode": "rules", "discussion-0-closes_after_days": "30"})

    discussion = Discussion.objects.get()
    assert (discussion.mode, discussion.closed_at, discussion.closes_after_days) == ("rules", None, 30)


def test_saving_an_article_says_nothing_about_its_thread(desk):
    saved(desk, change_page(make_article(sides=["Sala", "Þjónusta"])))

    assert not Discussion.objects.exists()


def test_a_new_article_has_no_thread_to_speak_of(desk):
    assert "discussion-0-mode" not in page(desk, "/admin/articles/article/add/")


def test_a_longer_list_of_threads_costs_no_more_queries(desk, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    make_comment()
    page(desk, THREADS)
    with CaptureQueriesContext(connection) as short:
        page(desk, THREADS)
    for _place in range(5):
        make_comment()
    with CaptureQueriesContext(connection) as long:
        page(desk, THREADS)

    assert len(long) == len(short)
