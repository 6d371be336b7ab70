"""What of the history is asked for: which two are compared, in which language, and which part of the list."""

from functools import cached_property

from django.conf import settings
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from articles import publishing
from articles.admin.editions import LIVE, standing
from articles.admin.history.revisions import LIVE_IN, ROWS, Revisions, Version, number

ALL = "all"


class Chosen:
    """Read from an address. Where it says nothing, the working draft is compared with what readers have."""

    def __init__(self, revisions: Revisions, asked: QueryDict):
        self.revisions, self.asked = revisions, asked
        self.only_substantive = asked.get("show") == "substantive"
        self.all_rows = asked.get("rows") == ALL
        self.page_before = number(asked.get("before"))

    @cached_property
    def language(self) -> str:
        """The one that is shown; "" for all."""
        wanted = self.asked.get("language") or self._suggested()
        return wanted if wanted in dict(settings.LANGUAGES) else ""

    @cached_property
    def before(self) -> Version | None:
        wanted = self.asked.get("from")
        if wanted:
            return self.revisions.version(wanted)
        live = self.revisions.version(f"{LIVE_IN}{self.language}") if self.language else None
        return live or self.revisions.previous()

    @cached_property
    def after(self) -> Version:
        found = self.revisions.version(self.asked.get("to") or ROWS)
        if found is None:
            raise Http404("Readers of that language have nothing.")
        return found

    @cached_property
    def listed(self):
        return self.revisions.page(self.only_substantive, self.page_before, (self.before, self.after))

    @property
    def lines(self):
        return self.listed[0]

    @property
    def older(self) -> str:
        return self.address(before=self.listed[1]) if self.listed[1] else ""

    @property
    def newest(self) -> str:
        return self.address(before=None) if self.page_before else ""

    @property
    def with_all_rows(self) -> str:
        return self.address(rows=ALL)

    @property
    def heading(self) -> str:
        one, other = (version.number for version in (self.before, self.after))
        if one is None:
            return _("From the working draft to revision %(after)s") % {"after": other}
        if other is None:
            return _("From revision %(before)s to the working draft") % {"before": one}
        return _("From revision %(before)s to %(after)s") % {"before": one, "after": other}

    @property
    def is_live_and_draft(self) -> bool:
        """Whether what readers of the language have is compared with the working draft."""
        return bool(self.before) and self._is_live(self.before) and self.after.manuscript == self.revisions.content

    @property
    def tabs(self) -> list[tuple[str, str, bool]]:
        """Languages to look at: address, name, whether it is the one."""
        names = [(ALL, _("All languages")), *settings.LANGUAGES]
        here = self.language or ALL
        return [(self.address(language=code), name, code == here) for code, name in names]

    @property
    def filters(self) -> list[tuple[str, str, bool]]:
        every, some = len(self.revisions.numbers), len(self.revisions.substantive)
        return [
            (self.address(show=None, before=None), _("All %(count)s") % {"count": every}, not self.only_substantive),
            (
                self.address(show="substantive", before=None),
                _("Substantive %(count)s") % {"count": some},
                self.only_substantive,
            ),
        ]

    @property
    def kept(self) -> dict[str, str]:
        """What the form of the list sends along."""
        said = {"language": self.language or ALL, "show": self.asked.get("show"), "before": self.page_before}
        return {name: str(value) for name, value in said.items() if value}

    def address(self, **changes) -> str:
        """This page with something else asked."""
        said = {name: self.asked.get(name) for name in ("from", "to", "language", "show", "before", "rows")}
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in (said | changes).items() if value})
        return f"?{query.urlencode()}"

    def _suggested(self) -> str:
        """Whose readers wait for a change, else the first that has readers. With two named, all languages."""
        if self.asked.get("from", "").startswith(LIVE_IN):
            return self.asked["from"].removeprefix(LIVE_IN)
        if self.asked.get("from"):
            return ALL
        live = [edition for edition in self.revisions.editions.values() if standing(edition) is LIVE]
        waiting = [edition for edition in live if publishing.differs(edition, self.revisions.content)]
        return next((edition.language for edition in [*waiting, *live]), ALL)

    def _is_live(self, version: Version) -> bool:
        edition = self.revisions.editions.get(self.language)
        pk = version.revision.pk if version.revision else None
        return edition is not None and standing(edition) is LIVE and edition.live_revision_id == pk
