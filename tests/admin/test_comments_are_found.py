import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments.models import Address
from tests.admin.moderating import QUEUE, shown
from tests.factories import make_article, make_comment


@pytest.mark.parametrize("query", ["þjónusta", "ÞJÓN", "Þjónusta betri", "betri  þjónusta"])
def test_text_is_found_whatever_the_case_of_its_letters(desk, query):
    wanted = make_comment(text="Betri ÞJÓNUSTA.", state="held")
    make_comment(text="Annað.", state="held")

    assert shown(desk, q=query) == [wanted]


def test_a_name_an_address_and_a_title_are_found(desk):
    article = make_article(sides=["Kaffi", "Te"])
    by_name = make_comment(name="ÖSP", state="held")
    by_address = make_comment(address=Address.of("lesandi@example.is"), state="held")
    by_title = make_comment(article=article, state="held")

    assert shown(desk, q="ösp") == [by_name]
    assert shown(desk, q="LESANDI@example") == [by_address]
    assert shown(desk, q="kaffi") == [by_title]


def test_a_search_stays_in_its_tab_and_can_leave_it(desk):
    held, live = make_comment(text="Sama orðið.", state="held"), make_comment(text="Sama orðið.")

    assert shown(desk, q="orðið") == [held]
    assert set(shown(desk, q="orðið", state="all")) == {held, live}


@pytest.mark.parametrize("query", [".*", "(", "[a", "\\", "%", "_", "a" * 500, "' OR 1=1", "\x00"])
def test_what_is_typed_is_looked_for_and_nothing_else(desk, query):
    make_comment(text="Gott að vita.", state="held")

    assert shown(desk, q=query) in ([], shown(desk)) if query == "\x00" else shown(desk, q=query) == []


def test_signs_are_found_as_they_are(desk):
    wanted = make_comment(text="Hvað kostar (a+b)?", state="held")

    assert shown(desk, q="(a+b)?") == [wanted]


def _queries(client, **params) -> int:
    client.get(QUEUE, params)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(QUEUE, params).status_code == 200
    return len(captured)


@pytest.mark.parametrize("params", [{}, {"q": "vita"}, {"state": "all"}])
def test_a_longer_queue_costs_no_more_queries(desk, params):
    _fill(1)
    before = _queries(desk, **params)
    _fill(12)

    assert _queries(desk, **params) == before


def _fill(count):
    for place in range(count):
        article = make_article()
        parent = make_comment(article=article)
        address = Address.of(f"lesandi{place}@example.is")
        comment = make_comment(article=article, parent=parent, state="held", address=address)
        comment.reports.create(reason="rude", network=f"n{place}")
        make_comment(article=article, state="held", network=f"n{place}").hold()
