"""The pages around mailed links: ask for one, and choose a password by one. A GET changes nothing."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.forms import SetPasswordForm
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from comments.limits import spend
from comments.networks import network_of
from config import invitations, known_browsers, lockout
from config.login import dressed

MOST_ASKED = 10  # in ten minutes from one network
SAFE = {"secure": settings.LANGUAGE_COOKIE_SECURE, "samesite": settings.LANGUAGE_COOKIE_SAMESITE}


class EmailForm(forms.Form):
    email = forms.EmailField(label=gettext_lazy("E-mail address"), max_length=254)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs |= {"autocomplete": "email", "autofocus": True}
        dressed(self.fields["email"])


class NewPasswordForm(SetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].widget.attrs["autofocus"] = True
        for field in self.fields.values():
            dressed(field)


def forgotten(request):
    """The same answer for every address: who works here is nobody's business."""
    form = EmailForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, "forgotten", _("Forgotten password"), form=form)
    if wait := spend("forgotten", network_of(request), MOST_ASKED):
        form.add_error(None, _("Too much was asked from your network. Try again in a few minutes."))
        page = _page(request, "forgotten", _("Forgotten password"), status=429, form=form)
        page["Retry-After"] = str(wait)
        return page
    invitations.recover(form.cleaned_data["email"], get_language())
    return _page(request, "forgotten_sent", _("Look into your mail"))


@sensitive_post_parameters("new_password1", "new_password2")
def choose(request, purpose, token):
    user, language = invitations.receiver(purpose, token)
    if user is None:
        return _page(request, "dead_link", _("This link is no longer valid"), status=410)
    if settings.LANGUAGE_COOKIE_NAME in request.COOKIES:
        return _choose(request, user)
    # A new colleague has not chosen a language yet: the desk speaks the one of the mail.
    with translation.override(language):
        response = _choose(request, user)
    response["Content-Language"] = language
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, path=settings.LANGUAGE_COOKIE_PATH, **SAFE)
    return response


def _choose(request, user):
    form = NewPasswordForm(user, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, "choose_password", _("Choose a password"), form=form, name=user.get_username())
    form.save()  # All sessions of this person end with it, and so does the link.
    messages.success(request, _("The password has been chosen. Sign in with it now."))
    response = HttpResponseRedirect(reverse("account_login"))
    # Whoever reads the person's mail is not a stranger who guesses.
    known_browsers.remember(request, response, lockout.hashed_name(user.get_username()))
    return response


def _page(request, template, title, *, status=200, **context):
    desk = admin.site.each_context(request)
    return render(request, f"account/{template}.html", {**desk, "title": title, **context}, status=status)
