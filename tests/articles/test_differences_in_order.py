from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from articles.differences import Move, Order
from articles.differences.order import longest_run, order

KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)


def test_the_same_order_is_no_change():
    assert order("abc", "abc") == Order()


def test_what_came_and_what_went_moves_nothing():
    assert order("abc", "xbcy") == Order(added=("x", "y"), removed=("a",))


def test_one_row_moved_is_one_move_wherever_it_goes():
    assert order("abcdef", "fabcde").moved == (Move("f", 6, 1),)
    assert order("abcdef", "bcdeaf").moved == (Move("a", 1, 5),)


def test_places_are_counted_among_all_that_were_there():
    assert order("xabc", "cab").moved == (Move("c", 4, 1),)


def test_a_turned_order_keeps_one_in_place():
    assert len(order("abcd", "dcba").moved) == 3


@given(KEYS, KEYS)
def test_taking_the_moved_ones_out_leaves_one_order(before, after):
    found = order(before, after)
    out = {move.key for move in found.moved} | {*found.added, *found.removed}

    assert [key for key in before if key not in out] == [key for key in after if key not in out]
    assert {*after} - {*before} == {*found.added}
    assert {*before} - {*after} == {*found.removed}


@given(st.lists(st.integers(), unique=True, max_size=8))
def test_no_run_is_longer_than_the_longest(numbers):
    run = [numbers[place] for place in longest_run(numbers)]
    longer = (some for some in combinations(numbers, len(run) + 1) if list(some) == sorted(some))

    assert run == sorted(run)
    assert next(longer, None) is None
