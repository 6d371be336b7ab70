"""The desk's home is a list of decisions: what waits, how much of it, and the button beside each."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, Cell, Edition
from comments.models import Letter
from tests.admin import home
from tests.admin.home import HOME, blocks, item, make_draft, make_drafted, make_letter, make_stale, marks, ways
from tests.admin.moderating import QUEUE
from tests.admin.wishing import make_wish
from tests.factories import make_article, make_comment

LIST = "/admin/articles/article/"


def test_where_nothing_waits_one_sentence_says_so(desk):
    assert blocks(desk) == {}
    assert "Ekkert bíður þín." in desk.get(HOME).content.decode()


def test_each_thing_that_waits_has_its_block_and_what_does_not_wait_has_none(desk, editor):
    home.make_one_of_each(editor)

    everything = ["assigned", "answers", "own", "reported", "held", "review", "stale", "drafted", "mail", "wishes"]
    assert home.numbers(desk) == dict.fromkeys(everything, 1)
    assert "Ekkert bíður þín." not in desk.get(HOME).content.decode()


@pytest.mark.parametrize("language", ["is", "en"])
def test_it_is_there_in_both_languages(desk, editor, language):
    home.make_one_of_each(editor)
    desk.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    html = desk.get(HOME).content.decode()

    words = {"is": ["Skrifborð", "Þetta bíður þín", "úrelt þýðing"], "en": ["Desk", "This waits for you", "stale tra"]}
    assert [word for word in words[language] if word not in html] == []


def test_held_comments_lead_to_their_place_in_the_queue_newest_first(desk):
    article = make_article(sides=["Sala", "Þjónusta"])
    reasons = [{"rule": "links", "measure": 3, "limit": 1}, {"rule": "first", "measure": 0, "limit": 1}]
    make_comment(article=article, state="held", created_at=timezone.now() - timedelta(days=2))
    newest = make_comment(article=article, state="held", reasons=reasons, text="Sjá  hér.\n\nOg hér. " * 20)

    found = item(desk, "held")

    assert found.quote.startswith("Sjá hér. Og hér. ")
    assert found.quote.endswith(" …")
    assert len(found.quote) <= 90
    assert found.facts == ("Sala – Þjónusta",)
    assert [tone for _words, tone in marks(found)] == ["bad", "plain"]
    assert ways(found) == {"Skoða": f"{QUEUE}#ath-{newest.pk}"}
    assert blocks(desk)["held"].more == "sú elsta barst fyrir 2 dögum"
    assert blocks(desk)["held"].rest.address == QUEUE


def test_what_a_reader_wrote_is_no_markup(desk):
    make_comment(state="held", text="<script>alert(1)</script>")

    html = desk.get(HOME).content.decode()

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_no_more_than_three_stand_there_and_the_number_tells_of_all(desk):
    for _place in range(5):
        make_comment(state="held")

    held = blocks(desk)["held"]

    assert (held.count, len(held.items)) == (5, 3)


def test_a_very_large_number_is_not_counted_to_its_end(desk, monkeypatch):
    monkeypatch.setattr("config.home.blocks.MOST", 3)
    monkeypatch.setattr("config.home.counting.MOST", 3)
    for _place in range(4):
        make_comment(state="held")

    assert blocks(desk)["held"].number == "2+"


def test_a_report_that_nobody_has_answered_is_told_of_while_readers_see_the_comment(desk):
    seen, settled, gone = make_comment(), make_comment(), make_comment(state="removed")
    for comment in (seen, settled, gone):
        comment.reports.create(reason="private", network="a")
    settled.reports.update(settled_at=timezone.now())

    found = blocks(desk)["reported"]

    assert found.count == 1
    assert list(ways(found.items[0]).values()) == [f"{QUEUE}{seen.pk}/change/", f"{QUEUE}{seen.pk}/decide/stand/"]
    assert found.rest.address == f"{QUEUE}?state=reported"
    assert marks(found.items[0]) == [("persónuupplýsingar", "warn")]


def test_drafts_in_review_stand_in_the_order_in_which_they_came(desk):
    later = make_draft(state="review", ago=timedelta(hours=1))
    first = make_draft(state="review", ago=timedelta(days=3), languages=("en",))

    found = blocks(desk)["review"]

    assert [one.ways[0].address for one in found.items] == [f"{LIST}{row.pk}/change/" for row in (first, later)]
    assert [one.edition for one in found.items] == ["en", "is"]
    assert found.rest.address == f"{LIST}?state=review"


def test_a_draft_that_something_stops_cannot_be_published_from_home(desk):
    make_draft(state="review", sides=1)

    found = item(desk, "review")

    assert ("2 stöðva birtingu", "bad") in marks(found)
    assert list(ways(found)) == ["Lesa yfir"]


def test_a_draft_in_order_is_published_with_one_button(desk):
    article = make_draft(state="review", sides=["Sala", "Kaup"])
    button = item(desk, "review").ways[1]

    assert button.posts
    assert desk.post(button.address, dict(button.fields)).url == HOME
    assert Edition.objects.get(article=article).is_live()


def test_what_somebody_saved_meanwhile_is_not_published_from_home(desk):

    article = make_draft(state="review", sides=["Sala", "Kaup"])
    button = item(desk, "review").ways[1]
    article.revisions.create(content=article.revisions.first().content)

    desk.post(button.address, dict(button.fields))

    assert Edition.objects.get(article=article).state == "review"


def test_stale_translations_lead_to_the_two_texts_side_by_side(desk):
    little, much = make_stale(stale=1, missing=12), make_stale(stale=4)

    found = blocks(desk)["stale"]

    assert found.more == "5 textar hafa breyst í frummáli"
    assert [list(ways(one).values()) for one in found.items] == [
        [f"{LIST}{article.pk}/translate/en/"] for article in (much, little)
    ]
    assert marks(found.items[1]) == [("1 úrelt", "warn"), ("12 vantar", "line")]
    assert found.rest.address == f"{LIST}translations/?state=stale"


def test_a_translation_that_is_mine_stands_first_even_where_nothing_of_it_is_stale(desk, editor):
    make_comment(state="held")
    make_stale(stale=0, missing=3, translator=editor)
    make_stale(stale=0, missing=0, ok=20, translator=editor)
    make_stale(stale=0, missing=2)

    assert list(home.numbers(desk).items()) == [("assigned", 1), ("held", 1)]
    assert blocks(desk)["assigned"].rest.address == f"{LIST}translations/?mine=1"


def test_what_was_answered_to_a_shared_draft_leads_to_the_article(desk):
    draft = make_draft(sides=["Sala", "Kaup"])
    home.make_answer(article=draft, seen_at=timezone.now())
    home.make_answer(article=draft, text="Einu orði er ofaukið.")
    home.make_answer(article=draft, text="", approved=True)

    approved, said = blocks(desk)["answers"].items

    assert (approved.names, approved.quote, marks(approved)) == (("Sala", "Kaup"), "", [("samþykkt", "good")])
    assert (said.quote, said.facts[:2]) == ("Einu orði er ofaukið.", ("Sala – Kaup", "Lesandi"))
    assert ways(said) == {"Skoða": f"{LIST}{draft.pk}/change/#shared-previews"}


def test_drafted_cells_are_told_of_by_article_the_most_first(desk):
    few, many = make_drafted(cells=1), make_drafted(cells=3)
    Cell.objects.filter(dimension__article=few).update(drafted_en=True)

    found = blocks(desk)["drafted"]

    assert found.count == 3 + Cell.objects.filter(dimension__article=few).count()
    assert [one.facts for one in found.items] == [("6 reitir",), ("3 reitir",)]
    assert ways(found.items[1]) == {"Staðfesta": f"{LIST}{many.pk}/change/#dimensions-group"}


def test_mail_that_did_not_go_is_tried_again_with_one_button(desk):
    make_letter(tries=5, error="Tímamörk.", next_try_at=None)
    make_letter(tries=0)
    make_letter(sent_at=timezone.now())

    found = item(desk, "mail")
    again = found.ways[1]
    desk.post(again.address)

    assert found.facts == ("reynt 5 sinnum", "ekki reynt aftur")
    assert "a@example.is" not in found.title
    assert Letter.objects.failing().count() == 0
    assert "mail" not in blocks(desk)


def test_the_most_wanted_comparison_becomes_a_draft_with_one_button(desk):
    make_wish(count=3)
    make_wish(first="Eldfjall", second="Eldstöð", count=14)

    found = item(desk, "wishes")
    desk.post(found.ways[0].address)

    assert (found.names, found.facts) == (("Eldfjall", "Eldstöð"), ("14 sinnum",))
    assert Article.objects.get().sides.count() == 2
    assert blocks(desk)["wishes"].count == 1


def test_own_drafts_are_those_that_one_began_and_has_not_published(desk, editor):
    mine = make_draft(by=editor)
    make_draft()
    Article.objects.filter(pk=make_article().pk).update(created_by=editor)

    found = blocks(desk)["own"]

    assert (found.count, ways(found.items[0])) == (1, {"Halda áfram": f"{LIST}{mine.pk}/change/"})


def test_links_of_the_blocks_lead_to_lists_of_just_those(desk, editor):
    mine, other = make_draft(by=editor), make_draft(state="review")
    stale = make_stale()

    def listed(block):
        return [row.pk for row in desk.get(blocks(desk)[block].rest.address).context["cl"].result_list]

    queue = desk.get(blocks(desk)["stale"].rest.address)
    assert listed("own") == [mine.pk]
    assert listed("review") == [other.pk]
    assert [row.article for row in queue.context["rows"]] == [stale]


def test_more_of_everything_costs_no_more_queries(desk, editor):

    def queries():
        with CaptureQueriesContext(connection) as taken:
            desk.get(HOME)
        return len(taken)

    home.make_one_of_each(editor)
    make_article(at=timezone.now() + timedelta(days=2))
    few = queries()
    for number in range(3):
        make_draft(by=editor, sides=4)
        make_draft(state="review", sides=4)
        make_stale(translator=editor)
        make_drafted(cells=2)
        make_comment(state="held")
        make_comment().reports.create(reason="rude", network="a")
        make_letter()
        home.make_answer()
        make_wish(first=f"Fyrri {number}")
        make_article(at=timezone.now() + timedelta(days=3))

    assert queries() == few
    assert few < 65
