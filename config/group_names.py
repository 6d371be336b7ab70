"""The roles' groups by the names that people know them by. What is stored is English and never changes."""

from articles import roles
from comments import roles as comment_roles

NAMES = roles.NAMES | comment_roles.NAMES


def shown(group) -> str:
    """ "Höfundar" for the writers; a group that somebody made is called what they called it."""
    return str(NAMES.get(group.name, group.name))
