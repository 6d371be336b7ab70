"""Who may do what at the desk: the one place that every route asks.

A role is a group with permissions. What follows from a permission is decided here and nowhere else, so a site may
change the groups, or give a person a permission without any.
"""

from django.conf import settings
from django.utils.translation import pgettext_lazy

from articles.models import Article, Edition, Subject, Translator

State = Edition.State
CATALOGUE = ("article", "subject", "author", "tag", "page", "picture")
ALL = ("add", "change", "delete", "view")

WRITERS, EDITORS, TRANSLATORS = "Writers", "Editors", "Translators"
NAMES = {
    WRITERS: pgettext_lazy("role", "Writers"),
    EDITORS: pgettext_lazy("role", "Editors"),
    TRANSLATORS: pgettext_lazy("role", "Translators"),
}
GROUPS = {
    WRITERS: ("add_article", "add_subject", "add_picture", "view_subject", "view_author", "view_tag", "view_picture"),
    EDITORS: (
        *(f"{verb}_{model}" for model in CATALOGUE for verb in ALL),
        "publish_edition",
        "view_translator",
        "add_translator",
        "change_translator",
        "delete_translator",
    ),
    TRANSLATORS: (
        "view_article",
        "translate_edition",
        "view_subject",
        "view_author",
        "view_tag",
        "view_page",
        "view_picture",
    ),
}


def may(user, verb: str, thing: Article | Edition | Subject | None = None) -> bool:
    """Whether the person may do that to the thing; to one at least, or to a new one, where none is named.

    Verbs: see, history, compare, export, preview; add; write (every field), delete, restore; submit; publish; share;
    picture; "translate:en" (the fields of that language), "import:en". Raises KeyError for another.
    """
    name, _colon, language = verb.partition(":")
    rule = RULES[name]
    if not (user.is_active and user.is_staff):
        return False
    return user.is_superuser or rule(user, thing, language)


def languages(user, thing: Article | Edition | Subject | None = None) -> tuple[str, ...]:
    """Those that the person may write the thing's texts in, in the site's order."""
    return tuple(code for code, _name in settings.LANGUAGES if may(user, f"translate:{code}", thing))


def only_own(user) -> bool:
    """Whether of all articles the person sees those alone that they began."""
    return not (user.is_superuser or _sees_all(user))


def translates(user) -> tuple[str, ...]:
    """The languages that were given to the person as a translator."""
    if not user.has_perm("articles.translate_edition"):
        return ()
    if not hasattr(user, "_translates"):
        given = Translator.objects.filter(account=user).values_list("languages", flat=True).first()
        user._translates = tuple(given or ())
    return user._translates


def _see(user, thing, _language) -> bool:
    return _sees_all(user) or (user.has_perm("articles.add_article") and (thing is None or _is_own(user, thing)))


def _write(user, thing, _language) -> bool:
    if user.has_perm("articles.change_article"):
        return True
    return user.has_perm("articles.add_article") and (thing is None or (_is_own(user, thing) and _is_unread(thing)))


def _translate(user, thing, language) -> bool:
    if isinstance(thing, Subject):
        return _translate_subject(user, thing, language)
    return _write(user, thing, language) or language in translates(user)


def _translate_subject(user, subject, language) -> bool:
    """What readers of the language have already, an editor changes: it reaches them at once."""
    if user.has_perm("articles.change_subject"):
        return True
    return language in translates(user) and not Edition.objects.live(language).filter(subjects=subject).exists()


def _submit(user, thing, language) -> bool:
    if isinstance(thing, Edition):
        return _translate(user, thing, thing.language)
    return _write(user, thing, language) or (thing is None and bool(translates(user)))


def _has(permission):
    return lambda user, _thing, _language: user.has_perm(permission)


RULES = {
    **dict.fromkeys(("see", "history", "compare", "export", "preview"), _see),
    **dict.fromkeys(("write", "restore"), _write),
    **dict.fromkeys(("translate", "import"), _translate),
    "add": _has("articles.add_article"),
    "delete": _has("articles.delete_article"),
    "submit": _submit,
    "share": _submit,
    "publish": _has("articles.publish_edition"),
    "picture": _has("articles.add_picture"),
}


def _sees_all(user) -> bool:
    return any(user.has_perm(f"articles.{name}") for name in ("view_article", "change_article"))


def _article(thing) -> Article:
    return thing.article if isinstance(thing, Edition) else thing


def _is_own(user, thing) -> bool:
    return _article(thing).created_by_id == user.pk


def _is_unread(thing) -> bool:
    """No edition of the article has been given to readers, or waits to be."""
    return all(edition.state in (State.DRAFT, State.REVIEW) for edition in _article(thing).editions.all())
