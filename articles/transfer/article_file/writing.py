"""A manuscript printed as an article file, the same way each time: people edit these files and compare them."""

import re
from collections import Counter
from datetime import datetime

import yaml

from articles import prose
from articles.manuscript import (
    FORMAT,
    Author,
    Cell,
    Dimension,
    Forms,
    Imprint,
    Manuscript,
    Side,
    Similarity,
    Source,
    Subject,
    Tag,
    pictures,
)

from . import pictures as picture_list
from .front_matter import FORMS, generated_slug
from .headings import headings
from .marks import braces, escaped

_WORD = re.compile(r"[^\W_][\w-]*")
_CELL_SPECIAL = r"\||\{(?=drafted\})|\[(?=\^)"


def render(manuscript: Manuscript, imprint: Imprint) -> str:
    """The file of the imprint's language. It ends in a line break."""
    front = _front_matter(manuscript, imprint)
    blocks = ["---\n" + front + "---", *_body(manuscript, imprint.language)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _front_matter(manuscript: Manuscript, imprint: Imprint) -> str:
    language = imprint.language
    values = {
        "format": FORMAT,
        "article": manuscript.key,
        "language": language,
        "slug": imprint.slug,
        "title": manuscript.title.get(language),
        "author": _Flow.of(_author(manuscript.author, language)) if manuscript.author else None,
        "tags": [_Flow.of(_named(tag, language)) for tag in manuscript.tags],
        "subjects": [_subject(side.subject, language) for side in manuscript.sides],
        "state": imprint.state,
        "published": _moment(imprint.published_at),
        "expires": _moment(imprint.expires_at),
        "origin": imprint.origin,
        "picture": manuscript.picture.digest if manuscript.picture else "",
        "sources": [_Flow.of(_source(source)) for source in manuscript.sources],
        "pictures": [_Flow.of(values) for values in picture_list.listed(pictures(manuscript), language)],
    }
    return yaml.dump(
        _filled(values), Dumper=_Dumper, allow_unicode=True, width=10**9, sort_keys=False, default_flow_style=False
    )


class _Flow(dict):
    """A mapping that is printed on one line, in braces."""

    @classmethod
    def of(cls, value: dict | str) -> "dict | str":
        if not isinstance(value, dict):
            return value
        return cls({key: _quoted(text) if isinstance(text, str) else text for key, text in value.items()})


class _Quoted(str):
    """A text in quotation marks, so that commas and colons may come into it."""


class _Moment(str):
    """A time, which YAML reads without quotes."""


class _Dumper(yaml.SafeDumper):
    """Prints as people write: list items indented, quotation marks double."""

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)

    def choose_scalar_style(self):
        style = super().choose_scalar_style()
        return '"' if style == "'" else style


_Dumper.add_representer(_Flow, lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value, True))
_Dumper.add_representer(_Quoted, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:str", value, '"'))
_Dumper.add_representer(_Moment, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:timestamp", value))


def _quoted(text: str) -> str:
    return text if _WORD.fullmatch(text) else _Quoted(text)


def _moment(moment: datetime | None) -> str | None:
    return _Moment(moment.isoformat()) if moment else None


def _filled(values: dict) -> dict:
    return {key: value for key, value in values.items() if value}


def _alone(values: dict) -> dict | str:
    """A part that has nothing but its key is printed as the key."""
    return values["key"] if list(values) == ["key"] else values


def _named(part: Author | Tag | Subject, language: str, **more) -> dict | str:
    name, slug = part.name.get(language, ""), part.slug.get(language, "")
    written_slug = slug if slug != generated_slug(name, part.key) else ""
    return _alone(_filled({"key": part.key, "name": name, "slug": written_slug, **more}))


def _author(author: Author, language: str) -> dict | str:
    return _named(author, language, bio=prose.to_markdown(author.bio.get(language, "")))


def _subject(subject: Subject, language: str) -> dict | str:
    forms = subject.forms.get(language, Forms())
    written = _Flow.of(_filled({name: getattr(forms, name) for name in FORMS}))
    return _named(subject, language, forms=written, definition=subject.definition.get(language), **_picture(subject))


def _picture(part: Subject | Side) -> dict[str, str]:
    return {"picture": part.picture.digest} if part.picture else {}


def _source(source: Source) -> dict:
    return _filled({"key": source.key, "title": source.title, "address": source.address, "read": source.read_on})


def _body(manuscript: Manuscript, language: str) -> list[str]:
    names = headings(language)
    sections = {
        names.sides: [_side(side, language) for side in manuscript.sides],
        names.similarities: ["\n".join(_similarity(item, language) for item in manuscript.similarities)],
        names.differences: [_dimension(dimension, language) for dimension in manuscript.dimensions],
        names.table: [_table(manuscript, language)],
        names.summary: [prose.to_markdown(manuscript.summary.get(language, ""))],
    }
    blocks = [prose.to_markdown(manuscript.lead.get(language, ""))]
    for name, parts in sections.items():
        if written := [part for part in parts if part]:
            blocks += [f"## {name}", *written]
    return blocks


def _side(side: Side, language: str) -> str:
    subject = side.subject.key if side.subject.key != side.key else ""
    answer = escaped(side.answer.get(language, ""))
    example = prose.to_markdown(side.example.get(language, ""))
    return _blocks(
        _heading(escaped(side.subject.name.get(language, "")), braces(side.key, subject=subject, **_picture(side))),
        f"> {answer}" if answer else "",
        prose.to_markdown(side.description.get(language, "")),
        f"#### {headings(language).example}\n\n{example}" if example else "",
    )


def _blocks(*blocks: str) -> str:
    return "\n\n".join(block for block in blocks if block)


def _heading(name: str, mark: str) -> str:
    return _spaced("###", name, mark)


def _spaced(*words: str) -> str:
    return " ".join(word for word in words if word)


def _similarity(similarity: Similarity, language: str) -> str:
    """`- **Name** (text): sentence {#key}`, where only a sentence need be there."""
    name, text = similarity.name.get(language, ""), similarity.text.get(language, "")
    named = f"**{escaped(name, '[*]')}**" if name else ""
    head = _spaced(named, f"({escaped(text, '[)]')})" if text else "")
    sentence = escaped(similarity.sentence.get(language, ""), r"^[*(]" if not head else "")
    return _spaced("-", f"{head}:" if head else "", sentence, braces(similarity.key))


def _dimension(dimension: Dimension, language: str) -> str:
    mark = braces(dimension.key, group=dimension.group.get(language, ""))
    heading = _heading(escaped(dimension.name.get(language, "")), mark)
    return _blocks(heading, prose.to_markdown(dimension.discussion.get(language, "")))


def _table(manuscript: Manuscript, language: str) -> str:
    if not manuscript.dimensions:
        return ""
    sides = {side.key: side.subject.name.get(language, "") for side in manuscript.sides}
    rows = {dimension.key: dimension.name.get(language, "") for dimension in manuscript.dimensions}
    lines = [_row("", *_labels(sides)), "|" + "---|" * (len(sides) + 1)]
    for label, dimension in zip(_labels(rows), manuscript.dimensions, strict=True):
        cells = {cell.side: _cell(cell, language) for cell in dimension.cells}
        lines.append(_row(label, *(cells.get(key, "") for key in sides)))
    return "\n".join(lines)


def _row(*cells: str) -> str:
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in cells)


def _labels(names: dict[str, str]) -> list[str]:
    """Each name, with its key where the name alone would not find it."""
    counts = Counter(names.values())
    return [
        _spaced(escaped(name, r"\|"), braces(key) if not name or counts[name] > 1 or "{#" in name else "")
        for key, name in names.items()
    ]


def _cell(cell: Cell, language: str) -> str:
    text = escaped(cell.text.get(language, ""), _CELL_SPECIAL)
    source = f"[^{cell.source}]" if cell.source else ""
    return _spaced(text, source, "{drafted}" if language in cell.drafted else "")
