"""The configuration of an nginx before the site, from the same headers and folders as the site itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from articles.pages import identity
from articles.picture_files import TYPES
from config.headers import FINISHED, Kind, for_response
from config.nginx_parts import BROTLI, MAPS, MEDIA, PAGES, PROXY, REDIRECT, SITE, TEMPLATE, TLS

FOR_EVER = "public, max-age=31536000, immutable"
A_MINUTE = "public, max-age=60"  # of a file whose name does not follow its content
LARGEST = "30m"  # what may be sent: an editor's picture, or a file to import
LOOPBACK = ("127.", "[::1]", "localhost", "unix:")
AWAY = "Vefurinn svarar ekki þessa stundina. Reyndu aftur eftir andartak.\\n"


@dataclass(frozen=True)
class Place:
    """What differs between sites. `media_folder` is None where a bucket serves the pictures itself."""

    hosts: tuple[str, ...]
    upstreams: tuple[str, ...]
    static_folder: Path
    media_folder: Path | None
    pages_folder: Path | None = None  # where finished pages are to be read; None leaves them to the site
    languages: tuple[str, ...] = ("is",)  # the first is that of addresses that name none
    brotli: bool = False  # whether nginx has the module for it
    certificate: Path | None = None
    key: Path | None = None
    listen: str = "80"
    static: str = "/static/"
    media: str = "/media/"
    media_origin: str = ""
    logs: Path = Path("/var/log/nginx")
    everywhere: Mapping[str, str] = field(default_factory=dict)  # headers that every answer of the site has


def configuration(place: Place) -> str:
    """The file, for the http part of an nginx of version 1.22 or newer."""
    hosts = " ".join(place.hosts)
    tls = place.certificate is not None
    return TEMPLATE.format(
        upstreams="\n".join(f"    server {upstream} {_patience(upstream)};" for upstream in place.upstreams),
        maps=_maps(place),
        redirect=REDIRECT.format(hosts=hosts) if tls else "",
        listen=TLS.format(certificate=place.certificate, key=place.key) if tls else f"    listen {place.listen};",
        hosts=hosts,
        log=place.logs / "munur.access.log",
        errors=place.logs / "munur.error.log",
        largest=LARGEST,
        static=place.static,
        static_folder=place.static_folder,
        static_headers=_headers(Kind.STATIC, place, {"Cache-Control": A_MINUTE}),
        hashed_headers=_headers(Kind.STATIC, place, {"Cache-Control": FOR_EVER}),
        media=_media(place),
        brotli=BROTLI[place.brotli],
        proxy=PROXY,
        pages=_pages(place),
        public_headers=_headers(Kind.PUBLIC, place, {}),
        away=AWAY,
    )


def _media(place: Place) -> str:
    if place.media_folder is None:
        return ""
    headers = _headers(Kind.STATIC, place, {"Cache-Control": FOR_EVER})
    types = " ".join(f"{kind} {ending};" for ending, kind in TYPES.items())
    return MEDIA.format(address=place.media, folder=place.media_folder, types=types, headers=headers)


def _patience(upstream: str) -> str:
    """What becomes of a web process that did not answer.

    One of this host is asked again each time: to be refused costs nothing, and after a restart it must be there at
    once, as the next one is restarted then. Another host may be away altogether, which is to cost few readers a wait.
    """
    return "max_fails=0" if upstream.startswith(LOOPBACK) else "max_fails=2 fail_timeout=1s"


def _maps(place: Place) -> str:
    if place.pages_folder is None:
        return ""
    default, *others = place.languages
    return MAPS.format(
        folders=identity.FOLDERS,
        feed=identity.FEED,
        index=identity.INDEX,
        default=default,
        languages="\n".join(f'    "~^/{code}/" {code};' for code in others),
    )


def _pages(place: Place) -> str:
    if place.pages_folder is None:
        return SITE.format(proxy=PROXY)
    more = {"Content-Language": "$munur_language", "Cache-Control": FINISHED}
    return PAGES.format(
        folder=place.pages_folder,
        types="\n".join(f'            "{kind}" {ending[1:]};' for ending, kind in identity.TYPES.items()),
        brotli=BROTLI[place.brotli],
        headers=_headers(Kind.PUBLIC, place, more),
        proxy=PROXY,
    )


def _headers(kind: Kind, place: Place, more: Mapping[str, str]) -> str:
    """Lines of `add_header`. One of them in a location switches off those around it, so that each has them all."""
    found = {**for_response(kind, 200, place.media_origin), **place.everywhere, **more}
    return "\n".join(f'        add_header {name} "{value}"{_always(name)};' for name, value in found.items())


def _always(name: str) -> str:
    # An error is not to be kept like the file that is missing.
    return "" if name == "Cache-Control" else " always"
