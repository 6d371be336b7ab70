"""The library of pictures at the desk."""

from io import BytesIO

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from articles import pictures, publishing, rows
from articles.models import Article, Picture, Side, Subject
from tests.admin.desk import change_page, opened, said, saved
from tests.articles.picturing import drawn, make_picture
from tests.factories import make_article, make_subject

pytestmark = pytest.mark.django_db

LIST, ADD = "/admin/articles/picture/", "/admin/articles/picture/add/"


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def upload(name="bud.jpg", content=None, **how) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content if content is not None else drawn(**{"size": (400, 300), **how}))


def put_in(client, *files, **more):
    return client.post(ADD, {"files": list(files), **more})


def person(*groups, name="hofundur") -> User:
    user = User.objects.create_user(name, is_staff=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def test_several_are_put_in_at_once_and_each_that_is_refused_is_told_why(admin_client):
    svg = upload("merki.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    html = upload("sida.png", b"<!doctype html><script>alert(1)</script>")
    response = put_in(admin_client, upload("ein.jpg"), svg, html, upload("tvaer.png", kind="PNG"), upload("aftur.jpg"))

    assert response.url == LIST
    told = said(response)
    assert len(told) == 5
    assert "merki.svg" in told[1]
    assert str(pictures.REASONS["svg"]) in told[1]
    assert str(pictures.REASONS["other"]) in told[2]
    assert Picture.objects.count() == 2
    assert {picture.added_by.username for picture in Picture.objects.all()} == {"admin"}


def test_a_name_of_a_file_is_text_and_nothing_else(admin_client):
    response = put_in(admin_client, upload("<img src=x onerror=alert(1)>.jpg", b"x"))
    html = admin_client.get(response.url).content.decode()

    assert "<img src=x" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;.jpg" in html


def test_one_picture_is_described_at_once(admin_client):
    response = put_in(admin_client, upload())

    assert response.url == change_page(Picture.objects.get())


def test_no_file_is_told_of(admin_client):
    response = put_in(admin_client)

    assert response.url == LIST
    assert len(said(response)) == 1


def test_an_animation_is_said_to_stand_still(admin_client):
    data = BytesIO()
    Image.new("RGB", (40, 30), "red").save(data, "GIF", save_all=True, append_images=[Image.new("RGB", (40, 30))])

    assert len(said(put_in(admin_client, upload("a.gif", data.getvalue())))) == 2


def test_a_picture_is_described_in_each_language_with_its_focal_point(admin_client):
    put_in(admin_client, upload())
    picture = Picture.objects.get()
    texts = {"alt_is": "Búð við götu", "alt_en": "A shop", "credit_is": "Mynd: Ritstjórn", "licence": "CC BY 4.0"}
    saved(admin_client, change_page(picture), {**texts, "focal_x": "20", "focal_y": "80"})
    picture.refresh_from_db()

    assert (picture.alt_is, picture.alt_en, picture.credit_is) == ("Búð við götu", "A shop", "Mynd: Ritstjórn")
    assert (picture.focal_x, picture.focal_y, picture.lacks) == (20, 80, [])


@pytest.mark.parametrize("typed", ["101", "-1", "x", "100000"])
def test_a_focal_point_is_in_the_picture(admin_client, typed):
    picture = make_picture()
    page = opened(admin_client, change_page(picture)).values
    response = admin_client.post(change_page(picture), {**page, "focal_x": typed})

    assert response.status_code == 200
    assert response.context["errors"]


def test_the_library_shows_what_is_used_and_what_lacks_words(admin_client):
    lacking = make_picture(alt_is="Búð")
    make_picture(digest="cd" * 32, alt_is="Sími", alt_en="A phone")
    article = make_article(publish=False)
    Side.objects.filter(article=article).update(picture=lacking)

    html = admin_client.get(LIST).content.decode()
    only_lacking = admin_client.get(f"{LIST}?lacks=1").content.decode()

    assert [html.count(text) for text in ("Búð", "Sími", 'class="is-warned"')] == [1, 1, 1]
    assert ("Búð" in only_lacking, "Sími" in only_lacking) == (True, False)


def test_a_longer_library_costs_no_more_queries(admin_client, django_assert_max_num_queries):
    for number in range(30):
        make_picture(digest=f"{number:064d}")

    with django_assert_max_num_queries(16):
        assert admin_client.get(LIST).content.decode().count("desk-alt") == 30


def test_a_picture_says_where_it_is_used_and_is_not_deleted_then(admin_client):
    picture, article = make_picture(alt_is="Búð"), make_article(publish=False)
    article.picture = picture
    article.save()
    publishing.publish(article.editions.get())
    Article.objects.update(picture=None)

    assert change_page(article) in admin_client.get(change_page(picture)).content.decode()
    for ask in (admin_client.get, admin_client.post):
        response = ask(f"{LIST}{picture.pk}/delete/", {"post": "yes"})
        assert response.url == change_page(picture)
        assert str(pictures.IN_USE) in said(response)
    assert Picture.objects.get() == picture


def test_an_unused_picture_is_deleted(admin_client):
    picture = make_picture()

    assert admin_client.post(f"{LIST}{picture.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not Picture.objects.exists()


def test_sizes_that_could_not_be_made_are_shown_and_tried_again(admin_client):
    picture = make_picture(error="OSError: no file", next_try_at=None, tries=5)

    assert "OSError: no file" in admin_client.get(change_page(picture)).content.decode()
    assert admin_client.get(f"{LIST}{picture.pk}/try-again/").status_code == 405
    admin_client.post(f"{LIST}{picture.pk}/try-again/")
    picture.refresh_from_db()

    assert (picture.tries, picture.error, picture.waits) == (0, "", True)


def test_a_picture_is_chosen_for_the_article_its_sides_and_a_subject(admin_client):
    article, subject, picture = make_article(publish=False), make_subject(), make_picture(alt_is="Búð")
    saved(admin_client, change_page(article), {"picture": str(picture.pk), "sides-1-picture": str(picture.pk)})
    saved(admin_client, change_page(subject), {"picture": str(picture.pk)})

    assert Article.objects.get().picture == picture
    assert [side.picture for side in Side.objects.order_by("position")] == [None, picture]
    assert Subject.objects.get(pk=subject.pk).picture == picture
    html = admin_client.get(change_page(article)).content.decode()
    assert html.count(f'src="{LIST}{picture.pk}/thumbnail/"') == 2


def test_more_sides_with_pictures_ask_no_more(admin_client):
    def queries(sides):
        article = make_article(sides=sides, publish=False)
        Side.objects.filter(article=article).update(picture=picture)
        with CaptureQueriesContext(connection) as counted:
            admin_client.get(change_page(article))
        return len(counted)

    picture = make_picture()
    queries(2)
    assert queries(2) == queries(5)


def test_a_thumbnail_leads_to_the_smallest_file(admin_client):
    put_in(admin_client, upload())
    picture = Picture.objects.get()
    address = f"{LIST}{picture.pk}/thumbnail/"

    assert admin_client.get(address).url == f"/media/{picture.file.name}"
    pictures.make_due()
    assert admin_client.get(address).url.endswith(f"{picture.digest}-320.jpg")
    assert admin_client.post(address).status_code == 405


def test_a_picture_put_in_from_another_page_is_chosen_there(admin_client):
    assert 'name="_popup"' in admin_client.get(f"{ADD}?_popup=1").content.decode()
    response = put_in(admin_client, upload(), _popup="1")

    assert response.status_code == 200
    assert "popup_response" in response.content.decode()
    assert put_in(admin_client, upload("a.svg", b"<svg/>"), _popup="1").url == f"{ADD}?_popup=1"


def test_a_writer_puts_in_and_describes_their_own_until_readers_see_them(client):
    writer, other = person("Writers"), make_picture(digest="cd" * 32)
    client.force_login(writer)
    put_in(client, upload())
    own = Picture.objects.get(added_by=writer)

    saved(client, change_page(own), {"alt_is": "Búð"})
    assert client.post(change_page(other), {"alt_is": "x"}).status_code == 403
    assert client.post(f"{LIST}{own.pk}/delete/", {"post": "yes"}).status_code == 403

    article = make_article(publish=False)
    article.picture = own
    article.save()
    publishing.publish(article.editions.get())
    assert client.post(change_page(own), {"alt_is": "x"}).status_code == 403
    assert Picture.objects.get(pk=own.pk).alt_is == "Búð"


@pytest.mark.parametrize("groups", [["Translators"], []])
def test_others_put_nothing_in(client, groups):
    client.force_login(person(*groups))

    assert put_in(client, upload()).status_code == 403
    assert client.get(ADD).status_code == 403
    assert not Picture.objects.exists()


def test_nobody_at_all_sees_the_library(client):
    picture = make_picture()

    for path in (LIST, ADD, change_page(picture), f"{LIST}{picture.pk}/thumbnail/"):
        assert client.get(path).status_code == 302
        assert "login" in client.get(path).url


def test_a_corrected_word_reaches_readers_at_once_and_leaves_nothing_unpublished(admin_client, client):
    put_in(admin_client, upload())
    picture, article = Picture.objects.get(), make_article(publish=False)
    article.picture = picture
    article.save()
    side = article.sides.select_related("subject").first()
    side.subject.picture = picture
    side.subject.save()
    edition = publishing.publish(article.editions.get())

    response = saved(admin_client, change_page(picture), {"alt_is": "Búð við götu"})

    assert len(said(response)) == 2
    edition.refresh_from_db()
    assert edition.live_revision.manuscript == rows.read(Article.objects.get())
    assert edition.live_revision.manuscript.sides[0].subject.picture.alt == {"is": "Búð við götu"}
    assert 'alt="Búð við götu"' in client.get(edition.get_absolute_url()).content.decode()
    assert len(said(saved(admin_client, change_page(picture)))) == 1  # nothing changed, nothing to tell of
