"""What allauth asks of us: sentences of our own, no mails and no messages behind our backs."""

import time
from io import BytesIO

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from config import known_browsers, lockout


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("User name and password do not belong together. Mind capital letters."),
        "incorrect_password": _("The password is not right."),
    }

    def is_open_for_signup(self, request) -> bool:
        return False

    def is_ajax(self, request) -> bool:
        return False

    def add_message(self, *args, **kwargs) -> None:
        """Our pages say themselves what was done."""

    def send_mail(self, *args, **kwargs) -> None:
        """Mails are written in config/invitations.py and go through the outbox."""

    def post_login(self, request, user, **hooks):
        response = super().post_login(request, user, **hooks)
        known_browsers.remember(request, response, lockout.hashed_name(user.get_username()))
        return response

    def get_reauthentication_methods(self, user) -> list[dict]:
        return [{"id": "reauthenticate", "description": _("Password"), "url": reverse("account_reauthenticate")}]

    def is_reauthentication_required(self, *, app, **kwargs) -> bool:
        """Whoever signed in just now need not say the password again."""
        since = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
        records = get_authentication_records(context.request, context.request.user)
        return not any(record["at"] > since for record in records)


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("The code is not right, or it was used already. Wait for the next one."),
    }

    def get_totp_label(self, user) -> str:
        return user.get_username()

    def build_totp_svg(self, url: str) -> str:
        """On white also where the page is dark: cameras want dark on light."""
        import qrcode
        from qrcode.image.svg import SvgPathFillImage

        stream = BytesIO()
        qrcode.make(url, image_factory=SvgPathFillImage).save(stream)
        return stream.getvalue().decode()
