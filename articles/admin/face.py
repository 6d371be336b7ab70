"""The face of the article's page: its fields in the order that they are read in, and what stands beside the form."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.admin.helpers import AdminReadonlyField
from django.forms import BoundField
from django.urls import reverse

from articles.admin.asked import may_write
from articles.checking import STOP
from articles.models import translated


@dataclass(frozen=True, slots=True)
class Tab:
    """One language of the page."""

    code: str
    name: str
    count: int
    stops: bool
    fields: dict  # the article's own texts in it, by name


class Face:
    """Mixed into the admin of articles, behind what finds `findings`."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        original = getattr(db_field, "translated_field", None)
        if field and (original or db_field.name == "picture"):
            widget = getattr(field.widget, "widget", field.widget)
            widget.attrs["data-unit"] = original.name if original else db_field.name
        return field

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        places = dict(_places(context))
        shown = [one | {"id": _id(one, places)} for one in context["findings"]]
        context |= {
            "is_fullwidth": "1",
            "checks": shown,
            "tabs": _tabs(context["adminform"], shown, self.translated_fields),
            "common": _named(context["adminform"], self.common_fields),
            "asked": _asked(request, obj),
            "saving": _saving(request),
        }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)


def _saving(request) -> dict:
    """What stands in the row of the save: as it was typed where the page comes back with errors."""
    return {"note": request.POST.get("note", ""), "substantive": request.POST.getlist("substantive")[-1:] != ["0"]}


def _asked(request, article) -> dict[str, str]:
    """Where the page's scripts ask while somebody types. Who only looks is not asked for anything."""
    if not may_write(request.user, article):
        return {}
    name = "admin:articles_article_{}".format
    if article is None:
        return {verb: reverse(name(f"{verb}_new")) for verb in ("preview", "findings")}
    return {verb: reverse(name(verb), args=[article.pk]) for verb in ("preview", "findings", "presence")}


def _tabs(adminform, findings, names) -> list[Tab]:
    known = _by_name(adminform)
    return [
        Tab(
            code,
            name,
            sum(one["language"] == code for one in findings),
            any(one["language"] == code and one["kind"] == STOP for one in findings),
            {field: known.get(translated.column(field, code)) for field in names},
        )
        for code, name in settings.LANGUAGES
    ]


def _named(adminform, names) -> list:
    known = _by_name(adminform)
    return [known[name] for name in names if name in known]


def _by_name(adminform) -> dict:
    """The page's fields, those that are only shown too."""
    return {_name(field): field for fieldset in adminform for line in fieldset for field in line}


def _name(field) -> str:
    return field.field["name"] if isinstance(field, AdminReadonlyField) else field.field.name


def _places(context) -> Iterator[tuple[tuple[str, str], str]]:
    """Where each text stands on the page: the id of its field, by its path and language."""
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += inline.formset.forms
    for form in forms:
        for field in form:
            if path := _attributes(field).get("data-unit"):
                own = _attributes(field).get("lang")
                yield from (((path, code), field.id_for_label) for code in ([own] if own else translated.languages()))


def _id(finding: dict, places: dict) -> str:
    """A row that is new on the page has no path there; its fields have names."""
    known = places.get((finding["path"], finding["language"]), "")
    return known or (f"id_{finding['field']}" if finding["field"] else "")


def _attributes(field: BoundField) -> dict:
    widget = field.field.widget
    return getattr(widget, "widget", widget).attrs
