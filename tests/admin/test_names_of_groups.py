"""The roles' groups are shown by their translated names, wherever one meets them."""

import json
import re
from html import unescape

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User

from tests.admin.desk import change_page, saved

GROUPS = "/admin/auth/group/"
WORDS = {
    "is": ["Höfundar", "Ritstjórar", "Þýðendur", "Umræðustjórar"],
    "en": ["Writers", "Editors", "Translators", "Moderators"],
}


@pytest.mark.parametrize("language", WORDS)
def test_lists_choices_and_titles_show_them_translated(desk, editor, language):
    desk.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    for address in (GROUPS, change_page(editor), "/admin/auth/user/invite/"):
        html = desk.get(address).content.decode()
        assert [word for word in WORDS[language] if word not in html] == [], address


def test_the_page_of_a_role_shows_its_name_and_does_not_let_it_be_changed(desk):
    writers = Group.objects.get(name="Writers")
    before = set(writers.permissions.all())

    assert "Höfundar" in desk.get(change_page(writers)).content.decode()
    saved(desk, change_page(writers), {"name": "Aðrir", "permissions": [before.pop().pk]})

    writers.refresh_from_db()
    assert (writers.name, writers.permissions.count()) == ("Writers", 1)


def test_a_group_that_somebody_made_keeps_its_name_and_may_get_another(desk):
    made = Group.objects.create(name="Prófarkalesarar")

    assert str(made) == "Prófarkalesarar"
    saved(desk, change_page(made), {"name": "Yfirlesarar"})

    assert Group.objects.filter(name="Yfirlesarar").exists()


def test_a_person_is_put_into_a_role_by_its_shown_name(desk):
    person = User.objects.create_user("nemandi", is_staff=True)
    moderators = Group.objects.get(name="Moderators")

    saved(desk, change_page(person), {"groups": [moderators.pk]})

    assert list(person.groups.all()) == [moderators]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("is", ["Greinar: breyta", "Útgáfur: birta útgáfur", "Notendur: eyða", "Óskir: skoða"]),
        ("en", ["Articles: change", "Editions: Can publish editions", "Wishes: view"]),
    ],
)
def test_permissions_are_told_in_words_and_those_that_the_desk_never_asks_for_are_left_out(desk, language, words):
    desk.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    for address in (change_page(Group.objects.get(name="Editors")), GROUPS + "add/"):
        html = desk.get(address).content.decode()
        options = re.findall(r"<option [^>]*>([^<]*)</option>", html)
        assert [word for word in words if word not in options] == [], address
        assert len(options) == len(set(options)) < 80
        assert not [one for one in options if "axes" in one.lower() or "Can add" in one or "Can view" in one]


@pytest.mark.parametrize("group", WORDS["en"])
def test_to_save_a_role_as_it_is_takes_nothing_away(desk, group):
    group = Group.objects.get(name=group)
    before = set(group.permissions.all())

    saved(desk, change_page(group))

    assert set(group.permissions.all()) == before


def test_scripts_of_the_page_of_a_group_get_their_words_from_it(desk):
    html = desk.get(GROUPS + "add/").content.decode()

    words = json.loads(unescape(re.search(r'data-words="([^"]*)"', html)[1]))
    assert words["(click to clear)"] == "(smelltu til að hreinsa)"
    assert words["Monday"] == "mánudagur"
    assert words["%s selected option not visible"] == ["%s valið atriði sést ekki", "%s valin atriði sjást ekki"]


def test_what_django_has_no_icelandic_for_is_icelandic_here(desk):
    html = desk.get("/admin/auth/user/add/").content.decode()

    assert "Innskráning með lykilorði" in html
    assert "Password-based" not in html
