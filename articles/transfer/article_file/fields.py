"""YAML as values that know their lines. Scalars stay the words that were written: `no` is a word, not a falsehood."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime

import yaml

from articles import prose

from .errors import ArticleFileError
from .marks import checked_key
from .source import Numbered

MAX_CHARACTERS = 200_000
MAX_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Field:
    """A value of the front matter and the line it stands on."""

    value: "str | list[Field] | dict[str, Field]"
    line: int
    what: str = "front matter"

    def mapping(self, known: Collection[str]) -> "Mapping":
        """The value as a mapping that has no keys but the known ones."""
        if not isinstance(self.value, dict):
            raise ArticleFileError(f"The {self.what} must have keys, such as “{next(iter(known))}:”.", self.line)
        for key, field in self.value.items():
            if key not in known:
                names = ", ".join(known)
                raise ArticleFileError(f"The {self.what} has no key “{key}”. Its keys are {names}.", field.line)
        return Mapping(self.value, self.line, self.what)

    def text(self) -> str:
        """The value as one line of text."""
        return prose.line(self.markdown())

    def markdown(self) -> str:
        """The value as it was written."""
        if not isinstance(self.value, str):
            raise ArticleFileError(f"The {self.what} must be a text.", self.line)
        return self.value


@dataclass(frozen=True, slots=True)
class Mapping:
    """The keys of one part of the front matter. A key without a value is a key that is not there."""

    fields: dict[str, Field]
    line: int
    what: str

    def has(self, key: str) -> bool:
        return key in self.fields and self.fields[key].value != ""

    def text(self, key: str) -> str:
        return self.fields[key].text() if key in self.fields else ""

    def markdown(self, key: str) -> str:
        return self.fields[key].markdown() if key in self.fields else ""

    def required(self, key: str) -> str:
        if not (text := self.text(key)):
            raise ArticleFileError(f"The {self.what} lacks the key “{key}”.", self.line)
        return text

    def key(self, name: str = "key") -> str:
        """A required value that is a key."""
        return checked_key(self.required(name), self.line_of(name))

    def one_of(self, key: str, choices: Collection[str], default: str = "") -> str:
        text = self.text(key) or default
        if text and text not in choices:
            names = ", ".join(choices)
            raise ArticleFileError(f"The {key} “{text}” is not one of {names}.", self.line_of(key))
        return text

    def items(self, key: str) -> list[Field]:
        """The values of a list, none where there is no list."""
        if not self.has(key):
            return []
        field = self.fields[key]
        if not isinstance(field.value, list):
            message = f"The {key} must be a list, each item on a line that begins with a hyphen."
            raise ArticleFileError(message, field.line)
        return field.value

    def day(self, key: str) -> date | None:
        if not (text := self.text(key)):
            return None
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            message = f"The {key} “{text}” is not a day written as 2026-11-23."
            raise ArticleFileError(message, self.line_of(key)) from error

    def moment(self, key: str) -> datetime | None:
        """A time; UTC where it does not say its offset."""
        if not (text := self.text(key)):
            return None
        try:
            moment = datetime.fromisoformat(text)
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except (ValueError, OverflowError) as error:
            message = f"The {key} “{text}” is not a time written as 2026-11-23T09:00:00+00:00."
            raise ArticleFileError(message, self.line_of(key)) from error

    def line_of(self, key: str) -> int:
        return self.fields[key].line if key in self.fields else self.line


def load(lines: list[Numbered]) -> Field:
    """The front matter's fields. Raises ArticleFileError for what is not plain YAML, with the line."""
    text = "\n".join(line.text for line in lines)
    if len(text) > MAX_CHARACTERS:
        raise ArticleFileError("The front matter is longer than 200,000 characters.")
    try:
        _refuse_depth(text)
        node = yaml.compose(text, yaml.SafeLoader)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 2
        raise ArticleFileError("The front matter holds a character that YAML does not allow.", line) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "it cannot be read"
        raise ArticleFileError(f"The front matter is not YAML: {problem}.", mark.line + 2 if mark else 2) from error
    if node is None:
        raise ArticleFileError("The front matter is empty.")
    return _field(node, "front matter")


def _refuse_depth(text: str) -> None:
    """YAML's references could make a small file endless, and its nesting could exhaust the reader."""
    depth = 0
    for event in yaml.parse(text, yaml.SafeLoader):
        line = event.start_mark.line + 2
        if isinstance(event, yaml.AliasEvent):
            raise ArticleFileError("The front matter refers to another value with an asterisk. Write it out.", line)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise ArticleFileError("The front matter is nested too deeply.", line)


def _field(node: yaml.Node, what: str) -> Field:
    line = node.start_mark.line + 2
    if isinstance(node, yaml.ScalarNode):
        return Field("" if node.tag == "tag:yaml.org,2002:null" else node.value, line, what)
    if isinstance(node, yaml.SequenceNode):
        return Field([_field(item, what) for item in node.value], line, what)
    fields: dict[str, Field] = {}
    for name, value in node.value:
        if not isinstance(name, yaml.ScalarNode):
            raise ArticleFileError(f"A key of the {what} must be a word.", name.start_mark.line + 2)
        if name.value in fields:
            raise ArticleFileError(f"The {what} has the key “{name.value}” twice.", name.start_mark.line + 2)
        fields[name.value] = _field(value, name.value)
    return Field(fields, line, what)
