"""All response headers of each kind of page, in one place, which settings and middleware read."""

from collections.abc import Mapping
from enum import Enum

from csp.constants import NONCE, NONE, SELF, UNSAFE_EVAL, UNSAFE_INLINE

REFERRER_POLICY = "strict-origin-when-cross-origin"


def public_policy(media: str = "", framed_by: str = "'none'") -> str:
    """The same for every reader and every page, so that a finished page can be kept with its headers.

    `media`: the origin that pictures come from, where it is not the site's own. `framed_by`: who may show the page in
    a frame.
    """
    images = f"'self' {media}".strip()
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src {images}; "
        f"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {framed_by}"
    )


PUBLIC_POLICY = public_policy()

# Unfold's own pages evaluate expressions in attributes and set styles on elements; the rest stays shut.
ADMIN_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF, NONCE, UNSAFE_EVAL],
    "style-src": [SELF, UNSAFE_INLINE],
    "font-src": [SELF],
    "img-src": [SELF, "data:"],
    "frame-src": [SELF],  # previews beside the form
    "connect-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}


def admin_policy(media: str = "") -> dict[str, list]:
    """The desk's policy, with the origin that pictures come from, where it is not the site's own."""
    return ADMIN_POLICY | {"img-src": [*ADMIN_POLICY["img-src"], *([media] if media else [])]}


# Of finished pages. A browser asks each time, and mostly gets 304. What stands between (a CDN) asks every ten seconds
# and shows what it has while it asks: at most 15 s after a change everybody has the new page, or learns that it is
# withdrawn. Where it gets no answer or 5xx it shows what it has for five minutes, no longer: a place that was seldom
# asked may hold a page that was withdrawn hours ago, and an outage must not bring it back. Longer outages are the
# store's matter, which knows what was withdrawn.
FINISHED = "public, max-age=0, s-maxage=10, stale-while-revalidate=5, stale-if-error=300"

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
    PREVIEW = "preview"
    SHARED = "shared"


PROBES = ("/healthz", "/readyz")
# In every language, and in English where the catalogues are not compiled. A test holds them against the URLconf.
PREVIEWS = ("/forskodun/", "/preview/", "/en/preview/")
# Previews for those who got a link, which is itself the secret.
SHARED = ("/forskodun/hlekkur/", "/preview/shared/", "/en/preview/shared/")

# These replace what a view set; an error page of the public kind is not to be kept either, see for_response.
HEADERS: Mapping[Kind, Mapping[str, str]] = {
    Kind.PUBLIC: PAGE | {"Content-Security-Policy": PUBLIC_POLICY},
    Kind.ADMIN: PAGE | {"Referrer-Policy": "same-origin", "Cache-Control": "no-store"},
    Kind.STATIC: EVERYWHERE,
    Kind.PROBE: PAGE | {"Content-Security-Policy": PUBLIC_POLICY, "Cache-Control": "no-store"},
    Kind.PREVIEW: PAGE
    | {
        "Content-Security-Policy": public_policy(framed_by="'self'"),
        "X-Frame-Options": "SAMEORIGIN",
        "Cache-Control": "no-store",
        "X-Robots-Tag": "noindex",
    },
    Kind.SHARED: PAGE
    | {
        "Content-Security-Policy": PUBLIC_POLICY,
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "private, no-store",
        "X-Robots-Tag": "noindex, nofollow",
    },
}


def kind_of(path: str, static: str = "/static/", media: str = "/media/") -> Kind:
    """The kind of page that lies at this path (with its leading slash)."""
    if path == "/admin" or path.startswith("/admin/"):
        return Kind.ADMIN
    if path.startswith((static, media)):
        return Kind.STATIC
    if path.startswith(SHARED):
        return Kind.SHARED
    if path.startswith(PREVIEWS):
        return Kind.PREVIEW
    return Kind.PROBE if path in PROBES else Kind.PUBLIC


def for_response(kind: Kind, status: int, media: str = "") -> dict[str, str]:
    """Headers for a response of this kind and status. `media`: as for `public_policy`."""
    found = dict(HEADERS[kind])
    if media and "Content-Security-Policy" in found:
        found["Content-Security-Policy"] = public_policy(media, "'self'" if kind is Kind.PREVIEW else "'none'")
    if status >= 500 or (status >= 400 and kind is Kind.STATIC):
        found["Cache-Control"] = "no-store"
    return found
