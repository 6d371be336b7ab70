from django.contrib import admin, messages
from django.utils.translation import ngettext

from articles import publishing
from articles.admin.people import NamedAdmin
from articles.models import Subject


@admin.register(Subject)
class SubjectAdmin(NamedAdmin):
    translated_fields = ("name", "slug", *Subject.FORMS, "definition")
    used_as = "subjects"

    def save_model(self, request, subject, form, change):
        super().save_model(request, subject, form, change)
        # Read anew: in memory the texts are as they were typed, in the database they are clean.
        changed = publishing.renew_subject(Subject.objects.get(pk=subject.pk), by=request.user)
        if changed:
            text = ngettext(
                "%(count)s published edition now shows it so.", "%(count)s published editions now show it so.", changed
            )
            messages.info(request, text % {"count": changed})
