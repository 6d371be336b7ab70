"""A comment is written: the page with the form, the preview, and the one submit that stores it."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from articles.models import Edition
from comments import limits, ownership, posting, tokens
from comments import text as texts
from comments.forms import CommentForm
from comments.models import Comment, Rules
from comments.networks import network_of
from comments.standing import standing
from comments.threads import Said
from comments.views.private import READ, page, private, unkept
from comments.whereabouts import place_of


@private(*READ, "POST")
def write(request, slug, parent=None):
    edition = _edition(slug)
    thread = standing(edition)
    if not thread.open:
        return _closed(request, edition, thread)
    sheet = Sheet(request, edition, _answered(edition, parent), parent or 0)
    if request.method == "POST":
        return _sent(sheet)
    if parent and sheet.answered is None:
        raise Http404("What is answered is not in this thread.")
    return sheet.drawn()


@unkept
@require_GET
def token(request, slug):
    """A token for the script of our own pages, with which the time of writing begins."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return HttpResponse(status=403)
    edition = _edition(slug)
    parent = _parent(edition, request.GET.get("reply", ""))
    if not standing(edition).open:
        return HttpResponse(status=403)
    return JsonResponse({"token": tokens.issue(tokens.FETCHED, edition.article_id, parent)})


@dataclass(frozen=True)
class Sheet:
    """The page that a comment is written on: what is asked, and what is answered."""

    request: object
    edition: Edition
    answered: Comment | None
    parent: int  # as the address says it, also where that comment is not to be seen

    def drawn(self, form=None, *, title="", status=200, **context) -> HttpResponse:
        names = {"name": self.answered.name} if self.answered else {}
        own_title = _("Reply to %(name)s") % names if names else _("Write a comment")
        context = {"token": self.request.POST.get("token", "") if self.token else "", **context}
        return page(
            self.request,
            "comments/write.html",
            title=title or own_title,
            status=status,
            edition=self.edition,
            parent=self.answered,
            form=form,
            **context,
        )

    @property
    def token(self) -> tokens.Token | None:
        return tokens.read(self.request.POST.get("token", ""), self.edition.article_id, self.parent)

    @property
    def is_orphan(self) -> bool:
        return bool(self.parent) and self.answered is None


def _sent(sheet) -> HttpResponse:
    """The form has come: too many, not right, to be shown first, or to be stored."""
    form = CommentForm(sheet.request.POST)
    wait = limits.spend("write", network_of(sheet.request), Rules.current().refuse_from_network)
    if wait:
        return _refused(sheet, form, wait)
    token = sheet.token
    if not form.is_valid():
        return sheet.drawn(form, status=422)
    if token is None or sheet.request.POST.get("step") == "preview":
        return _orphaned(sheet, form) if sheet.is_orphan else _previewed(sheet, form)
    try:
        comment = posting.post(sheet.edition, form.cleaned_data, token, posting.Asker.of(sheet.request))
    except posting.ParentGone:
        return _orphaned(sheet, form)
    return _stored(comment)


def _stored(comment) -> HttpResponse:
    """Off to where it stands. What waits and what is taken for spam are answered alike."""
    is_live = comment.state == Comment.State.LIVE
    place = place_of(comment, get_language()) if is_live else reverse("comment", args=[comment.pk])
    response = HttpResponse(status=303, headers={"Location": place})
    ownership.remember(response, comment)
    return response


def _previewed(sheet, form) -> HttpResponse:
    user = posting.Asker.of(sheet.request).user
    shown = Said(
        pk=0,
        parent=None,
        created_at=timezone.now(),
        place="",
        name=form.cleaned_data["name"],
        text=form.cleaned_data["text"],
        language=sheet.edition.language,
        role=posting.role_of(user, sheet.edition),
    )
    fresh = tokens.issue(tokens.PREVIEW, sheet.edition.article_id, sheet.parent)
    return sheet.drawn(form, title=_("Preview of your comment"), preview=shown, token=fresh)


def _orphaned(sheet, form) -> HttpResponse:
    """What is answered is gone. The text stays, in a form that makes it a comment of its own."""
    form.add_error(
        None,
        _("The comment that you answer is no longer here. What you wrote is: send it as a comment of its own."),
    )
    return Sheet(sheet.request, sheet.edition, None, 0).drawn(form, status=422)


def _refused(sheet, form, wait: int) -> HttpResponse:
    minutes = -(-wait // 60)
    said = ngettext(
        "Very much has come from your network just now. Try again in %(count)s minute: what you wrote stays here.",
        "Very much has come from your network just now. Try again in %(count)s minutes: what you wrote stays here.",
        minutes,
    )
    response = sheet.drawn(form, status=429, refused=said % {"count": minutes})
    response["Retry-After"] = str(wait)
    return response


def _closed(request, edition, thread) -> HttpResponse:
    return page(
        request,
        "comments/closed.html",
        title=_("Comments are closed"),
        status=403,
        edition=edition,
        closed_at=thread.closed_at,
        typed=texts.normalised(request.POST.get("text", "")),
    )


def _edition(slug) -> Edition:
    """The article as it is live in the language of the page, also where it has moved while somebody was writing."""
    language = get_language()
    live = Edition.objects.live(language).select_related("author")
    found = live.filter(slug=slug).first()
    return found or get_object_or_404(Edition.formerly_at(language, slug).live(language).select_related("author"))


def _answered(edition, parent) -> Comment | None:
    return Comment.objects.live().filter(article=edition.article_id, pk=parent).first() if parent else None


def _parent(edition, asked: str) -> int:
    """The comment that a token is asked for, as a number; 0 where none is named."""
    if not asked:
        return 0
    if not (asked.isascii() and asked.isdigit() and len(asked) < 19) or _answered(edition, int(asked)) is None:
        raise Http404("What is answered is not in this thread.")
    return int(asked)
