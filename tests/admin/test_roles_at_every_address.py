"""Every address of the desk as every role: who gets in by GET, who by POST. A new address needs a line here."""

import pytest

from articles.admin.verbs import VERBS
from comments.admin.verbs import VERBS as OF_COMMENTS
from tests.admin.walking import ROLES, address_of, lets_in, make_person, make_things, patterns

pytestmark = pytest.mark.django_db

# W writer, E editor, T translator (of English), M moderator, O owner. The article is a draft that the writer began.
# `…/<path:object_id>/`, the list of rules and a wish only lead to another address, which asks again.
MAY = {
    "search/": ("WETMO", "WETMO"),
    "": ("WETMO", "WETMO"),
    "i18n/setlang/": ("WETMO", "WETMO"),
    "login/": ("", ""),
    "login/code/": ("", ""),
    "login/over/": ("", ""),
    "login/again/": ("WETMO", "WETMO"),
    "login/forgotten/": ("WETMO", "WETMO"),
    "login/password/<str:purpose>/<str:token>/": ("", ""),
    "second-factor/": ("WETMO", ""),
    "second-factor/set-up/": ("WETMO", "WETMO"),
    "second-factor/remove/": ("", ""),  # nobody here has one yet, nor its codes
    "second-factor/codes/": ("", ""),
    "second-factor/codes/new/": ("WETMO", "WETMO"),
    "logout/": ("", "WETMO"),
    "password_change/": ("WETMO", "WETMO"),
    "password_change/done/": ("WETMO", ""),
    "autocomplete/": ("", ""),
    "jsi18n/": ("WETMO", ""),
    "r/<path:content_type_id>/<path:object_id>/": ("", ""),
    "articles/article/<int:pk>/edition/<slug:language>/<slug:verb>/ begin": ("", "WEO"),
    "articles/article/<int:pk>/edition/<slug:language>/<slug:verb>/ submit": ("", "WEO"),
    "articles/article/<int:pk>/edition/<slug:language>/<slug:verb>/ withdraw": ("", "WEO"),
    "articles/article/<int:pk>/edition/<slug:language>/<slug:verb>/ publish": ("", "EO"),
    "articles/article/<int:pk>/edition/<slug:language>/<slug:verb>/ publish_now": ("", "EO"),
    "articles/article/<int:pk>/edition/<slug:language>/<slug:verb>/ schedule": ("", "EO"),
    "articles/article/<int:pk>/edition/<slug:language>/<slug:verb>/ unschedule": ("", "EO"),
    "articles/article/<int:pk>/edition/<slug:language>/<slug:verb>/ expire": ("", "EO"),
    "articles/article/<int:pk>/edition/<slug:language>/<slug:verb>/ archive": ("", "EO"),
    "articles/article/<int:pk>/edition/<slug:language>/<slug:verb>/ revive": ("", "EO"),
    "articles/article/<int:pk>/publish-all/": ("", "EO"),
    "articles/article/": ("WETO", "WETO"),
    "articles/article/add/": ("WEO", "WEO"),
    "articles/article/<path:object_id>/history/": ("WETO", "WETO"),
    "articles/article/<path:object_id>/delete/": ("EO", "EO"),
    "articles/article/<path:object_id>/change/": ("WETO", "WETO"),
    "articles/article/<path:object_id>/": ("WETMO", "WETMO"),
    "articles/article/add/preview/": ("", "WEO"),
    "articles/article/<int:pk>/preview/": ("", "WETO"),
    "articles/article/add/findings/": ("", "WEO"),
    "articles/article/<int:pk>/findings/": ("", "WETO"),
    "articles/article/<int:pk>/presence/": ("", "WETO"),
    "articles/article/<int:pk>/history/<int:revision>/read/<slug:language>/": ("", "WETO"),
    "articles/article/<int:pk>/history/<int:revision>/restore/": ("", "WEO"),
    "articles/article/<int:pk>/shared/": ("WETO", "WETO"),
    "articles/article/<int:pk>/shared/<int:preview>/revoke/": ("", "WEO"),
    "articles/article/<int:pk>/shared/<int:preview>/answers-read/": ("", "WEO"),
    "articles/article/translations/": ("WETO", "WETO"),
    "articles/article/<int:pk>/translate/<slug:language>/": ("WETO", "WETO"),
    "articles/article/<int:pk>/translate/<slug:language>/assign/": ("", "EO"),
    "articles/article/<int:pk>/translate/<slug:language>/file.<slug:kind>": ("WETO", "WETO"),
    "articles/article/<int:pk>/translate/<slug:language>/read-in/": ("WETO", "WETO"),
    "articles/picture/<int:pk>/thumbnail/": ("WETO", ""),
    "articles/picture/<int:pk>/try-again/": ("", "EO"),
    "articles/picture/": ("WETO", "WETO"),
    "articles/picture/add/": ("WEO", "WEO"),
    "articles/picture/<path:object_id>/history/": ("WETO", "WETO"),
    "articles/picture/<path:object_id>/delete/": ("EO", "EO"),
    "articles/picture/<path:object_id>/change/": ("WETO", "EO"),
    "articles/picture/<path:object_id>/": ("WETMO", "WETMO"),
    "articles/subject/new/": ("WEO", "WEO"),
    "articles/author/": ("WETO", "WETO"),
    "articles/author/add/": ("EO", "EO"),
    "articles/author/<path:object_id>/history/": ("WETO", "WETO"),
    "articles/author/<path:object_id>/delete/": ("EO", "EO"),
    "articles/author/<path:object_id>/change/": ("WETO", "EO"),
    "articles/author/<path:object_id>/": ("WETMO", "WETMO"),
    "articles/tag/": ("WETO", "WETO"),
    "articles/tag/add/": ("EO", "EO"),
    "articles/tag/<path:object_id>/history/": ("WETO", "WETO"),
    "articles/tag/<path:object_id>/delete/": ("EO", "EO"),
    "articles/tag/<path:object_id>/change/": ("WETO", "EO"),
    "articles/tag/<path:object_id>/": ("WETMO", "WETMO"),
    "articles/page/": ("ETO", "ETO"),
    "articles/page/add/": ("EO", "EO"),
    "articles/page/<path:object_id>/history/": ("ETO", "ETO"),
    "articles/page/<path:object_id>/delete/": ("EO", "EO"),
    "articles/page/<path:object_id>/change/": ("ETO", "EO"),
    "articles/page/<path:object_id>/": ("WETMO", "WETMO"),
    "articles/subject/": ("WETO", "WETO"),
    "articles/subject/add/": ("WEO", "WEO"),
    "articles/subject/<path:object_id>/history/": ("WETO", "WETO"),
    "articles/subject/<path:object_id>/delete/": ("EO", "EO"),
    "articles/subject/<path:object_id>/change/": ("WETO", "EO"),
    "articles/subject/<path:object_id>/": ("WETMO", "WETMO"),
    "articles/translator/": ("EO", "EO"),
    "articles/translator/add/": ("EO", "EO"),
    "articles/translator/<path:object_id>/history/": ("EO", "EO"),
    "articles/translator/<path:object_id>/delete/": ("EO", "EO"),
    "articles/translator/<path:object_id>/change/": ("EO", "EO"),
    "articles/translator/<path:object_id>/": ("WETMO", "WETMO"),
    "comments/address/<int:pk>/forget/": ("MO", "MO"),
    "comments/address/": ("MO", "MO"),
    "comments/address/add/": ("", ""),
    "comments/address/<path:object_id>/history/": ("MO", "MO"),
    "comments/address/<path:object_id>/delete/": ("", ""),
    "comments/address/<path:object_id>/change/": ("MO", ""),
    "comments/address/<path:object_id>/": ("WETMO", "WETMO"),
    "comments/comment/bulk/": ("", ""),
    "comments/comment/undo/": ("", ""),
    "comments/comment/<int:pk>/decide/<slug:verb>/ approve": ("MO", "MO"),
    "comments/comment/<int:pk>/decide/<slug:verb>/ spam": ("MO", "MO"),
    "comments/comment/<int:pk>/decide/<slug:verb>/ remove": ("MO", "MO"),
    "comments/comment/<int:pk>/decide/<slug:verb>/ stand": ("MO", "MO"),
    "comments/comment/<int:pk>/decide/<slug:verb>/ hold": ("MO", "MO"),
    "comments/comment/<int:pk>/decide/<slug:verb>/ pin": ("MO", "MO"),
    "comments/comment/<int:pk>/decide/<slug:verb>/ unpin": ("MO", "MO"),
    "comments/comment/<int:pk>/undo/<int:decision>/": ("", "MO"),
    "comments/comment/": ("MO", "MO"),
    "comments/comment/add/": ("", ""),
    "comments/comment/<path:object_id>/history/": ("MO", "MO"),
    "comments/comment/<path:object_id>/delete/": ("O", "O"),
    "comments/comment/<path:object_id>/change/": ("MO", ""),
    "comments/comment/<path:object_id>/": ("WETMO", "WETMO"),
    "comments/letter/<int:pk>/try-again/": ("", "MO"),
    "comments/letter/": ("MO", "MO"),
    "comments/letter/add/": ("", ""),
    "comments/letter/<path:object_id>/history/": ("MO", "MO"),
    "comments/letter/<path:object_id>/delete/": ("O", "O"),
    "comments/letter/<path:object_id>/change/": ("MO", ""),
    "comments/letter/<path:object_id>/": ("WETMO", "WETMO"),
    "comments/rules/": ("WETMO", "WETMO"),
    "comments/rules/add/": ("", ""),
    "comments/rules/<path:object_id>/history/": ("MO", "MO"),
    "comments/rules/<path:object_id>/delete/": ("", ""),
    "comments/rules/<path:object_id>/change/": ("MO", "MO"),
    "comments/rules/<path:object_id>/": ("WETMO", "WETMO"),
    "comments/discussion/<int:article>/put/<slug:mode>/": ("", "MO"),
    "comments/discussion/": ("MO", "MO"),
    "comments/discussion/add/": ("", ""),
    "comments/discussion/<path:object_id>/history/": ("MO", "MO"),
    "comments/discussion/<path:object_id>/delete/": ("O", "O"),
    "comments/discussion/<path:object_id>/change/": ("MO", "MO"),
    "comments/discussion/<path:object_id>/": ("WETMO", "WETMO"),
    "comments/wish/<int:pk>/draft/": ("", "EO"),
    "comments/wish/<int:pk>/decline/": ("", "EO"),
    "comments/wish/<int:pk>/reopen/": ("", "EO"),
    "comments/wish/": ("EO", "EO"),
    "comments/wish/add/": ("WETMO", ""),
    "comments/wish/<path:object_id>/history/": ("EO", "EO"),
    "comments/wish/<path:object_id>/delete/": ("", ""),
    "comments/wish/<path:object_id>/change/": ("WETMO", ""),
    "comments/wish/<path:object_id>/": ("WETMO", "WETMO"),
    "auth/user/<id>/password/": ("O", "O"),
    "auth/user/invite/": ("O", "O"),
    "auth/user/": ("O", "O"),
    "auth/user/add/": ("O", "O"),
    "auth/user/<path:object_id>/history/": ("O", "O"),
    "auth/user/<path:object_id>/delete/": ("O", "O"),
    "auth/user/<path:object_id>/change/": ("O", "O"),
    "auth/user/<path:object_id>/": ("WETMO", "WETMO"),
    "auth/group/": ("O", "O"),
    "auth/group/add/": ("O", "O"),
    "auth/group/<path:object_id>/history/": ("O", "O"),
    "auth/group/<path:object_id>/delete/": ("O", "O"),
    "auth/group/<path:object_id>/change/": ("O", "O"),
    "auth/group/<path:object_id>/": ("WETMO", "WETMO"),
    "^(?P<app_label>articles|comments|auth)/$": ("WETO", "WETO"),
    "(?P<url>.*)$": ("", ""),
}
# Addresses without a person: signing in, asking for a new password, and choosing the desk's language.
FOR_NOBODY = {"login/", "login/forgotten/", "i18n/setlang/"}
VERB = "<slug:verb>"


def named() -> dict[str, tuple[str, dict]]:
    """Each line of the table with its pattern and values: the verbs of editions and comments have a line each."""
    found = {}
    for pattern in patterns():
        if pattern.startswith("articles/") and VERB in pattern:
            found |= {f"{pattern} {verb}": (pattern, {"verb": verb}) for verb in VERBS}
        elif VERB in pattern:
            found |= {f"{pattern} {verb}": (pattern, {"verb": verb}) for verb in OF_COMMENTS}
        else:
            # A writer and a translator of English meet where something is translated into English.
            values = {"language": "en" if "/translate/" in pattern else "is"}
            found[pattern] = (pattern, values)
    return found


def test_each_address_has_a_line_and_each_line_an_address():
    assert set(named()) == set(MAY)


@pytest.mark.parametrize("letter", ROLES)
def test_each_role_gets_in_where_the_table_says_and_nowhere_else(client, letter):
    writer = make_person("W")
    person = writer if letter == "W" else make_person(letter)
    things = make_things(writer)
    wrong = []
    for line, (pattern, values) in named().items():
        if line not in MAY:
            continue  # the test above says so
        address = address_of(pattern, things, **values)
        client.force_login(person)
        got = tuple(lets_in(client, method, address) for method in ("get", "post"))
        if got != tuple(letter in letters for letters in MAY[line]):
            wrong.append(f"{line} {got}")

    assert not wrong, "\n".join(wrong)


def test_nobody_gets_in_without_signing_in(client):
    things = make_things()
    got_in = set()
    for line, (pattern, values) in named().items():
        address = address_of(pattern, things, **values)
        if any(lets_in(client, method, address) for method in ("get", "post")):
            got_in.add(line)

    assert got_in == FOR_NOBODY


def test_of_somebody_elses_article_a_writer_sees_nothing(client):
    client.force_login(make_person("W"))
    things = make_things()
    for line, (pattern, values) in named().items():
        # The short address leads to the page, which asks.
        is_of_article = pattern.startswith("articles/article/<") and pattern != "articles/article/<path:object_id>/"
        if is_of_article:
            address = address_of(pattern, things, **values)
            assert not any(lets_in(client, method, address) for method in ("get", "post")), line


@pytest.mark.parametrize(("letter", "status"), [("W", 200), ("E", 200), ("T", 200), ("M", 403)])
def test_names_are_completed_for_those_who_see_the_things(client, letter, status):
    client.force_login(make_person(letter))
    asked = {"app_label": "articles", "model_name": "side", "field_name": "subject", "term": "sa"}

    assert client.get("/admin/autocomplete/", asked).status_code == status
