"""A page of an article's thread as readers meet it: the comments, what else there is, and the ways there."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from django.conf import settings
from django.urls import reverse
from django.utils.http import base36_to_int, int_to_base36, urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from comments import places, rows, threads
from comments.standing import Standing, standing

SECTION = "#athugasemdir"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader chose to see. `start`: the place of the branch that the page begins with, "" the first one."""

    newest_first: bool = False
    everywhere: bool = False  # in all public languages, not only in the page's
    start: str = ""

    @classmethod
    def of(cls, asked) -> "Choice":
        """As the query of an address says it. Raises ValueError where that says nothing known."""
        order, languages = asked.get(pgettext("url", "order"), ""), asked.get(pgettext("url", "languages"), "")
        if order not in ("", pgettext("url", "newest")) or languages not in ("", pgettext("url", "all")):
            raise ValueError("There is no such order and no such choice of languages.")
        return cls(bool(order), bool(languages), _place(asked.get(pgettext("url", "from"), "")))

    def query(self) -> str:
        asked = {}
        if self.newest_first:
            asked[pgettext("url", "order")] = pgettext("url", "newest")
        if self.everywhere:
            asked[pgettext("url", "languages")] = pgettext("url", "all")
        if self.start:
            asked[pgettext("url", "from")] = int_to_base36(int(self.start))
        return f"?{urlencode(asked)}" if asked else ""

    def languages(self, language) -> tuple[str, ...]:
        return tuple(settings.PUBLIC_LANGUAGES) if self.everywhere else (language,)


@dataclass(frozen=True)
class Thread:
    """What the templates draw. Addresses are those of the language that is active."""

    edition: object
    standing: Standing
    choice: Choice = field(default_factory=Choice)
    page: threads.Page = field(default_factory=threads.Page)

    @property
    def items(self):
        return self.page.items

    @property
    def count(self) -> int:
        """Live comments of the page's language, or of all languages where they are chosen."""
        counts = self.standing.counts
        return sum(counts.values()) if self.choice.everywhere else counts.get(self.edition.language, 0)

    @cached_property
    def hidden(self) -> dict[str, int]:
        """How many comments in each other language do not stand here."""
        if self.choice.everywhere:
            return {}
        left = {code: count for code, count in self.standing.counts.items() if code != self.edition.language}
        for item in self.items:
            if item.comment.language in left and not item.gone:
                left[item.comment.language] -= 1
        return {code: count for code, count in left.items() if count > 0}

    @property
    def hidden_words(self) -> str:
        count = sum(self.hidden.values())
        words = {
            "is": ngettext("Show %(count)s comment in Icelandic", "Show %(count)s comments in Icelandic", count),
            "en": ngettext("Show %(count)s comment in English", "Show %(count)s comments in English", count),
        }
        several = ngettext(
            "Show %(count)s comment in another language", "Show %(count)s comments in other languages", count
        )
        only = next(iter(self.hidden)) if len(self.hidden) == 1 else ""
        return words.get(only, several) % {"count": count}

    @property
    def own_language_words(self) -> str:
        words = {"is": _("Show only comments in Icelandic"), "en": _("Show only comments in English")}
        return words.get(self.edition.language) or _("Show only comments in the language of the page")

    @property
    def has_order(self) -> bool:
        return bool(self.page.following or self.choice.start) or sum(not item.depth for item in self.items) > 1

    @property
    def oldest_address(self) -> str:
        return self.address(newest_first=False, start="")

    @property
    def newest_address(self) -> str:
        return self.address(newest_first=True, start="")

    @property
    def everywhere_address(self) -> str:
        return self.address(everywhere=True, start="")

    @property
    def own_language_address(self) -> str:
        return self.address(everywhere=False, start="")

    @property
    def first_address(self) -> str:
        return self.address(start="") if self.choice.start else ""

    @property
    def next_address(self) -> str:
        following = self.page.following
        return self.address(start=places.branch(following.place)) if following else ""

    @property
    def whole_address(self) -> str:
        return self.address()

    @property
    def branch_query(self) -> str:
        return Choice(everywhere=self.choice.everywhere).query()

    def address(self, **changes) -> str:
        return thread_address(self.edition, replace(self.choice, **changes)) + SECTION


@dataclass(frozen=True)
class Branch(Thread):
    """One branch on a page of its own. `root`: its comment that the address names."""

    root: int = 0

    @property
    def has_order(self) -> bool:
        return False

    @property
    def first_address(self) -> str:
        return ""

    @property
    def next_address(self) -> str:
        following = self.page.following
        return branch_address(self.edition, self.root, self.choice.everywhere, following.pk) if following else ""


def thread(edition, choice: Choice | None = None) -> Thread:
    """A page of the thread, in two queries."""
    choice = choice or Choice()
    return Thread(edition, standing(edition), choice, thread_page(edition, choice))


def thread_page(edition, choice: Choice) -> threads.Page:
    """The comments of a page, in one query."""
    asked = rows.Asked(choice.languages(edition.language), choice.newest_first, choice.start)
    return threads.page(rows.of_page(edition.article_id, asked), choice.newest_first)


def branch(edition, root: int, everywhere: bool = False, start: int = 0) -> Branch:
    """A page of one branch, in two queries."""
    page = branch_page(edition, root, everywhere, start)
    return Branch(edition, standing(edition), Choice(everywhere=everywhere), page, root)


def branch_page(edition, root: int, everywhere: bool, start: int = 0) -> threads.Page:
    languages = Choice(everywhere=everywhere).languages(edition.language)
    return threads.branch_page(rows.of_branch(edition.article_id, languages, root, start or root))


def thread_address(edition, choice: Choice) -> str:
    return reverse("thread", args=[edition.slug]) + choice.query()


def branch_address(edition, root: int, everywhere: bool = False, start: int = 0) -> str:
    address = reverse("branch", args=[edition.slug, root]) + Choice(everywhere=everywhere).query()
    if not start or start == root:
        return address
    return f"{address}{'&' if everywhere else '?'}{pgettext('url', 'from')}={start}"


def _place(key: str) -> str:
    place = f"{base36_to_int(key):0{places.WIDTH}d}" if key else ""
    if len(place) > places.WIDTH or (key and int_to_base36(int(place)) != key):
        raise ValueError(f"“{key}” does not name a place in a thread.")
    return place
