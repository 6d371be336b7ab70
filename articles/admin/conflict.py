"""Two people changed the same text: the second sees both, and decides. Everything typed travels in the page's form."""

import json
from dataclasses import dataclass, field
from functools import cached_property

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import prose, units
from articles.admin.wording import place
from articles.differences import Piece, pieces
from articles.merging import Conflict, Merge, Taken
from articles.models import Article, ComparisonDimension, Side, Similarity, Source, Subject
from articles.models import Cell as CellRow
from articles.templatetags.munur import day_and_time

TYPED, SEEN, UNDONE = "_typed", "_seen", "_undone"
BACK = gettext_lazy("You are back in your text. Nothing has been saved yet.")
MODELS = {
    "side": Side,
    "similarity": Similarity,
    "row": ComparisonDimension,
    "cell": CellRow,
    "source": Source,
    "subject": Subject,
}


class Clash(Exception):
    """Both changed the same, and it is not decided yet."""

    def __init__(self, article: Article, merge: Merge, version: str):
        super().__init__(article.key)
        self.article, self.merge, self.version = article, merge, version


@dataclass
class Answers:
    """What was chosen on the page of the conflict."""

    data: QueryDict
    errors: dict[str, str] = field(default_factory=dict)  # by the name of the choice
    is_late: bool = False  # somebody saved again meanwhile

    @property
    def goes_back(self) -> bool:
        return "_back" in self.data

    @property
    def sets_aside(self) -> bool:
        return "_aside" in self.data

    def decide(self, merge: Merge, version: str) -> bool:
        """Whether all is decided, by somebody who saw what is saved now."""
        self.is_late = self.data.get(SEEN) != version
        for conflict in merge.conflicts:
            if error := self.error(conflict):
                self.errors[name(conflict)] = error
        return not (self.is_late or self.errors)

    def error(self, conflict: Conflict) -> str:
        chosen = self.chosen(conflict)
        if not chosen:
            return _("Choose one of these.")
        text, most = self.text(conflict), limit(conflict)
        if chosen == "both" and most and len(text) > most:
            return _("The text has %(count)d characters; at most %(most)d fit here.") % {
                "count": len(text),
                "most": most,
            }
        return ""

    def chosen(self, conflict: Conflict) -> str:
        said = self.data.get(name(conflict), "")
        return said if said in ("mine", "theirs") or (said == "both" and may_be_written(conflict)) else ""

    def typed(self, conflict: Conflict) -> str | None:
        return self.data.get(f"text {name(conflict)}")

    def text(self, conflict: Conflict) -> str:
        text = self.typed(conflict) or ""
        return prose.from_markdown(text) if is_prose(conflict) else prose.line(text)

    def choices(self, merge: Merge) -> dict:
        undone = set(self.data.getlist(UNDONE))
        chosen = {one.choice: self.choice(one) for one in merge.conflicts if self.chosen(one)}
        for taken in reversible(merge):
            if name(taken) in undone:
                other = "theirs" if taken.whose == "mine" else "mine"
                chosen[taken.choice] = getattr(taken, other) if taken.kind == "text" else other
        return chosen

    def choice(self, conflict: Conflict):
        chosen = self.chosen(conflict)
        if chosen == "both":
            return self.text(conflict)
        return getattr(conflict, chosen) if conflict.kind == "text" else chosen


def unwrapped(request) -> Answers | None:
    """Where the conflict's page was sent: the form as it was typed first becomes the request's, and what was chosen
    is returned."""
    if request.method != "POST" or TYPED not in request.POST:
        return None
    answers, sent = request.POST, QueryDict(mutable=True)
    try:
        for one, values in json.loads(answers[TYPED]).items():
            sent.setlist(one, [str(value) for value in values])
    except (ValueError, AttributeError, TypeError) as error:
        raise BadRequest("The form came back broken.") from error
    sent._mutable = False
    request.POST = sent
    return Answers(answers)


def page(model_admin, request, clash: Clash) -> TemplateResponse:
    answers = request.answers or Answers(QueryDict())
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Two people changed the same text"),
        "opts": model_admin.opts,
        "original": clash.article,
        "saved": saved_by(clash.article),
        "is_late": answers.is_late,
        "conflicts": [Shown(one, clash.merge, answers) for one in clash.merge.conflicts],
        "taken": [Shown(one, clash.merge, answers) for one in reversible(clash.merge)],
        "typed": json.dumps({one: values for one, values in request.POST.lists() if one != "csrfmiddlewaretoken"}),
        "seen": clash.version,
    }
    return TemplateResponse(request, "admin/articles/conflict.html", context, status=409)


@dataclass
class Shown:
    """One thing that both changed, or that went together by itself, as the page shows it."""

    point: Conflict | Taken
    merge: Merge
    answers: Answers

    @property
    def name(self) -> str:
        return name(self.point)

    @cached_property
    def place(self) -> str:
        return place(self.point.path, self.language, self.merge.mine, self.merge.theirs, self.merge.base)

    @property
    def spoken(self) -> str:
        return str(dict(settings.LANGUAGES).get(self.language, ""))

    @property
    def language(self) -> str:
        return self.point.language

    @property
    def mine(self) -> list[Piece]:
        return self.pieces(self.point.mine)

    @property
    def theirs(self) -> list[Piece]:
        return self.pieces(self.point.theirs)

    @property
    def after(self) -> list[Piece]:
        """What went together by itself, as it is now."""
        return self.mine if self.point.whose == "mine" else self.theirs

    @property
    def before(self) -> str:
        return self.words(self.point.base)

    @property
    def chosen(self) -> str:
        return self.answers.chosen(self.point)

    @property
    def error(self) -> str:
        return self.answers.errors.get(self.name, "")

    @property
    def is_undone(self) -> bool:
        return self.name in self.answers.data.getlist(UNDONE)

    @property
    def may_be_written(self) -> bool:
        return may_be_written(self.point)

    @property
    def is_prose(self) -> bool:
        return is_prose(self.point)

    @property
    def both(self) -> str:
        """Where writing together begins: both texts, one after the other."""
        typed = self.answers.typed(self.point)
        if typed is not None:
            return typed
        texts = filter(None, (self.point.mine, self.point.theirs))
        return "\n\n".join(map(prose.to_markdown, texts)) if self.is_prose else " ".join(texts)

    @property
    def did(self) -> str:
        """Who did what, in words."""
        return str(DID[self.point.whose, self.point.what])

    @property
    def move(self) -> str:
        if self.point.what != "moved":
            return ""
        now = self.point.mine if self.point.whose == "mine" else self.point.theirs
        where = {"before": self.point.base, "after": now}
        return _("From place %(before)s to place %(after)s.") % where

    def pieces(self, value) -> list[Piece]:
        before, after = self.words(self.point.base), self.words(value)
        return list(pieces(before, after)) if self.point.kind != "value" else [Piece("same", after or _("none"))]

    def words(self, value) -> str:
        if self.point.kind == "text":
            return units.plain(value) if self.is_prose else value
        if self.point.kind == "whole":
            texts = (value or {}).items()
            shown = (units.plain(text) if units.Unit(path, {}).is_prose else text for (path, _code), text in texts)
            return " · ".join(shown)
        return str(getattr(value, "digest", value) or "")


DID = {
    ("mine", "changed"): gettext_lazy("you changed it"),
    ("mine", "added"): gettext_lazy("you added it"),
    ("mine", "removed"): gettext_lazy("you removed it"),
    ("mine", "moved"): gettext_lazy("you moved it"),
    ("theirs", "changed"): gettext_lazy("the other changed it"),
    ("theirs", "added"): gettext_lazy("the other added it"),
    ("theirs", "removed"): gettext_lazy("the other removed it"),
    ("theirs", "moved"): gettext_lazy("the other moved it"),
}


def name(point: Conflict | Taken) -> str:
    """What the point's choice is called in the page's form."""
    return " ".join(filter(None, ("choice", *point.choice)))


def is_prose(point: Conflict | Taken) -> bool:
    return point.kind == "text" and units.Unit(point.path, {}).is_prose


def may_be_written(conflict: Conflict) -> bool:
    """Whether any text may stand there. An address is one or the other: what is written here, no form has checked."""
    return conflict.kind == "text" and not conflict.path.endswith(":address")


def limit(conflict: Conflict) -> int | None:
    model = MODELS.get(conflict.path.partition(":")[0], Article)
    return model._meta.get_field(units.Unit(conflict.path, {}).field).max_length if conflict.kind == "text" else None


def reversible(merge: Merge) -> list[Taken]:
    """What went together by itself. What other articles have too, nobody decides here."""
    return [one for one in merge.taken if one.path.partition(":")[0] != "subject"]


def saved_by(article: Article) -> dict:
    """Who saved last, and when."""
    latest = article.revisions.select_related("by").first()
    who = (latest.by.get_full_name() or latest.by.get_username()) if latest and latest.by else _("Somebody else")
    return {"who": who, "when": day_and_time(latest.created_at) if latest else ""}


def told(merge: Merge, article: Article) -> str:
    """What is said where everything went together by itself."""
    theirs = [one for one in reversible(merge) if one.whose == "theirs"]
    if not theirs:
        return ""
    names = list(dict.fromkeys(Shown(one, merge, Answers(QueryDict())).place for one in theirs))
    sentence = _("%(who)s saved as well while you were writing (%(when)s). Both are kept. Of the other's: %(places)s.")
    return sentence % {**saved_by(article), "places": "; ".join(names)}
