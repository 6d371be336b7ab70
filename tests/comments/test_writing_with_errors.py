"""What is wrong is said in words, above the form and at each field, and everything typed comes back."""

import re
from html import unescape

import pytest
from django.utils import translation

from comments.forms import CommentForm
from comments.models import Comment
from tests.comments.sending import make_token, send, token_in, typed, write_address
from tests.factories import make_comment, make_edition

pytestmark = pytest.mark.django_db


def errors(**fields):
    return {name: list(said) for name, said in CommentForm(typed(**fields)).errors.items()}


def area(response):
    return unescape(re.search(r"<textarea[^>]*>\n(.*?)</textarea>", response.content.decode(), re.DOTALL)[1])


def test_a_form_that_is_right_has_no_errors():
    assert errors() == {}
    assert errors(email="lesandi@þjónusta.is", replies="on") == {}


@pytest.mark.parametrize("name", ["", "   ", "\u200b", "\u202e\u200d", "\u0301", "\xad"])
def test_a_name_that_nobody_sees_is_none(name):
    assert errors(name=name) == {"name": ["Skrifaðu nafnið þitt."]}


@pytest.mark.parametrize("name", ["Æ", "Lesandi", "العربية", "🙂", "李", "1", "a" * 80, "Jón\u200d"])
def test_a_name_may_be_written_in_every_script(name):
    assert errors(name=name) == {}


def test_a_name_has_one_line_and_eighty_characters():
    assert errors(name="a" * 81) == {"name": ["Hér er 81 stafur. Mest mega þeir vera 80."]}
    assert errors(name="Les\nandi") == {
        "name": ["Hér er tákn sem ekki er hægt að geyma: U+000A. Fjarlægðu það og reyndu aftur."]
    }


def test_space_around_a_name_goes():
    form = CommentForm(typed(name="  Hildur  Ösp "))

    assert form.is_valid()
    assert form.cleaned_data["name"] == "Hildur  Ösp"


@pytest.mark.parametrize("text", ["", "Takk!", "   123456789   ", "\n\n\n\n\n\n\n\n\n\n\n\n"])
def test_a_text_has_ten_characters_at_least(text):
    assert errors(text=text) == {"text": ["Skrifaðu að minnsta kosti 10 stafi."]}


@pytest.mark.parametrize(
    "text", ["1234567890", "🙂" * 10, "a" * 5000, "🙂" * 5000, "a\r\n" * 2500, "b" * 5000 + "\n\n  "]
)
def test_a_text_may_have_ten_to_five_thousand_characters(text):
    assert errors(text=text) == {}


def test_space_before_a_text_stays_and_space_after_it_goes():
    form = CommentForm(typed(text="\n   Inndregin lína\r\n og önnur \t\r\n"))

    assert form.is_valid()
    assert form.cleaned_data["text"] == "\n   Inndregin lína\n og önnur"


def test_a_text_that_is_too_long_is_refused_and_never_cut(client):
    text = "a" * 5000 + "🙂"

    response = send(client, make_edition(), text=text)

    assert response.status_code == 422
    assert "Hér er 5.001 stafur. Mest mega þeir vera 5.000." in response.content.decode()
    assert area(response) == text
    assert "maxlength" not in response.content.decode()
    assert not Comment.objects.exists()


def test_what_cannot_be_kept_is_named_and_the_rest_comes_back(client):
    response = send(client, make_edition(), text="Gott\0 að vita af þessu")

    assert response.status_code == 422
    assert "Hér er tákn sem ekki er hægt að geyma: U+0000." in response.content.decode()
    assert area(response) == "Gott\0 að vita af þessu"


@pytest.mark.parametrize(
    "email", ["a", "a@b", "a b@example.is", "@example.is", "a@example.is\0", "a@example.is,b@example.is"]
)
def test_an_address_must_be_one(email):
    assert errors(email=email) == {"email": ["Skrifaðu netfangið svona: nafn@example.is."]}


def test_an_address_may_not_be_longer_than_it_is_kept():
    long = f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.example.is"

    assert len(long) == 254
    assert errors(email=long) == {}
    assert errors(email=f"x{long}") == {"email": ["Netfangið er of langt."]}


def test_whoever_wants_to_hear_of_replies_gives_an_address():
    said = "Skrifaðu netfangið þitt ef þú vilt fá að vita af svörum."

    assert errors(replies="on") == {"email": [said]}
    assert errors(replies="on", email="a") == {"email": ["Skrifaðu netfangið svona: nafn@example.is."]}


def test_a_machine_that_fills_the_trap_with_anything_hears_of_no_error():
    assert errors(website="\0" + "x" * 100_000) == {}


def test_the_summary_stands_first_and_has_the_focus(client):
    response = send(client, make_edition(), name="", text="Takk!", email="lesandi@example.is")

    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Villa: Skrifa athugasemd – Munur</title>" in page
    assert '<div class="errors" role="alert" tabindex="-1" id="villur" autofocus>' in page
    assert '<li><a href="#c-nafn">Skrifaðu nafnið þitt.</a></li><li><a href="#c-texti">' in page
    assert page.index('id="villur"') < page.index('id="c-nafn"')


def test_each_field_says_the_same_and_is_tied_to_it(client):
    page = send(client, make_edition(), name="", text="Takk!").content.decode()

    assert '<p class="err" id="c-nafn-v">Skrifaðu nafnið þitt.</p>' in page
    assert 'aria-invalid="true" aria-describedby="c-nafn-v"' in page
    assert '<p class="err" id="c-texti-v">Skrifaðu að minnsta kosti 10 stafi.</p>' in page
    assert 'aria-describedby="c-texti-v c-texti-h" aria-invalid="true"' in page
    assert page.count("aria-invalid") == 2


def test_everything_typed_comes_back_with_the_token(client):
    edition = make_edition()
    token = make_token(edition)

    response = send(client, edition, token=token, name='"><script>', email='a"b', text="'<x>&", replies="on")

    page = response.content.decode()
    assert 'value="&quot;&gt;&lt;script&gt;"' in page
    assert 'value="a&quot;b"' in page
    assert area(response) == "'<x>&"
    assert 'name="replies" checked' in page
    assert token_in(response) == token


def test_a_token_that_is_not_ours_does_not_come_back(client):
    page = send(client, make_edition(), token='"><b>', name="").content.decode()

    assert 'name="token"' not in page


def test_after_the_error_is_mended_the_same_form_stores(client):
    edition = make_edition()
    token = token_in(send(client, edition, name=""))

    assert send(client, edition, token=token).status_code == 303


@pytest.mark.parametrize("change", [{"state": "held"}, {"state": "spam"}, {"state": "removed"}, "another article"])
@pytest.mark.parametrize("step", ["send", "preview"])
def test_an_answer_to_what_is_not_there_keeps_the_text_and_may_go_alone(client, change, step):
    edition = make_edition()
    parent = make_comment() if change == "another article" else make_comment(edition=edition, **change)
    before = Comment.objects.count()

    response = send(client, edition, parent=parent.pk, step=step)

    page = response.content.decode()
    assert response.status_code == 422
    assert "Athugasemdin sem þú svarar er ekki lengur hér." in page
    assert area(response) == typed()["text"]
    assert f'action="{write_address(edition)}"' in page
    assert 'name="token"' not in page
    assert Comment.objects.count() == before
    assert parent.text not in page


def test_there_is_no_page_for_an_answer_to_what_is_not_there(client):
    edition = make_edition()
    held = make_comment(edition=edition, state=Comment.State.HELD)

    for pk in (held.pk, make_comment().pk, held.pk + 1000):
        assert client.get(write_address(edition, pk)).status_code == 404


def test_errors_are_said_in_english_on_english_pages(client):
    edition = make_edition(language="en")

    with translation.override("en"):
        page = send(client, edition, name="", text="Thanks!").content.decode()

    assert "<title>Error: Write a comment – Munur</title>" in page
    assert "Write your name." in page
    assert "Write at least 10 characters." in page
