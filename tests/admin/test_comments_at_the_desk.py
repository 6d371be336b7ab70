"""What stands in the queue, and what does not."""

import pytest
from django.conf import settings

from comments.models import Address, Comment, Letter
from tests.admin.desk import change_page
from tests.admin.moderating import QUEUE, make_staff, page, shown
from tests.factories import make_article, make_comment

HOSTILE = [
    "Fyrst <b>eitt</b>,\nsvo annað.",
    "<script>alert(1)</script> & &amp; \"q\" 'a'",
    "{{ 7|add:1 }} {% now %}",
    "   tvö  bil\n\n\nog línur",
    "\u202esnúið \u200d🏳️‍🌈 þæöð",
    "</p></li><img src=x onerror=alert(1)>",
]


def test_what_waits_is_what_is_shown_first(desk):
    held = make_comment(state="held")
    for state in ("live", "spam", "removed"):
        make_comment(state=state)

    assert shown(desk) == [held]


@pytest.mark.parametrize("state", Comment.State.values)
def test_each_state_has_its_tab(desk, state):
    comments = {each: make_comment(state=each) for each in Comment.State.values}

    assert shown(desk, state=state) == [comments[state]]


def test_a_made_up_state_shows_what_waits(desk):
    held = make_comment(state="held")
    make_comment(state="live")

    assert shown(desk, state="nothing-such") == [held]


def test_the_newest_stands_first(desk):
    first, second = make_comment(state="held"), make_comment(state="held")

    assert shown(desk) == [second, first]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_and_name_are_shown_as_typed_and_nothing_of_them_is_markup(desk, text):
    comment = make_comment(text=text, name=text.replace("\n", " ")[:80], state="held")

    for html in (page(desk), page(desk, change_page(comment)), page(desk, f"{QUEUE}{comment.pk}/decide/approve/")):
        shown = html.split('<p class="desk-text" dir="auto" lang="is">')[1].split("</p>")[0]
        assert shown == _escaped(text)
        assert "<script>alert" not in html
        assert "<img src=x" not in html


def test_a_listed_word_is_marked_where_it_stands(desk):
    reasons = [{"rule": "word", "measure": "ódýrt <b>"}]
    make_comment(text="Fyrst ÓDÝRT <B> hér, ódýrt ekki.", state="held", reasons=reasons)

    assert "Fyrst <mark>ÓDÝRT &lt;B&gt;</mark> hér, ódýrt ekki." in page(desk)


def test_a_moderator_sees_the_address_of_who_wrote(desk):
    make_comment(address=Address.of("lesandi@example.is"), state="held")

    assert "lesandi@example.is" in page(desk)


def test_what_it_answers_is_quoted(desk):
    parent = make_comment(name="Nemandi", text="Ef eitthvað vantar.")
    make_comment(parent=parent, article=parent.article, state="held")

    html = page(desk)

    assert "Ef eitthvað vantar." in html
    assert "Svar til: Nemandi." in html


def test_what_a_removed_comment_said_is_not_quoted_when_it_was_erased(desk):
    parent = make_comment(name="", text="", state="removed")
    make_comment(parent=parent, article=parent.article, state="held")

    assert "fjarlægð athugasemd" in page(desk)


def test_the_writers_other_comments_are_counted_by_state(desk):
    address = Address.of("lesandi@example.is")
    make_comment(address=address, state="held")
    for state in ("live", "live", "spam"):
        make_comment(address=address, state=state)
    make_comment(state="live")

    html = page(desk)

    assert "2 birtar, 1 ruslpóstur" in html
    assert f"?state=all&amp;address__id__exact={address.pk}" in html


def test_without_an_address_the_network_tells_who_else_wrote(desk):
    make_comment(network="n1", state="held")
    make_comment(network="n1", state="removed")
    make_comment(network="n2", state="live")

    html = page(desk)

    assert "1 fjarlægð" in html
    assert "Sama net" in html


def test_who_has_said_nothing_else_is_told_apart(desk):
    make_comment(state="held")
    make_comment(state="held")

    assert page(desk).count("engar aðrar athugasemdir") == 4


def test_time_of_writing_and_what_was_last_said_stand_beside_it(desk):
    article = make_article()
    make_comment(article=article, text="Fyrst var þetta sagt.")
    make_comment(article=article, text="Svo var þetta sagt.")
    make_comment(article=article, state="held", seconds=102)

    html = page(desk)

    assert "1 mín. 42 sek." in html
    assert "Svo var þetta sagt." in html
    assert "Fyrst var þetta sagt." not in html


def test_only_what_waits_is_counted_in_tab_and_menu(desk):
    assert 'data-badge="comments.admin.badges.held" hidden></span>' in page(desk)
    for _place in range(3):
        make_comment(state="held")
    make_comment(state="live")

    html = page(desk)

    assert 'data-badge="comments.admin.badges.held">3</span>' in html
    assert '<span class="desk-label" data-held>3</span>' in html


def test_long_lists_come_in_pages(desk):
    article = make_article()
    for _place in range(27):
        make_comment(article=article, state="held")

    assert len(shown(desk)) == 25
    assert len(shown(desk, p=2)) == 2


def test_a_comment_of_one_article_or_writer_can_be_asked_for(desk):
    one, other = make_comment(state="live"), make_comment(state="held")

    assert shown(desk, state="all", article__id__exact=one.article_id) == [one]
    assert set(shown(desk, state="all")) == {one, other}


def test_whoever_may_only_look_sees_no_buttons(client, db):
    client.force_login(make_staff("view_comment"))
    comment = make_comment(state="held", text="Bara til að lesa.")

    for html in (page(client), page(client, change_page(comment))):
        assert "Bara til að lesa." in html
        assert "/decide/" not in html
        assert "desk-bulk" not in html


def test_a_moderator_who_may_not_see_articles_gets_no_link_to_one(client, db):
    client.force_login(make_staff("view_comment", "change_comment"))
    make_comment(state="held")

    assert "/admin/articles/article/" not in page(client)


def test_nobody_rewrites_what_a_reader_said(desk):
    comment = make_comment(text="Gott að vita.")

    assert desk.post(change_page(comment), {"text": "Annað", "name": "Annar", "state": "held"}).status_code == 405

    comment.refresh_from_db()
    assert (comment.name, comment.text, comment.state) == ("Lesandi", "Gott að vita.", "live")


def test_nobody_writes_in_a_readers_name(desk):
    assert desk.get(QUEUE + "add/").status_code == 403


def _escaped(text: str) -> str:
    for letter, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;")):
        text = text.replace(letter, entity)
    return text


@pytest.mark.parametrize("language", ["is", "en"])
def test_every_page_of_the_desk_opens_in_both_languages(desk, language):
    desk.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    comment = make_comment(state="held", address=Address.of("lesandi@example.is"))
    comment.reports.create(reason="rude", network="a")
    letter = Letter.objects.create(kind="link", to="lesandi@example.is", subject="Efni", text="")
    addresses = [QUEUE, change_page(comment), f"{QUEUE}{comment.pk}/decide/spam/", "/admin/comments/rules/1/change/"]
    addresses += ["/admin/comments/discussion/", "/admin/comments/letter/", change_page(letter)]
    addresses += ["/admin/comments/address/", change_page(comment.address)]

    for address in addresses:
        assert f'<html lang="{language}"' in page(desk, address)
