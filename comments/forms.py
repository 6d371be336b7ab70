"""The form that a comment is written in, and what it says where something is missing."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from comments import text as texts
from comments.models import Address, Comment

LEAST = 10  # characters of a text
MOST = Comment._meta.get_field("text").max_length
LONGEST_NAME = Comment._meta.get_field("name").max_length
LONGEST_EMAIL = Address._meta.get_field("email").max_length


class NameField(forms.CharField):
    """One line that shows something."""

    default_error_messages = {"required": gettext_lazy("Write your name.")}

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.validators = []  # Django's say other words about the same: here each error has one sentence

    def clean(self, value):
        name = super().clean(value)
        if not any(map(_is_seen, name)):
            raise ValidationError(self.error_messages["required"], code="required")
        _refuse_unfit(name, lines=False)
        if len(name) > LONGEST_NAME:
            raise ValidationError(_too_long(len(name), LONGEST_NAME), code="max_length")
        return name


class TextField(forms.CharField):
    """The text as it is kept: neither trimmed at its beginning nor cut at its end."""

    def __init__(self, **kwargs):
        super().__init__(strip=False, required=False, **kwargs)
        self.validators = []

    def clean(self, value):
        text = texts.normalised(super().clean(value))
        _refuse_unfit(text)
        if len(text.strip()) < LEAST:
            raise ValidationError(_("Write at least %(least)s characters.") % {"least": LEAST}, code="min_length")
        if len(text) > MOST:
            raise ValidationError(_too_long(len(text), MOST), code="max_length")
        return text


class EmailField(forms.EmailField):
    """May be left empty."""

    default_error_messages = {"invalid": gettext_lazy("Write the e-mail address like this: name@example.is.")}

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)
        self.validators = list(self.default_validators)  # too long ones reach clean(), which has our words for them

    def clean(self, value):
        email = super().clean(value)
        if len(email.casefold()) > LONGEST_EMAIL:
            raise ValidationError(_("The e-mail address is too long."), code="max_length")
        return email


class TrapField(forms.CharField):
    """A field that people do not see. Whatever a machine writes there is taken: the comment is kept, as spam."""

    def __init__(self, **kwargs):
        super().__init__(strip=False, required=False, **kwargs)
        self.validators = []


class CommentForm(forms.Form):
    """What a reader writes. No other field reaches the comment, whatever is sent."""

    name = NameField()
    email = EmailField()
    text = TextField()
    replies = forms.BooleanField(required=False)
    website = TrapField()

    def clean(self):
        if self.cleaned_data.get("replies") and self.cleaned_data.get("email") == "":
            self.add_error("email", _("Write your e-mail address if you want to hear of replies."))


def _refuse_unfit(text: str, lines: bool = True) -> None:
    if unfit := texts.unfit(text, lines):
        said = _("A character cannot be kept: %(character)s. Remove it and try again.")
        raise ValidationError(said % {"character": _called(unfit)}, code="unfit")


def _called(character: str) -> str:
    return f"U+{ord(character):04X}"


def _too_long(count: int, most: int) -> str:
    said = ngettext(
        "There are %(count)s characters here. At most %(most)s are allowed.",
        "There are %(count)s characters here. At most %(most)s are allowed.",
        count,
    )
    return said % {"count": _number(count), "most": _number(most)}


def _number(count: int) -> str:
    """As the language of the page writes it: 5.000, 5,000."""
    return number_format(count, force_grouping=True)


def _is_seen(character: str) -> bool:
    """Whether it leaves a mark on the page: marks that only combine, and what is invisible, need another one."""
    return unicodedata.category(character)[0] in "LNPS"
