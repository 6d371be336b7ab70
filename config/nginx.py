"""The configuration of an nginx before the site, from the same headers and folders as the site itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from articles.picture_files import TYPES
from config.headers import Kind, for_response

FOR_EVER = "public, max-age=31536000, immutable"
A_MINUTE = "public, max-age=60"  # of a file whose name does not follow its content
LARGEST = "30m"  # what may be sent: an editor's picture, or a file to import
AWAY = "Vefurinn svarar ekki þessa stundina. Reyndu aftur eftir andartak.\\n"

TEMPLATE = """\
# Printed by “manage.py nginx_config”. It belongs where nginx reads files of its http part, such as conf.d.
# After an upgrade of the site print it anew: the headers come from there.

# Neither addresses of readers nor what they asked for: an address of a page may hold somebody's token.
log_format munur escape=json '{{"time":"$time_iso8601","id":"$request_id","method":"$request_method",'
    '"status":$status,"bytes":$body_bytes_sent,"seconds":$request_time,"upstream":"$upstream_response_time"}}';

upstream munur {{
{upstreams}
    keepalive 32;
}}
{redirect}
server {{
{listen}
    server_name {hosts};
    server_tokens off;
    charset utf-8;
    charset_types text/css text/plain text/javascript application/javascript image/svg+xml;
    access_log {log} munur;
    # Its lines name addresses of readers; these are only those that somebody must act on.
    error_log {errors} crit;
    client_max_body_size {largest};
    client_header_timeout 15s;
    client_body_timeout 15s;
    send_timeout 15s;
    keepalive_timeout 30s;

    location {static} {{
        alias {static_folder}/;
        gzip_static on;
        expires off;
{static_headers}
    }}

    # Files that are named by their content.
    location ~ "^{static}(?<file>.+\\.[0-9a-f]{{12}}\\.[a-z0-9]+)$" {{
        alias {static_folder}/$file;
        gzip_static on;
{hashed_headers}
    }}
{media}
    location = /readyz {{
        allow 127.0.0.1;
        allow ::1;
        deny all;
{proxy}
    }}

    location / {{
{proxy}
    }}

    # No process of the site answers.
    error_page 502 504 =503 @away;
    location @away {{
        internal;
        default_type text/plain;
        add_header Retry-After 5 always;
        add_header Cache-Control no-store always;
{public_headers}
        return 503 "{away}";
    }}
}}
"""

MEDIA = """
    # Pictures, and nothing else that may lie there.
    location ~ "^{address}(?<picture>pictures/[0-9a-f]{{2}}/[0-9a-f]{{64}}(-[0-9]+)?\\.[a-z]+)$" {{
        alias {folder}/$picture;
        types {{ {types} }}
{headers}
    }}
"""

REDIRECT = """
server {{
    listen 80;
    listen [::]:80;
    server_name {hosts};
    server_tokens off;
    access_log off;
    location /.well-known/acme-challenge/ {{
        root /var/www/html;
    }}
    location / {{
        return 301 https://$host$request_uri;
    }}
}}
"""

PROXY = """\
        proxy_pass http://munur;
        proxy_http_version 1.1;
        proxy_set_header Connection "";
        proxy_set_header Host $host;
        # What a reader claims of himself is replaced, not added to.
        proxy_set_header X-Forwarded-For $remote_addr;
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_set_header X-Forwarded-Host "";
        proxy_set_header Forwarded "";
        proxy_set_header X-Request-Id $request_id;
        proxy_connect_timeout 2s;
        proxy_read_timeout 60s;
        # Only what changes nothing is asked of another host.
        proxy_next_upstream error timeout;
        proxy_next_upstream_tries 2;"""

TLS = """\
    listen 443 ssl http2;
    listen [::]:443 ssl http2;
    ssl_certificate {certificate};
    ssl_certificate_key {key};
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_cache shared:munur:10m;
    ssl_session_timeout 1d;
    ssl_session_tickets off;"""


@dataclass(frozen=True)
class Place:
    """What differs between sites. `media_folder` is None where a bucket serves the pictures itself."""

    hosts: tuple[str, ...]
    upstreams: tuple[str, ...]
    static_folder: Path
    media_folder: Path | None
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
        upstreams="\n".join(f"    server {upstream} max_fails=2 fail_timeout=5s;" for upstream in place.upstreams),
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
        proxy=PROXY,
        public_headers=_headers(Kind.PUBLIC, place, {}),
        away=AWAY,
    )


def _media(place: Place) -> str:
    if place.media_folder is None:
        return ""
    headers = _headers(Kind.STATIC, place, {"Cache-Control": FOR_EVER})
    types = " ".join(f"{kind} {ending};" for ending, kind in TYPES.items())
    return MEDIA.format(address=place.media, folder=place.media_folder, types=types, headers=headers)


def _headers(kind: Kind, place: Place, more: Mapping[str, str]) -> str:
    """Lines of `add_header`. One of them in a location switches off those around it, so that each has them all."""
    found = {**for_response(kind, 200, place.media_origin), **place.everywhere, **more}
    return "\n".join(f'        add_header {name} "{value}"{_always(name)};' for name, value in found.items())


def _always(name: str) -> str:
    # An error is not to be kept like the file that is missing.
    return "" if name == "Cache-Control" else " always"
