from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import publishing
from articles.models import Edition, Subject
from articles.search import index, proposals
from articles.search.proposals import propose
from tests.factories import make_edition
from tests.search import finding

pytestmark = pytest.mark.django_db


def make_found(*sides, **edition):
    """An edition that is in the index, as it is on the site as soon as its publication is committed."""
    made = make_edition(sides=list(sides), **edition)
    index.index(made.pk)
    return made


def labels(typed, language="is", limit=8):
    return [proposal.label for proposal in propose(typed, language, limit)]


def test_a_subject_is_proposed_before_the_comparisons_that_have_it():
    make_found("Sala", "Þjónusta", slug="munurinn-a-solu-og-thjonustu")

    subject, comparison = propose("sala", "is")

    assert (subject.kind, subject.label, subject.url) == ("subject", "Sala", "/vidfangsefni/sala/")
    assert comparison.kind == "comparison"
    assert comparison.label == "Munurinn á sölu og þjónustu"
    assert comparison.url == "/munurinn-a-solu-og-thjonustu/"


@pytest.mark.parametrize(
    "typed",
    [
        "sala þj",
        "sölu og þj",
        "sala og þjónusta",
        "munurinn á sölu",
        "Hver er munurinn á sölu og þjónustu?",
        "þjónusta",
        "thjon",
        "þjónustu vs sölu",
        "sölu o",
        "sölu og",
        "SALA",
        "„sala“",
    ],
)
def test_a_comparison_is_proposed_however_it_is_begun(typed):
    make_found("Sala", "Þjónusta")
    make_found("Kaffi", "Te")

    assert "Munurinn á sölu og þjónustu" in labels(typed)
    assert "Munurinn á kaffi og tei" not in labels(typed)


@pytest.mark.parametrize(
    "typed", ["", " ", "\0", "'", '"', "%", "_", "a" * 101, "😀", "\u202e", "\ud800", "munurinn á", "(", "NEAR", "--"]
)
def test_what_names_nothing_is_answered_with_nothing(typed):
    make_found("Sala", "Þjónusta")

    assert propose(typed, "is") == []


def test_a_word_in_the_middle_of_a_name_is_a_beginning_too_but_comes_later():
    make_found("Salt", "Borðsalt fínt")
    make_found("Gróft salt", "Sykur")

    assert labels("salt")[:2] == ["Salt", "Gróft salt"]


def test_accents_are_optional_but_where_they_are_typed_they_count():
    make_found("Bál", "Baldursbrá")

    assert labels("ba")[:2] == ["Baldursbrá", "Bál"]
    assert labels("bá")[:2] == ["Bál", "Baldursbrá"]


def test_subjects_follow_the_alphabet_of_the_language():
    make_found("Þáttur", "Þvottur")
    make_found("Þari", "Tíð")

    assert labels("þ")[:3] == ["Þari", "Þáttur", "Þvottur"]
    assert labels("t")[:4] == ["Tíð", "Þari", "Þáttur", "Þvottur"]


def test_nothing_is_proposed_twice():
    make_found("Kaffi", "Kaffi og te", "Kakó")
    make_found("Kaffi", "Kaka")

    proposed = labels("ka", limit=20)

    assert sorted(proposed) == sorted(set(proposed))
    assert len(proposed) == 6


def test_there_is_room_for_comparisons_where_many_subjects_begin_alike():
    for place in "abcdefghij":
        make_found(f"Land{place}", f"Landsvæði {place}")

    proposed = propose("land", "is")

    assert [proposal.kind for proposal in proposed] == ["subject"] * 5 + ["comparison"] * 3


def test_a_form_that_no_name_has_proposes_what_its_headword_does():
    make_found("Sala", "Þjónusta", slug="sala")

    assert labels("sölunni") == ["Sala", "Munurinn á sölu og þjónustu"]
    assert labels("solunni") == ["Sala", "Munurinn á sölu og þjónustu"]
    assert labels("munurinn á sölunni") == ["Sala", "Munurinn á sölu og þjónustu"]
    assert labels("sölunnið") == []


def test_of_two_forms_that_fold_alike_the_one_that_is_typed_counts():
    make_found("Sala", "Kaffi")
    for form, lemma in [("öxum", "sala"), ("oxum", "kaffi")]:
        finding.make_form(form, lemma)

    assert [labels(typed)[0] for typed in ("öxum", "oxum", "óxum")] == ["Sala", "Kaffi", "Kaffi"]


YESTERDAY, TOMORROW = timedelta(days=-1), timedelta(days=1)


def schedule(edition):
    publishing.publish(edition, at=timezone.now() + TOMORROW)


def expire(edition):
    edition.expires_at = timezone.now() + YESTERDAY
    edition.save()


def archive(edition):
    edition.state = Edition.State.ARCHIVED
    edition.save()


def draft(edition):
    edition.state = Edition.State.DRAFT
    edition.save()


@pytest.mark.parametrize("withdraw", [schedule, expire, archive, draft])
@pytest.mark.parametrize("indexed_anew", [True, False])
def test_neither_an_edition_that_is_not_live_nor_its_subjects_are_proposed(withdraw, indexed_anew):
    edition = make_found("Sala", "Þjónusta", at=timezone.now() - timedelta(days=3))
    make_found("Sala", "Kaffi")
    assert labels("þjónusta") == ["Þjónusta", "Munurinn á sölu og þjónustu"]

    withdraw(edition)
    if indexed_anew:
        index.index(edition.pk)

    assert labels("þjónusta") == []
    assert labels("sala") == ["Sala", "Munurinn á sölu og kaffi"]


def test_what_is_of_another_language_is_not_proposed():
    make_found("Sala", "Þjónusta", language="is", slug="sala-thjonusta")
    make_found("Sales", "Service", language="en", slug="sales-service")

    assert labels("sal", "is") == ["Sala", "Munurinn á sölu og þjónustu"]
    assert [proposal.url for proposal in propose("sal", "en")] == ["/en/subjects/sales/", "/en/sales-service/"]


def test_a_language_that_is_hidden_proposes_nothing(settings):
    make_found("Sales", "Service", language="en")
    settings.PUBLIC_LANGUAGES = ["is"]

    assert propose("sales", "en") == []


def test_a_subject_that_lost_its_address_is_left_out():
    make_found("Sala", "Þjónusta")
    Subject.objects.filter(key="sala").update(slug_is=None)

    assert labels("sala") == ["Munurinn á sölu og þjónustu"]


def test_proposing_takes_three_queries_however_much_begins_so(django_assert_max_num_queries):
    for place in range(12):
        make_found(f"Land {place}", f"Svæði {place}")

    with django_assert_max_num_queries(3):
        assert len(propose("land", "is")) == 8
    with django_assert_max_num_queries(6):
        propose("landinu", "is")


@pytest.mark.parametrize("part", [proposals._subjects, proposals._comparisons])
def test_names_are_read_as_a_stretch_of_their_index(part):
    with CaptureQueriesContext(connection) as captured:
        part(proposals._read("sö", "is"))

    plan = explained(captured[-1]["sql"])

    assert "one_name_of_a" in plan
    assert plan.count("key") >= 2  # both ends of the stretch
    assert "SCAN" not in plan.upper().replace("INDEX SCAN", "").replace("INDEX ONLY SCAN", "")
    assert "edition_newest" not in plan  # which would go through all that are live, for each name


def explained(sql) -> str:
    """The plan of a query; of PostgreSQL the one that it has for large tables."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for road in ("seqscan", "bitmapscan", "hashjoin", "mergejoin", "sort"):
                cursor.execute(f"SET LOCAL enable_{road} = off")
        cursor.execute(("EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN ") + sql)
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


def test_what_expires_while_the_site_runs_is_proposed_no_more():
    edition = make_found("Sala", "Þjónusta")
    edition.expires_at = timezone.now() + timedelta(hours=1)
    edition.save()
    assert labels("sala") != []

    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert labels("sala") == []
