"""What stands on a page of a thread and where: pure, without a database."""

from datetime import UTC, datetime, timedelta

import pytest

from comments import places
from comments.threads import BRANCHES, COMMENTS, ROOM, Said, branch_page, page

START = datetime(2026, 1, 1, tzinfo=UTC)


class Talk:
    """Comments as a page's query gives them: each knows its place, and of its branch which one it is."""

    def __init__(self):
        self.rows = []

    def say(self, parent=None, **fields):
        pk = len(self.rows) + 1
        moment = START + timedelta(minutes=pk)
        place = places.place(moment, parent.place if parent else "")
        gone = fields.get("gone", False)
        fields = {"name": f"n{pk}", "nth": 0 if gone else 1, **fields}
        self.rows.append(Said(pk, parent and parent.pk, moment, place, **fields))
        return self.rows[-1]

    def given(self):
        """Every one with its number in its branch, and how many the branch has."""
        branches = {}
        for row in sorted(self.rows, key=lambda row: row.place):
            branches.setdefault(places.branch(row.place), []).append(row)
        found = []
        for own in branches.values():
            chosen = [row for row in own if row.nth]
            numbers = {row.pk: number for number, row in enumerate(chosen, start=1)}
            found += [row_with(row, nth=numbers.get(row.pk, 0), size=len(chosen)) for row in own]
        return found


def row_with(row, **fields):
    names = ("pk", "parent", "created_at", "place", "name", "text", "gone", "pinned", "nth", "size")
    return Said(**{**{name: getattr(row, name) for name in names}, **fields})


def chain(talk, length, **fields):
    row = talk.say(**fields)
    for _ in range(length - 1):
        row = talk.say(row, **fields)
    return row


def order(built):
    return [(item.comment.pk, item.depth) for item in built.items]


def test_a_reply_follows_what_it_answers():
    talk = Talk()
    first, second = talk.say(), talk.say()
    reply = talk.say(first)

    assert order(page(talk.given())) == [(first.pk, 0), (reply.pk, 1), (second.pk, 0)]


def test_the_order_in_which_they_are_given_does_not_matter():
    talk = Talk()
    chain(talk, 3)
    talk.say()

    assert page(talk.given()[::-1]) == page(talk.given())


def test_newest_first_turns_the_branches_and_not_the_replies():
    talk = Talk()
    first, second = talk.say(), talk.say()
    early, late = talk.say(first), talk.say(first)

    assert [pk for pk, _depth in order(page(talk.given(), newest_first=True))] == [
        second.pk, first.pk, early.pk, late.pk,
    ]  # fmt: skip


@pytest.mark.parametrize("newest_first", [False, True])
def test_pinned_ones_stand_before_the_others(newest_first):
    talk = Talk()
    talk.say()
    pinned = talk.say(pinned=True)
    talk.say()

    assert page(talk.given(), newest_first).items[0].comment.pk == pinned.pk


def test_no_indent_is_deeper_than_the_third():
    talk = Talk()
    chain(talk, 7)

    assert [item.depth for item in page(talk.given()).items] == [0, 1, 2, 3, 3, 3, 3]


def test_what_is_only_context_of_nothing_is_not_shown():
    talk = Talk()
    gone = talk.say(gone=True)
    talk.say(gone, gone=True)
    live = talk.say()

    assert order(page(talk.given())) == [(live.pk, 0)]


def test_a_removed_one_stays_while_something_live_stands_on_it():
    talk = Talk()
    gone = talk.say(gone=True)
    live = talk.say(gone)

    assert order(page(talk.given())) == [(gone.pk, 0), (live.pk, 1)]


def test_below_the_last_indent_what_is_answered_stays_too():
    talk = Talk()
    deep = chain(talk, places.INDENTS + 1)
    gone = talk.say(deep, gone=True)
    unanswered = talk.say(deep, gone=True)
    reply = talk.say(gone)

    shown = [pk for pk, _depth in order(page(talk.given()))]
    assert shown[-2:] == [gone.pk, reply.pk]
    assert unanswered.pk not in shown


def test_one_whose_parent_is_gone_for_good_stands_where_that_stood():
    talk = Talk()
    root = talk.say()
    middle = talk.say(root)
    reply = talk.say(middle)
    talk.rows.remove(root)
    talk.rows.remove(middle)
    deep = talk.say(reply)

    assert order(page(talk.given())) == [(reply.pk, 0), (deep.pk, 1)]


def test_replies_are_counted_at_every_depth_and_only_live_ones():
    talk = Talk()
    root = talk.say()
    gone = talk.say(root, gone=True)
    talk.say(gone)

    assert [item.replies for item in page(talk.given()).items] == [1, 1, 0]


def test_every_list_that_opens_is_closed_again():
    talk = Talk()
    deep = chain(talk, 6)
    talk.say(deep)
    chain(talk, 2)
    built = page(talk.given())

    opened = sum(item.opens for item in built.items)
    assert opened == sum(len(item.closes) for item in built.items) == 4


def test_a_page_has_fifty_branches_and_names_the_next_one():
    talk = Talk()
    roots = [talk.say() for _ in range(BRANCHES + 1)]

    first = page(talk.given())
    assert len(first.items) == BRANCHES
    assert first.following.pk == roots[-1].pk
    assert page(talk.given()[:BRANCHES]).following is None


def test_pinned_ones_take_no_place_of_the_fifty():
    talk = Talk()
    talk.say(pinned=True)
    for _ in range(BRANCHES):
        talk.say()

    assert len(page(talk.given()).items) == BRANCHES + 1


def test_branches_take_turns_so_that_a_long_one_leaves_room_for_the_others():
    talk = Talk()
    long, short = talk.say(), talk.say()
    for _ in range(COMMENTS * 2):
        talk.say(long)
    replies = [talk.say(short) for _ in range(3)]

    built = page(talk.given())
    shown = {pk for pk, _depth in order(built)}
    assert len(shown) == COMMENTS
    assert {reply.pk for reply in replies} <= shown
    assert [(item.more, item.first) for item in built.items if item.more] == [(COMMENTS * 2 + 5 - COMMENTS, long.pk)]


def test_the_first_comments_of_a_branch_are_shown_without_a_gap():
    talk = Talk()
    root = talk.say()
    replies = [talk.say(root, text="&" * 5000) for _ in range(40)]

    shown = [pk for pk, _depth in order(page(talk.given()))][1:]
    assert 0 < len(shown) < 40
    assert shown == [reply.pk for reply in replies[: len(shown)]]


@pytest.mark.parametrize("sign", ["&", '"', "a", "þ", "😀", "https://a.is/?& "])
def test_a_page_has_room_for_so_many_bytes_whatever_is_written(sign):
    talk = Talk()
    for _ in range(BRANCHES * 2):
        talk.say(text=(sign * 5000)[:5000], name="&" * 80)

    built = page(talk.given())
    assert sum(item.comment.weight for item in built.items) <= ROOM
    assert built.following.pk == built.items[-1].comment.pk + 1


def test_a_single_comment_is_shown_whatever_room_it_takes():
    talk = Talk()
    row = talk.say(text="&" * ROOM)

    assert order(page(talk.given())) == [(row.pk, 0)]


def test_following_the_pages_shows_every_branch_once():
    talk = Talk()
    for number in range(120):
        talk.say(text='"' * (number * 40))
    left, seen = talk.given(), []
    while left:
        built = page(left)
        seen += [item.comment.pk for item in built.items]
        left = [row for row in left if built.following and row.place >= built.following.place]

    assert seen == [row.pk for row in talk.rows]


def test_following_the_pages_of_a_branch_shows_every_comment():
    talk = Talk()
    root = talk.say()
    for number in range(COMMENTS + 100):
        talk.say(root if number % 3 else talk.rows[-1], text="x" * (number * 10))
    left, seen = talk.given(), set()
    while left:
        built = branch_page(left)
        assert len(seen & {item.comment.pk for item in built.items}) <= 3
        seen |= {item.comment.pk for item in built.items}
        rest = [row for row in left if built.following and row.place >= built.following.place]
        left = [row_with(row, nth=number) for number, row in enumerate(rest, start=1)]

    assert seen == {row.pk for row in talk.rows}


def test_a_thread_a_thousand_deep_is_no_trouble():
    talk = Talk()
    chain(talk, 1001)

    built = page(talk.given())
    assert len(built.items) == COMMENTS
    assert built.items[-1].depth == places.INDENTS
    assert built.items[-1].more == 1001 - COMMENTS


def test_two_at_the_very_same_place_are_neighbours():
    talk = Talk()
    first = talk.say()
    twin = row_with(first, pk=99, nth=2)

    assert order(page([row_with(first, nth=1, size=2), row_with(twin, size=2)])) == [(first.pk, 0), (99, 0)]


def test_nobody_has_written_yet():
    assert page([]).items == branch_page([]).items == ()
    assert page([]).following is None
