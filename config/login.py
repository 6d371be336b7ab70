"""The way into the desk: the name and the password. What comes after them is in config/second_factor.py."""

from math import ceil

from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.account.forms import ReauthenticateForm
from allauth.account.internal.stagekit import clear_login
from allauth.account.views import LoginView, ReauthenticateView
from django.contrib import admin
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from unfold.widgets import BASE_INPUT_CLASSES

from config import lockout


def dressed(field) -> None:
    """The field in Unfold's clothes. A placeholder would only say the label again."""
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs["class"] = " ".join(BASE_INPUT_CLASSES)


class OnTheDesk:
    """A page of allauth among the pages of the desk."""

    title = ""

    def get_context_data(self, **context) -> dict:
        desk = admin.site.each_context(self.request)
        return {**desk, **super().get_context_data(**context), "title": self.title}


class LoginForm(AllauthLoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name")
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""
        self.fields["login"].widget.attrs["autofocus"] = True
        for field in self.fields.values():
            dressed(field)

    def add_prefix(self, field_name: str) -> str:
        """What password managers know from before: the field is called `username` on the page."""
        return "username" if field_name == "login" else field_name


class Login(OnTheDesk, LoginView):
    form_class = LoginForm
    template_name = "account/login.html"
    title = _("Sign in")


class AskAgainForm(ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Password")
        self.fields["password"].widget.attrs["autofocus"] = True
        dressed(self.fields["password"])


class AskAgain(OnTheDesk, ReauthenticateView):
    """Before what matters most the password is asked for again, if it was long ago."""

    form_class = AskAgainForm
    template_name = "account/reauthenticate.html"
    title = _("Your password, once more")


def change_password(request):
    """The admin's own page, where the old password may not be guessed at either."""
    if request.method == "POST" and not lockout.begin(request, request.user.get_username()):
        return refused(request)
    response = admin.site.password_change(request)
    if response.status_code == 302:
        lockout.was_right(request)
    return response


@require_POST
def start_over(request):
    """Somebody does not go on to the second factor."""
    clear_login(request)
    return HttpResponseRedirect(reverse("account_login"))


def refused(request, response=None, credentials=None):
    """What axes answers, and the second factor too, where there were too many guesses."""
    wait = lockout.wait(request)
    minutes = ceil(wait / 60)
    sentence = ngettext("Try again in %(count)s minute.", "Try again in %(count)s minutes.", minutes)
    told = {"title": _("Too many attempts to sign in"), "sentence": sentence % {"count": minutes}}
    page = render(request, "account/refused.html", {**admin.site.each_context(request), **told}, status=429)
    page["Retry-After"] = str(wait)
    return page
