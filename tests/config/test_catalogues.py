import re
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.utils import translation

CATALOGUES = [file for folder in settings.LOCALE_PATHS for file in Path(folder).glob("is/LC_MESSAGES/django.po")]


def entries(file: Path) -> list:
    return [entry for entry in polib.pofile(str(file)) if not entry.obsolete]


def said(entry) -> object:
    return entry.msgstr_plural or entry.msgstr


def test_there_is_a_catalogue_in_each_place():
    assert len(CATALOGUES) == len(settings.LOCALE_PATHS)


@pytest.mark.parametrize("file", CATALOGUES, ids=str)
def test_every_string_has_its_icelandic(file):
    assert [entry.msgid for entry in entries(file) if entry.fuzzy or not entry.translated()] == []


@pytest.mark.parametrize("file", CATALOGUES, ids=str)
def test_what_is_compiled_is_what_is_written(file):
    compiled = polib.mofile(str(file.with_suffix(".mo")))

    assert {(entry.msgctxt, entry.msgid): said(entry) for entry in compiled} == {
        (entry.msgctxt, entry.msgid): said(entry) for entry in entries(file)
    }


@pytest.mark.parametrize("file", CATALOGUES, ids=str)
def test_a_translation_keeps_the_names_of_its_values(file):
    names = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
    wrong = [
        entry.msgid
        for entry in entries(file)
        for text in (entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr])
        if not set(names.findall(text)) <= set(names.findall(entry.msgid + entry.msgid_plural))
    ]

    assert wrong == []


@pytest.mark.parametrize("file", CATALOGUES, ids=str)
def test_quotes_are_icelandic(file):
    assert [entry.msgstr for entry in entries(file) if "“" in entry.msgstr and "„" not in entry.msgstr] == []


@pytest.mark.parametrize(
    ("number", "plural"), [(1, False), (2, True), (11, True), (21, False), (111, True), (121, False)]
)
def test_the_plural_follows_the_last_digit_but_not_of_eleven(number, plural):
    with translation.override("is"):
        assert translation.ngettext("entry", "entries", number) == ("færslur" if plural else "færsla")
