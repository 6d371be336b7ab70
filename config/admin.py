"""Users and groups, dressed like the rest of the desk. People are invited by mail and choose their own passwords."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Exists, OuterRef
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _
from js_asset import Media
from unfold.admin import ModelAdmin
from unfold.decorators import action
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from articles.admin.translators import TranslatorInline
from config import group_names, invitations, permission_names, second_factor, words_of_django
from config.invitations_forms import InvitationForm

admin.site.unregister(User)
admin.site.unregister(Group)
# Addresses stand in the users, and keys of second factors are nobody's to read.
admin.site.unregister(EmailAddress)
admin.site.unregister(Authenticator)
# In lists, titles and choices alike: a group is stored by an English name.
Group.add_to_class("__str__", group_names.shown)


class InWords:
    """What Django's pages of users and groups say in English alone."""

    def render_change_form(self, request, context, *args, **kwargs):
        context["media"] += Media(js=[words_of_django.of_scripts()])
        return super().render_change_form(request, context, *args, **kwargs)

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        field = super().formfield_for_manytomany(db_field, request=request, **kwargs)
        return permission_names.choices(field) if db_field.related_model is Permission else field


@admin.register(User)
class UserAdmin(InWords, DjangoUserAdmin, ModelAdmin):
    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("username", "email", "first_name", "last_name", "is_staff", "second_factor")
    actions = ("invite_again", "take_second_factor_away")
    actions_list = ("invite",)
    inlines = (TranslatorInline,)

    def get_queryset(self, request):
        theirs = Authenticator.objects.filter(user=OuterRef("pk")).exclude(type=Authenticator.Type.RECOVERY_CODES)
        return super().get_queryset(request).annotate(has_second_factor=Exists(theirs))

    def get_inlines(self, request, obj):
        return self.inlines if obj else ()  # somebody new has no group yet

    @admin.display(description=_("second factor"), boolean=True, ordering="has_second_factor")
    def second_factor(self, user) -> bool:
        return user.has_second_factor

    @action(description=_("Invite"), url_path="invite", permissions=["add", "change"])
    def invite(self, request):
        form = InvitationForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            user = form.save()
            self.log_addition(request, user, _("Invited by mail."))
            messages.success(request, _("An invitation is on its way to %(email)s.") % {"email": user.email})
            return HttpResponseRedirect(reverse("admin:auth_user_changelist"))
        page = {"opts": self.model._meta, "title": _("Invite somebody to the desk"), "form": form}
        return TemplateResponse(request, "config/invite.html", {**self.admin_site.each_context(request), **page})

    @admin.action(description=_("Send the invitation again"), permissions=["change"])
    def invite_again(self, request, users):
        """To those who have never been in: whoever has a password recovers it alone."""
        waiting = [user for user in users.filter(last_login=None, is_staff=True, is_active=True) if user.email]
        for user in waiting:
            invitations.invite(user, get_language())
            self.log_change(request, user, _("Invited again."))
        said = ngettext("%(count)s invitation is on its way.", "%(count)s invitations are on their way.", len(waiting))
        messages.info(request, said % {"count": len(waiting)})

    @admin.action(description=_("Take the second factor away"), permissions=["reset_second_factor"])
    def take_second_factor_away(self, request, users):
        """For somebody who has lost the phone and the codes as well."""
        taken = [user for user in users if second_factor.take_away(user)]
        for user in taken:
            self.log_change(request, user, _("The second factor was taken away."))
        said = ngettext(
            "The second factor of %(count)s person was taken away.",
            "The second factors of %(count)s people were taken away.",
            len(taken),
        )
        messages.warning(request, said % {"count": len(taken)})

    def has_reset_second_factor_permission(self, request) -> bool:
        return request.user.is_superuser


@admin.register(Group)
class GroupAdmin(InWords, DjangoGroupAdmin, ModelAdmin):
    """A role's group is found by its name, so that is not changed here; what it may do is."""

    list_display = ("role",)

    def get_fields(self, request, obj=None):
        return ("role" if self._is_role(obj) else "name", "permissions")

    def get_readonly_fields(self, request, obj=None):
        return ("role",) if self._is_role(obj) else ()

    @admin.display(description=_("Group"), ordering="name")
    def role(self, group) -> str:
        return group_names.shown(group)

    def _is_role(self, group) -> bool:
        return group is not None and group.name in group_names.NAMES
