"""The addresses that a link in prose may have."""

import re
from urllib.parse import quote

from .characters import composed

MAX_LENGTH = 2000

_REMOVED = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
# Letters of every alphabet stay readable; what HTML, Markdown or a browser could take for something else does not.
_ENCODED = re.compile(r"[^\w!#$%&'()*+,./:;=?@~-]|%(?![0-9A-Fa-f]{2})")
_WEB = re.compile(r"(https?)://([^/?#]*@)?([^/?#@]+)(.*)", re.IGNORECASE)
_MAIL = re.compile(r"mailto:([^@]+@[^@]+)", re.IGNORECASE)
_SITE = re.compile(r"/(?!/)|#.")


def address(href: str) -> str:
    """`href` as it is kept: an http, https or mailto address or one of this site (`/…`, `#…`). Else empty."""
    href = _REMOVED.sub("", href[: MAX_LENGTH * 2]).strip()
    href = _ENCODED.sub(lambda match: quote(match[0], safe=""), composed(href))
    if len(href) > MAX_LENGTH:
        return ""
    if web := _WEB.fullmatch(href):
        scheme, login, host, rest = web.groups(default="")
        return f"{scheme.lower()}://{login}{_lowered(host)}{rest}"
    if mail := _MAIL.fullmatch(href):
        return f"mailto:{mail[1]}"
    return href if _SITE.match(href) else ""


def _lowered(host: str) -> str:
    return re.sub(r"[A-Z]+", lambda match: match[0].lower(), host)
