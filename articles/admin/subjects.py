from django.contrib import admin, messages
from django.utils.translation import ngettext

from articles import publishing, translating
from articles.admin.choosing_pictures import ChoosesPicture
from articles.admin.new_subject import MakesSubjects
from articles.admin.people import NamedAdmin
from articles.models import Subject


@admin.register(Subject)
class SubjectAdmin(MakesSubjects, ChoosesPicture, NamedAdmin):
    common_fields = ("key", "on_site", "picture")
    translated_fields = ("name", "slug", *Subject.FORMS, "definition")
    used_as = "subjects"

    def save_model(self, request, subject, form, change):
        super().save_model(request, subject, form, change)
        # Read anew: in memory the texts are as they were typed, in the database they are clean.
        stored = Subject.objects.get(pk=subject.pk)
        changed = publishing.renew_subject(stored, by=request.user)
        translating.count_subject(stored)
        if changed:
            text = ngettext(
                "%(count)s published edition now shows it so.", "%(count)s published editions now show it so.", changed
            )
            messages.info(request, text % {"count": changed})
