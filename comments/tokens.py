"""The signed token of a form: it begins the time of writing, and its one-use id makes one comment of many submits."""

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing
from django.utils import timezone
from django.utils.crypto import get_random_string

SALT = "comments.tokens"
FETCHED, PREVIEW = "fetched", "preview"  # by a script at the first focus; given by the page that shows a preview
VALID_FOR = timedelta(hours=24)
ID_LENGTH = 22  # of 62 letters and digits: 130 bits


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    id: str
    article: int
    parent: int  # 0: it answers nobody
    issued: int  # milliseconds since 1970

    @property
    def seconds(self) -> int | None:
        """How long the writing took. None after a preview: it says only how long somebody looked at it."""
        return max(0, _now() - self.issued) // 1000 if self.kind == FETCHED else None


def issue(kind: str, article: int, parent: int = 0) -> str:
    """A new token for a form of this article, or for a reply to the comment `parent` in its thread."""
    return signing.Signer(salt=SALT).sign_object([kind, get_random_string(ID_LENGTH), article, parent or 0, _now()])


def read(text: str, article: int, parent: int = 0) -> Token | None:
    """The token, if it is ours, of this very form, and not stale. Whatever else it is: None."""
    try:
        token = Token(*signing.Signer(salt=SALT).unsign_object(text))
    except (signing.BadSignature, ValueError, TypeError):
        return None
    is_stale = _now() - token.issued > VALID_FOR // timedelta(milliseconds=1)
    return None if is_stale or (token.article, token.parent) != (article, parent or 0) else token


def _now() -> int:
    return int(timezone.now().timestamp() * 1000)
