"""One click makes an article of what readers ask for, and one takes it back."""

import pytest

from articles.models import Article, Subject
from comments import drafting
from tests.admin.desk import change_page, said, save
from tests.admin.moderating import make_staff, page
from tests.admin.wishing import MAY_DRAFT, WISHES, State, drafted, make_wish, press, state
from tests.factories import make_article, make_subject


def test_one_click_makes_the_draft_and_leads_to_it(desk):
    wish = make_wish(first="Rafbíll", second="Bensínbíll")

    response = press(desk, wish, "draft")

    article = drafted(wish)
    assert (response.status_code, response.url) == (302, change_page(article))
    assert said(response) == ["„Rafbíll – Bensínbíll“: drögin eru til."]
    assert state(wish) == State.DRAFTED
    assert [side.subject.name_is for side in article.sides.all()] == ["Rafbíll", "Bensínbíll"]
    assert article.key == "rafbill-bensinbill"
    assert not article.editions.exists()


def test_a_subject_that_is_made_has_its_forms(desk):
    press(desk, make_wish(first="Sala", second="Bensínbíll"), "draft")

    assert Subject.objects.get(key="sala").dative_is == "sölu"


def test_a_subject_that_is_there_is_taken_by_its_name_or_a_form(desk):
    sale = make_subject(name="Sala", dative_is="sölunni")
    service = make_subject(name="Þjónusta við fólk", dative_is="þjónustu við fólk")
    wish = make_wish(first="Sala", second="þjónustu við fólk")

    press(desk, wish, "draft")

    assert [side.subject for side in drafted(wish).sides.all()] == [sale, service]
    assert Subject.objects.count() == 2
    assert Subject.objects.get(pk=sale.pk).dative_is == "sölunni"


def test_a_key_that_something_else_has_is_left_to_it(desk):
    other = make_subject(name="Allt annað", key="rafbill")
    wish = make_wish()

    press(desk, wish, "draft")

    assert other not in [side.subject for side in drafted(wish).sides.all()]


def test_a_draft_can_be_written_on_as_any_other(desk):
    wish = make_wish()
    press(desk, wish, "draft")

    assert save(desk, change_page(drafted(wish)), {"lead_is": "<p>Inngangur.</p>"}).status_code == 302


def test_an_english_wish_makes_an_english_draft(desk):
    wish = make_wish(first="Cats", second="Dogs", language="en")

    press(desk, wish, "draft")

    assert [side.subject.name_en for side in drafted(wish).sides.all()] == ["Cats", "Dogs"]


def test_an_article_that_compares_just_these_is_not_made_again(desk):
    article = make_article(sides=["Bensínbíll", "Rafbíll"], publish=False)
    wish = make_wish()

    response = press(desk, wish, "draft")

    assert drafted(wish) == article
    assert said(response) == ["„Rafbíll – Bensínbíll“: þessi grein var þegar til."]
    assert Article.objects.count() == 1

    press(desk, wish, "reopen")
    assert Article.objects.get() == article


def test_a_draft_that_nobody_has_written_in_is_taken_back_whole(desk):
    kept = make_subject(name="Bensínbíll")
    wish = make_wish()
    press(desk, wish, "draft")

    press(desk, wish, "reopen")

    assert (state(wish), drafted(wish)) == (State.OPEN, None)
    assert not Article.objects.exists()
    assert list(Subject.objects.all()) == [kept]


def test_a_draft_that_somebody_has_written_in_stays(desk):
    wish = make_wish()
    press(desk, wish, "draft")
    article = drafted(wish)
    save(desk, change_page(article), {"lead_is": "<p>Inngangur.</p>"})

    response = press(desk, wish, "reopen")

    assert (state(wish), drafted(wish)) == (State.OPEN, None)
    assert Article.objects.get() == article
    assert "Drögin standa" in said(response)[-1]

    press(desk, wish, "draft")
    assert drafted(wish) == article


def test_a_subject_that_another_article_has_taken_up_stays(desk):
    wish, other = make_wish(), make_wish(second="Vetnisbíll")
    press(desk, wish, "draft"), press(desk, other, "draft")

    press(desk, wish, "reopen")

    assert sorted(Subject.objects.values_list("key", flat=True)) == ["rafbill", "vetnisbill"]


def test_an_article_that_was_deleted_leaves_its_wish(desk):
    wish = make_wish()
    press(desk, wish, "draft")
    drafted(wish).delete()

    assert "Greininni var eytt." in page(desk, WISHES, state="drafted")
    press(desk, wish, "reopen")
    assert state(wish) == State.OPEN


def test_who_may_write_articles_may_draft(client, db):
    client.force_login(make_staff(*MAY_DRAFT))

    assert press(client, make_wish(), "draft").status_code == 302


def test_who_may_not_delete_articles_opens_the_wish_and_the_draft_stays(client, db):
    client.force_login(make_staff(*MAY_DRAFT))
    wish = make_wish()
    press(client, wish, "draft")

    response = press(client, wish, "reopen")

    assert "Drögin standa" in said(response)[-1]
    assert state(wish) == State.OPEN
    assert Article.objects.exists()


def test_two_drafts_at_once_are_one(db):
    wish = make_wish()
    drafting.draft(wish)

    with pytest.raises(drafting.Decided):
        drafting.draft(wish)
    assert Article.objects.count() == 1
