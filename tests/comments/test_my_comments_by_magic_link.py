import json
from datetime import timedelta

import pytest
from django.utils import timezone

from comments import signed
from comments.models import Address, Comment, Letter
from tests.comments.mailing import enter, links, make_address, make_follow
from tests.factories import make_article, make_comment

pytestmark = pytest.mark.django_db
PAGE = "/minar-athugasemdir/"


def ask(client, email, **fields):
    return client.post(PAGE, {"email": email, "website": "", **fields})


def make_reader(client, *, email="hildur.osp@example.is", comments=1, **fields) -> Address:
    """Somebody who has written, and has opened My comments."""
    address = make_address(email=email, **fields)
    for _comment in range(comments):
        make_comment(address=address)
    enter(client, address)
    return address


def text(response) -> str:
    return response.content.decode()


def test_without_a_visit_there_is_a_form(client):
    response = client.get(PAGE)

    assert 'name="email"' in text(response)
    assert response["Cache-Control"] == "private, no-store"
    assert not response.cookies


def test_from_the_form_by_the_mail_to_what_was_written(client):
    comment = make_comment(address=make_address(email="hildur.osp@example.is", confirmed=False))

    ask(client, "Hildur.Osp@example.is")
    [link] = links(Letter.objects.get())
    client.get(link)
    assert Address.objects.get().confirmed_at is None
    arrived = client.post(link, follow=True)

    assert arrived.redirect_chain == [(PAGE, 303)]
    assert comment.text in text(arrived)
    assert Address.objects.get().confirmed_at


def test_the_answer_tells_nobody_which_addresses_are_known(client):
    make_comment(address=make_address(email="skrifar@example.is"))
    make_follow(address=make_address(email="fylgist@example.is"))
    make_address(email="ekkert@example.is")

    answers = {ask(client, f"{name}@example.is").content for name in ("skrifar", "fylgist", "ekkert", "enginn")}

    assert len(answers) == 1
    assert sorted(Letter.objects.values_list("to", flat=True)) == ["fylgist@example.is", "skrifar@example.is"]
    assert not Address.objects.filter(email="enginn@example.is").exists()


def test_one_mail_in_ten_minutes_and_the_trap_and_the_limit(client):
    make_comment(address=make_address(email="skrifar@example.is"))

    ask(client, "skrifar@example.is", website="x")
    assert not Letter.objects.exists()
    answers = [ask(client, "skrifar@example.is").status_code for _time in range(20)]

    assert answers == [200] * 19 + [429]
    assert Letter.objects.count() == 1


def test_what_is_no_address_comes_back_as_it_was_typed(client):
    response = ask(client, 'ekki "netfang"')

    assert response.status_code == 422
    assert 'value="ekki &quot;netfang&quot;"' in text(response)
    assert "<title>Villa: Mínar athugasemdir" in text(response)


def test_the_visit_is_a_cookie_for_these_pages_alone(client, settings):
    settings.SITE_IS_SECURE = True
    make_reader(client)

    cookie = client.cookies["my-comments"]

    assert (cookie["path"], cookie["max-age"], cookie["samesite"]) == (PAGE, 7200, "Lax")
    assert cookie["httponly"]
    assert cookie["secure"]
    assert "hildur" not in cookie.value


def test_the_link_is_good_for_an_hour(client, monkeypatch):
    link = signed.link("my-comments-open", signed.make(signed.ENTER, make_address().pk), language="is")
    monkeypatch.setattr("django.core.signing.time.time", lambda: timezone.now().timestamp() + 3601)

    assert client.post(link.removeprefix("http://testserver")).status_code == 410


def test_the_visit_is_over_after_two_hours(client, monkeypatch):
    make_reader(client)
    monkeypatch.setattr("django.core.signing.time.time", lambda: timezone.now().timestamp() + 7201)

    assert 'name="email"' in text(client.get(PAGE))


@pytest.mark.parametrize(
    "value", ["rugl", "1", signed.make(signed.CONFIRM, 1), signed.make(signed.ENTER, 1)], ids=range(4)
)
def test_a_cookie_that_is_not_ours_opens_nothing(client, value):
    make_comment(address=make_address(), text="Leyndarmálið mitt.")
    client.cookies["my-comments"] = value

    assert "Leyndarmálið" not in text(client.get(PAGE))


def test_a_link_that_is_not_ours_or_whose_address_is_gone_opens_nothing(client):
    address = make_address()
    gone = signed.link("my-comments-open", signed.make(signed.ENTER, address.pk), language="is")
    address.delete()

    assert client.post(gone.removeprefix("http://testserver")).status_code == 404
    assert client.get(PAGE + "opna/rugl/").status_code == 404


def test_each_comment_says_how_it_stands_and_spam_is_not_told(client):
    address = make_reader(client, comments=0)
    for state in Comment.State.values:
        make_comment(address=address, state=state, text=f"Texti {state}.")
    make_comment(text="Eftir annan.")

    shown = text(client.get(PAGE))

    assert [shown.count(word) for word in ("Birt<", "Bíður samþykkis<", "Fjarlægð<")] == [1, 2, 1]
    assert all(f"Texti {state}." in shown for state in Comment.State.values)
    assert "Eftir annan." not in shown
    assert "hildur" not in shown
    assert "h…@example.is" in shown


def test_a_comment_links_to_its_place_and_one_without_says_so(client):
    address = make_reader(client, comments=0)
    live = make_comment(address=address)
    make_comment(address=address, article=make_article(publish=False))

    shown = text(client.get(PAGE))

    assert f'href="http://testserver/athugasemd/{live.pk}/"' in shown
    assert "Samanburður sem er ekki lengur á vefnum" in shown


def test_what_was_typed_is_not_markup(client):
    address = make_reader(client, comments=0)
    make_comment(address=address, name="<i>Nemandi</i>", text="<script>alert(1)</script>")

    shown = text(client.get(PAGE))

    assert "<script>alert" not in shown
    assert "<i>Nemandi" not in shown


def test_many_comments_come_page_by_page_and_cost_the_same(client, django_assert_num_queries):
    address = make_reader(client, comments=0)
    article = make_article()
    for place in range(52):
        make_comment(address=address, article=article, text=f"Texti númer {place:02}.")

    first = text(client.get(PAGE))
    older = first.split('class="pager"><a href="')[1].split('"')[0]
    second = text(client.get(older))

    assert [first.count("Texti númer"), second.count("Texti númer")] == [50, 2]
    assert first.index("númer 51") < first.index("númer 02")
    assert "númer 00" in second
    assert 'class="pager"' not in second
    assert client.get(PAGE + "?undan=rugl").status_code == 200
    assert client.get(PAGE + "?undan=" + "9" * 5000).status_code == 200


def test_a_long_page_costs_no_more_queries_than_a_short_one(client):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(PAGE)
        return len(asked)

    address = make_reader(client, comments=1)
    make_follow(address=address)
    short = queries()
    for _more in range(10):
        make_comment(address=address)
        make_follow(address=address)

    assert queries() == short


def test_a_copy_has_everything_but_the_address(client):
    address = make_reader(client, comments=0)
    article = make_article()
    comment = make_comment(address=address, article=article, text="  Þ„ö“\n<b>😀", network="abcdef0123456789")
    make_comment(address=address, article=article, state=Comment.State.SPAM)
    make_comment(address=address, article=make_article(publish=False))
    make_follow(address=address, article=article)

    response = client.get(PAGE + "minar-athugasemdir.json")

    copy, title = json.loads(response.content), article.editions.get().title
    assert response["Content-Disposition"] == 'attachment; filename="minar-athugasemdir.json"'
    assert response["Cache-Control"] == "private, no-store"
    assert copy["comments"][0]["text"] == comment.text
    assert copy["comments"][0]["article"]["title"] == copy["followed"][0]["article"]["title"] == title
    assert [said["state"] for said in copy["comments"]] == ["shown", "waiting", "shown"]
    assert copy["comments"][2]["article"] is None
    assert not [trace for trace in ("hildur", "@example", "abcdef01") if trace in text(response)]


def test_the_pages_are_there_in_english(client):
    address = make_address()
    make_comment(address=address, created_at=timezone.now() - timedelta(days=1))
    link = signed.link("my-comments-open", signed.make(signed.ENTER, address.pk), language="en")

    arrived = client.post(link.removeprefix("http://testserver"), follow=True)

    assert arrived.redirect_chain == [("/en/my-comments/", 303)]
    assert "What you have written" in text(arrived)
    assert client.cookies["my-comments"]["path"] == "/en/my-comments/"
