"""The form that asks for a comparison, and what it says where something is wrong."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments import text as texts
from comments import wishes
from comments.forms import NameField, TrapField


class ThingField(NameField):
    """A thing to compare: one line of at most 80 characters with a letter or a digit, and no web address."""

    default_error_messages = {"required": gettext_lazy("Write what should be compared.")}

    def __init__(self, language: str, **kwargs):
        super().__init__(**kwargs)
        self.language = language

    def clean(self, value):
        name = super().clean(value)
        if "://" in name or texts.links(name):
            raise ValidationError(_("Write what it is called, not a web address."), code="address")
        if not wishes.thing_key(name, self.language):
            raise ValidationError(self.error_messages["required"], code="required")
        return " ".join(name.split())


class WishForm(forms.Form):
    website = TrapField()

    def __init__(self, data, language: str):
        super().__init__(data)
        self.language = language
        self.fields |= {"first": ThingField(language), "second": ThingField(language)}

    @property
    def is_trapped(self) -> bool:
        return bool(self.cleaned_data.get("website"))

    def clean(self):
        names = [self.cleaned_data.get(name) for name in ("first", "second")]
        if all(names) and len({wishes.thing_key(name, self.language) for name in names}) == 1:
            self.add_error("second", _("Write two different things: these are the same."))
