"""Beside the list: what happens by itself this week, a dozen weeks in pictures, and how far each language has come."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.utils import timezone, translation

from articles import desk_counts, publishing
from articles.models import Edition
from config.home import figures
from config.home.agenda import Entry
from tests.admin.home import HOME, home_of, make_draft, make_stale
from tests.factories import make_article, make_comment

NOON = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Atlantic/Reykjavik"))  # a Wednesday
BOTH = ("is", "en")


def chart(client, name: str):
    return next(chart for chart in home_of(client).charts if chart.name == name)


def counts(client, name: str) -> list[int]:
    return [week.count for week in chart(client, name).weeks]


def happens(client) -> list[tuple[str, str]]:
    return [(entry.kind, entry.spoken) for entry in home_of(client).agenda]


def covered(client) -> dict[str, str]:
    return {meter.language: meter.said for meter in home_of(client).coverage}


def in_days(days: float):
    return timezone.now() + timedelta(days=days)


def schedule_change(edition: Edition, at) -> None:
    Edition.objects.filter(pk=edition.pk).update(scheduled_revision=edition.live_revision, scheduled_at=at)


def test_first_publications_changes_and_what_goes_stand_in_their_order(desk):
    make_article(at=in_days(3))
    schedule_change(make_article(languages=("en",)).editions.get(), in_days(1))
    publishing.expire(make_article().editions.get(), in_days(6))
    make_article(at=in_days(8))

    assert happens(desk) == [("change", "English"), ("first", "Íslenska"), ("expiry", "Íslenska")]


def test_both_editions_that_come_at_once_are_one_line(desk):
    make_article(at=in_days(2), languages=BOTH)

    assert happens(desk) == [("first", "báðar útgáfur")]


def test_a_change_that_did_not_come_in_time_stands_first_and_says_so(desk):
    make_article(at=in_days(1))
    schedule_change(make_article().editions.get(), in_days(-1))

    late, coming = home_of(desk).agenda

    assert (late.is_overdue, coming.is_overdue) == (True, False)
    assert (late.day, late.words) == ("Í gær", "breytingar birtust ekki")
    assert "tíminn er liðinn" in desk.get(HOME).content.decode()


def test_what_is_past_or_was_taken_back_is_not_told_of(desk):
    make_article(at=in_days(-1))
    gone = make_article().editions.get()
    schedule_change(gone, in_days(1))
    publishing.archive(Edition.objects.get(pk=gone.pk))

    assert happens(desk) == []


def test_no_more_than_eight_moments_are_told_of_the_soonest(desk):
    for days in range(12):
        make_article(at=in_days(6) - timedelta(hours=days))

    found = home_of(desk).agenda

    assert len(found) == 8
    assert found[0].at < found[-1].at < in_days(6) - timedelta(hours=3)


@pytest.mark.parametrize(
    ("days", "is_", "en"), [(0, "Í dag", "Today"), (1, "Á morgun", "Tomorrow"), (2, "fös. 27. nóv.", "Fri 27 Nov")]
)
def test_days_are_told_as_one_says_them(monkeypatch, days, is_, en):
    monkeypatch.setattr(timezone, "now", lambda: NOON)
    entry = Entry(NOON + timedelta(days=days), ("Sala",), "", "first", ("is",))

    with translation.override("is"):
        assert (entry.day, entry.clock) == (is_, "kl. 12.00")
    with translation.override("en"):
        assert (entry.day, entry.clock) == (en, "at 12:00")


def test_twelve_weeks_begin_on_mondays_and_the_last_is_this_one():
    mondays = figures.weeks_until(date(2026, 11, 29))

    assert (len(mondays), mondays[-1]) == (12, date(2026, 11, 23))
    assert {day.weekday() for day in mondays} == {0}
    assert figures.weeks_until(date(2026, 11, 23))[-1] == date(2026, 11, 23)


def test_the_highest_week_reaches_the_top_and_none_stands_on_nothing():
    mondays = figures.weeks_until(date(2026, 11, 29))

    weeks = figures.drawn(mondays, {mondays[0]: 2, mondays[-1]: 4})

    assert [(week.y, week.height) for week in weeks[:2]] == [(41.0, 21.0), (62, 0.0)]
    assert (weeks[-1].y, weeks[-1].height, weeks[-1].is_now) == (20.0, 42.0, True)
    assert all(week.height == 0 for week in figures.drawn(mondays, {}))
    assert weeks[-1].x + weeks[-1].width <= figures.WIDTH


def test_an_article_counts_once_in_the_week_that_readers_got_it(desk):
    make_article(languages=BOTH)
    make_article(at=in_days(-7))
    make_article(at=in_days(-7))
    make_article(at=in_days(-100))
    make_article(at=in_days(1))
    make_article(publish=False)

    assert counts(desk, "articles") == [0] * 10 + [2, 1]


def test_comments_that_readers_see_are_counted_by_week(desk):
    article = make_article()
    for days in (0, 0, 14, 100):
        make_comment(article=article, created_at=in_days(-days))
    make_comment(article=article, state="spam")

    assert counts(desk, "comments") == [0] * 9 + [1, 0, 2]


def test_a_week_is_that_of_the_sites_clock(monkeypatch, db):
    """Midnight between two weeks belongs to the second of them."""
    midnight = datetime(2026, 11, 23, tzinfo=ZoneInfo("Atlantic/Reykjavik"))
    make_article(at=midnight)
    make_article(at=midnight - timedelta(seconds=1))

    found = desk_counts.published_by_week(midnight - timedelta(weeks=3), NOON)

    assert found == {date(2026, 11, 16): 1, date(2026, 11, 23): 1}


def test_the_average_is_of_weeks_that_are_over(desk):
    for _place in range(11):
        make_article(at=in_days(-7))
    make_article()

    assert chart(desk, "articles").average == "meðaltal 1"


def test_the_numbers_of_a_picture_stand_in_a_table_as_well(desk):
    make_article()

    html = desk.get(HOME).content.decode()

    assert "<caption>Birtar greinar á viku</caption>" in html
    assert '<th scope="row">þessi vika</th><td>1</td>' in html
    assert 'x="3.0"' in html  # a point and no comma, whatever the language


def test_a_meter_tells_its_numbers_in_words(desk):
    make_article(languages=BOTH)
    make_stale(make_article(languages=BOTH))
    make_article()
    make_draft()
    publishing.archive(make_article().editions.get())

    assert covered(desk) == {"is": "3 af 4 birt, 1 drög", "en": "2 af 5 birt, 1 úrelt, 3 vantar"}


def test_what_expired_or_comes_later_is_not_among_what_readers_have(desk):
    publishing.expire(make_article().editions.get(), in_days(1))
    Edition.objects.update(expires_at=in_days(-1), published_at=in_days(-2))
    make_article(at=in_days(1))

    assert covered(desk)["is"] == "0 af 1 birt, 1 drög"


def test_the_parts_of_a_meter_lie_end_to_end():
    row = desk_counts.Coverage("en", ok=2, stale=1, draft=0, missing=1)

    assert figures._parts(row) == (figures.Part("ok", 0.0, 50.0), figures.Part("stale", 50.0, 25.0))


def test_a_site_without_articles_shows_no_meters(desk):
    assert home_of(desk).coverage == ()


def test_nothing_of_the_page_is_drawn_by_inline_styles_or_scripts_of_ours(desk):
    make_article(languages=BOTH)
    make_stale()
    desk.cookies[settings.LANGUAGE_COOKIE_NAME] = "is"

    ours = desk.get(HOME).content.decode().split('id="content-main"')[1].split("</main>")[0]

    assert "style=" not in ours
    assert "<script" not in ours
