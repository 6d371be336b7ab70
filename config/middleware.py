import codecs
import ipaddress

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from articles.frame import draw
from config import away, door
from config.headers import Kind, for_response, kind_of

METHODS = ("GET", "HEAD", "OPTIONS", "POST")
NEVER_ANSWERED = ("TRACE", "TRACK", "CONNECT")  # they are for proxies; Django would answer them like a GET
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED")


class ProxyMiddleware:
    """Decides once who asks and how: TRUSTED_PROXIES is the only reason to believe forwarded headers.

    Afterwards REMOTE_ADDR and the scheme hold for everything that comes later, and the forwarded headers are gone.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        forwarded = {name: request.META.pop(name, "") for name in FORWARDED}
        if _is_trusted(_address(request.META.get("REMOTE_ADDR", ""))):
            request.META["REMOTE_ADDR"] = _asker(request.META["REMOTE_ADDR"], forwarded["HTTP_X_FORWARDED_FOR"])
            request.META["wsgi.url_scheme"] = _scheme(request.scheme, forwarded["HTTP_X_FORWARDED_PROTO"])
        return self.get_response(request)


def _asker(peer: str, forwarded_for: str) -> str:
    """The right-most address that no trusted proxy has; what is left of it, or of garbage, could be invented."""
    nearest = peer
    for text in reversed(forwarded_for.split(",")):
        address = _address(text)
        if address is None:
            return nearest
        nearest = str(address)
        if not _is_trusted(address):
            return nearest
    return nearest


def _scheme(scheme: str, forwarded_proto: str) -> str:
    # The nearest proxy wrote the last word.
    word = forwarded_proto.rpartition(",")[2].strip().lower()
    return word if word in ("http", "https") else scheme


def scheme_of(peer: str, scheme: str, forwarded_proto: str) -> str:
    """How somebody asks, as ProxyMiddleware decides it."""
    return _scheme(scheme, forwarded_proto) if _is_trusted(_address(peer)) else scheme


def language_of(path: str) -> str:
    """The language of the public page at this path."""
    return _known(path.split("/", 2)[1])


def _address(text: str):
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_trusted(address) -> bool:
    return address is not None and any(address in network for network in settings.TRUSTED_PROXIES)


def is_trusted(peer: str) -> bool:
    """Whether what this address forwards is believed."""
    return _is_trusted(_address(peer))


class HeadersMiddleware:
    """Gives every response the headers of its kind, see config/headers.py."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if settings.DEBUG and response.status_code in (404, 500):
            return response  # Django's own pages for developers carry their styles with them.
        kind = kind_of(request.path_info, settings.STATIC_URL, settings.MEDIA_URL)
        for name, value in for_response(kind, response.status_code, settings.MEDIA_ORIGIN).items():
            response[name] = value
        return response


class MethodMiddleware:
    """Refuses methods that no page has, before a view can take them for a GET."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in NEVER_ANSWERED:
            headers = {"Allow": ", ".join(METHODS), "Cache-Control": "no-store"}
            return HttpResponse("Method not allowed.\n", content_type="text/plain", status=405, headers=headers)
        return self.get_response(request)


class AdminPolicyMiddleware(CSPMiddleware):
    """Lends `request.csp_nonce` and the policy that goes with it to the admin alone."""

    def process_request(self, request):
        if kind_of(request.path_info) is Kind.ADMIN:
            super().process_request(request)

    def process_response(self, request, response):
        if kind_of(request.path_info) is Kind.ADMIN:
            return super().process_response(request, response)
        return response


class LanguageMiddleware:
    """The public language comes from the path alone, the admin's from the editor's choice.

    It stands in for Django's LocaleMiddleware, which would ask the browser, add `Vary` and force the admin to
    Icelandic.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.LANGUAGE_CODE = _language(request)
        translation.activate(request.LANGUAGE_CODE)
        if kind_of(request.path_info) is Kind.PUBLIC and request.LANGUAGE_CODE not in settings.PUBLIC_LANGUAGES:
            request.LANGUAGE_CODE = settings.LANGUAGE_CODE
            translation.activate(settings.LANGUAGE_CODE)
            raise Http404("This language is hidden from readers.")
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response


class CharsetMiddleware:
    """Refuses what says that it is written in anything but UTF-8, before it is read wrongly or not at all."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "charset" not in request.content_params:
            return self.get_response(request)
        request.encoding = settings.DEFAULT_CHARSET  # also where it has another name for the same
        if _is_utf8(request.content_params["charset"]):
            return self.get_response(request)
        return draw(
            request,
            "refused.html",
            title=_("Only UTF-8 is read here"),
            sentence=_(
                "What was sent is written in another character encoding, and nothing was stored. "
                "Send it as UTF-8, as browsers do of their own accord."
            ),
            robots="noindex",
            status=415,
        )


def _is_utf8(charset: str) -> bool:
    try:
        return codecs.lookup(charset).name == "utf-8"
    except (LookupError, ValueError):
        return False


class DatabaseAwayMiddleware:
    """Answers 503 where a view met a database that cannot answer now, or too many wait for it: see config/away.py."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return away.page(request) if request.META.get(door.FULL) else self.get_response(request)

    def process_exception(self, request, exception):
        return away.page(request) if away.is_away(exception) else None


def _language(request) -> str:
    if kind_of(request.path_info) is Kind.ADMIN:
        return _known(request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""))
    return language_of(request.path_info)


def _known(code: str) -> str:
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
