"""Source and translation side by side, without a script: one form, saved text by text or whole."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import machine_translation
from articles.models import Edition, Subject, TranslatedText
from tests.admin.desk import Fields, said
from tests.admin.translating import line, make_translator, opened, page_of, send, texts, write
from tests.factories import make_article


def translated(client, **said):
    article = make_article(sides=["Sala", "Þjónusta"])
    send(client, article, **said)
    return article


def states(response):
    return {path: one.state for path, one in response.context["page"].lines.items()}


def test_everything_typed_is_saved_as_a_draft_with_who_did_it(desk, editor):
    article = make_article()

    response = send(desk, article, lead="<p>A lead.</p>")

    assert response.status_code == 302
    assert "1" in said(response)[0]
    assert texts(article)["lead"] == "<p>A lead.</p>"
    revision = article.revisions.first()
    assert (revision.by, revision.substantive) == (editor, False)
    assert "English" in revision.note
    assert article.editions.get(language="en").state == Edition.State.DRAFT


def test_what_is_stale_stands_first_with_the_words_that_changed(desk):
    article = translated(desk, lead="<p>A lead.</p>")
    write(article, "is", lead="<p>Stuttur inngangur um grein.</p>")

    response = desk.get(page_of(article))

    groups = [group.state for group in response.context["page"].groups]
    assert groups == ["stale", "missing"]
    assert "<ins>" in response.content.decode()
    assert line(response, "lead").state == "stale"


def test_a_translation_that_still_stands_needs_no_change(desk):
    article = translated(desk, lead="<p>A lead.</p>")
    write(article, "is", lead="<p>Annar inngangur.</p>")

    response = send(desk, article, do="done:lead")

    assert response.status_code == 302
    assert states(desk.get(page_of(article)))["lead"] == "ok"


def test_saving_the_page_leaves_stale_what_nobody_looked_at(desk):
    article = translated(desk, lead="<p>A lead.</p>")
    write(article, "is", lead="<p>Annar inngangur.</p>")

    send(desk, article, summary="", do="save")

    assert states(desk.get(page_of(article)))["lead"] == "stale"


def test_after_done_the_next_text_is_opened_and_everything_else_that_was_typed_is_saved_too(desk):
    article = make_article()
    first, second = [one.text.path for one in desk.get(page_of(article)).context["page"].of("missing")][:2]

    response = send(desk, article, do=f"done:{first}", **{first: "One", second: "Two"})

    number = desk.get(page_of(article)).context["page"].lines[second].number
    assert response["Location"].endswith(f"#text-u{number}")
    assert {first, second} <= texts(article).keys()


def test_nothing_done_is_asked_for(desk):
    article = make_article()

    response = send(desk, article, do="done:lead")

    assert response.status_code == 422
    assert line(response, "lead").error


def test_what_somebody_else_wrote_meanwhile_stands_beside_what_was_typed(desk):
    article = translated(desk, lead="<p>A lead.</p>")
    fields = opened(desk, article)
    write(article, "en", lead="<p>Theirs.</p>")

    response = send(desk, article, fields=fields, lead="<p>Mine.</p>", summary="")

    assert response.status_code == 409
    assert (line(response, "lead").typed, line(response, "lead").theirs) == ("<p>Mine.</p>", "<p>Theirs.</p>")
    assert texts(article)["lead"] == "<p>Theirs.</p>"

    assert send(desk, article, fields=Fields(response.content.decode()).values).status_code == 302
    assert texts(article)["lead"] == "<p>Mine.</p>"


def test_a_text_that_is_too_long_keeps_what_was_typed(desk):
    article = make_article()
    path = next(path for path in texts(article, "is") if path.startswith("cell:"))

    response = send(desk, article, lead="<p>A lead.</p>", **{path: "x" * 301})

    assert response.status_code == 422
    assert line(response, path).value == "x" * 301
    assert "301" in line(response, path).error
    assert texts(article)["lead"] == "<p>A lead.</p>"


def test_names_of_subjects_are_bent_and_shared_with_other_articles(desk):
    article, other = make_article(sides=["Sala", "Þjónusta"]), make_article(sides=["Sala", "Kaup"])
    assert line(desk.get(page_of(article)), "subject:sala:name").elsewhere == 1

    send(desk, article, subject__sala__name="Sales")

    sala = Subject.objects.get(key="sala")
    assert (sala.name_en, sala.nominative_en, sala.slug_en) == ("Sales", "sales", "sales")
    assert line(desk.get(page_of(other)), "subject:sala:name").state == "ok"
    assert TranslatedText.objects.filter(path="subject:sala:name").count() == 2


def test_a_name_that_is_corrected_is_bent_anew(desk):
    article = translated(desk, subject__sala__name="Sale")
    send(desk, article, subject__sala__name="Sales")

    assert Subject.objects.get(key="sala").nominative_en == "sales"


def test_what_other_articles_say_for_the_same_source_is_offered(desk):
    one, other = make_article(), make_article()
    for article in (one, other):
        write(article, "is", summary="<p>Ábyrgð.</p>")
    send(desk, one, summary="<p>Warranty.</p>")
    assert line(desk.get(page_of(other)), "summary").memory == ("<p>Warranty.</p>", 1)

    send(desk, other, do="use:summary")

    assert texts(other)["summary"] == "<p>Warranty.</p>"


def test_machine_drafts_are_offered_only_where_a_service_is_wired(desk, settings):
    article = make_article()
    assert "draft" not in desk.get(page_of(article)).content.decode()

    settings.MACHINE_TRANSLATION = "tests.admin.test_translating_side_by_side.service"
    send(desk, article, do="draft:lead")

    response = desk.get(page_of(article))
    assert texts(article) == {"lead": "<p>EN</p>"}
    assert line(response, "lead").state == "unreviewed"
    assert article.editions.get(language="en").origin == Edition.Origin.MACHINE

    send(desk, article, do="done:lead")
    assert article.editions.get(language="en").origin == Edition.Origin.REVIEWED


def test_drafts_for_all_leave_what_is_being_typed(desk, settings):
    article = make_article()
    settings.MACHINE_TRANSLATION = "tests.admin.test_translating_side_by_side.service"

    send(desk, article, do="draft", lead="<p>Mine.</p>")

    found = texts(article)
    assert found["lead"] == "<p>Mine.</p>"
    assert found.keys() == texts(article, "is").keys()


def test_a_service_that_fails_changes_nothing(desk, settings):
    article = make_article()
    settings.MACHINE_TRANSLATION = "tests.admin.test_translating_side_by_side.broken"

    response = send(desk, article, do="draft")

    assert len(said(response)) == 1
    assert texts(article) == {}


def service(request: machine_translation.Request):
    return ["EN"] * len(request.parts)


def broken(request):
    raise RuntimeError


def test_another_source_can_be_asked_for(desk):
    article = make_article(languages=("is", "en"))

    assert desk.get(page_of(article, "is")).context["source"] == "en"
    assert desk.get(f"{page_of(article)}?from=is").context["source"] == "is"


def test_a_language_or_an_article_that_is_not_there_is_not_found(desk):
    article = make_article()

    assert desk.get(page_of(article, "de")).status_code == 404
    assert desk.get(page_of(article).replace(str(article.pk), "99999")).status_code == 404


def test_a_translator_translates_only_into_the_languages_given(client, db):
    article = make_article()
    client.force_login(make_translator("en"))

    assert send(client, article, lead="<p>A lead.</p>").status_code == 302
    assert texts(article)["lead"] == "<p>A lead.</p>"
    assert client.get(page_of(article, "is")).status_code == 403
    assert client.post(page_of(article, "is"), {"t:lead": "<p>Nei.</p>"}).status_code == 403


def test_a_translator_cannot_change_a_name_that_readers_have(client, db):
    article = make_article(sides=["Sala", "Þjónusta"], languages=("is", "en"))
    client.force_login(make_translator("en"))
    fields = opened(client, article)
    assert "t:subject:sala:name" not in fields

    response = send(client, article, fields=fields, subject__sala__name="Selling")

    assert response.status_code == 302
    assert Subject.objects.get(key="sala").name_en == "Sala"


def test_somebody_who_may_only_look_cannot_translate(client, db):
    article = make_article()
    client.force_login(make_translator())

    assert client.get(page_of(article)).status_code == 403


def test_a_larger_article_costs_no_more_queries(desk):
    small, large = make_article(dimensions=1), make_article(sides=5, dimensions=20, similarities=5)
    counts = []
    for article in (small, small, large):
        with CaptureQueriesContext(connection) as queries:
            desk.get(page_of(article))
        counts.append(len(queries))

    assert counts[1] == counts[2]


@pytest.mark.parametrize("path", ["lead", "title"])
def test_every_text_has_a_name_and_a_language(desk, path):
    article = make_article(title={"is": "Titill"})

    page = desk.get(page_of(article)).content.decode()

    assert f'data-unit="{path}"' in page
    assert 'lang="en"' in page
