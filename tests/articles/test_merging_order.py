import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.merging.order import leader, moved, ordered

KEYS = st.lists(st.sampled_from("abcdef"), unique=True)


@pytest.mark.parametrize(
    ("base", "after", "said"),
    [("abc", "abc", False), ("abc", "xaybzc", False), ("abc", "ca", True), ("abc", "", False), ("abc", "acb", True)],
)
def test_only_what_both_have_can_have_been_moved(base, after, said):
    assert moved(base, after) == said


@pytest.mark.parametrize(
    ("mine", "theirs", "whose"),
    [
        ("abc", "abc", "mine"),
        ("cab", "abc", "mine"),
        ("abc", "cab", "theirs"),
        ("cab", "bca", "mine"),
        ("ab", "cab", "theirs"),
    ],
)
def test_the_one_who_moved_something_is_followed(mine, theirs, whose):
    assert leader("abc", mine, theirs) == whose


@pytest.mark.parametrize(
    ("first", "second", "kept", "result"),
    [
        ("abc", "abxc", "abxc", "abxc"),
        ("abc", "xabc", "xabc", "xabc"),
        ("cab", "abxc", "abxc", "cabx"),
        ("abc", "axyz", "abcxyz", "axyzbc"),
        ("ab", "axb", "xb", "xb"),
        ("abm", "abt", "abmt", "abtm"),
        ("", "xy", "xy", "xy"),
        ("abc", "", "ac", "ac"),
    ],
)
def test_what_only_the_other_has_stands_behind_what_it_follows_there(first, second, kept, result):
    assert "".join(ordered(first, second, set(kept))) == result


@given(KEYS, KEYS, st.sets(st.sampled_from("abcdef")))
@settings(deadline=None)
def test_what_is_kept_is_there_once_and_the_first_order_stands(first, second, kept):
    result = ordered(first, second, kept)

    assert sorted(result) == sorted(kept & {*first, *second})
    assert [key for key in result if key in first] == [key for key in first if key in kept]
