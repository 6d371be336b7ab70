"""Two people have an article open and both save. Nothing that either wrote is lost."""

import pytest

from tests.admin.desk import Fields, said
from tests.admin.two_editors import content, open_for
from tests.factories import make_article


@pytest.fixture
def article(db):
    return make_article(sides=["Sala", "Þjónusta"], dimensions=3, similarities=1, sources=1, publish=False)


@pytest.fixture
def first(article):
    return open_for(article, "ritstjori")


@pytest.fixture
def second(article):
    return open_for(article, "annar")


def test_who_changes_different_texts_saves_both(article, first, second):
    first.save({"lead_is": "<p>Nýr inngangur.</p>"})

    response = second.save({"summary_is": "<p>Ný samantekt.</p>"})

    assert response.status_code == 302
    assert (content(article).lead["is"], content(article).summary["is"]) == (
        "<p>Nýr inngangur.</p>",
        "<p>Ný samantekt.</p>",
    )


def test_it_is_told_what_somebody_else_changed(article, first, second):
    first.save({"lead_is": "<p>Nýr inngangur.</p>"})

    response = second.save({"summary_is": "<p>Ný samantekt.</p>"})

    told = " ".join(said(response))
    assert "ritstjori" in told
    assert str(content(article).lead) not in told


def test_the_same_text_changed_twice_is_asked_about_and_nothing_is_written(article, first, second):
    first.save({"lead_is": "<p>Texti hins fyrri.</p>"})

    response = second.save({"lead_is": "<p>Texti hins seinni.</p>", "summary_is": "<p>Ný samantekt.</p>"})

    html = response.content.decode()
    assert response.status_code == 409
    assert "fyrri" in html
    assert "seinni" in html
    assert content(article).lead["is"] == "<p>Texti hins fyrri.</p>"
    assert content(article).summary == {}


@pytest.mark.parametrize(("choice", "stands"), [("mine", "seinni"), ("theirs", "fyrri")])
def test_one_of_the_two_is_chosen(article, first, second, choice, stands):
    first.save({"lead_is": "<p>Texti hins fyrri.</p>"})
    response = second.save({"lead_is": "<p>Texti hins seinni.</p>", "summary_is": "<p>Ný samantekt.</p>"})

    response = second.answer(response, {"choice lead is": choice})

    assert response.status_code == 302
    assert content(article).lead["is"] == f"<p>Texti hins {stands}.</p>"
    assert content(article).summary["is"] == "<p>Ný samantekt.</p>"


def test_the_two_are_written_together(article, first, second):
    first.save({"lead_is": "<p>Texti hins fyrri.</p>"})
    response = second.save({"lead_is": "<p>Texti hins seinni.</p>"})

    second.answer(response, {"choice lead is": "both", "text choice lead is": "Texti *beggja*.\n\nOg meira."})

    assert content(article).lead["is"] == "<p>Texti <em>beggja</em>.</p><p>Og meira.</p>"


def test_writing_together_begins_with_both_texts(article, first, second):
    first.save({"lead_is": "<p>Texti hins fyrri.</p>"})
    response = second.save({"lead_is": "<p>Texti hins seinni.</p>"})

    second.answer(response, {"choice lead is": "both"})

    assert content(article).lead["is"] == "<p>Texti hins seinni.</p><p>Texti hins fyrri.</p>"


def test_what_is_not_decided_is_asked_again_and_the_rest_stays_chosen(article, first, second):
    first.save({"lead_is": "<p>Einn.</p>", "title_is": "Fyrri titill"})
    response = second.save({"lead_is": "<p>Tveir.</p>", "title_is": "Seinni titill"})

    again = second.answer(response, {"choice lead is": "theirs"})

    assert again.status_code == 409
    assert "choice title is" not in Fields(again.content.decode()).values
    assert Fields(again.content.decode()).values["choice lead is"] == ["theirs"]
    second.answer(again, {"choice title is": "mine"})
    assert (content(article).lead["is"], content(article).title["is"]) == ("<p>Einn.</p>", "Seinni titill")


def test_a_text_written_together_that_is_too_long_comes_back_as_it_was_typed(article, first, second):
    first.save({"dimensions-0-cell-sala-is": "Fyrri"})
    response = second.save({"dimensions-0-cell-sala-is": "Seinni"})

    again = second.answer(
        response, {"choice cell:atridi-1:sala is": "both", "text choice cell:atridi-1:sala is": "á" * 301}
    )

    assert again.status_code == 409
    assert Fields(again.content.decode()).values["text choice cell:atridi-1:sala is"] == ["á" * 301]


def test_what_went_together_by_itself_is_taken_back(article, first, second):
    first.save({"lead_is": "<p>Einn.</p>", "summary_is": "<p>Samantekt hins fyrri.</p>"})
    response = second.save({"lead_is": "<p>Tveir.</p>", "title_is": "Minn titill"})

    second.answer(response, {"choice lead is": "mine", "_undone": ["choice summary is", "choice title is"]})

    assert content(article).summary == {}
    assert content(article).title == {}


def test_a_third_person_who_saves_meanwhile_is_not_overwritten_either(article, first, second):
    third = open_for(article, "thridji")
    first.save({"lead_is": "<p>Einn.</p>"})
    response = second.save({"lead_is": "<p>Tveir.</p>"})
    third.save({"summary_is": "<p>Þrír.</p>"})

    again = second.answer(response, {"choice lead is": "mine"})

    assert again.status_code == 409
    assert Fields(again.content.decode()).values["choice lead is"] == ["mine"]
    second.answer(again)
    assert (content(article).lead["is"], content(article).summary["is"]) == ("<p>Tveir.</p>", "<p>Þrír.</p>")


def test_mine_is_kept_in_the_history_and_the_article_left_as_it_is(article, first, second):
    first.save({"lead_is": "<p>Einn.</p>"})
    response = second.save({"lead_is": "<p>Tveir.</p>"})

    second.answer(response, verb="_aside")

    assert content(article).lead["is"] == "<p>Einn.</p>"
    kept = [revision.manuscript.lead["is"] for revision in article.revisions.all()]
    assert "<p>Tveir.</p>" in kept
    assert article.revisions.first().manuscript == content(article)


def test_one_goes_back_to_the_text_and_everything_typed_is_there(article, first, second):
    first.save({"lead_is": "<p>Einn.</p>"})
    response = second.save({"lead_is": "<p>Tveir.</p>"}, {"dimensions": [{"name_is": "Ný lína"}]})

    page = second.answer(response, verb="_back")

    typed = Fields(page.content.decode()).values
    assert page.status_code == 200
    assert typed["lead_is"] == ["<p>Tveir.</p>"]
    assert typed["dimensions-3-name_is"] == ["Ný lína"]
    assert typed["version"][-1] == second.fields.values["version"][-1]
    assert content(article).lead["is"] == "<p>Einn.</p>"


def test_a_row_that_somebody_removed_goes_where_nobody_changed_it(article, first, second):
    first.save({"dimensions-1-DELETE": "on"})

    response = second.save({"dimensions-0-name_is": "Nýtt nafn"})

    assert response.status_code == 302
    assert [row.name["is"] for row in content(article).dimensions] == ["Nýtt nafn", "Atriði 3"]


@pytest.mark.parametrize(("choice", "rows"), [("mine", 3), ("theirs", 2)])
def test_a_row_that_one_removed_and_the_other_changed_is_asked_about(article, first, second, choice, rows):
    first.save({"dimensions-1-DELETE": "on"})

    response = second.save({"dimensions-1-cell-sala-is": "Nýtt í línunni"})

    assert "Nýtt í línunni" in response.content.decode()
    second.answer(response, {"choice row:atridi-2": choice})
    assert len(content(article).dimensions) == rows


def test_an_error_elsewhere_shows_the_row_that_somebody_removed_as_it_was_typed(article, first, second):
    first.save({"dimensions-0-DELETE": "on", "sides-1-DELETE": "on"})

    page = second.save({"dimensions-0-cell-thjonusta-is": "Enn hér", "dimensions-1-name_is": ""})

    typed = Fields(page.content.decode()).values
    assert page.status_code == 200
    assert typed["dimensions-0-cell-thjonusta-is"] == ["Enn hér"]
    assert typed["dimensions-0-key"] == ["atridi-1"]
    assert typed["dimensions-2-name_is"] == ["Atriði 3"]
    assert typed["sides-1-key"] == ["thjonusta"]


def test_both_add_rows(article, first, second):
    first.save({}, {"dimensions": [{"name_is": "Verð"}]})
    second.save({}, {"dimensions": [{"name_is": "Tími"}]})

    assert {row.name["is"] for row in content(article).dimensions} >= {"Verð", "Tími"}


def test_both_add_the_same_side(article, first, second):
    from tests.factories import make_subject

    new = make_subject(name="Vara")
    first.save({}, {"sides": [{"subject": new.pk, "answer_is": "Vara er hlutur."}]})
    second.save({}, {"sides": [{"subject": new.pk, "example_is": "<p>Stóll.</p>"}]})

    [side] = [side for side in content(article).sides if side.subject.key == "vara"]
    assert (side.answer["is"], side.example["is"]) == ("Vara er hlutur.", "<p>Stóll.</p>")


def test_the_same_form_sent_twice_is_saved_once(article, second):
    second.save({}, {"dimensions": [{"name_is": "Verð"}]})
    response = second.save({}, {"dimensions": [{"name_is": "Verð"}]})

    assert response.status_code == 302
    assert [row.name["is"] for row in content(article).dimensions] == ["Atriði 1", "Atriði 2", "Atriði 3", "Verð"]


def test_a_broken_conflict_form_is_a_bad_request(article, second):
    response = second.client.post(f"/admin/articles/article/{article.pk}/change/", {"_typed": "[1"})

    assert response.status_code == 400
