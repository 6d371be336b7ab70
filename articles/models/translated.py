"""The columns of a translated field, one a language, by name."""

from django.conf import settings

from articles.manuscript import Texts


def languages() -> tuple[str, ...]:
    """The codes of all languages that texts are kept in, the default first."""
    return tuple(code for code, _name in settings.LANGUAGES)


def column(field: str, language: str) -> str:
    return f"{field}_{language.replace('-', '_')}"


def columns(field: str) -> tuple[str, ...]:
    return tuple(column(field, language) for language in languages())


def text(instance, field: str, language: str) -> str:
    """The field's text in that language, "" where it has none."""
    return getattr(instance, column(field, language)) or ""


def texts(instance, field: str) -> Texts:
    """The field's texts in all languages that have one."""
    found = {language: text(instance, field, language) for language in languages()}
    return {language: value for language, value in found.items() if value}


def put(instance, field: str, values: Texts, only: tuple[str, ...] | None = None) -> None:
    """Set the field in the languages of `only` (all, where it is None); a language without a text is emptied."""
    for language in languages() if only is None else only:
        setattr(instance, column(field, language), values.get(language, ""))


def fill(instance, field: str, values: Texts) -> list[str]:
    """Set the field where it is empty. Returns the languages where it already says something else."""
    differing = []
    for language, value in values.items():
        present = text(instance, field, language)
        if not present:
            setattr(instance, column(field, language), value)
        elif present != value:
            differing.append(language)
    return differing
