"""A service for first drafts is wired by naming a function, and does no harm."""

import pytest

from articles import machine_translation
from articles.machine_translation import NoDraft, drafts
from articles.translations import MISSING, Text

TEXTS = [Text("title", "Já", "", MISSING), Text("lead", "<p>Nei.</p>", "", MISSING, is_prose=True)]


def english(request):
    assert (request.source_language, request.language) == ("is", "en")
    return [
        f"<script>x</script><b>{part.text}</b>\n" if part.is_prose else f" EN\n{part.text} " for part in request.parts
    ]


def nothing(request):
    return [None, ""]


def too_few(request):
    return ["Yes"]


def no_list(request):
    return "Yes"


def broken(request):
    raise RuntimeError("leynd")


def wire(settings, function):
    settings.MACHINE_TRANSLATION = f"{__name__}.{function.__name__}"


def test_none_is_wired(settings):
    assert not machine_translation.is_wired()


def test_drafts_are_cleaned_like_everything_that_is_written(settings):
    wire(settings, english)

    assert machine_translation.is_wired()
    assert drafts(TEXTS, "is", "en") == {"title": "EN Já", "lead": "<p><strong>Nei.</strong></p>"}


def test_what_cannot_be_translated_is_left_out(settings):
    wire(settings, nothing)

    assert drafts(TEXTS, "is", "en") == {}


@pytest.mark.parametrize("function", [too_few, no_list, broken])
def test_a_service_that_fails_gives_no_draft_and_its_words_are_not_logged(settings, caplog, function):
    wire(settings, function)

    with pytest.raises(NoDraft):
        drafts(TEXTS, "is", "en")

    assert "leynd" not in caplog.text


def test_a_service_that_takes_too_long_is_left_out(settings, monkeypatch):
    monkeypatch.setattr(machine_translation, "PATIENCE", 0)
    monkeypatch.setattr(machine_translation, "Thread", _Never)
    wire(settings, english)

    with pytest.raises(NoDraft):
        drafts(TEXTS, "is", "en")


class _Never:
    def __init__(self, **kwargs):
        pass

    def start(self):
        pass
