"""Filters of the list of articles. State and language are asked of the same edition."""

from django.conf import settings
from django.contrib.admin import SimpleListFilter
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, AutocompleteSelectMultipleFilter

from articles.admin import editions
from articles.models import Edition


def _expired(now):
    return Q(state=Edition.State.PUBLISHED, published_at__lte=now, expires_at__lte=now)


# Each as `editions.standing` would call it.
STATES = (
    (editions.LIVE, lambda now: Q(state=Edition.State.PUBLISHED, published_at__lte=now) & ~_expired(now)),
    (editions.SCHEDULED, lambda now: Q(state=Edition.State.PUBLISHED, published_at__gt=now)),
    (editions.EXPIRED, _expired),
    (editions.REVIEW, lambda now: Q(state=Edition.State.REVIEW)),
    (editions.DRAFT, lambda now: Q(state=Edition.State.DRAFT)),
    (editions.ARCHIVED, lambda now: Q(state=Edition.State.ARCHIVED)),
)
CONDITIONS = {state.code: condition for state, condition in STATES}


def with_edition(queryset, params):
    """Articles with an edition of the state and in the language that are asked for, both where both are."""
    wanted = Edition.objects.all()
    if params.get("state") in CONDITIONS:
        wanted = wanted.filter(CONDITIONS[params["state"]](timezone.now()))
    if params.get("language") in dict(settings.LANGUAGES):
        wanted = wanted.filter(language=params["language"])
    return queryset.filter(pk__in=wanted.values("article"))


class StateFilter(SimpleListFilter):
    title = pgettext_lazy("filter by", "state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [(state.code, state.word) for state, _condition in STATES]

    def queryset(self, request, queryset):
        return with_edition(queryset, request.GET) if self.value() else queryset


class LanguageFilter(SimpleListFilter):
    title = pgettext_lazy("filter by", "language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        return settings.LANGUAGES

    def queryset(self, request, queryset):
        return with_edition(queryset, request.GET) if self.value() else queryset


class AuthorFilter(AutocompleteSelectFilter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = pgettext_lazy("filter by", "author")


class TagFilter(AutocompleteSelectMultipleFilter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title = pgettext_lazy("filter by", "tag")
