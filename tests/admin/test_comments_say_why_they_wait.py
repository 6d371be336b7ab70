import pytest
from django.utils import translation

from comments import labels
from tests.admin.moderating import labels as shown_labels
from tests.admin.moderating import page
from tests.factories import make_comment

SAID = [
    ({"rule": "everything"}, "allt er haft í bið", "everything is held"),
    ({"rule": "first"}, "fyrsta frá netfanginu", "first from this address"),
    ({"rule": "links", "measure": 3, "limit": 1}, "3 tenglar, mest 1", "3 links, at most 1"),
    ({"rule": "links", "measure": 21, "limit": 1}, "21 tengill, mest 1", "21 links, at most 1"),
    ({"rule": "links", "measure": 1, "limit": 0}, "1 tengill, mest 0", "1 link, at most 0"),
    ({"rule": "word", "measure": "ódýrt"}, "orð á lista: „ódýrt“", "listed word: “ódýrt”"),
    ({"rule": "word", "measure": ["a", "b"]}, "orð á lista: „a, b“", "listed word: “a, b”"),
    ({"rule": "again", "measure": 4}, "sami texti áður, 4 sinnum", "same text before, 4 times"),
    ({"rule": "again", "measure": 1}, "sami texti áður, 1 sinni", "same text before, 1 time"),
    ({"rule": "fast", "measure": 2, "limit": 4}, "skrifað á 2 sek.", "written in 2 sec."),
    ({"rule": "fast", "measure": 0.4, "limit": 4}, "skrifað á 0 sek.", "written in 0 sec."),
    ({"rule": "trap"}, "falinn reitur fylltur", "hidden field filled"),
    (
        {"rule": "network", "measure": 12, "limit": 5},
        "12 frá sama neti á 10 mín., mest 5",
        "12 from the same network in 10 min., at most 5",
    ),
    ({"rule": "reported", "measure": 1}, "tilkynnt af 1 lesanda", "reported by 1 reader"),
    ({"rule": "unconfirmed"}, "netfang óstaðfest", "address not confirmed"),
    ({"rule": "lookup"}, "ruslpóstur að mati ytri þjónustu", "called spam by the lookup service"),
]


@pytest.mark.parametrize(("reason", "icelandic", "english"), SAID)
def test_a_reason_is_said_with_its_measure(reason, icelandic, english):
    assert labels.words(reason) == icelandic
    with translation.override("en"):
        assert labels.words(reason) == english


def test_reports_say_what_readers_chose_each_once():
    reason = {"rule": "reported", "measure": 3, "limit": 3, "reasons": ["spam", "other", "spam"]}

    with translation.override("en"):
        assert labels.words(reason) == "reported by 3 readers: “advertising or spam, something else”"


@pytest.mark.parametrize("reason", [{}, {"rule": "nýtt"}, {"rule": "links"}, {"rule": "links", "measure": "x"}])
def test_an_unknown_or_half_reason_is_no_error(reason):
    assert isinstance(labels.words(reason), str)
    assert labels.tone(reason) in ("bad", "plain")


def test_the_queue_shows_each_reason_as_a_label(desk):
    reasons = [
        {"rule": "links", "measure": 3, "limit": 1},
        {"rule": "word", "measure": "<i>"},
        {"rule": "reported", "measure": 3, "limit": 3},
        {"rule": "first"},
        {"rule": "unconfirmed"},
    ]
    make_comment(state="held", reasons=reasons)

    assert shown_labels(page(desk)) == [
        "bad: 3 tenglar, mest 1",
        "bad: orð á lista: „<i>“",
        "warn: tilkynnt af 3 lesendum",
        "plain: fyrsta frá netfanginu",
        "line: netfang óstaðfest",
    ]
