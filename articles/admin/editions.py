"""Editions: what readers of each language get, and since when."""

from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline
from unfold.forms import PaginationInlineFormSet

from articles import roles, rows, showing
from articles.admin.rows import PartOfArticle
from articles.models import Edition, TranslatedText


@dataclass(frozen=True, slots=True)
class Standing:
    """How an edition stands, as a shape and a word: colour alone says nothing."""

    code: str
    mark: str
    word: str

    @property
    def html(self) -> str:
        return format_html(
            '<span class="desk-standing is-{}"><span aria-hidden="true">{}</span> {}</span>',
            self.code,
            self.mark,
            self.word,
        )


LIVE = Standing("live", "●", _("Published"))
REVIEW = Standing("review", "◐", _("In review"))
SCHEDULED = Standing("scheduled", "◷", _("Scheduled"))
DRAFT = Standing("draft", "◌", _("Draft"))
ARCHIVED = Standing("archived", "■", _("Archived"))
EXPIRED = Standing("expired", "■", _("Expired"))
MISSING = Standing("missing", "–", _("Not begun"))
STORED = {Edition.State.DRAFT: DRAFT, Edition.State.REVIEW: REVIEW, Edition.State.ARCHIVED: ARCHIVED}


def standing(edition: Edition) -> Standing:
    if edition.pk is None:
        return MISSING
    if edition.state != Edition.State.PUBLISHED:
        return STORED[edition.state]
    if edition.published_at > timezone.now():
        return SCHEDULED
    return EXPIRED if edition.gone else LIVE


def standings(editions) -> str:
    """A line of marks for a list, a language each, in the site's order."""
    order = [code for code, _name in settings.LANGUAGES]
    known = sorted(
        (edition for edition in editions if edition.language in order), key=lambda e: order.index(e.language)
    )
    return format_html_join(
        " ",
        '<span class="desk-edition-mark"><b lang="en">{}</b> {}</span>',
        ((edition.language.upper(), standing(edition).html) for edition in known),
    )


class LanguageField(forms.CharField):
    """Which language a form is for. Nobody changes it, so it never makes an untouched form count as filled in."""

    widget = forms.HiddenInput

    def has_changed(self, initial, data):
        return False


class EditionForm(forms.ModelForm):
    language = LanguageField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["language"].disabled = True

    @property
    def code(self) -> str:
        return self.instance.language or self.initial.get("language", "")

    @property
    def language_name(self) -> str:
        return dict(settings.LANGUAGES).get(self.code, self.code)

    @property
    def standing(self) -> Standing:
        return standing(self.before if self.is_bound else self.instance)

    @cached_property
    def before(self) -> Edition:
        """The edition as it is stored, whatever was typed."""
        return Edition.objects.filter(pk=self.instance.pk).first() or Edition()

    def clean_language(self):
        language = self.cleaned_data["language"]
        if language not in dict(settings.LANGUAGES):
            raise forms.ValidationError(_("The site does not have this language."))
        return language

    def clean(self):
        data = super().clean()
        stored = self.before
        if stored.state == Edition.State.PUBLISHED and not data.get("published_at"):
            # Whoever empties the time of a published edition has not said another.
            data["published_at"] = stored.published_at
        begins = data.get("published_at")
        if begins and stored.expires_at and stored.expires_at <= begins:
            self.add_error("published_at", _("It would expire before it is published."))
        self._refuse_a_taken_slug(data)
        return data

    def lock(self, user, writes: bool):
        """What the person may not say stands there and cannot be changed, whatever is sent."""
        may_publish = roles.may(user, "publish", self.instance)
        open_to = {"language", "slug", "origin"} if writes else set()
        if not may_publish and self.instance.state in (Edition.State.PUBLISHED, Edition.State.ARCHIVED):
            open_to = set()
        for name in ("slug", "origin", "published_at"):
            self.fields[name].disabled = name not in (open_to | {"published_at"} if may_publish else open_to)
        if self.instance.pk and _is_translated(self.instance):
            self.fields["origin"].disabled = True
            self.fields["origin"].help_text = _("Follows from the translated texts, which say how each was made.")

    def _refuse_a_taken_slug(self, data):
        slug, language = data.get("slug"), data.get("language")
        others = Edition.objects.filter(language=language, slug=slug).exclude(pk=self.instance.pk)
        if slug and others.exists():
            self.add_error("slug", _("Another article has this address: %(name)s.") % {"name": others[0].article})


def _is_translated(edition: Edition) -> bool:
    return TranslatedText.objects.filter(article=edition.article_id, language=edition.language).exists()


class EditionFormSet(PaginationInlineFormSet):
    """A form for each language; one that nobody fills in makes no edition. States are for the strip's verbs."""

    user = None
    writes = True

    def _construct_form(self, i, **kwargs):
        place = i - self.initial_form_count()
        if 0 <= place < len(self.missing):
            kwargs["initial"] = {"language": self.missing[place]}
        return super()._construct_form(i, **kwargs)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.lock(self.user, self.writes)

    @cached_property
    def missing(self) -> list[str]:
        present = {edition.language for edition in self.get_queryset()}
        return [code for code, _name in settings.LANGUAGES if code not in present]

    @property
    def in_order(self) -> list[EditionForm]:
        order = [code for code, _name in settings.LANGUAGES]
        return sorted(self.forms, key=lambda form: order.index(form.code) if form.code in order else len(order))

    def save_new(self, form, commit=True):
        form.instance.article = self.instance
        self.prepare(form.instance)
        return super().save_new(form, commit)

    def save_existing(self, form, obj, commit=True):
        self.prepare(form.instance)
        if "published_at" in form.changed_data and obj.published_at:
            form.instance.publications.filter(at=form.before.published_at).update(at=obj.published_at)
        return super().save_existing(form, obj, commit)

    def prepare(self, edition):
        if not edition.slug:
            wanted = showing.title(self.content, edition.language) or self.instance.key
            edition.slug = edition.next_free_slug(wanted)

    @cached_property
    def content(self):
        return rows.read(self.instance)

    def get_unique_error_message(self, unique_check):
        return _("Somebody has begun this edition meanwhile. Open the page again.")


class EditionInline(PartOfArticle, StackedInline):
    model = Edition
    form = EditionForm
    formset = EditionFormSet
    template = "admin/articles/editions.html"
    fields = ("language", "slug", "published_at", "origin")
    max_num = len(settings.LANGUAGES)
    can_delete = False

    def get_extra(self, request, obj=None, **kwargs):
        return self.max_num - (obj.editions.count() if obj else 0)

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.user, formset.writes = request.user, roles.may(request.user, "write", obj)
        return formset

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "published_at":
            widget = forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M:%S")
            return db_field.formfield(widget=widget)
        return super().formfield_for_dbfield(db_field, request, **kwargs)
