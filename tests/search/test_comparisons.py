import pytest

from articles.language import analysis
from articles.search.comparisons import MOST_SPLITS, comparisons


def understood(text) -> list[str]:
    """The ways to understand it, each with its things divided by a bar."""
    found = list(analysis.words(text))
    gaps = [text[one.end : other.start] for one, other in zip(found, found[1:], strict=False)]
    ways = comparisons([word.text for word in found], gaps)
    return [" | ".join(" ".join(found[place].text for place in name) for name in names) for names in ways]


@pytest.mark.parametrize(
    "text",
    [
        "sala og þjónusta",
        "Sala og þjónusta",
        "sala vs þjónusta",
        "sala vs. þjónusta",
        "sala VS þjónusta",
        "sala versus þjónusta",
        "sala v þjónusta",
        "sala eða þjónusta",
        "sala eða þjónusta?",
        "sala, þjónusta",
        "sala / þjónusta",
        "sala/þjónusta",
        "sala - þjónusta",
        "sala – þjónusta",
        "sala & þjónusta",
        "sala ≠ þjónusta",
        "sala gegn þjónustu",
        "sala á móti þjónustu",
        "sala miðað við þjónustu",
        "sala í samanburði við þjónustu",
        "sala borin saman við þjónustu",
        "munurinn á sölu og þjónustu",
        "Munurinn á „sölu“ og „þjónustu“",
        "munur á sölu og þjónustu",
        "munur á milli sölu og þjónustu",
        "hver er munurinn á sölu og þjónustu?",
        "hver munurinn er á sölu og þjónustu",
        "hver er eiginlega munurinn á sölu og þjónustu",
        "hvað er munurinn á sölu og þjónustu",
        "segðu mér muninn á sölu og þjónustu",
        "mismunur sölu og þjónustu",
        "mismunurinn milli sölu og þjónustu",
        "munur sala þjónusta",
        "sala þjónusta munur",
        "sala og þjónusta, hver er munurinn?",
        "samanburður á sölu og þjónustu",
        "bera saman sölu og þjónustu",
        "hvernig er sala frábrugðin þjónustu",
        "hvað greinir sölu frá þjónustu",
        "hvað eiga sala og þjónusta sameiginlegt",
        "er sala það sama og þjónusta?",
        "hvort er betra, sala eða þjónusta?",
    ],
)
def test_a_comparison_is_understood_however_it_is_put(text):
    assert understood(text)[0] in ("sala | þjónusta", "Sala | þjónusta", "sala | þjónustu", "sölu | þjónustu")


@pytest.mark.parametrize(
    "text",
    [
        "sales vs service",
        "sales vs. service",
        "sales versus service",
        "sales or service",
        "sales and service",
        "sales against service",
        "sales, service",
        "difference between sales and service",
        "the differences between sales & service",
        "what is the difference between sales and service?",
        "What's the difference between sales and service?",
        "whats the difference between sales and service",
        "what is the difference between the sales and a service",
        "difference sales service",
        "how do sales and service differ?",
        "how are sales different from service?",
        "how is sales different than a service",
        "compare sales with service",
        "compare sales and service",
        "comparison of sales and service",
        "sales compared to service",
        "are sales the same as service?",
        "which is better, sales or service?",
    ],
)
def test_a_comparison_is_understood_in_english(text):
    assert understood(text)[0] == "sales | service"


def test_accents_may_be_left_out():
    assert understood("munurinn a solu og thjonustu") == ["solu | thjonustu"]
    assert understood("hver er munurinn a solu eda thjonustu") == ["solu | thjonustu"]


@pytest.mark.parametrize("text", ["kaffi, te og kakó", "kaffi vs te vs kakó", "munurinn á kaffi, tei, kakói"])
def test_three_things_may_be_compared(text):
    assert understood(text)[0].count("|") == 2


def test_a_thing_may_have_several_words():
    assert understood("rafrænn reikningur og pappírsreikningur") == ["rafrænn reikningur | pappírsreikningur"]


def test_a_word_that_stands_between_things_may_be_inside_one():
    assert understood("rannsóknir og þróun vs sala") == ["rannsóknir | þróun | sala", "rannsóknir og þróun | sala"]


def test_only_one_word_before_the_things_is_taken_away():
    assert understood("munurinn á á og læk") == ["á | læk"]


@pytest.mark.parametrize(
    "text",
    ["sala", "hvað er sala?", "What is sale", "munurinn", "munurinn á sölu", "difference", "sala og", "og", "? og ?"],
)
def test_what_names_one_thing_is_no_comparison(text):
    assert understood(text) == []


def test_a_question_of_separators_alone_is_understood_in_few_ways():
    assert understood("og " * 60) == []
    assert understood("a, " * 60) == []
    assert len(understood("a, b, c, d, e, f")) == MOST_SPLITS
