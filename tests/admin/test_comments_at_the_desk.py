import pytest

from comments.models import Comment
from tests.admin.desk import change_page
from tests.factories import make_comment

LIST = "/admin/comments/comment/"
VERBS = {"approve": "live", "hold": "held", "mark_as_spam": "spam", "remove": "removed"}


@pytest.mark.parametrize(("verb", "state"), VERBS.items())
def test_a_verb_settles_all_that_are_chosen(desk, verb, state):
    chosen = [make_comment(state="held"), make_comment(state="live")]
    other = make_comment(state="held")

    desk.post(LIST, {"action": verb, "_selected_action": [comment.pk for comment in chosen]})

    assert {Comment.objects.get(pk=comment.pk).state for comment in chosen} == {state}
    assert Comment.objects.get(pk=other.pk).state == "held"


@pytest.mark.parametrize(
    ("button", "state"),
    [("approve_this", "live"), ("hold_this", "held"), ("mark_this_as_spam", "spam"), ("remove_this", "removed")],
)
def test_each_verb_has_its_button_beside_the_comment(desk, button, state):
    comment = make_comment(state="spam" if state != "spam" else "held")
    name = f"comments_comment_{button}"
    assert f'name="{name}"' in desk.get(change_page(comment)).content.decode()

    desk.post(change_page(comment), {name: "1"})

    assert Comment.objects.get(pk=comment.pk).state == state


def test_looking_at_a_comment_changes_nothing(desk):
    comment = make_comment(state="held")

    desk.get(change_page(comment), {"comments_comment_approve_this": "1"})

    assert Comment.objects.get(pk=comment.pk).state == "held"


def test_nobody_rewrites_what_a_reader_said(desk):
    comment = make_comment(text="Gott að vita.")

    desk.post(change_page(comment), {"text": "Annað", "name": "Annar", "said": "Annað", "state": "live"})

    comment.refresh_from_db()
    assert (comment.name, comment.text) == ("Lesandi", "Gott að vita.")


def test_text_is_shown_as_it_was_typed(desk):
    comment = make_comment(text="Fyrst <b>eitt</b>,\nsvo annað.")

    page = desk.get(change_page(comment)).content.decode()

    assert "Fyrst &lt;b&gt;eitt&lt;/b&gt;,\nsvo annað." in page


def test_comments_are_found_by_name_text_and_state(desk):
    wanted = make_comment(name="Nemandi", text="Auðvelt að skilja.", state="held")
    make_comment(name="Annar", text="Ekki svo.", state="live")

    def found(**params):
        return list(desk.get(LIST, params).context["cl"].result_list)

    assert found(q="Nemandi") == found(q="skilja") == found(state__exact="held") == [wanted]


def test_nobody_writes_in_a_readers_name(desk):
    assert desk.get(LIST + "add/").status_code == 403
