"""The ways in. Of allauth's pages these alone are to be reached; the names are those by which it finds them itself."""

from django.contrib import admin
from django.urls import path

from config import invitations_views, login
from config import second_factor_views as second

urlpatterns = [
    path("login/", login.Login.as_view(), name="account_login"),
    path("login/code/", second.SecondStage.as_view(), name="mfa_authenticate"),
    path("login/over/", login.start_over, name="desk_start_over"),
    path("login/again/", login.AskAgain.as_view(), name="account_reauthenticate"),
    path("login/forgotten/", invitations_views.forgotten, name="desk_forgotten"),
    path("login/password/<str:purpose>/<str:token>/", invitations_views.choose, name="desk_choose_password"),
    path("password_change/", admin.site.admin_view(login.change_password, cacheable=True)),
    path("second-factor/", second.Overview.as_view(), name="mfa_index"),
    path("second-factor/set-up/", second.SetUp.as_view(), name="mfa_activate_totp"),
    path("second-factor/remove/", second.GiveUp.as_view(), name="mfa_deactivate_totp"),
    path("second-factor/codes/", second.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path("second-factor/codes/new/", second.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
]
