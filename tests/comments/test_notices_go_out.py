import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Edition
from comments import outbox, signals
from comments.models import Comment, Letter
from tests.comments.mailing import make_address, make_follow
from tests.factories import make_article, make_comment

pytestmark = pytest.mark.django_db
HELD = Comment.State.HELD


def make_asked(*, article=None, address=None, **fields) -> Comment:
    """A live comment whose writer wants to know of replies."""
    address = address or make_address()
    return make_comment(article=article or make_article(), address=address, wants_replies=True, **fields)


def answered(parent, **fields) -> Comment:
    """A reply that was held and is approved now."""
    fields = {"article": parent.article, "state": HELD, **fields}
    reply = make_comment(parent=parent, **fields)
    reply.approve()
    return reply


def receivers() -> list[tuple[str, str]]:
    return sorted(Letter.objects.values_list("kind", "to"))


def test_whoever_wants_to_know_hears_of_a_reply():
    parent = make_asked(address=make_address(email="spyr@example.is"))

    make_article()
    reply = answered(parent, name="Nemandi", text="  Já & <nei>\n\nEinmitt.")

    letter = Letter.objects.get()
    title = parent.article.editions.get().title
    assert (letter.kind, letter.to, letter.comment) == (Letter.Kind.REPLY, "spyr@example.is", reply)
    assert letter.subject == f"Svar við athugasemd þinni: {title}"
    assert "Nemandi svaraði" in letter.text
    assert "  Já & <nei>\n\nEinmitt." in letter.text
    assert f"http://testserver/athugasemd/{reply.pk}/" in letter.text


def test_a_mail_has_the_link_that_stops_it_in_its_text_and_its_headers():
    answered(make_asked())

    outbox.send_due()

    message = mail.outbox[0].message()
    link = message["List-Unsubscribe"].strip("<>")
    assert link.startswith("http://testserver/")
    assert link in mail.outbox[0].body
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize(
    "fields",
    [{"wants_replies": False}, {"address": None}, {"state": Comment.State.REMOVED}, {"state": HELD}],
    ids=str,
)
def test_others_hear_of_nothing(fields):
    parent = make_asked()
    Comment.objects.filter(pk=parent.pk).update(**fields)

    answered(parent)

    assert receivers() == []


def test_an_address_that_is_not_confirmed_gets_nothing():
    article = make_article()
    parent = make_asked(article=article, address=make_address(confirmed=False))
    make_follow(article=article, address=make_address(confirmed=False))
    make_follow(article=article, confirmed=False)

    answered(parent)

    assert receivers() == []


def test_nobody_hears_of_an_own_comment():
    address = make_address()
    parent = make_asked(address=address)
    make_follow(article=parent.article, address=address)

    answered(parent, address=address)

    assert receivers() == []


def test_followers_hear_of_every_comment_in_the_language_they_follow():
    article = make_article(languages=("is", "en"))
    for email, language in (("is@example.is", "is"), ("en@example.is", "en")):
        make_follow(article=article, address=make_address(email=email), language=language)
    make_follow(address=make_address(email="annar.thradur@example.is"))

    make_comment(article=article, language="en", state=HELD, text="Useful to know.").approve()

    letter = Letter.objects.get()
    assert (letter.kind, letter.to) == (Letter.Kind.FOLLOW, "en@example.is")
    assert letter.subject.startswith("A new comment: ")
    assert "Useful to know." in letter.text
    assert "http://testserver/en/comment/" in letter.text


def test_a_follower_who_is_answered_gets_one_mail():
    parent = make_asked(address=make_address(email="baedi@example.is"))
    make_follow(article=parent.article, address=parent.address)
    make_follow(article=parent.article, address=make_address(email="fylgist@example.is"))

    answered(parent)

    assert receivers() == [("follow", "fylgist@example.is"), ("reply", "baedi@example.is")]


def test_a_reply_in_another_language_is_told_in_the_words_of_who_asked():
    article = make_article(languages=("is", "en"))

    reply = answered(make_asked(article=article), language="en")

    letter = Letter.objects.get()
    assert letter.subject.startswith("Svar við")
    assert f"http://testserver/en/comment/{reply.pk}/" in letter.text


def test_nothing_is_told_of_what_no_reader_can_open():
    parent = make_asked()
    Edition.objects.update(state=Edition.State.ARCHIVED)

    reply = answered(parent)

    assert receivers() == []
    reply.refresh_from_db()
    assert reply.announced_at is None


def test_a_comment_is_told_of_once():
    reply = answered(make_asked())
    outbox.send_due()

    reply.hold()
    reply.approve()

    assert Letter.objects.count() == 1
    assert outbox.send_due() == 0


def test_what_is_held_again_before_the_mail_went_is_not_told_until_it_is_back():
    reply = answered(make_asked())

    reply.hold()
    assert receivers() == []
    assert outbox.send_due() == 0
    reply.approve()

    assert outbox.send_due() == 1


def test_an_approval_taken_back_takes_its_mails_back():
    parent = make_asked()
    reply = make_comment(article=parent.article, parent=parent, state=HELD)

    decision = reply.approve()
    decision.undo()

    assert receivers() == []


def test_if_somebody_was_told_already_nobody_is_told_again():
    parent = make_asked()
    make_follow(article=parent.article)
    reply = answered(parent)
    outbox.send_due(most=1)

    reply.hold()
    reply.approve()

    assert Letter.objects.count() == 1


def test_what_its_writer_changes_before_the_mail_goes_is_told_as_it_is_then():
    reply = answered(make_asked(), text="Fyrsta gerð.")

    reply.text = "Önnur gerð."
    reply.save()
    signals.went_live.send(Comment, comment=reply)

    letter = Letter.objects.get()
    assert "Önnur gerð." in letter.text
    assert "Fyrsta gerð." not in letter.text


def test_a_change_after_the_first_mail_neither_repeats_nor_stops_the_others():
    parent = make_asked()
    make_follow(article=parent.article)
    reply = answered(parent)
    outbox.send_due(most=1)

    signals.went_live.send(Comment, comment=reply)

    assert outbox.send_due() == 1
    assert Letter.objects.count() == 2


def test_a_purged_comment_takes_its_unsent_mail_along():
    answered(make_asked()).delete()

    assert receivers() == []


def test_many_followers_cost_no_more_queries():
    def queries(count):
        article = make_article()
        for _follower in range(count):
            make_follow(article=article)
        comment = make_comment(article=article, state=HELD)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            comment.approve()
        return len(asked)

    assert queries(20) == queries(2)
    assert Letter.objects.count() == 22
