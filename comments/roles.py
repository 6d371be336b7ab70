"""Moderators: what readers say, and nothing of what editors write."""

from django.contrib.auth.models import Group, Permission
from django.utils.translation import pgettext_lazy

from articles import groups
from articles.roles import EDITORS
from articles.roles import GROUPS as OF_ARTICLES

MODERATORS = "Moderators"
NAMES = {MODERATORS: pgettext_lazy("role", "Moderators")}
MODELS = ("comment", "address", "letter", "rules", "discussion")
GROUPS = {MODERATORS: tuple(f"{verb}_{model}" for model in MODELS for verb in ("view", "change"))}


WISHES = ("view_wish", "change_wish")  # for comparisons: whoever may write them all decides


def make(sender, using, **kwargs):
    """After the app's migrations, when its permissions are there."""
    groups.make_groups("comments", GROUPS, using)
    _let_editors_see_wishes(using)


def _let_editors_see_wishes(using: str) -> None:
    """Only as long as the group is just as `articles` makes it."""
    editors = Group.objects.using(using).filter(name=EDITORS).first()
    if editors and set(editors.permissions.values_list("codename", flat=True)) == set(OF_ARTICLES[EDITORS]):
        wishes = Permission.objects.using(using).filter(content_type__app_label="comments", codename__in=WISHES)
        editors.permissions.add(*wishes)
