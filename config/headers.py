"""All response headers of each kind of page, in one place, which settings and middleware read."""

from collections.abc import Mapping
from enum import Enum

from csp.constants import NONCE, NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE

REFERRER_POLICY = "strict-origin-when-cross-origin"

# The same for every reader and every page, so that a finished page can be kept with its headers.
PUBLIC_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

# Unfold's own pages evaluate expressions in attributes and set styles on elements; the rest stays shut.
ADMIN_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF, NONCE, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
    "font-src": [SELF],
    "img-src": [SELF, "data:"],
    "connect-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}

SWITCHED_OFF = (
    "accelerometer",
    "attribution-reporting",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PAGE = EVERYWHERE | {
    "Referrer-Policy": REFERRER_POLICY,
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in SWITCHED_OFF),
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


class Kind(Enum):
    PUBLIC = "public"
    ADMIN = "admin"
    STATIC = "static"
    PROBE = "probe"


PROBES = ("/healthz", "/readyz")

# These replace what a view set; an error page of the public kind is not to be kept either, see for_response.
HEADERS: Mapping[Kind, Mapping[str, str]] = {
    Kind.PUBLIC: PAGE | {"Content-Security-Policy": PUBLIC_POLICY},
    Kind.ADMIN: PAGE | {"Referrer-Policy": "same-origin", "Cache-Control": "no-store"},
    Kind.STATIC: EVERYWHERE,
    Kind.PROBE: PAGE | {"Content-Security-Policy": PUBLIC_POLICY, "Cache-Control": "no-store"},
}


def kind_of(path: str, static: str = "/static/") -> Kind:
    """The kind of page that lies at this path (with its leading slash)."""
    if path == "/admin" or path.startswith("/admin/"):
        return Kind.ADMIN
    if path.startswith(static):
        return Kind.STATIC
    return Kind.PROBE if path in PROBES else Kind.PUBLIC


def for_response(kind: Kind, status: int) -> dict[str, str]:
    """Headers for a response of this kind and status."""
    if status >= 500 or (status >= 400 and kind is Kind.STATIC):
        return {**HEADERS[kind], "Cache-Control": "no-store"}
    return dict(HEADERS[kind])
