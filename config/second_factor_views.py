"""The pages of the second factor: it is shown, set up, looked after and given up."""

from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.views import AuthenticateView, IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from comments.limits import spend
from config import lockout
from config.login import OnTheDesk, dressed

AN_HOUR = 60 * 60  # seconds; a code is valid for a minute and a half


class CodeForm(AuthenticateForm):
    """A code of the app, or a recovery code."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label = _("Code")
        field.max_length = 20
        field.widget.attrs |= {"autofocus": True, "inputmode": "numeric"}
        dressed(field)

    def clean_code(self) -> str:
        if not lockout.begin(context.request, self.user.get_username(), lockout.CODE):
            raise ValidationError(_("There were too many attempts."))
        code = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP and not _is_fresh(self.user, code):
            raise ValidationError(_("This code was used already. Wait for the next one."))
        lockout.was_right(context.request)
        return code


class SecondStage(OnTheDesk, AuthenticateView):
    template_name = "mfa/authenticate.html"
    title = _("Second factor")

    def _build_forms(self):
        self.webauthn_form = None
        data = self.request.POST if self.request.method == "POST" else None
        self.auth_form = CodeForm(user=self.stage.login.user, data=data)
        return self.auth_form


class Overview(OnTheDesk, IndexView):
    template_name = "mfa/index.html"
    title = _("Second factor")

    def get_context_data(self, **context) -> dict:
        codes = Authenticator.objects.filter(user=self.request.user, type=Authenticator.Type.RECOVERY_CODES).first()
        left = len(codes.wrap().get_unused_codes()) if codes else 0
        return super().get_context_data(codes_left=left, **context)


class SetUpForm(ActivateTOTPForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("The code that the app shows now")
        self.fields["code"].widget.attrs |= {"autofocus": True, "inputmode": "numeric"}
        dressed(self.fields["code"])


class SetUp(OnTheDesk, ActivateTOTPView):
    form_class = SetUpForm
    template_name = "mfa/totp/activate_form.html"
    title = _("Set up a second factor")

    def get_context_data(self, **context) -> dict:
        context = super().get_context_data(**context)
        secret = context["form"].secret
        groups = " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))
        return {**context, "secret_in_groups": groups, "is_required": settings.STAFF_MFA_REQUIRED}

    def form_valid(self, form):
        response = super().form_valid(form)
        # The code was shown with it, so this session has proved what every other one of this person has to prove now.
        record_authentication(self.request, self.request.user, method="mfa", type=Authenticator.Type.TOTP.value)
        _is_fresh(self.request.user, form.cleaned_data["code"])
        return response


class GiveUp(OnTheDesk, DeactivateTOTPView):
    template_name = "mfa/totp/deactivate_form.html"
    title = _("Remove the second factor")

    def get_context_data(self, **context) -> dict:
        return super().get_context_data(is_required=settings.STAFF_MFA_REQUIRED, **context)


class RecoveryCodes(OnTheDesk, ViewRecoveryCodesView):
    template_name = "mfa/recovery_codes/index.html"
    title = _("Recovery codes")


class NewRecoveryCodes(OnTheDesk, GenerateRecoveryCodesView):
    template_name = "mfa/recovery_codes/generate.html"
    title = _("New recovery codes")


def _is_fresh(user, code: str) -> bool:
    """Whether this code was not used before: allauth remembers that in each process for itself."""
    known = lockout.hashed_name(f"{user.pk} {normalize_user_code(code)}", lockout.CODE)
    return not spend("code", known, 1, AN_HOUR)
