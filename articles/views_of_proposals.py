"""What the search field proposes, as JSON: the same for everybody, and kept for a minute."""

from django.http import JsonResponse
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.search import proposals

HEADERS = {"Cache-Control": "public, max-age=60", "X-Robots-Tag": "noindex"}


@require_safe
def propose(request):
    found = proposals.propose(request.GET.get("q", ""), get_language())
    rows = [{"label": each.label, "kind": _kind(each.kind), "url": each.url} for each in found]
    answer = {"name": _("Suggestions"), "proposals": rows, "said": _count(len(rows))}
    return JsonResponse(answer, headers=HEADERS, json_dumps_params={"ensure_ascii": False})


def _kind(kind: str) -> str:
    return pgettext("proposal", "Subject") if kind == proposals.SUBJECT else pgettext("proposal", "Comparison")


def _count(number: int) -> str:
    """For those who hear the page: a list that opens is not seen by them."""
    if not number:
        return _("No suggestions.")
    return ngettext("%(count)d suggestion.", "%(count)d suggestions.", number) % {"count": number}
