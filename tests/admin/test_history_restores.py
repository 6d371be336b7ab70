"""Restoring brings rows and order back as a new revision. Nothing is deleted, and readers get nothing of it."""

from dataclasses import replace

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from articles import publishing, restoring, rows
from articles.manuscript import Dimension
from articles.models import Edition, Subject, Tag, Translator
from tests.admin.desk import said
from tests.admin.revising import history_page, make_saved_article, now, put, restore, save
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def somebody(client, role):
    user = User.objects.create_user(role.lower(), is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    return user


def test_rows_and_their_order_come_back(desk, editor):
    article = make_saved_article(dimensions=3, similarities=2, sources=1)
    first, content = article.revisions.get(), rows.read(article)
    one, _two, three = content.dimensions
    put(article, replace(content, dimensions=(three, one), similarities=(), sources=(), lead={}))

    response = restore(desk, article, first)

    assert response.status_code == 302
    assert now(article) == content
    assert said(response) == ["Gerð 1 var endurheimt sem ný gerð. Lesendur fá hana þegar hún er birt."]


def test_it_is_a_new_revision_with_a_note_and_the_others_stay(desk, editor):
    article = make_saved_article()
    first = article.revisions.get()
    save(article, lead="<p>Nýr.</p>")

    restore(desk, article, first)

    latest, *before = article.revisions.all()
    assert len(before) == 2
    assert (latest.by, latest.note) == (editor, "Eldri texti endurheimtur: gerð 1.")
    assert latest.manuscript == first.manuscript


def test_what_was_not_kept_is_kept_first(desk):
    article = make_saved_article()
    first = article.revisions.get()
    save(article, lead="<p>Nýr.</p>")
    article.refresh_from_db()
    article.lead_is = "<p>Breytt utan skrifborðsins.</p>"
    article.save()

    restore(desk, article, first)

    _latest, before = article.revisions.all()[:2]
    assert before.manuscript.lead == {"is": "<p>Breytt utan skrifborðsins.</p>"}
    assert before.note == "Eins og greinin var áður en gerð 1 var endurheimt."


def test_readers_get_nothing_of_it(desk, client):
    article = make_saved_article()
    first = article.revisions.get()
    save(article, lead="<p>Nýr.</p>")
    publishing.publish_all(article)

    restore(desk, article, first)

    edition = Edition.objects.get(article=article)
    assert edition.live_revision.manuscript.lead == {"is": "<p>Nýr.</p>"}
    assert publishing.differs(edition)


def test_what_is_shared_keeps_what_it_says_and_that_is_said(desk):
    article = make_saved_article(tags=("log",))
    first = article.revisions.get()
    save(article, lead="<p>Nýr.</p>")
    Subject.objects.filter(key="sala").update(definition_is="Þegar selt er.", name_is="Salan")
    Tag.objects.filter(key="log").update(name_is="Lögfræði")

    response = restore(desk, article, first)

    assert Subject.objects.get(key="sala").definition_is == "Þegar selt er."
    told = said(response)[1]
    assert told.startswith("3 atriði eru líka notuð í öðrum greinum")
    for name in ("Salan", "Salan: skilgreining", "Lögfræði"):
        assert name in told


def test_a_deleted_tag_and_subject_come_back(desk):
    article = make_saved_article(tags=("log",))
    first, content = article.revisions.get(), rows.read(article)
    put(article, replace(content, tags=()))
    Tag.objects.all().delete()

    restore(desk, article, first)

    assert [tag.key for tag in now(article).tags] == ["log"]


def test_a_side_that_took_the_place_of_another_gives_it_back(desk):
    article = make_saved_article(sides=["Kaffi", "Te", "Kakó"], dimensions=1)
    first, content = article.revisions.get(), rows.read(article)
    row = content.dimensions[0]
    put(
        article,
        replace(content, sides=(content.sides[2], content.sides[0]), dimensions=(replace(row, cells=row.cells[:1]),)),
    )

    restore(desk, article, first)

    assert now(article) == content


def test_restoring_what_stands_changes_nothing(desk):
    article = make_saved_article()
    first = article.revisions.get()

    response = restore(desk, article, first)

    assert article.revisions.count() == 1
    assert said(response) == ["Greinin er nú þegar eins og gerð 1."]


def test_what_fails_leaves_everything_as_it_was(desk, monkeypatch):
    article = make_saved_article()
    first = article.revisions.get()
    save(article, lead="<p>Nýr.</p>")
    before, count = now(article), article.revisions.count()

    def fail(*args):
        raise ValueError("Two sides are one.")

    monkeypatch.setattr(rows, "write_cells", fail)
    response = restore(desk, article, first)

    assert (now(article), article.revisions.count()) == (before, count)
    assert said(response) == ["Ekki er hægt að endurheimta gerð 1 og engu var breytt. Two sides are one."]


def test_whoever_saw_an_older_text_looks_first(desk):
    article = make_saved_article()
    first = article.revisions.get()
    seen = save(article, lead="<p>Nýr.</p>").pk
    save(article, lead="<p>Annarra.</p>")

    for version in (seen, "", "bull"):
        response = restore(desk, article, first, version=version)
        assert said(response)[-1].startswith("Einhver hefur vistað síðan þú opnaðir síðuna.")
        assert response.url.endswith(f"/history/?from={first.pk}&to=rows")

    assert now(article).lead == {"is": "<p>Annarra.</p>"}


def test_it_is_a_post_and_asks_for_a_token(desk, editor):
    article = make_saved_article()
    first = article.revisions.get()
    save(article, lead="<p>Nýr.</p>")
    address = f"/admin/articles/article/{article.pk}/history/{first.pk}/restore/"
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)

    assert desk.get(address).status_code == 405
    assert strict.post(address).status_code == 403
    assert now(article).lead == {"is": "<p>Nýr.</p>"}


def test_a_revision_of_another_article_is_not_restored(desk):
    article, other = make_saved_article(), make_saved_article(sides=["Kaffi", "Te"])

    assert restore(desk, article, other.revisions.get()).status_code == 404
    with pytest.raises(ValueError, match="another article"):
        restoring.restore(article, other.revisions.get(), 1)


def test_a_translator_compares_and_does_not_restore(client):
    article = make_saved_article()
    first = article.revisions.get()
    save(article, lead="<p>Nýr.</p>")
    Translator.objects.create(account=somebody(client, "Translators"), languages=["is"])

    page = client.get(history_page(article))

    assert page.status_code == 200
    assert "Endurheimta gerð" not in page.content.decode()
    assert restore(client, article, first).status_code == 403
    assert now(article).lead == {"is": "<p>Nýr.</p>"}


def test_a_writer_restores_an_own_draft_and_sees_no_other(client):
    writer = somebody(client, "Writers")
    own, other = make_article(publish=False), make_saved_article()
    own.created_by = writer
    own.save()
    first = publishing.keep(own)
    content = rows.read(own)
    put(own, replace(content, dimensions=(*content.dimensions, Dimension("nytt", {"is": "Nýtt"}))))

    assert "Endurheimta gerð 1" in client.get(history_page(own)).content.decode()
    assert restore(client, own, first).status_code == 302
    assert now(own) == content
    assert client.get(history_page(other)).status_code == 404
    assert restore(client, other, other.revisions.get()).status_code == 404


def test_a_moderator_sees_no_history(client):
    article = make_saved_article()
    somebody(client, "Moderators")

    assert client.get(history_page(article)).status_code == 403
    assert client.get(history_page(article), {"log": 1}).status_code in (302, 403)
    assert restore(client, article, article.revisions.get()).status_code == 403


def test_the_page_offers_what_may_be_done(desk):
    article = make_saved_article()
    first = article.revisions.get()
    save(article, lead="<p>Nýr.</p>")

    page = desk.get(history_page(article)).content.decode()

    assert f'/history/{first.pk}/restore/"' in page
    assert "Skoða gerð 1 eins og lesandi" in page
    assert "Birta vinnudrögin" in page


def test_the_draft_is_published_from_here(desk):
    article = make_saved_article()
    save(article, lead="<p>Nýr.</p>")
    offer = desk.get(history_page(article)).context["acts"].publish

    desk.post(offer.address, {"version": article.revisions.first().pk})

    assert article.editions.get().live_revision.manuscript.lead == {"is": "<p>Nýr.</p>"}
    assert desk.get(history_page(article)).context["acts"].publish is None


def test_a_revision_is_seen_as_its_readers_met_it(desk):
    article = make_saved_article(lead={"is": "<p>Gamli inngangurinn.</p>"})
    first = article.revisions.get()
    save(article, lead="<p>Nýr.</p>")
    address = f"/admin/articles/article/{article.pk}/history/{first.pk}/read/is/"

    assert desk.get(address).status_code == 405
    response = desk.post(address)

    page = desk.get(response.url)
    assert page.status_code == 200
    assert "Gamli inngangurinn." in page.content.decode()
    assert "noindex" in page.content.decode()


def test_a_reading_that_there_is_not_is_not_found(desk):
    article, other = make_saved_article(), make_saved_article(sides=["Kaffi", "Te"])
    start = f"/admin/articles/article/{article.pk}/history"

    assert desk.post(f"{start}/{article.revisions.get().pk}/read/xx/").status_code == 404
    assert desk.post(f"{start}/{other.revisions.get().pk}/read/is/").status_code == 404
