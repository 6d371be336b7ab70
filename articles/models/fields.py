"""Columns that clean what is written to them, on every road into the database: forms, imports, updates in bulk."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles import prose
from articles.addresses import MAX_LENGTH, check_slug

LANGUAGE_LENGTH = 12
KEY_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_KEY_ADVICE = _("A key has only small letters a–z, digits and hyphens.")


class LineField(models.CharField):
    """One line of plain text."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": 300, "blank": True, "default": "", **kwargs})

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return prose.line(value) if isinstance(value, str) else value

    def get_db_prep_save(self, value, connection):
        """SQLite would take a text of any length. Nothing is cut: what is too long is refused."""
        value = super().get_db_prep_save(value, connection)
        if isinstance(value, str) and len(value) > self.max_length:
            raise ValueError(f"“{value[:40]}…” has {len(value)} characters; at most {self.max_length} fit here.")
        return value


class ProseField(models.TextField):
    """HTML in the canonical subset of `articles.prose`."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"blank": True, "default": "", **kwargs})

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return prose.clean(value) if isinstance(value, str) else value


class AddressField(models.CharField):
    """A slug. None where there is none, so that one column can be unique."""

    default_validators = [check_slug]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": MAX_LENGTH, "blank": True, "null": True, "default": None, **kwargs})

    def get_db_prep_save(self, value, connection):
        return super().get_db_prep_save(value or None, connection)


class KeyField(models.CharField):
    """A short name that never changes: the anchor on the page, the identity in files and differences."""

    default_validators = [RegexValidator(rf"^{KEY_PATTERN}\Z", _KEY_ADVICE)]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": 60, "blank": True, **kwargs})
