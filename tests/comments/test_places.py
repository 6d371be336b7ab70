"""Where a comment stands in its thread, as a text that sorts in reading order."""

import string
from datetime import UTC, datetime, timedelta

import pytest

from comments.places import INDENTS, LONGEST, WIDTH, branch, depth, is_deeper, place

START = datetime(2026, 1, 1, tzinfo=UTC)


def chain(length):
    found = [place(START)]
    for number in range(1, length):
        found.append(place(START + timedelta(minutes=number), found[-1]))
    return found


def test_what_is_written_later_comes_later():
    moments = [START, START + timedelta(microseconds=1), START + timedelta(days=20000)]
    places = [place(moment) for moment in moments]

    assert places == sorted(places)


def test_a_reply_stands_between_what_it_answers_and_what_follows_that():
    first, second = place(START), place(START + timedelta(seconds=1))
    reply = place(START + timedelta(days=1), first)

    assert first < reply < second


def test_two_of_the_same_moment_have_two_places():
    assert len({place(START) for _ in range(1000)}) == 1000


def test_a_place_names_its_branch_and_its_indent():
    places = chain(INDENTS + 4)

    assert {branch(one) for one in places} == {places[0]}
    assert [depth(one) for one in places] == [0, 1, 2, 3, 3, 3, 3]
    assert [is_deeper(one) for one in places] == [False] * (INDENTS + 1) + [True] * 3


def test_no_place_is_longer_than_its_column():
    assert max(map(len, chain(1000))) == LONGEST
    assert set("".join(chain(10))) <= set(string.digits)
    assert len(place(START)) == WIDTH


def test_those_below_the_last_indent_stand_in_the_order_in_which_they_were_written():
    places = chain(50)

    assert places == sorted(places)


@pytest.mark.parametrize("moment", [datetime(1, 1, 1, tzinfo=UTC), datetime(1969, 12, 31, tzinfo=UTC)])
def test_a_moment_before_1970_is_the_first_one(moment):
    assert place(moment) < place(datetime(1970, 1, 2, tzinfo=UTC))
    assert len(place(moment)) == WIDTH
