import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments.models import Comment
from comments.templatetags.comments import comment_thread
from tests.factories import make_comment, make_edition

pytestmark = pytest.mark.django_db


def page(client, edition):
    return client.get(edition.get_absolute_url()).content.decode()


def test_a_reply_stands_in_the_list_under_what_it_answers(client):
    edition = make_edition()
    first = make_comment(edition=edition, text="Fyrst")
    make_comment(edition=edition, text="Annað")
    make_comment(edition=edition, text="Svarið", parent=first)

    text = page(client, edition)

    assert text.index("Fyrst") < text.index("Svarið") < text.index("Annað")


def test_a_comment_is_shown_as_typed_and_never_as_markup(client):
    edition = make_edition()
    make_comment(edition=edition, name="<b>Nafn</b>", text="<img src=x onerror=alert(1)> & „gæsalappir“\nný lína")

    text = page(client, edition)

    assert "&lt;img src=x onerror=alert(1)&gt; &amp; „gæsalappir“<br>ný lína" in text
    assert "<b>Nafn</b>" not in text


def test_a_removed_comment_with_a_live_reply_leaves_its_place_and_nothing_else(client):
    edition = make_edition()
    gone = make_comment(edition=edition, name="Horfinn", text="Leyndarmál", state=Comment.State.REMOVED)
    make_comment(edition=edition, text="Svar við því", parent=gone)

    text = page(client, edition)

    assert "[eytt]" in text
    assert "Leyndarmál" not in text
    assert "Horfinn" not in text
    assert "1 athugasemd" in text


def test_what_was_removed_does_not_even_leave_the_database():
    edition = make_edition()
    gone = make_comment(edition=edition, text="Leyndarmál", state=Comment.State.REMOVED)
    make_comment(edition=edition, parent=gone)

    with CaptureQueriesContext(connection) as captured:
        thread = comment_thread(edition)

    assert len(captured) == 2
    assert [item.comment.text for item in thread.items] == ["", "Gott að vita."]


def test_the_moderators_verbs_change_the_state():
    comment = make_comment()
    for verb, state in (
        (comment.hold, "held"),
        (comment.mark_as_spam, "spam"),
        (comment.remove, "removed"),
        (comment.approve, "live"),
    ):
        verb()
        comment.refresh_from_db()
        assert comment.state == state


def test_the_live_query_lets_only_live_ones_through():
    article = make_edition().article
    for state in Comment.State.values:
        make_comment(article=article, state=state)

    assert [comment.state for comment in Comment.objects.live()] == ["live"]
