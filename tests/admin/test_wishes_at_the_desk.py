"""What readers ask for, the most wanted first: who sees it, and who may put it away."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from comments.admin import badges
from comments.models import Wish
from tests.admin.desk import said
from tests.admin.moderating import make_staff, page
from tests.admin.wishing import WISHES, State, listed, make_wish, press, state
from tests.factories import make_article


def test_the_most_wanted_comes_first_with_all_that_is_known(desk):
    make_wish(first="Strætó", count=2)
    make_wish(first="Hlaupahjól", count=21)
    make_wish(first="Rafbíll", count=11, last_at=timezone.now() - timedelta(days=3))

    assert listed(desk) == ["Hlaupahjól", "Rafbíll", "Strætó"]
    html = page(desk, WISHES)
    assert "Óskir um samanburð" in html
    assert all(f"<td>{words}</td>" in html for words in ("21 sinni", "11 sinnum", "2 sinnum"))
    assert "<td>Íslenska</td>" in html
    assert html.count("síðast í dag kl.") == 2
    assert html.count("fyrst í dag kl.") == 3


def test_the_list_shows_what_is_open_unless_something_else_is_asked_for(desk):
    for number, each in enumerate(State.values):
        make_wish(first=f"Kostur {number}", state=each)

    assert listed(desk) == listed(desk, state="open") == listed(desk, state="bull") == ["Kostur 0"]
    assert listed(desk, state="drafted") == ["Kostur 1"]
    assert listed(desk, state="declined") == ["Kostur 2"]


def test_the_list_can_be_of_one_language(desk):
    make_wish(first="Rafbíll")
    make_wish(first="Cats", second="Dogs", language="en")

    assert listed(desk, language="en") == ["Cats"]
    assert len(listed(desk, language="xx")) == 2


def test_a_longer_list_costs_no_more_queries(desk):
    def queries(**params) -> int:
        with CaptureQueriesContext(connection) as captured:
            desk.get(WISHES, params)
        return len(captured)

    make_wish(state=State.DRAFTED, article=make_article())
    few = queries(state="drafted")
    for number in range(9):
        make_wish(first=f"Kostur {number}", state=State.DRAFTED, article=make_article())

    assert queries(state="drafted") == few


def test_the_list_has_pages_that_keep_what_was_chosen(desk):
    for number in range(52):
        make_wish(first=f"Kostur {number}", count=100 - number)

    assert "?state=open&amp;language=is&amp;p=2" in page(desk, WISHES, language="is")
    assert listed(desk, language="is", p=2) == ["Kostur 50", "Kostur 51"]


def test_nothing_to_do_is_said(desk):
    assert "Engin ósk bíður." in page(desk, WISHES)


def test_what_readers_typed_is_text(desk):
    make_wish(first="<script>alert(1)</script>", second="{{ 7*7 }}")

    html = page(desk, WISHES)

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_a_wish_is_put_away_and_taken_out_again(desk):
    wish = make_wish()

    response = press(desk, wish, "decline", next=f"{WISHES}?language=is")

    assert state(wish) == State.DECLINED
    assert response.url == f"{WISHES}?language=is"
    assert f'formaction="{WISHES}{wish.pk}/reopen/"' in said(response)[0]
    assert 'id="desk-undo"' in page(desk, WISHES)

    press(desk, wish, "reopen")
    assert state(wish) == State.OPEN


@pytest.mark.parametrize("verb", ["draft", "decline"])
def test_what_somebody_else_decided_meanwhile_stands(desk, verb):
    wish = make_wish(state=State.DECLINED)

    response = press(desk, wish, verb)

    assert "Annar afgreiddi þessa ósk" in said(response)[0]
    assert (state(wish), Article.objects.count()) == (State.DECLINED, 0)


def test_an_open_wish_has_nothing_to_take_back(desk):
    assert "Annar afgreiddi" in said(press(desk, make_wish(), "reopen"))[0]


@pytest.mark.parametrize("verb", ["draft", "decline", "reopen"])
def test_a_get_changes_nothing(desk, verb):
    wish = make_wish()

    assert desk.get(f"{WISHES}{wish.pk}/{verb}/").status_code == 405
    assert state(wish) == State.OPEN
    assert press(desk, Wish(pk=999), verb).status_code == 404


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "/admin/", "", WISHES + "../../"])
def test_the_way_back_leads_nowhere_else(desk, wanted):
    url = press(desk, make_wish(), "decline", next=wanted).url

    assert url.startswith(WISHES)
    assert "evil" not in url


def test_who_may_only_look_has_no_buttons_and_changes_nothing(client, db):
    client.force_login(make_staff("view_wish"))
    wish = make_wish()

    assert "/decline/" not in page(client, WISHES)
    for verb in ("draft", "decline", "reopen"):
        assert press(client, wish, verb).status_code == 403
    assert state(wish) == State.OPEN


def test_who_may_not_write_articles_may_decline_and_not_draft(client, db):
    client.force_login(make_staff("view_wish", "change_wish"))
    wish = make_wish()

    html = page(client, WISHES)
    assert "/draft/" not in html
    assert "/decline/" in html
    assert press(client, wish, "draft").status_code == 403
    assert press(client, wish, "decline").status_code == 302


@pytest.mark.parametrize("address", [WISHES, f"{WISHES}1/draft/"])
def test_nobody_else_sees_wishes(client, db, address):
    assert client.get(address).url.startswith("/admin/login/")
    client.force_login(make_staff("view_comment"))
    assert client.get(address).status_code == 403


def test_a_wish_has_no_page_of_its_own(desk):
    wish = make_wish()

    assert desk.get(f"{WISHES}{wish.pk}/change/").url == WISHES
    assert desk.post(f"{WISHES}{wish.pk}/change/", {"count": 9000}).status_code == 403
    assert desk.get(f"{WISHES}add/").url == WISHES
    assert Wish.objects.get().count == 1


def test_the_menu_counts_what_is_open(desk):
    assert badges.open_wishes() == ""
    make_wish()
    make_wish(first="Strætó", state=State.DECLINED)

    assert badges.open_wishes() == "1"
    assert f'href="{WISHES}"' in page(desk, "/admin/")
