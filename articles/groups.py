"""The groups that stand for roles, made once. A group that somebody has changed is left as it is."""

from django.contrib.auth.models import Group, Permission

from articles import roles


def make(sender, using, **kwargs):
    """After the app's migrations, when its permissions are there."""
    make_groups("articles", roles.GROUPS, using)


def make_groups(app_label: str, groups: dict[str, tuple[str, ...]], using: str) -> None:
    """Those that are missing, with their permissions of the app."""
    for name, codenames in groups.items():
        group, made = Group.objects.using(using).get_or_create(name=name)
        if made:
            known = Permission.objects.using(using).filter(content_type__app_label=app_label)
            group.permissions.set(known.filter(codename__in=codenames))
