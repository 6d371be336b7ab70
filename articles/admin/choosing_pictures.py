"""A field that chooses a picture of the library, and shows which one it is."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.urls import reverse
from django.utils.html import format_html
from js_asset import Script


class PictureSelect(AutocompleteSelect):
    """Its thumbnail stands beside it; desk-pictures.js changes that with the choice."""

    known = None  # the picture that the row has already read, where Django would ask for each row's again

    def __init__(self, field, admin_site, attrs=None, **more):
        super().__init__(field, admin_site, {"class": "desk-picture", **(attrs or {})}, **more)

    @property
    def media(self):
        own = forms.Media(css={"all": ["css/desk-pictures.css"]}, js=[Script("js/desk-pictures.js", type="module")])
        return super().media + own

    def optgroups(self, name, value, attr=None):
        if self.known is None or [str(one) for one in value] != [str(self.known.pk)]:
            return super().optgroups(name, value, attr)
        none = self.create_option(name, "", "", False, 0)
        return [(None, [none, self.create_option(name, self.known.pk, str(self.known), True, 1)], 0)]

    def render(self, name, value, attrs=None, renderer=None):
        shown = str(value) if str(value or "").isdecimal() else ""
        return format_html(
            '<span class="desk-chosen">{}<img alt="" width="80" height="60" data-thumbnail="{}"{}></span>',
            super().render(name, value, attrs, renderer),
            reverse("admin:articles_picture_thumbnail", args=[0]),
            format_html(' src="{}"', reverse("admin:articles_picture_thumbnail", args=[shown]))
            if shown
            else format_html("{}", " hidden"),
        )


class ChoosesPicture:
    """Mixed into the admin, or an inline, of what has a picture."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "picture":
            kwargs["widget"] = PictureSelect(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
