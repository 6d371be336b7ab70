"""Why a comment is held, in words: each reason that comments/holds.py gives, with its measure."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.models import Report

# How a label looks. Colour is never alone: the words say the same.
TONES = {
    "links": "bad",
    "word": "bad",
    "again": "bad",
    "trap": "bad",
    "lookup": "bad",
    "network": "warn",
    "reported": "warn",
    "unconfirmed": "line",
    "everything": "line",
}


@dataclass(frozen=True, slots=True)
class Label:
    words: str
    tone: str


def labels(reasons: Iterable[dict]) -> list[Label]:
    """Each reason as a label, in the order of the rules."""
    return [Label(words(reason), tone(reason)) for reason in reasons]


def tone(reason: dict) -> str:
    """ "bad", "warn", "plain" or "line"."""
    return TONES.get(reason.get("rule"), "plain")


def words(reason: dict) -> str:
    """The reason in the language that is active. A rule that is not known here is called by its own name."""
    say = _WORDS.get(reason.get("rule"))
    return say(reason) if say else str(reason.get("rule", ""))


def decided_by(decision) -> str:
    """The moderator's name, or in words who else it was."""
    return decision.by.get_username() if decision.by else decision.get_who_display()


def _links(reason):
    text = ngettext("%(count)s link, at most %(limit)s", "%(count)s links, at most %(limit)s", _number(reason))
    return text % {"count": _number(reason), "limit": _number(reason, "limit")}


def _word(reason):
    found = reason.get("measure") or ""
    found = ", ".join(map(str, found)) if isinstance(found, (list, tuple)) else str(found)
    return _("listed word: “%(word)s”") % {"word": found}


def _again(reason):
    text = ngettext("same text before, %(count)s time", "same text before, %(count)s times", _number(reason))
    return text % {"count": _number(reason)}


def _fast(reason):
    text = ngettext("written in %(count)s sec.", "written in %(count)s sec.", _number(reason))
    return text % {"count": _number(reason)}


def _network(reason):
    text = ngettext(
        "%(count)s from the same network in 10 min., at most %(limit)s",
        "%(count)s from the same network in 10 min., at most %(limit)s",
        _number(reason),
    )
    return text % {"count": _number(reason), "limit": _number(reason, "limit")}


def _reported(reason):
    text = ngettext("reported by %(count)s reader", "reported by %(count)s readers", _number(reason))
    text = text % {"count": _number(reason)}
    return _("%(reported)s: “%(why)s”") % {"reported": text, "why": why} if (why := _why(reason)) else text


def _why(reason) -> str:
    """What the readers chose, each once."""
    known = dict(Report.Reason.choices)
    return ", ".join(dict.fromkeys(str(known.get(one, one)) for one in reason.get("reasons") or ()))


_WORDS = {
    "everything": lambda reason: _("everything is held"),
    "first": lambda reason: _("first from this address"),
    "links": _links,
    "word": _word,
    "again": _again,
    "fast": _fast,
    "trap": lambda reason: _("hidden field filled"),
    "network": _network,
    "reported": _reported,
    "unconfirmed": lambda reason: _("address not confirmed"),
    "lookup": lambda reason: _("called spam by the lookup service"),
}


def _number(reason, of="measure") -> int:
    """A measure as a whole number: a fraction of a second is none, and what is no number is 0."""
    try:
        return int(reason.get(of) or 0)
    except (TypeError, ValueError):
        return 0
