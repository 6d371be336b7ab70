"""Who may do what: groups are made once, and each verb is asked of one function."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.db.models.signals import post_migrate

from articles import publishing, roles
from articles.models import Edition, Translator
from comments import roles as comment_roles
from tests.factories import make_article, make_subject

pytestmark = pytest.mark.django_db


def person(role=None, *, languages=(), **fields) -> User:
    user = User.objects.create_user(f"{role or 'enginn'}-{User.objects.count()}", is_staff=True, **fields)
    if role:
        user.groups.add(Group.objects.get(name=role))
    if languages:
        Translator.objects.create(account=user, languages=list(languages))
    return user


def migrated():
    for label in ("articles", "comments"):
        config = apps.get_app_config(label)
        post_migrate.send(config, app_config=config, verbosity=0, interactive=False, using="default", apps=apps)


def codenames(name) -> set[str]:
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


@pytest.mark.parametrize(("name", "wanted"), [*roles.GROUPS.items(), *comment_roles.GROUPS.items()])
def test_each_group_is_there_after_migration_with_all_its_permissions(name, wanted):
    assert codenames(name) - set(comment_roles.WISHES) == set(wanted)


def test_a_group_that_somebody_changed_is_left_alone():
    Group.objects.get(name=roles.WRITERS).permissions.clear()
    Group.objects.get(name=comment_roles.MODERATORS).permissions.add(
        Permission.objects.get(codename="view_article", content_type__app_label="articles")
    )

    migrated()

    assert codenames(roles.WRITERS) == set()
    assert "view_article" in codenames(comment_roles.MODERATORS)
    assert Group.objects.count() == 4


def test_editors_see_what_readers_wish_for():
    assert set(comment_roles.WISHES) <= codenames(roles.EDITORS)


def test_editors_whose_group_was_changed_get_no_wishes():
    editors = Group.objects.get(name=roles.EDITORS)
    editors.permissions.set(editors.permissions.filter(codename="view_article"))

    migrated()

    assert codenames(roles.EDITORS) == {"view_article"}


def test_a_missing_group_is_made_by_its_own_app():
    Group.objects.all().delete()

    migrated()

    assert {group.name for group in Group.objects.all()} == {*roles.NAMES, *comment_roles.NAMES}


def test_a_writer_writes_own_articles_until_one_edition_is_given_to_readers():
    writer = person(roles.WRITERS)
    own, others = make_article(languages=("is", "en"), publish=False), make_article(publish=False)
    type(own).objects.filter(pk=own.pk).update(created_by=writer)
    own.refresh_from_db()

    assert roles.may(writer, "write", own)
    assert roles.may(writer, "submit", own.editions.first())
    assert not roles.may(writer, "publish", own.editions.first())
    assert not any(roles.may(writer, verb, others) for verb in ("see", "write", "submit", "history", "delete"))

    publishing.submit(own.editions.first())
    assert roles.may(writer, "write", own)
    publishing.publish(own.editions.first())
    assert not roles.may(writer, "write", own)
    assert roles.may(writer, "see", own)


@pytest.mark.parametrize("state", ["published", "archived"])
def test_what_readers_have_had_no_writer_changes(state):
    writer, article = person(roles.WRITERS), make_article()
    type(article).objects.filter(pk=article.pk).update(created_by=writer)
    Edition.objects.filter(article=article).update(state=state)
    article.refresh_from_db()

    assert roles.languages(writer, article) == ()


def test_an_editor_may_everything_with_what_is_written():
    editor, article = person(roles.EDITORS), make_article()

    verbs = [verb for verb in roles.RULES if verb not in ("translate", "import")]
    assert all(roles.may(editor, verb, article) for verb in [*verbs, "translate:en", "import:is"])
    assert not editor.has_perm("comments.view_comment")


def test_a_translator_writes_the_given_languages_and_sees_the_rest():
    translator, article = person(roles.TRANSLATORS, languages=["en"]), make_article(languages=("is", "en"))

    assert roles.languages(translator, article) == ("en",)
    assert roles.may(translator, "see", article)
    assert roles.may(translator, "submit", article.editions.get(language="en"))
    assert not roles.may(translator, "submit", article.editions.get(language="is"))
    others = ("write", "publish", "add", "delete", "translate:is")
    assert not any(roles.may(translator, verb, article) for verb in others)


def test_a_translator_without_languages_writes_nothing():
    assert roles.languages(person(roles.TRANSLATORS), make_article()) == ()


def test_languages_without_the_permission_are_worth_nothing():
    assert roles.languages(person(languages=["en"]), make_article()) == ()


def test_a_translator_names_a_subject_until_readers_have_it():
    translator, subject = person(roles.TRANSLATORS, languages=["en"]), make_subject()
    used = make_article(languages=("is", "en")).sides.first().subject

    assert roles.may(translator, "translate:en", subject)
    assert not roles.may(translator, "translate:is", subject)
    assert not roles.may(translator, "translate:en", used)
    assert roles.may(person(roles.EDITORS), "translate:en", used)


def test_a_moderator_has_nothing_to_do_with_articles():
    moderator, article = person(comment_roles.MODERATORS), make_article()

    assert not any(roles.may(moderator, verb, article) for verb in roles.RULES)
    assert moderator.has_perm("comments.change_comment")


@pytest.mark.parametrize("fields", [{"is_active": False}, {"is_staff": False}])
def test_whoever_has_left_the_desk_may_nothing(fields):
    editor, owner = person(roles.EDITORS), person(is_superuser=True)
    for user in (editor, owner):
        for name, value in fields.items():
            setattr(user, name, value)

        assert not any(roles.may(user, verb) for verb in roles.RULES)


def test_an_owner_may_all_and_nobody_may_what_there_is_not():
    owner = person(is_superuser=True)

    assert all(roles.may(owner, verb, make_article()) for verb in roles.RULES)
    with pytest.raises(KeyError):
        roles.may(owner, "destroy")
