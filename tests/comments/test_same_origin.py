"""Readers' forms carry no token in the page: the browser says whence they were sent."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings

from comments.ownership import same_origin
from tests.factories import make_comment, make_edition

pytestmark = pytest.mark.django_db


@same_origin
def view(request):
    return HttpResponse("taken")


def sent(method="post", **headers):
    return view(getattr(RequestFactory(), method)("/", headers=headers)).status_code


def test_a_form_from_our_own_pages_is_taken():
    assert sent(**{"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}) == 200


def test_a_form_that_the_reader_sent_anew_is_taken():
    assert sent(**{"Sec-Fetch-Site": "none"}) == 200


def test_an_old_browser_that_tells_nothing_is_taken():
    assert sent() == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "anything"])
def test_a_form_from_another_site_is_refused(site):
    assert sent(**{"Sec-Fetch-Site": site}) == 403


@pytest.mark.parametrize("origin", ["https://evil.example", "http://testserver.evil.example", "null", ""])
def test_a_form_of_another_origin_is_refused(origin):
    assert sent(Origin=origin) == 403


def test_a_browser_that_hides_its_origin_is_taken_where_it_knows_that_it_is_ours():
    assert sent(**{"Sec-Fetch-Site": "same-origin", "Origin": "null"}) == 200
    assert sent(**{"Sec-Fetch-Site": "none", "Origin": "null"}) == 403


@override_settings(SITE_URL="https://munur.example")
def test_the_sites_own_address_is_ours_also_behind_a_proxy():
    assert sent(Origin="https://munur.example") == 200
    assert sent(Origin="http://munur.example") == 403


def test_reading_is_open_to_all():
    assert sent("get", **{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}) == 200


def test_django_wants_no_token_of_its_own():
    comment = make_comment(edition=make_edition())

    response = Client(enforce_csrf_checks=True).post(f"/athugasemd/{comment.pk}/tilkynna/", {"reason": "rude"})

    assert response.status_code == 200


def test_the_refusal_is_a_page_in_words_that_nobody_keeps(client):
    comment = make_comment(edition=make_edition())

    response = client.post(
        f"/athugasemd/{comment.pk}/tilkynna/", {"reason": "rude"}, headers={"Origin": "https://evil.example"}
    )

    assert response.status_code == 403
    assert "Formið kom af öðrum vef" in response.text
    assert "no-store" in response["Cache-Control"]
    assert not comment.reports.exists()
