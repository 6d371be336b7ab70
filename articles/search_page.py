"""What the search page says beside its hits: the count in words, the filters, and where its links lead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from articles.language import collation, grammar, words
from articles.models import Author, Tag, translated

MOST_CHOSEN = 20  # tags of an address that are looked up
LINK = '<a href="{}">{}</a>'


@dataclass(frozen=True)
class Choice:
    """A filter, on or off: a tag or an author, and how much it leaves."""

    row: Tag | Author
    count: int
    is_chosen: bool
    without: str  # the address of the same search without it


class Asked:
    """What somebody asks for, as the address of the page says it."""

    def __init__(self, query: QueryDict):
        self.tag_name, self.author_name = pgettext("url", "tag"), pgettext("url", "author")
        self.after_name = pgettext("url", "after")
        self.text = query.get("q", "").replace("\0", "")
        self.after = query.get(self.after_name, "")
        self.tags = _rows(Tag, query.getlist(self.tag_name)[:MOST_CHOSEN])
        self.author = next(iter(_rows(Author, query.getlist(self.author_name)[:1])), None)

    @property
    def question(self) -> str:
        return " ".join(self.text.split())

    def address(self, *, text=None, tags=(), author=None, after="") -> str:
        """The address of a search: of this question where no other is named, and of no filter that is not."""
        query = QueryDict(mutable=True)
        query["q"] = self.question if text is None else text
        query.setlist(self.tag_name, [tag.slug for tag in tags])
        for name, value in ((self.author_name, author and author.slug), (self.after_name, after)):
            if value:
                query[name] = value
        return f"{reverse('search')}?{query.urlencode()}"

    def page(self, after: str = "") -> str:
        """The same search with the same filters, from that page on."""
        return self.address(tags=self.tags, author=self.author, after=after)

    def tag_choices(self, counted: Iterable[tuple[Tag, int]]) -> list[Choice]:
        return [
            Choice(tag, count, tag in self.tags, self._without(tag)) for tag, count in _in_order(counted, self.tags)
        ]

    def author_choices(self, counted: Iterable[tuple[Author, int]]) -> list[Choice]:
        """None where there is but one author, who narrows nothing."""
        own = [self.author] if self.author else []
        without = self.address(tags=self.tags)
        choices = [Choice(row, count, row in own, without) for row, count in _in_order(counted, own)]
        return choices if own or len(choices) > 1 else []

    def _without(self, tag: Tag) -> str:
        return self.address(tags=[other for other in self.tags if other != tag], author=self.author)


class Page:
    """What was found, in the words and with the links of the page. `found` is None where nobody has asked yet."""

    def __init__(self, asked: Asked, found=None):
        self.asked, self.found = asked, found
        self.fault = found.fault if found else ""
        self.is_answer = bool(found and not found.fault)
        self.tags = asked.tag_choices(found.tags) if found else []
        self.authors = asked.author_choices(found.authors) if found else []
        self.chosen = [choice for choice in (*self.tags, *self.authors) if choice.is_chosen]

    @property
    def title(self) -> str:
        if self.fault or not self.found:
            name = pgettext("a page", "Search")
            return _("Error: %(title)s") % {"title": name} if self.fault else name
        return _("“%(question)s” – search") % {"question": self.asked.question}

    @property
    def meant(self) -> str:
        """The question that was answered: the one that was typed, or that one with an error put right."""
        return self.found.corrected or self.asked.question

    @property
    def status(self) -> str:
        if not self.found.hits:
            return _("Nothing was found for “%(question)s”") % {"question": self.meant}
        return " ".join(filter(None, [self._count(), self._forms()]))

    @property
    def corrected(self) -> str:
        told = {"typed": self.asked.question, "meant": self.found.corrected}
        said = _("Nothing was found for “%(typed)s”. Below is what was found for “%(meant)s”.")
        return said % told if self.found.corrected else ""

    @property
    def did_you_mean(self) -> str:
        """A question with links to other spellings, as HTML; "" where there are none."""
        quoted = [(self.asked.address(text=text), _("“%(word)s”") % {"word": text}) for text in self.found.suggestions]
        links = format_html_join(", ", LINK, quoted)
        return format_html(_("Did you mean {choices}?"), choices=links) if links else ""

    @property
    def next(self) -> str:
        return self.asked.page(self.found.next_key) if self.found.next_key else ""

    @property
    def first(self) -> str:
        return self.asked.page() if self.asked.after else ""

    @property
    def unfiltered(self) -> str:
        return self.asked.address()

    @property
    def asks_for_missing(self) -> bool:
        """Whether two things are compared that what was found may do no more than mention."""
        return bool(self.found.question.pair) and not self.next

    @property
    def wish_query(self) -> str:
        return "?" + urlencode(dict(zip(("first", "second"), self.wished, strict=True)))

    @property
    def wished(self) -> Sequence[str]:
        """What the form that asks for a comparison begins with."""
        names = [_as_typed(name, self.found.question.typed) for name in self.found.question.pair]
        return names[:2] or [self.meant, ""]

    def _count(self) -> str:
        told = {"count": number_format(self.found.count, force_grouping=True), "question": self.meant}
        if self.found.at_least:
            return _("More than %(count)s comparisons were found for “%(question)s”.") % told
        said = ngettext(
            "%(count)s comparison was found for “%(question)s”.",
            "%(count)s comparisons were found for “%(question)s”.",
            self.found.count,
        )
        return said % told

    def _forms(self) -> str:
        said = ngettext(
            "The form %(forms)s counts as well.", "The forms %(forms)s count as well.", len(self.found.forms)
        )
        return said % {"forms": grammar.joined(self.found.forms, get_language())} if self.found.forms else ""


def _rows(model, slugs: list[str]) -> list:
    """Those at these addresses. An address that nothing has, or has any more, filters nothing."""
    sound = [slug for slug in slugs if slug and slug == words.slugify(slug)]
    return list(model.objects.filter(**{f"{translated.column('slug', get_language())}__in": sound})) if sound else []


def _in_order(counted, chosen) -> list[tuple]:
    """What is chosen first, also where it leaves nothing; then by number, the largest first, and by name."""
    known = dict.fromkeys(chosen, 0) | dict(counted)
    language = get_language()
    key = lambda pair: (pair[0] not in chosen, -pair[1], collation.sort_key(pair[0].name or "", language))  # noqa: E731
    return sorted(known.items(), key=key)


def _as_typed(name: str, question: str) -> str:
    """The name with the capitals that it was typed with."""
    at = question.lower().find(name)
    return question[at : at + len(name)] if at >= 0 else name
