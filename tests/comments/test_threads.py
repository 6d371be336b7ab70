from datetime import UTC, datetime, timedelta

from comments.threads import Said, thread

START = datetime(2026, 1, 1, tzinfo=UTC)


def said(pk, parent=None, *, gone=False, minutes=None):
    return Said(pk, parent, START + timedelta(minutes=pk if minutes is None else minutes), f"n{pk}", gone=gone)


def order(built):
    return [(item.comment.pk, item.depth) for item in built.items]


def test_a_reply_follows_what_it_answers():
    assert order(thread([said(1), said(2), said(3, 1)])) == [(1, 0), (3, 1), (2, 0)]


def test_the_oldest_comes_first_whatever_order_they_are_given_in():
    assert order(thread([said(2), said(1)])) == [(1, 0), (2, 0)]


def test_deeper_than_three_indents_says_whom_it_answers():
    built = thread([said(1), *(said(pk, pk - 1) for pk in range(2, 7))])

    assert [item.depth for item in built.items] == [0, 1, 2, 3, 3, 3]
    assert [item.answers for item in built.items] == ["", "", "", "", "n4", "n5"]


def test_a_removed_comment_stays_as_a_place_while_something_live_stands_on_it():
    built = thread([said(1, gone=True), said(2, 1), said(3, gone=True)])

    assert order(built) == [(1, 0), (2, 1)]
    assert built.count == 1


def test_a_chain_of_removed_comments_without_a_live_one_vanishes():
    assert thread([said(1, gone=True), said(2, 1, gone=True)]).items == ()


def test_a_reply_whose_parent_is_not_shown_begins_a_thread():
    assert order(thread([said(2, 1)])) == [(2, 0)]


def test_replies_are_counted_at_every_depth():
    assert [item.replies for item in thread([said(1), said(2, 1), said(3, 2)]).items] == [2, 1, 0]


def test_every_list_that_opens_is_closed_again():
    built = thread([said(1), said(2, 1), said(3, 2), said(4, 3), said(5, 4), said(6), said(7, 6)])

    opened = sum(item.opens for item in built.items)
    assert opened == sum(len(item.closes) for item in built.items) > 0


def test_a_thread_a_thousand_deep_is_no_trouble():
    built = thread([said(1), *(said(pk, pk - 1) for pk in range(2, 1002))])

    assert len(built.items) == 1001
    assert built.items[-1].depth == 3


def test_a_circle_of_replies_does_not_hang():
    assert thread([said(1, 2), said(2, 1)]).items == ()


def test_nobody_has_written_yet():
    assert thread([]).count == 0
