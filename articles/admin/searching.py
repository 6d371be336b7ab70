"""Search as Icelandic wants it."""

from django.db.models import Q

from articles.language import words


class FoldedSearch:
    """Finds „Þjónusta“ by „þjón“, „ÞJÓN“ and „thjon“.

    SQLite's LIKE knows the case of ASCII letters only. Addresses and keys are folded already, so the folded term is
    looked for in `folded_fields` beside the term itself in `search_fields`.
    """

    folded_fields = ()

    def get_search_results(self, request, queryset, search_term):
        found, duplicates = super().get_search_results(request, queryset, search_term)
        folded = words.slugify(search_term)
        if not folded:
            return found, duplicates
        also = Q(pk__in=found.values("pk"))
        for field in self.folded_fields:
            also |= Q(**{f"{field}__icontains": folded})
        return queryset.filter(also), True
