"""The verdict about a comment: which state it gets, and every rule that fired."""

import pytest

from comments import holds
from comments.holds import Facts, Thresholds, verdict
from comments.models import Comment, Rules

KIND = Facts("Þetta er gott að vita.", known=True)
LOOSE = Thresholds(hold=holds.NOBODY)


def facts(**changes):
    return Facts(**{"text": KIND.text, "known": True, **changes})


def rules(found):
    return [reason["rule"] for reason in found.reasons]


def only(found):
    [reason] = found.reasons
    return found.state, reason


def test_a_comment_that_no_rule_minds_is_live():
    assert verdict(KIND, Thresholds()) == holds.Verdict("live")


def test_the_names_are_those_of_the_models():
    assert {holds.LIVE, holds.HELD, holds.SPAM} < set(Comment.State.values)
    assert Rules.Hold.values == [holds.EVERYTHING, holds.FIRST, holds.NOBODY]


def test_the_first_comment_from_an_address_is_held():
    assert only(verdict(facts(known=False), Thresholds())) == (
        "held",
        {"rule": "first", "measure": None, "limit": None},
    )


def test_the_first_comment_is_not_held_where_nobody_is():
    assert verdict(facts(known=False), LOOSE).state == "live"


def test_where_everything_is_held_the_verdict_says_so_and_names_first_ones_too():
    everything = Thresholds(hold=holds.EVERYTHING)

    assert rules(verdict(facts(), everything)) == ["everything"]
    assert rules(verdict(facts(known=False), everything)) == ["everything", "first"]


@pytest.mark.parametrize(
    ("below", "above", "reason"),
    [
        ({"text": "https://a.is"}, {"text": "https://a.is www.b.is"}, ("links", 2, 1)),
        ({"seconds": 4}, {"seconds": 3}, ("fast", 3, 4)),
        ({"network": 5}, {"network": 6}, ("network", 6, 5)),
        ({"reports": 2}, {"reports": 3}, ("reported", 3, 3)),
        ({"again": 0}, {"again": 1}, ("again", 1, 0)),
    ],
)
def test_a_measure_within_its_limit_is_free_and_beyond_it_fires(below, above, reason):
    assert verdict(facts(**below), LOOSE).state == "live"
    assert tuple(verdict(facts(**above), LOOSE).reasons[0].values()) == reason


@pytest.mark.parametrize("fact", ["trap", "unconfirmed", "lookup"])
def test_a_fact_that_has_no_measure_fires_by_itself(fact):
    assert rules(verdict(facts(**{fact: True}), LOOSE)) == [fact]
    assert rules(verdict(facts(**{fact: False}), LOOSE)) == []


@pytest.mark.parametrize("machine", [{"seconds": 0}, {"trap": True}])
def test_what_no_person_does_is_spam(machine):
    assert verdict(facts(**machine), LOOSE).state == "spam"


def test_links_in_the_name_count_as_well():
    assert verdict(facts(name="www.a.is", text="www.b.is er betri"), LOOSE).state == "held"


def test_speed_that_nobody_measured_and_no_limit_of_it_are_free():
    assert verdict(facts(seconds=None), LOOSE).state == "live"
    assert verdict(facts(seconds=0), Thresholds(hold=holds.NOBODY, least_seconds=0)).state == "live"


def test_a_lookup_without_an_opinion_says_nothing():
    assert verdict(facts(lookup=None), LOOSE).state == "live"


def test_every_rule_that_fired_is_named_in_a_fixed_order():
    worst = Facts(
        text="Spilavíti á www.a.is og www.b.is",
        unconfirmed=True,
        again=2,
        seconds=1,
        trap=True,
        network=9,
        reports=4,
        lookup=True,
    )

    found = verdict(worst, Thresholds(hold=holds.EVERYTHING, words=("spilavíti",)))

    assert found.state == "spam"
    assert rules(found) == list(holds.RULES)


def test_who_is_signed_in_at_the_desk_is_never_held():
    bold = facts(staff=True, known=False, trap=True, seconds=0, network=99, text="www.a.is www.b.is www.c.is")

    assert verdict(bold, Thresholds(hold=holds.EVERYTHING)) == holds.Verdict("live")


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("spilavíti", "Farið í SPILAVITI!"),
        ("Spilavíti", "spila\u00advíti"),
        ("spilavíti", "s\u200bpilavíti"),
        ("ódýr lán", "Hér: ódýr\n  lán."),
        ("spilavít*", "í spilavítum"),
        ("spilavít*", "Spilavítisleikur"),
        ("ódýr lá*", "ódýr lánakjör"),
        ("a.is", "sjá a.is"),
        ("казино", "КАЗИНО онлайн"),
    ],
)
def test_a_listed_word_is_found_however_it_is_dressed(entry, text):
    assert holds.listed(text, (entry,)) == [entry]


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("spilavíti", "í spilavítum"),
        ("lán", "lánið er blátt"),
        ("lán*", "afborgun íbúðalána"),
        ("ódýr lán", "lán ódýr"),
        ("*", "hvað sem er"),
        ("", "hvað sem er"),
        ("  ", "hvað sem er"),
        ("!", "hvað sem er!"),
    ],
)
def test_a_listed_word_is_not_found_in_other_words(entry, text):
    assert holds.listed(text, (entry,)) == []


def test_the_words_that_were_found_stand_in_the_reason():
    listed = Thresholds(hold=holds.NOBODY, words=("lán", "happ*", "gull"))

    assert only(verdict(facts(text="Happdrætti og lán", name="Gestur"), listed)) == (
        "held",
        {"rule": "word", "measure": "lán, happ*", "limit": None},
    )


def test_a_listed_word_in_the_name_is_found():
    assert rules(verdict(facts(name="Spilavíti"), Thresholds(hold=holds.NOBODY, words=("spilavíti",)))) == ["word"]


@pytest.mark.parametrize(("text", "long"), [("Takk fyrir þetta!", False), ("Ótrúlega gott verð í dag.", True)])
def test_only_what_two_people_would_hardly_both_write_is_a_repetition(text, long):
    assert holds.is_long_enough_to_repeat(text) is long
