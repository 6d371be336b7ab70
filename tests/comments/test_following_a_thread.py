import pytest
from django.utils.html import escape

from comments import confirmation
from comments.models import Address, Comment, Discussion, Follow, Letter
from tests.comments.mailing import links, make_address, make_follow
from tests.factories import make_article, make_comment, make_edition

pytestmark = pytest.mark.django_db


def page(edition) -> str:
    return f"/umraeda/{edition.slug}/fylgjast-med/"


def follow(client, edition, email="hildur.osp@example.is", **fields):
    return client.post(page(edition), {"email": email, "website": "", **fields})


def test_the_page_has_a_form_and_sets_no_cookie(client):
    edition = make_edition()

    response = client.get(page(edition))

    text = response.content.decode()
    assert 'name="email"' in text
    assert edition.title in text
    assert response["Cache-Control"] == "private, no-store"
    assert not response.cookies
    assert 'content="noindex"' in text


def test_from_the_form_by_the_mail_to_the_first_notice(client):
    edition = make_edition()

    response = follow(client, edition, "  Hildur.Osp@Example.is ")
    make_comment(edition=edition, state=Comment.State.HELD).approve()
    assert Letter.objects.get().kind == Letter.Kind.CONFIRM

    [link] = links(Letter.objects.get())
    client.post(link, {"follow": Follow.objects.get().pk})
    make_comment(edition=edition, state=Comment.State.HELD).approve()

    assert response.status_code == 200
    assert "Ef netfangið er rétt bíður þar bréf" in response.content.decode()
    assert list(Letter.objects.filter(kind=Letter.Kind.FOLLOW).values_list("to", flat=True)) == [
        "hildur.osp@example.is"
    ]


def test_the_answer_tells_nobody_which_addresses_are_known(client):
    edition = make_edition()
    make_address(email="stadfest@example.is")
    make_address(email="ostadfest@example.is", confirmed=False)
    make_follow(article=edition.article, address=make_address(email="fylgist@example.is"))

    answers = {
        (answer.status_code, answer.content)
        for name in ("enginn", "stadfest", "ostadfest", "fylgist", "fylgist")
        for answer in [follow(client, edition, f"{name}@example.is")]
    }

    assert len(answers) == 1


def test_also_a_confirmed_address_must_say_so_by_mail(client):
    address = make_address(email="stadfest@example.is")

    follow(client, make_edition(), address.email)

    assert Follow.objects.get().confirmed_at is None
    assert Letter.objects.get().to == address.email


def test_whoever_follows_already_gets_no_mail(client):
    edition = make_edition()
    known = make_follow(article=edition.article)

    follow(client, edition, known.address.email)

    assert Follow.objects.get() == known
    assert not Letter.objects.exists()


def test_many_forms_make_one_mail_and_its_link_serves_all_threads(client):
    first, second = make_edition(), make_edition()

    follow(client, first)
    follow(client, second)
    follow(client, second)

    [link] = links(Letter.objects.get())
    text = client.get(link).content.decode()
    assert first.title in text
    assert second.title in text
    assert Follow.objects.count() == 2


def test_a_wish_made_anew_waits_as_long_as_a_new_one(client):
    edition = make_edition()
    old = make_follow(article=edition.article, confirmed=False)
    Follow.objects.update(created_at="2020-01-01T00:00Z", language="en")

    follow(client, edition, old.address.email)

    old.refresh_from_db()
    assert list(confirmation.waiting_follows(old.address)) == [old]
    assert old.language == "is"


GROWS_WHEN_FOLDED = f"a@{'.'.join(['ß' * 60] * 3)}.is"


@pytest.mark.parametrize(
    "email", [GROWS_WHEN_FOLDED, "", "ekki netfang", "a@b", f"{'a' * 250}@example.is", "<b>@x", "\0@\0"]
)
def test_what_is_no_address_comes_back_as_it_was_typed(client, email):
    response = follow(client, make_edition(), email)

    text = response.content.decode()
    assert response.status_code == 422
    assert "<title>Villa: Fylgjast með umræðunni" in text
    assert 'aria-invalid="true"' in text
    assert 'id="villur" autofocus' in text
    assert text.count('id="c-post-v"') == 1
    assert f'value="{escape(email)}"' in text
    assert not Address.objects.exists()


def test_the_trap_is_answered_alike_and_nothing_is_kept(client):
    edition = make_edition()

    trapped, honest = follow(client, edition, website="http://x.example"), follow(client, edition)

    assert trapped.content == honest.content
    assert Follow.objects.count() == 1


def test_too_many_forms_from_one_network_wait_with_the_address_kept(client):
    edition = make_edition()
    answers = [follow(client, edition, f"lesandi-{place}@example.is") for place in range(21)]

    last = answers[-1]
    assert [answer.status_code for answer in answers] == [200] * 20 + [429]
    assert int(last["Retry-After"]) > 0
    assert 'value="lesandi-20@example.is"' in last.content.decode()
    assert Follow.objects.count() == 20


def test_a_closed_thread_cannot_be_followed(client):
    edition = make_edition()
    Discussion.objects.create(article=edition.article, mode=Discussion.Mode.CLOSED)

    for response in (client.get(page(edition)), follow(client, edition)):
        assert response.status_code == 403
        assert "Lokað er fyrir athugasemdir" in response.content.decode()
    assert not Follow.objects.exists()


@pytest.mark.parametrize("article", [{"publish": False}, {"languages": ("en",)}], ids=str)
def test_only_what_is_live_in_this_language_can_be_followed(client, article):
    edition = make_article(**article).editions.get()

    assert client.get(page(edition)).status_code == 404
    assert follow(client, edition).status_code == 404


def test_a_form_of_another_site_is_refused(client):
    response = client.post(page(make_edition()), {"email": "a@example.is"}, headers={"origin": "https://evil.example"})

    assert response.status_code == 403
    assert not Address.objects.exists()


def test_an_english_thread_is_followed_in_english(client):
    edition = make_edition(language="en")

    client.post(f"/en/comments/{edition.slug}/follow/", {"email": "a@example.is"})

    assert Follow.objects.get().language == "en"
    assert Letter.objects.get().subject == "Confirm your e-mail address"


def test_what_is_wrong_is_said_first_and_the_heading_stays(client):
    text = follow(client, make_edition(), "rangt").content.decode()

    assert "<h1>Fylgjast með umræðunni</h1>" in text
    assert text.index('id="villur"') < text.index("Þú færð bréf þegar")
