"""A new subject, made in a dialog of the article's page. Its forms are asked about only where they are in doubt."""

from django import forms
from django.conf import settings
from django.db.models import Q
from django.http import HttpResponseNotAllowed, JsonResponse
from django.template.loader import render_to_string
from django.urls import path
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.admin.asked import refusal
from articles.language import grammar, words
from articles.models import Subject, translated

ASKED_ABOUT = "is"  # of English nothing is ever certain, so there every subject would be asked about
FORMS = ("nominative", "dative", "genitive", "number", "gender")


class NewSubjectForm(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, prefix="new-subject", **kwargs)
        for code, language in settings.LANGUAGES:
            field = _field("name", code)
            field.label = gettext_lazy("Name, %(language)s") % {"language": language}
            self.fields[translated.column("name", code)] = field
        for name in FORMS:
            self.fields[name] = _field(name, ASKED_ABOUT)
            self.fields[name].label = capfirst(Subject._meta.get_field(name).verbose_name)

    @property
    def names(self) -> dict[str, str]:
        said = {code: self.cleaned_data.get(translated.column("name", code), "") for code in translated.languages()}
        return {code: name for code, name in said.items() if name}

    @property
    def name_fields(self) -> list:
        return [self[name] for name in translated.columns("name")]

    @property
    def form_fields(self) -> list:
        return [self[name] for name in FORMS]

    def clean(self):
        data = super().clean()
        if not self.names and not self.errors:
            self.add_error(translated.columns("name")[0], _("Give it a name, in one language at least."))
        return data


def _field(name: str, language: str) -> forms.Field:
    """As the model has it, and never required."""
    field = Subject._meta.get_field(translated.column(name, language)).formfield(required=False)
    field.widget.attrs["lang"] = language
    return field


class MakesSubjects:
    """Mixed into the admin of subjects."""

    def get_urls(self):
        return [path("new/", self.new_subject, name="articles_subject_new"), *super().get_urls()]

    def new_subject(self, request):
        """GET: the dialog's inside. POST: that again with what is asked, or the subject that was made."""
        if request.method not in ("GET", "POST"):
            return HttpResponseNotAllowed(["GET", "POST"])
        if not self.admin_site.has_permission(request):
            return refusal(_("You have been signed out. Sign in again in another tab, and then try again."), 401)
        if not self.has_add_permission(request):
            return refusal(_("You may not make subjects."), 403)
        form = NewSubjectForm(request.POST or None)
        if not form.is_valid():
            return drawn(request, form, status=422 if form.is_bound else 200)
        return self._asked_or_made(request, form)

    def _asked_or_made(self, request, form):
        same = [] if "anyway" in request.POST else called(form.names)
        if same:
            return drawn(request, form, same=same)
        if "confirmed" not in request.POST and (doubted := in_doubt(form.names)):
            return drawn(request, prefilled(form, doubted), asks=True, readings=readings(form.names[ASKED_ABOUT]))
        subject = made(form, confirmed="confirmed" in request.POST)
        self.log_addition(request, subject, [{"added": {}}])
        return JsonResponse({"id": str(subject.pk), "text": str(subject)}, status=201)


def drawn(request, form, *, same=(), readings=(), asks=False, status=200):
    asks = asks or "confirmed" in request.POST
    anyway = "anyway" in request.POST
    context = {"form": form, "same": same, "readings": readings, "asks": asks, "anyway": anyway}
    return JsonResponse({"html": render_to_string("admin/articles/new_subject.html", context, request)}, status=status)


def called(names: dict[str, str]) -> list[Subject]:
    """Those that have one of these names already, in its language."""
    same = Q()
    for code, name in names.items():
        same |= Q(**{f"{translated.column('name', code)}__iexact": name})
        same |= Q(**{f"{translated.column('slug', code)}": _slug(name)})
    return list(Subject.objects.filter(same).order_by("pk")[:5])


def _slug(name: str) -> str:
    """SQLite knows no capitals but English ones, so names are compared as addresses as well."""
    return words.key_for(name, set())


def in_doubt(names: dict[str, str]):
    """The forms that somebody should look at; None where there is no doubt."""
    name = names.get(ASKED_ABOUT)
    found = name and grammar.decline(name, ASKED_ABOUT)
    return found if found and not found.certain else None


def readings(name: str) -> list:
    """What the name may be: its forms, and in words its gender and number."""
    kinds = [(number, gender) for number in Subject.Number for gender in Subject.Gender]
    found = [(grammar.decline(name, ASKED_ABOUT, *kind), f"{kind[1].label}, {kind[0].label}") for kind in kinds]
    return [(declined, said) for declined, said in found if declined.certain]


def prefilled(form: NewSubjectForm, declined) -> NewSubjectForm:
    """The form with the likeliest forms in it, still to be confirmed."""
    data = form.data.copy()
    for name in FORMS:
        data[form.add_prefix(name)] = getattr(declined, name)
    again = NewSubjectForm(data)
    again.is_valid()
    return again


def made(form: NewSubjectForm, *, confirmed: bool) -> Subject:
    subject = Subject()
    translated.put(subject, "name", form.names)
    for name in FORMS if confirmed else ():
        setattr(subject, translated.column(name, ASKED_ABOUT), form.cleaned_data[name])
    subject.save()
    return Subject.objects.get(pk=subject.pk)
