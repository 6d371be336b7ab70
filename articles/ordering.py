"""Lists in alphabetical order, sorted by the database: the same order on PostgreSQL and on SQLite.

PostgreSQL has ICU's collations; SQLite gets the same under the same names from `articles.language.collation` with
each new connection. They are named in queries only, never in a column or an index: a file whose index needs a
collation of ours could not be opened by any other program, and an index sorted by ICU wants rebuilding with each of
its versions.
"""

from functools import partial

from django.db.models import F, Value
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce, Collate, NullIf

from articles.language import collation
from articles.models import translated

_ANY_LANGUAGE = "und-x-icu"
_COLLATIONS = {"is": "is-x-icu", "en": "en-x-icu"}


def alphabetical(text, language: str) -> OrderBy:
    """For `order_by`: by a field, named, or any text expression, in the language's alphabet; no text comes last."""
    text = F(text) if isinstance(text, str) else text
    return Collate(NullIf(text, Value("")), _collation(language)).asc(nulls_last=True)


def by_name(language: str) -> OrderBy:
    """For `order_by`: by what an editor sees as a thing's name, which may stand in another language, or its key."""
    languages = sorted(translated.languages(), key=lambda code: code != language)
    names = [NullIf(F(translated.column("name", code)), Value("")) for code in languages]
    return alphabetical(Coalesce(*names, F("key")), language)


def teach_sqlite(connection, **kwargs) -> None:
    """Give a new connection to SQLite the collations that PostgreSQL has by itself."""
    if connection.vendor != "sqlite":
        return
    for language in ("und", *_COLLATIONS):
        connection.connection.create_collation(_collation(language), partial(collation.compare, language=language))


def _collation(language: str) -> str:
    return _COLLATIONS.get(language, _ANY_LANGUAGE)
