"""An editor says which languages a translator writes in; the owner may do so on the page of the user, too."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from articles import roles
from articles.models import Translator
from tests.admin.desk import change_page, opened, saved
from tests.factories import make_article

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/translator/"


def make_person(name, *groups):
    person = User.objects.create_user(name, is_staff=True)
    person.groups.set(Group.objects.filter(name__in=groups))
    return person


def client_of(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def translator():
    return make_person("thydandi", roles.TRANSLATORS)


@pytest.fixture
def editors_desk():
    return client_of(make_person("ritstjorn", roles.EDITORS))


def test_an_editor_gives_a_translator_languages(editors_desk, translator):
    response = editors_desk.post(f"{LIST}add/", {"account": translator.pk, "languages": ["en"]})

    assert response.status_code == 302
    assert Translator.objects.get().languages == ["en"]
    assert roles.translates(User.objects.get(pk=translator.pk)) == ("en",)


def test_what_is_given_holds_at_once(editors_desk, translator):
    article = make_article(publish=False, languages=("is", "en"))
    page = f"/admin/articles/article/{article.pk}/translate/en/"
    editors_desk.post(f"{LIST}add/", {"account": translator.pk, "languages": ["is"]})
    assert 'name="text ' not in client_of(translator).get(page).content.decode()
    row = Translator.objects.get()

    saved(editors_desk, change_page(row), {"languages": ["en", "is"]})

    assert Translator.objects.get().languages == ["is", "en"]
    assert roles.may(User.objects.get(pk=translator.pk), "translate:en", article)


def test_those_alone_are_offered_who_may_translate_and_have_nothing_yet(editors_desk, translator):
    others = [make_person("hofundur", roles.WRITERS), make_person("onnur", roles.TRANSLATORS)]
    Translator.objects.create(account=others[1], languages=["en"])
    html = editors_desk.get(f"{LIST}add/").content.decode()

    assert ">thydandi<" in html
    assert not any(f">{other.username}<" in html for other in others)
    response = editors_desk.post(f"{LIST}add/", {"account": others[0].pk, "languages": ["en"]})
    assert response.status_code == 200
    assert Translator.objects.count() == 1


@pytest.mark.parametrize("languages", [[], ["de"], ["en", "de"]])
def test_a_language_that_the_site_does_not_have_is_refused(editors_desk, translator, languages):
    response = editors_desk.post(f"{LIST}add/", {"account": translator.pk, "languages": languages})

    assert response.status_code == 200
    assert not Translator.objects.exists()


def test_a_translation_row_stays_with_its_person(editors_desk, translator):
    row = Translator.objects.create(account=translator, languages=["en"])
    other = make_person("onnur", roles.TRANSLATORS)

    saved(editors_desk, change_page(row), {"account": str(other.pk), "languages": ["is"]})

    assert Translator.objects.get().account == translator


def test_the_list_says_languages_in_words(editors_desk, translator):
    Translator.objects.create(account=translator, languages=["is", "en"])

    assert "Íslenska, English" in editors_desk.get(LIST).content.decode()


@pytest.mark.parametrize("group", [roles.WRITERS, roles.TRANSLATORS, "Moderators"])
def test_nobody_else_gives_languages(translator, group):
    client = client_of(make_person("annar", group))

    assert client.get(LIST).status_code == 403
    assert client.post(f"{LIST}add/", {"account": translator.pk, "languages": ["en"]}).status_code == 403
    assert not Translator.objects.exists()


def test_the_owner_does_it_on_the_page_of_the_user(desk, translator):
    page = change_page(translator)
    assert opened(desk, page).values["translator-TOTAL_FORMS"] == ["1"]

    saved(desk, page, rows={"translator": [{"languages": ["en"], "account": str(translator.pk), "id": ""}]})

    assert Translator.objects.get().languages == ["en"]
    assert opened(desk, page).values["translator-0-languages"] == ["en"]


def test_somebody_new_is_made_without_languages(desk):
    assert "translator-TOTAL_FORMS" not in opened(desk, "/admin/auth/user/add/").values
