"""Texts in several languages on one page: a tab for each, and the editor for prose."""

import json

import js_asset
from django.conf import settings
from django.contrib.admin.widgets import AdminTextareaWidget
from django.utils.text import capfirst
from django.utils.translation import gettext
from django_prose_editor.fields import ProseEditorFormField

from articles.models import translated
from articles.models.fields import ProseField

# The buttons are those of the closed subset: nothing can be made that would be taken away again on saving.
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Link": {"enableTarget": False},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "NoSpellCheck": False,
    "Menu": {"groups": [{"group": "marks"}, {"group": "lists"}, {"group": "link"}, {"group": "history"}]},
}
# What is sent is cleaned where it is stored, by the model's field.
PROSE_EDITOR = {
    "form_class": ProseEditorFormField,
    "widget": AdminTextareaWidget,
    "config": {"extensions": EXTENSIONS},
}


def columns_of(fields, language: str) -> list[str]:
    return [translated.column(field, language) for field in fields]


class TextFields:
    """Prose is written in its editor, and a field is called what it is: the tab says in which language."""

    formfield_overrides = {ProseField: PROSE_EDITOR}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        original = getattr(db_field, "translated_field", None)
        if field and original:
            field.label = capfirst(original.verbose_name)
            field.widget.attrs["lang"] = db_field.language
        return field


def editor_words() -> js_asset.Script:
    """What the prose editor says on its buttons and in its dialog for links; it brings no Icelandic."""
    words = {
        "Edit Link": gettext("Edit link"),
        "URL": gettext("Address of the link"),
        "Update": gettext("Set link"),
        "bold": gettext("Bold"),
        "italic": gettext("Italic"),
        "unordered list": gettext("Bulleted list"),
        "ordered list": gettext("Numbered list"),
        "insert link": gettext("Link"),
        "remove link": gettext("Remove link"),
        "undo": gettext("Undo"),
        "redo": gettext("Redo"),
    }
    return js_asset.Script("js/desk-words.js", **{"data-words": json.dumps(words)})


class NonceMedia:
    """The prose editor's import map is an inline script, so it carries the request's nonce."""

    def render_change_form(self, request, context, *args, **kwargs):
        media = context["media"] + js_asset.Media(js=[editor_words()])
        context["media"] = js_asset.Media.from_media(media, nonce=str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **kwargs)


class LanguageTabs(NonceMedia, TextFields):
    """`common_fields` above, then a tab a language with `translated_fields`."""

    common_fields = ()
    translated_fields = ()

    def get_fieldsets(self, request, obj=None):
        tabs = [
            (name, {"fields": columns_of(self.translated_fields, code), "classes": ["tab", f"language-{code}"]})
            for code, name in settings.LANGUAGES
        ]
        return [(None, {"fields": self.common_fields}), *tabs]
