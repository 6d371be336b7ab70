"""A manuscript from elsewhere finds what is here already, and never takes what is something else's."""

from dataclasses import replace

import pytest

from articles import arrivals
from articles.manuscript import Tag
from articles.models import Subject
from tests.factories import make_article, make_manuscript, make_subject, make_tag

pytestmark = pytest.mark.django_db


def sides_of(content):
    return [(side.key, side.subject.key) for side in content.sides]


def test_where_nothing_is_known_the_manuscript_stays_as_it_is():
    content = make_manuscript(sides=["Sala", "Vara"], key="sala-vara", tags=["log"], dimensions=2)

    assert arrivals.recognised(content, "is") == content


def test_a_subject_here_of_the_same_key_and_name_is_meant():
    make_subject(name="Sala")
    content = make_manuscript(sides=["Sala", "Vara"], key="sala-vara")

    assert arrivals.recognised(content, "is") == content


def test_a_subject_here_of_the_same_name_gives_its_key():
    make_subject(name="Sala", key="solumennska", slug_is="sala")

    found = arrivals.recognised(make_manuscript(sides=["Sala", "Vara"], key="sala-vara"), "is")

    assert sides_of(found) == [("solumennska", "solumennska"), ("vara", "vara")]


def test_the_name_counts_in_its_own_language_only():
    make_subject(name="", key="solumennska", name_en="Sala", slug_en="sala")

    found = arrivals.recognised(make_manuscript(sides=["Sala", "Vara"]), "is")

    assert sides_of(found)[0] == ("sala", "sala")


def test_a_key_that_something_else_has_is_exchanged_for_a_free_one():
    make_subject(name="Salurinn", key="sala")

    found = arrivals.recognised(make_manuscript(sides=["Sala", "Vara"]), "is")

    assert sides_of(found) == [("sala-2", "sala-2"), ("vara", "vara")]
    assert found.sides[0].subject.name == {"is": "Sala"}


def test_cells_follow_their_side_to_its_new_key():
    make_subject(name="Sala", key="solumennska", slug_is="sala")

    found = arrivals.recognised(make_manuscript(sides=["Sala", "Vara"], dimensions=2), "is")

    assert [[cell.side for cell in row.cells] for row in found.dimensions] == [["solumennska", "vara"]] * 2


def test_an_article_whose_subjects_got_other_keys_is_called_by_those():
    make_subject(name="Sala", key="solumennska", slug_is="sala")

    found = arrivals.recognised(make_manuscript(sides=["Sala", "Vara"], key="sala-vara"), "is")

    assert found.key == "solumennska-vara"


def test_two_sides_are_never_the_same_subject():
    make_subject(name="Sala", key="sala")
    content = make_manuscript(sides=["Sala", "Vara"])
    namesake = replace(content.sides[1].subject, name={"is": "Sala"})
    content = replace(content, sides=(content.sides[0], replace(content.sides[1], subject=namesake)))

    assert [key for key, _subject in sides_of(arrivals.recognised(content, "is"))] == ["sala", "vara"]


def test_a_tag_here_of_the_same_name_gives_its_key_and_tags_stay_sorted():
    make_tag(name="Atvinna", key="vinna")
    tags = (Tag("atvinna", {"is": "Atvinna"}), Tag("log", {"is": "Lög"}))

    found = arrivals.recognised(replace(make_manuscript(), tags=tags), "is")

    assert [tag.key for tag in found.tags] == ["log", "vinna"]


def test_recognising_writes_nothing():
    make_subject(name="Salurinn", key="sala")

    arrivals.recognised(make_manuscript(sides=["Sala", "Vara"], tags=["log"]), "is")

    assert [(subject.key, subject.name_is) for subject in Subject.objects.all()] == [("sala", "Salurinn")]


def test_articles_that_compare_the_same_are_found_oldest_first_in_whatever_order_their_sides_stand():
    first = make_article(sides=["Sala", "Vara"], publish=False)
    second = make_article(sides=["Vara", "Sala"])

    assert arrivals.comparing_the_same(make_manuscript(sides=["Sala", "Vara"])) == [first, second]


def test_an_article_that_compares_more_or_less_is_not_the_same():
    make_article(sides=["Sala", "Vara", "Verð"])
    make_article(sides=["Sala", "Verð"])

    assert arrivals.comparing_the_same(make_manuscript(sides=["Sala", "Vara"])) == []
    assert arrivals.comparing_the_same(make_manuscript(sides=["Sala", "Vara", "Verð", "Afl"])) == []


def test_an_article_says_the_same_as_the_manuscript_that_it_was_made_from():
    content = make_manuscript(dimensions=2, similarities=1)

    assert arrivals.says_the_same(make_article(content=content), content, "is")


@pytest.mark.parametrize("change", [{"lead": {"is": "<p>Annað.</p>"}}, {"summary": {"is": "<p>Annað.</p>"}}])
def test_an_article_with_another_text_does_not_say_the_same(change):
    content = make_manuscript(dimensions=1)
    article = make_article(content=content)

    assert not arrivals.says_the_same(article, replace(content, **change), "is")
    assert not arrivals.says_the_same(article, replace(content, dimensions=()), "is")


def test_what_another_language_says_makes_no_difference():
    content = make_manuscript(languages=("is", "en"))
    article = make_article(content=content)
    article.lead_en = "<p>Something else.</p>"
    article.save()

    assert arrivals.says_the_same(article, content, "is")
    assert not arrivals.says_the_same(article, content, "en")


def test_a_manuscript_has_the_title_that_its_page_gets():
    content = make_manuscript(sides=["Sala", "Vara"])

    assert arrivals.title_of(content, "is") == "Munurinn á Sala og Vara"
    assert arrivals.title_of(replace(content, title={"is": "Um sölu"}), "is") == "Um sölu"


def test_a_free_key_is_the_wanted_one_or_the_next_with_a_number():
    assert arrivals.free_key("sala-vara") == "sala-vara"

    make_article(key="sala-vara", publish=False)
    make_article(key="sala-vara-2", publish=False)
    make_article(key="sala-vara-og-verd", publish=False)

    assert arrivals.free_key("sala-vara") == "sala-vara-3"
