"""The hands of somebody who signs in at the desk: password, code of the app, recovery codes."""

import re
import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth.models import User

PASSWORD = "leyniorð sem dugar"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def make_staff(*, name="ritstjori", email="ritstjori@example.org", password=PASSWORD, **fields) -> User:
    return User.objects.create_user(name, email, password, **{"is_staff": True, **fields})


def with_a_factor(user: User) -> list[str]:
    """Give the person an app with SECRET, and return the recovery codes."""
    TOTP.activate(user, SECRET)
    return RecoveryCodes.activate(user).get_unused_codes()


def code_now(secret: str = SECRET, steps: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def say_password(client, *, name="ritstjori", password=PASSWORD, peer="203.0.113.9", to="", **more):
    fields = {"username": name, "password": password, **({"next": to} if to else {})}
    return client.post("/admin/login/", fields, REMOTE_ADDR=peer, **more)


def say_code(client, code, *, peer="203.0.113.9"):
    return client.post("/admin/login/code/", {"code": code}, REMOTE_ADDR=peer)


def is_in(client) -> bool:
    return client.get("/admin/").status_code == 200


def key_on(page) -> str:
    return re.search(r'id="key">([A-Z2-7 ]+)<', page.content.decode())[1].replace(" ", "")


def codes_on(page) -> list[str]:
    return [code.replace(" ", "") for code in re.findall(r"<li><code>(\d{4} \d{4})</code>", page.content.decode())]


def has_an_app(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type="totp").exists()
