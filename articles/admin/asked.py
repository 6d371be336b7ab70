"""What the article's page asks while somebody types: each a POST that answers in JSON, and changes no article."""

from functools import wraps

from django.http import HttpResponseNotAllowed, JsonResponse
from django.utils.translation import gettext as _

from articles import roles
from articles.models import Article


def asked(answer):
    """A method of the admin that answers `(request, article)` with a dictionary, as a view of an article's number.

    Somebody whose session has ended is told so, and not sent to a page that a script cannot read.
    """

    @wraps(answer)
    def view(admin, request, pk=None):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not admin.admin_site.has_permission(request):
            return refusal(_("You have been signed out. Sign in again; what you typed is kept in this window."), 401)
        article = admin.get_queryset(request).filter(pk=pk).first() if pk else None
        if pk and article is None:
            return refusal(_("The article is no longer here."), 404)
        if not may_write(request.user, article):
            return refusal(_("You may not write in this article."), 403)
        return JsonResponse(answer(admin, request, article))

    return view


def may_write(user, article: Article | None) -> bool:
    """Whether the person may write some of it."""
    return bool(roles.languages(user, article)) if article else roles.may(user, "add")


def refusal(sentence: str, status: int) -> JsonResponse:
    return JsonResponse({"error": sentence}, status=status)
