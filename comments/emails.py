"""The form with one e-mail address, for those who want to follow a thread or see what they wrote."""

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.forms import LONGEST_EMAIL, TrapField


class EmailForm(forms.Form):
    email = forms.EmailField(
        max_length=LONGEST_EMAIL,
        error_messages={
            "required": _("Write your e-mail address."),
            "invalid": _("Write the e-mail address like this: name@example.is."),
            "max_length": _("The e-mail address is too long."),
        },
    )
    website = TrapField()

    def clean_email(self):
        email = self.cleaned_data["email"].casefold()  # as it is kept; that may make it longer
        if len(email) > LONGEST_EMAIL:
            raise forms.ValidationError(self.fields["email"].error_messages["max_length"], code="max_length")
        return email

    @property
    def is_trapped(self) -> bool:
        return bool(self.cleaned_data["website"])
