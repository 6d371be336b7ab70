"""Each person's home: what the role lets that person do something about, and nothing of what it does not."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Edition
from tests.admin import home
from tests.admin.home import HOME, badges, blocks, make_draft, make_drafted, make_member, make_stale, numbers, ways
from tests.admin.moderating import make_staff
from tests.factories import make_article, make_comment

LANGUAGES = ("is", "en")


def signed_in(client, group: str) -> User:
    person = make_member(group)
    client.force_login(person)
    return person


def asked(client) -> str:
    """What the page asks the database, as one text."""
    with CaptureQueriesContext(connection) as taken:
        client.get(HOME)
    return "\n".join(query["sql"] for query in taken)


def test_an_editor_reads_over_confirms_and_translates_and_decides_about_no_comments(client, db):
    editor = signed_in(client, "Editors")
    home.make_one_of_each(editor)

    assert set(numbers(client)) == {"assigned", "answers", "own", "review", "stale", "drafted", "wishes"}


def test_a_moderator_sees_what_readers_say_and_nothing_of_what_editors_write(client, db):
    signed_in(client, "Moderators")
    home.make_one_of_each()

    found = home.home_of(client)

    assert set(numbers(client)) == {"reported", "held", "mail"}
    assert (found.agenda, found.coverage) == ((), ())
    assert [chart.name for chart in found.charts] == ["comments"]


def test_a_writer_sees_own_drafts_with_those_that_wait_for_an_editor(client, db):
    writer = signed_in(client, "Writers")
    home.make_one_of_each()
    draft, waits = make_draft(by=writer), make_draft(by=writer, state="review")

    found = blocks(client)["own"]

    assert {ways(one)["Halda áfram"].split("/")[-3] for one in found.items} == {str(draft.pk), str(waits.pk)}
    assert {one.marks[0].words for one in found.items} == {"Drög", "Í yfirlestri"}
    assert set(numbers(client)) == {"own"}


def test_of_the_whole_sites_figures_a_writer_sees_none(client, db):
    signed_in(client, "Writers")
    make_article(at=timezone.now() + timedelta(days=1))

    found = home.home_of(client)

    assert (found.agenda, found.charts, found.coverage) == ((), (), ())


def test_a_writer_confirms_cells_of_own_drafts_alone(client, db):
    writer = signed_in(client, "Writers")
    make_drafted()
    mine = make_drafted(make_draft(by=writer, dimensions=2), cells=2)

    assert numbers(client)["drafted"] == 2

    Edition.objects.filter(article=mine).update(state="archived")
    assert "drafted" not in numbers(client)


def test_a_writer_hears_what_was_answered_by_own_links_alone(client, db):
    writer = signed_in(client, "Writers")
    home.make_answer()

    assert "answers" not in numbers(client)

    home.make_answer(by=writer, article=make_draft(by=writer))
    assert numbers(client)["answers"] == 1


def test_a_writer_translates_own_drafts_alone(client, db):
    writer = signed_in(client, "Writers")
    make_stale()
    mine = make_stale(make_draft(by=writer, languages=LANGUAGES))

    assert numbers(client)["stale"] == 1

    Edition.objects.filter(article=mine, language="is").update(state="archived")
    assert "stale" not in numbers(client)


def test_a_translator_sees_the_languages_that_were_given(client, db):
    translator = signed_in(client, "Translators")
    home.make_one_of_each()
    make_stale(language="is")
    mine = make_stale(make_article(languages=LANGUAGES), translator=translator)

    found = blocks(client)

    assert {name: block.count for name, block in found.items()} == {"assigned": 1, "stale": 2}
    assert list(ways(found["assigned"].items[0])) == ["Þýða"]
    assert str(mine.pk) in found["assigned"].items[0].ways[0].address


def test_a_translator_without_a_language_sees_no_translations(client, db):
    translator = signed_in(client, "Translators")
    translator.translator.delete()
    make_stale()

    assert blocks(client) == {}


def test_whoever_may_nothing_gets_a_kind_sentence(client, db):
    client.force_login(User.objects.create_user("gestur", is_staff=True))
    home.make_one_of_each()

    assert blocks(client) == {}
    assert "Ekkert bíður þín." in client.get(HOME).content.decode()
    assert badges(client) == {}


@pytest.mark.parametrize(
    ("group", "tables"),
    [
        (
            "Moderators",
            ["articles_edition", "articles_cell", "articles_translationstanding", "articles_previewanswer"],
        ),
        ("Writers", ["comments_comment", "comments_letter", "comments_wish", "articles_translatedtext"]),
        ("Editors", ["comments_comment", "comments_letter"]),
    ],
)
def test_what_somebody_may_not_see_is_not_asked_of_the_database(client, db, group, tables):
    signed_in(client, group)

    queries = asked(client)

    assert [table for table in tables if f'FROM "{table}"' in queries] == []


def test_whoever_may_only_look_gets_no_buttons_that_change_anything(client, db):
    client.force_login(make_staff("view_comment", "view_letter", "view_wish", "view_article"))
    home.make_one_of_each()

    posted = [way for block in blocks(client).values() for one in block.items for way in one.ways if way.posts]

    assert posted == []
    assert 'id="desk-new"' not in client.get(HOME).content.decode()


@pytest.mark.parametrize("group", ["Editors", "Moderators", "Writers", "Translators"])
def test_every_link_of_the_home_opens_for_whoever_sees_it(client, db, group):
    person = signed_in(client, group)
    home.make_one_of_each(person)
    make_article(at=timezone.now() + timedelta(days=1))

    found = home.home_of(client)
    links = [way.address for block in found.blocks for one in block.items for way in one.ways if not way.posts]
    links += [block.rest.address for block in found.blocks if block.rest]
    links += [entry.address for entry in found.agenda]

    assert links
    assert {address: client.get(address).status_code for address in links} == dict.fromkeys(links, 200)


def test_the_numbers_of_the_menu_are_those_of_the_home(desk, editor):
    home.make_one_of_each(editor)
    make_draft(state="review")
    make_comment(state="held")
    make_article(at=timezone.now() + timedelta(days=1), languages=LANGUAGES)

    assert badges(desk) == {
        "in_review": str(numbers(desk)["review"]),
        "stale": str(numbers(desk)["stale"]),
        "held": str(numbers(desk)["held"]),
        "failing_mail": "1",
        "open_wishes": "1",
        "scheduled": "1",
    }


def test_where_nothing_waits_the_menu_has_no_numbers(desk):
    assert badges(desk) == {}


def test_a_number_stands_in_home_and_menu_and_is_asked_for_once(desk):
    make_draft(state="review")

    counts = [sql for sql in asked(desk).splitlines() if "COUNT(" in sql and "'review'" in sql and "LIMIT 1000" in sql]

    assert len(counts) == 1


def test_the_line_of_the_menu_that_one_is_at_is_the_only_one_that_says_so(desk):
    for address, line in (
        ("/admin/", "Skrifborð"),
        ("/admin/articles/article/", "Greinar"),
        ("/admin/articles/article/?state=scheduled", "Tímasett"),
        ("/admin/articles/article/translations/", "Þýðingaröð"),
        ("/admin/comments/comment/", "Athugasemdir"),
    ):
        groups = desk.get(address).context["sidebar_navigation"]
        assert [str(one["title"]) for group in groups for one in group["items"] if one["active"]] == [line]


def test_a_writer_has_the_list_of_articles_in_the_menu(client, db):
    signed_in(client, "Writers")

    assert 'href="/admin/articles/article/"' in client.get(HOME).content.decode()
