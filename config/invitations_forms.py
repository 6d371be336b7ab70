"""The form by which a colleague is invited."""

from django import forms
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminEmailInputWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextInputWidget,
)

from config import invitations


class InvitationForm(forms.ModelForm):
    language = forms.ChoiceField(
        label=_("Language of the mail"), choices=settings.LANGUAGES, widget=UnfoldAdminSelectWidget
    )

    class Meta:
        model = User
        fields = ("username", "email", "groups")
        labels = {"username": _("User name"), "email": _("E-mail address"), "groups": _("Groups")}
        help_texts = {
            "username": _("What this person signs in with. Letters, digits and @/./+/-/_ only."),
            "groups": _("What this person may do at the desk."),
        }
        widgets = {
            "username": UnfoldAdminTextInputWidget,
            "email": UnfoldAdminEmailInputWidget,
            "groups": UnfoldAdminCheckboxSelectMultipleWidget,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].required = True
        self.fields["language"].initial = get_language()

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email, is_active=True, is_staff=True).exists():
            raise forms.ValidationError(_("Somebody at the desk has this address already."))
        return email

    @transaction.atomic
    def save(self, commit=True):
        """The account, without a password until one is chosen, and the mail, or neither."""
        user = super().save(commit=False)
        user.is_staff = True
        user.set_unusable_password()
        user.save()
        self.save_m2m()
        invitations.invite(user, self.cleaned_data["language"])
        return user
