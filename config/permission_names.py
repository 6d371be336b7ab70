"""Permissions in the words of the desk, and those alone that the desk asks for. What is stored is English."""

from django.apps import apps
from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

APPS = ("articles", "auth", "comments")
VERBS = {
    "add": pgettext_lazy("a permission", "add"),
    "change": pgettext_lazy("a permission", "change"),
    "delete": pgettext_lazy("a permission", "delete"),
    "view": pgettext_lazy("a permission", "view"),
}


def choices(field):
    """A form's field with those permissions, each in words."""
    field.queryset = field.queryset.filter(asked_for()).select_related("content_type")
    field.label_from_instance = shown
    return field


def asked_for() -> Q:
    """Of what has pages at the desk, and those that a model of ours names itself."""
    models = [model for model in apps.get_models() if model._meta.app_label in APPS]
    with_pages = [model._meta.model_name for model in models if admin.site.is_registered(model)]
    own = [codename for model in models for codename, _name in model._meta.permissions]
    of_desk = Q(content_type__app_label__in=APPS)
    return of_desk & (Q(content_type__model__in=with_pages) | Q(codename__in=own))


def shown(permission) -> str:
    """ "Greinar: breyta"; of one that is no such verb, its own sentence."""
    verb, _underscore, model = permission.codename.partition("_")
    kind = permission.content_type.model_class()
    if kind is None:
        return str(permission)
    name = str(kind._meta.verbose_name_plural)
    said = VERBS[verb] if verb in VERBS and model == permission.content_type.model else _(permission.name)
    return f"{name[:1].upper()}{name[1:]}: {said}"
