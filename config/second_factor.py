"""The second factor: who has to show one, and where nothing is to be had without it.

Everything under /admin/ stands behind the middleware; only the ways in, listed here, are open. For readers' pages
somebody whose session has not shown its factor is nobody.
"""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from config.headers import Kind, kind_of

NOTHING, A_FACTOR, ITS_PROOF = "nothing", "a factor", "its proof"
OPEN = {
    "account_login",
    "mfa_authenticate",
    "desk_start_over",
    "desk_forgotten",
    "desk_choose_password",
    "set_language",
    "admin:logout",
}
TO_SET_UP = {"mfa_activate_totp", "account_reauthenticate"}


def lacking(request, user) -> str:
    """What this session lacks before it may do anything."""
    if not user.is_authenticated:
        return NOTHING
    if not has_one(user):
        return A_FACTOR if settings.STAFF_MFA_REQUIRED else NOTHING
    shown = any(record["method"] == "mfa" for record in get_authentication_records(request, user))
    return NOTHING if shown else ITS_PROOF


def has_one(user) -> bool:
    return Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def take_away(user) -> bool:
    """For somebody who has lost everything: the password alone opens again. False: there was nothing to take."""
    return bool(Authenticator.objects.filter(user=user).delete()[0])


class SecondFactorMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if kind_of(request.path_info) is not Kind.ADMIN:
            user = request.user  # Nobody is asked for yet: readers' pages do not touch the session.
            request.user = SimpleLazyObject(lambda: user if lacking(request, user) == NOTHING else AnonymousUser())
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        name = request.resolver_match.view_name
        if kind_of(request.path_info) is not Kind.ADMIN or name in OPEN:
            return None
        lack = lacking(request, request.user)
        if lack == NOTHING or (lack == A_FACTOR and name in TO_SET_UP):
            return None
        if lack == A_FACTOR:
            return HttpResponseRedirect(reverse("mfa_activate_totp"))
        # Signed in before the factor was set up, in another browser perhaps: that is over.
        logout(request)
        return redirect_to_login(request.get_full_path())
