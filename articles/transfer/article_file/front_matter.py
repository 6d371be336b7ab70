"""The front matter: everything a file says of its article but the texts of the body."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from articles import prose
from articles.language import words
from articles.manuscript import FORMAT, Author, Forms, Imprint, Picture, Source, Subject, Tag, Texts
from articles.prose.addresses import address

from .errors import ArticleFileError
from .fields import Field, Mapping, load
from .marks import KEY
from .pictures import Pictures
from .source import Numbered

# fmt: off
KEYS = (
    "format", "article", "language", "slug", "title", "author", "tags", "subjects", "state", "published", "expires",
    "origin", "picture", "sources", "pictures",
)
# fmt: on
STATES = ("draft", "review", "published", "archived")
ORIGINS = ("written", "translated", "machine", "reviewed")
FORMS = ("nominative", "dative", "genitive", "number", "gender", "question")
NUMBERS = ("singular", "plural")
GENDERS = ("masculine", "feminine", "neuter")

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})?")

Item = TypeVar("Item", Tag, Subject, Source)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    article: str
    title: Texts
    author: Author | None
    tags: tuple[Tag, ...]
    subjects: dict[str, Subject]
    sources: tuple[Source, ...]
    picture: Picture | None
    pictures: Pictures
    imprint: Imprint


def read(lines: list[Numbered]) -> FrontMatter:
    """The front matter in these lines. Raises ArticleFileError."""
    front = load(lines).mapping(KEYS)
    if front.required("format") != str(FORMAT):
        message = f"The file has format {front.text('format')}. Only format {FORMAT} can be read."
        raise ArticleFileError(message, front.line_of("format"))
    article = front.key("article")
    imprint = _imprint(front)
    language = imprint.language
    pictures = Pictures.read(front, language)
    return FrontMatter(
        article=article,
        title=texts(language, front.text("title")),
        author=_author(front.fields["author"], language) if front.has("author") else None,
        tags=tuple(sorted(_unique(front, "tags", _tag, language), key=lambda tag: tag.key)),
        subjects={subject.key: subject for subject in _unique(front, "subjects", _subject, language, pictures)},
        sources=tuple(_unique(front, "sources", _source, language)),
        picture=pictures.named(front),
        pictures=pictures,
        imprint=imprint,
    )


def texts(language: str, text: str) -> Texts:
    """A text in one language, as manuscripts keep it: an empty one is a missing key."""
    return {language: text} if text else {}


def generated_slug(name: str, key: str) -> str:
    """The slug that a name gets when the file does not say one."""
    return (words.slugify(name) or key) if name else ""


def _imprint(front: Mapping) -> Imprint:
    language = front.required("language")
    if not _LANGUAGE.fullmatch(language):
        raise ArticleFileError(f"The language “{language}” is not a code such as is or en.", front.line_of("language"))
    return Imprint(
        language=language,
        slug=_slug(front),
        state=front.one_of("state", STATES, "draft"),
        origin=front.one_of("origin", ORIGINS, "written"),
        published_at=front.moment("published"),
        expires_at=front.moment("expires"),
    )


def _slug(part: Mapping) -> str:
    slug = part.text("slug")
    if slug and not KEY.fullmatch(slug):
        message = f"The slug “{slug}” may only have small letters a–z, digits and hyphens."
        raise ArticleFileError(message, part.line_of("slug"))
    return slug


def _unique(front: Mapping, name: str, make: Callable[..., Item], *given) -> list[Item]:
    made: dict[str, Item] = {}
    for field in front.items(name):
        item = make(field, *given)
        if item.key in made:
            raise ArticleFileError(f"The key “{item.key}” is twice among the {name}.", field.line)
        made[item.key] = item
    return list(made.values())


def _part(field: Field, known: list[str]) -> Mapping:
    """An author, a tag or a subject: its key alone, or a mapping that has it."""
    if isinstance(field.value, str):
        return Mapping({"key": field}, field.line, field.what)
    return field.mapping(known)


def _named(part: Mapping, language: str) -> dict:
    key, name = part.key(), part.text("name")
    slug = _slug(part) or generated_slug(name, key)
    return {"key": key, "name": texts(language, name), "slug": texts(language, slug)}


def _author(field: Field, language: str) -> Author:
    part = _part(field, ["key", "name", "slug", "bio"])
    bio = prose.from_markdown(part.markdown("bio"))
    return Author(**_named(part, language), bio=texts(language, bio))


def _tag(field: Field, language: str) -> Tag:
    return Tag(**_named(_part(field, ["key", "name", "slug"]), language))


def _subject(field: Field, language: str, pictures: Pictures) -> Subject:
    part = _part(field, ["key", "name", "slug", "forms", "definition", "picture"])
    forms = _forms(part.fields["forms"]) if "forms" in part.fields else Forms()
    return Subject(
        **_named(part, language),
        forms={language: forms} if forms != Forms() else {},
        definition=texts(language, part.text("definition")),
        picture=pictures.named(part),
    )


def _forms(field: Field) -> Forms:
    part = field.mapping(FORMS)
    written = {name: part.text(name) for name in FORMS}
    written["number"] = part.one_of("number", NUMBERS)
    written["gender"] = part.one_of("gender", GENDERS)
    return Forms(**written)


def _source(field: Field, language: str) -> Source:
    part = field.mapping(["key", "title", "address", "read"])
    return Source(part.key(), part.text("title"), _address(part), part.day("read"))


def _address(part: Mapping) -> str:
    written = part.text("address")
    kept = address(written)
    if written and not kept.startswith(("http://", "https://")):
        message = f"The address “{written}” does not begin with http:// or https://."
        raise ArticleFileError(message, part.line_of("address"))
    return kept
