from email import message_from_bytes

import pytest
from django.core import mail
from django.template import Template
from django.utils import translation

from comments import letters, outbox
from comments.models import Letter

pytestmark = pytest.mark.django_db

HOSTILE = "  <b>&amp; „gæsir“ {{ x }} %(title)s\n\n.\nFrom mér\t😀 \u202eabc\n" + "ö" * 1200


@pytest.fixture
def template(monkeypatch):
    """A template of our own: its source is what the test says."""

    def put(source):
        class Found:
            template = Template(source)

        monkeypatch.setattr(letters.loader, "get_template", lambda name: Found)

    return put


def write(**values):
    return letters.write(Letter.Kind.REPLY, "lesandi@example.is", "x.txt", values.pop("language", "is"), values)


def test_the_first_line_is_the_subject_and_the_rest_the_text(template):
    template("Efni bréfsins\n\nFyrsta lína.\n\nÖnnur lína.\n\n")

    letter = write()

    assert (letter.subject, letter.text) == ("Efni bréfsins", "Fyrsta lína.\n\nÖnnur lína.\n")
    assert Letter.objects.get() == letter


def test_what_was_typed_goes_out_with_the_same_characters(template):
    template("{{ title }}\n\n[{{ text }}]")

    letter = write(title="Munurinn á <a> & b", text=HOSTILE)
    outbox.send_due()

    assert letter.subject == "Munurinn á <a> & b"
    sent = message_from_bytes(mail.outbox[0].message().as_bytes())
    text = sent.get_payload(decode=True).decode(sent.get_content_charset())
    assert text.replace("\r\n", "\n") == f"[{HOSTILE}]\n"


def test_a_subject_is_one_line_and_not_too_long(template):
    template("{{ title }}\n\nTexti.")

    letter = write(title="Eitt\u2028tvö\x0bþrjú\rBcc: annar@example.is " + "orð " * 200)
    outbox.send_due()

    assert letter.subject.startswith("Eitt tvö þrjú Bcc: annar@example.is orð")
    assert len(letter.subject) <= letters.LONGEST_SUBJECT
    assert letter.subject.endswith("orð …")
    assert mail.outbox[0].recipients() == ["lesandi@example.is"]


@pytest.mark.parametrize(("language", "words"), [("is", "Staðfestu netfangið þitt"), ("en", "Confirm your e-mail")])
def test_a_letter_is_in_the_language_it_is_written_in(language, words):
    with translation.override("en" if language == "is" else "is"):
        letter = letters.write(
            Letter.Kind.CONFIRM, "a@example.is", "comments/mail/confirm.txt", language, {"link": "L"}
        )

    assert words in letter.subject
    assert letter.text.endswith("--\nMunur\nhttp://testserver\n") or "-- \nMunur" in letter.text
