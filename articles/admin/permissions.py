"""Who may do what with articles in the admin: asked of `articles.roles`, on every route."""

from articles import roles
from articles.admin.languages import columns_of
from articles.admin.rows import lock


class ByRole:
    """Mixed into the admin of articles."""

    def get_queryset(self, request):
        found = super().get_queryset(request)
        return found.filter(created_by=request.user) if roles.only_own(request.user) else found

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        if not roles.may(request.user, "write", obj):
            written = roles.languages(request.user, obj)
            lock(form.base_fields, {name for code in written for name in columns_of(self.translated_fields, code)})
        return form

    def has_module_permission(self, request):
        return roles.may(request.user, "see")

    def has_view_permission(self, request, obj=None):
        return roles.may(request.user, "see", obj)

    def has_add_permission(self, request):
        return roles.may(request.user, "add")

    def has_change_permission(self, request, obj=None):
        return bool(roles.languages(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        return roles.may(request.user, "delete", obj)

    def has_publish_permission(self, request):
        return roles.may(request.user, "publish")

    def has_submit_permission(self, request):
        return roles.may(request.user, "submit")
