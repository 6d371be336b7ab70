import logging

import pytest

from articles.pages import drawing
from config import work

THEIRS = "proxy-0123456789"


@pytest.fixture
def proxied(settings):
    import ipaddress

    settings.TRUSTED_PROXIES = (ipaddress.ip_network("10.0.0.0/8"),)


def test_every_answer_has_one_of_its_own(client):
    one, other = client.get("/healthz")["X-Request-Id"], client.get("/healthz")["X-Request-Id"]

    assert len(one) == 16
    assert one != other


def test_the_name_that_a_trusted_proxy_gave_is_kept(client, proxied):
    answer = client.get("/healthz", headers={"X-Request-Id": THEIRS}, REMOTE_ADDR="10.0.0.7")

    assert answer["X-Request-Id"] == THEIRS


@pytest.mark.parametrize("name", ["short", "x" * 65, "two lines\nof-a-log", "sæmilega-langt", "-0123456789"])
def test_a_name_that_could_mean_harm_is_not(client, proxied, name):
    answer = client.get("/healthz", HTTP_X_REQUEST_ID=name, REMOTE_ADDR="10.0.0.7")

    assert answer["X-Request-Id"] != name


def test_nobody_else_names_a_request(client, proxied):
    answer = client.get("/healthz", headers={"X-Request-Id": THEIRS}, REMOTE_ADDR="203.0.113.7")

    assert answer["X-Request-Id"] != THEIRS


@pytest.fixture
def records():
    """What is logged, with the id that the handler would write."""
    from config.logs import Careful

    kept = []

    class Keeping(logging.Handler):
        def emit(self, record):
            kept.append(record)

    handler = Keeping()
    handler.addFilter(Careful())
    loggers = [logging.getLogger(name) for name in ("munur.requests", "django.request", "munur.work")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
    yield kept
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)


@pytest.mark.django_db
def test_all_lines_of_a_request_carry_it(client, records):
    answer = client.post("/healthz")
    again = client.get("/favicon.ico")  # of which Django speaks when all middleware has ended

    assert [record.name for record in records[:2]] == ["django.request", "munur.requests"]
    assert {record.id for record in records[:2]} == {answer["X-Request-Id"]}
    assert records[1].getMessage() == "Method Not Allowed: POST healthz"
    assert records[1].status == 405
    assert {record.name for record in records[2:]} == {"django.request", "munur.requests"}
    assert {record.id for record in records[2:]} == {again["X-Request-Id"]}


def test_all_lines_of_a_turn_of_the_worker_carry_one_too(records):
    def fails(stopped):
        work.log.info("It begins.")
        raise ValueError

    job = work.Job("The test", 1, fails)
    job.turn(lambda: False)
    first = {record.id for record in records}
    job.turn(lambda: False)

    assert len(first) == 1
    assert len({record.id for record in records}) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("keep", [True, False])
def test_a_page_that_the_site_draws_by_itself_is_no_request(records, keep):
    assert drawing.draw("/", keep=keep).status_code == 200
    assert records == []
