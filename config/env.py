"""Reads what differs between places from environment variables, strictly.

A value that cannot be right stops the start with a sentence that names the variable, says what was read and what is
wanted. Nothing is guessed: `yes` is not a boolean here.

Run as a program it writes a local `.env`, if there is none.
"""

import ipaddress
import os
import re
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
DATABASES = ("sqlite", "postgres", "postgresql")
CACHES = ("locmemcache", "dummycache", "redis", "rediss")
# What goes into a policy may have no sign that means something there.
_PLAIN_SITE = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?/?")
MEDIA_OPTIONS = ("endpoint", "region", "public")
MAILS = ("smtp", "smtp+tls", "smtp+ssl", "consolemail", "filemail", "memorymail", "dummymail")
SHORTEST_SECRET = 50

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class SettingsError(ImproperlyConfigured):
    """A setting that is missing or cannot be right; its text is a sentence for the operator."""


@dataclass(frozen=True)
class MediaStore:
    """A store of pictures as Django wants it, and the origin that browsers get them from."""

    storage: dict
    origin: str


class _File(environ.Env):
    """Where a file's values are read to: they stay out of the environment that child processes get."""

    ENVIRON = {}


@dataclass(frozen=True)
class Environment:
    values: Mapping[str, str]

    @classmethod
    def read(cls, file: Path) -> "Environment":
        """The process's environment, and under it what the file says, if it exists."""
        if file.is_file():
            _File.read_env(file)
        return cls({**_File.ENVIRON, **os.environ})

    def text(self, name: str) -> str:
        return self.values.get(name, "").strip()

    def boolean(self, name: str, default: bool) -> bool:
        text = self.text(name)
        if not text:
            return default
        if text.lower() not in BOOLEANS:
            raise _wrong(name, text, "true, false, 1 or 0")
        return BOOLEANS[text.lower()]

    def whole_number(self, name: str, default: int, least: int, most: int) -> int:
        text = self.text(name)
        if not text:
            return default
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            raise _wrong(name, text, f"a whole number from {least} to {most}")
        return int(text)

    def choice(self, name: str, known: Collection[str], default: str) -> str:
        text = self.text(name) or default
        if text not in known:
            raise _wrong(name, text, f"one of {', '.join(known)}")
        return text

    def address(self, name: str) -> tuple[str, int] | None:
        """Where to listen, such as `127.0.0.1:9100` or `[::1]:9100`."""
        text = self.text(name)
        if not text:
            return None
        host, _divider, port = text.rpartition(":")
        try:
            address = ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
        except ValueError:
            address = None
        if address is None or not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65535):
            raise _wrong(name, text, "an address and a port, such as 127.0.0.1:9100")
        return str(address), int(port)

    def secret(self, name: str, default: str = "") -> str:
        """A secret; too short a one is refused, and never shown."""
        text = self.text(name) or default
        if not text:
            raise _missing(name, f"a random text of at least {SHORTEST_SECRET} characters")
        if len(text) < SHORTEST_SECRET or len(set(text)) < 5 or text.startswith("django-insecure-"):
            raise _wrong(name, f"a text of {len(text)} characters", f"a random one of at least {SHORTEST_SECRET}")
        return text

    def site(self, name: str, default: str = "") -> str:
        """The address of the site without a path, such as `https://munur.example`."""
        wanted = "an address such as https://munur.example, without a path"
        text = self.text(name) or default
        if not text:
            raise _missing(name, wanted)
        if not _is_site(text):
            raise _wrong(name, text, wanted)
        return text.rstrip("/")

    def names(self, name: str, default: Collection[str]) -> list[str]:
        """Words divided by commas."""
        return [word.strip() for word in self.text(name).split(",") if word.strip()] or list(default)

    def hosts(self, name: str, default: Collection[str]) -> list[str]:
        hosts = self.names(name, default)
        for host in hosts:
            if host == "*" or "/" in host or " " in host:
                raise _wrong(name, host, "host names divided by commas, such as munur.example,www.munur.example")
        return hosts

    def languages(self, name: str, known: Collection[str], default: str) -> list[str]:
        """The languages that readers see: known ones, in the order of the known, with the default one among them."""
        chosen = self.names(name, known)
        if default not in chosen or not set(chosen) <= set(known):
            raise _wrong(name, ",".join(chosen), f"some of {', '.join(known)}, with {default} among them")
        return [code for code in known if code in chosen]

    def networks(self, name: str) -> tuple[Network, ...]:
        """Addresses and networks, such as `10.0.0.7,2001:db8::/32`."""
        return tuple(_network(name, text) for text in self.names(name, ()))

    def database(self, name: str, default: str) -> dict:
        return environ.Env.db_url_config(self._url(name, default, DATABASES))

    def cache(self, name: str, default: str) -> dict:
        return environ.Env.cache_url_config(self._url(name, default, CACHES))

    def mail(self, name: str, default: str) -> dict:
        return environ.Env.email_url_config(self._url(name, default, MAILS))

    def media_store(self, name: str) -> MediaStore | None:
        """Where pictures are kept if not in the media folder: `s3://bucket?endpoint=…&region=…&public=…`.

        A key and its secret may stand before the bucket (`s3://KEY:SECRET@bucket`); without them boto3 looks where it
        always does. `public` is the address that readers get the files at, where the store has another one for them.
        """
        text = self.text(name)
        if not text:
            return None
        try:
            return _media_store(text)
        except ValueError as error:
            # Only the scheme is shown: such addresses hold secrets.
            wanted = f"an address such as s3://bucket?region=eu-north-1 ({error})"
            raise _wrong(name, f"{text.partition('://')[0][:10]}://…", wanted) from None

    def _url(self, name: str, default: str, schemes: Collection[str]) -> str:
        text = self.text(name) or default
        scheme, divider, _ = text.partition("://")
        if not divider or scheme not in schemes:
            # Only the scheme is shown: such addresses hold passwords.
            raise _wrong(name, f"{scheme if divider else 'no scheme'}://…", "an address with " + _any_of(schemes))
        if scheme != "sqlite" and not _has_a_fit_port(text):
            raise _wrong(name, f"{scheme}://…", "an address whose port is a number")
        return text


def _network(name: str, text: str) -> Network:
    try:
        return ipaddress.ip_network(text)
    except ValueError:
        raise _wrong(name, text, "addresses or networks such as 10.0.0.7 or 10.0.0.0/8, divided by commas") from None


def _media_store(text: str) -> MediaStore:
    parts = urlsplit(text)
    if parts.scheme != "s3" or not re.fullmatch(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", parts.hostname or ""):
        raise ValueError("the bucket has small letters, digits, dots and hyphens")
    if parts.path.strip("/") or parts.fragment or parts.port:
        raise ValueError("nothing stands between the bucket and the question mark")
    options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
    if unknown := options.keys() - set(MEDIA_OPTIONS):
        raise ValueError(f"it knows {', '.join(MEDIA_OPTIONS)} and no {', '.join(sorted(unknown))}")
    for option in ("endpoint", "public"):
        if option in options and not (_is_site(options[option]) and _PLAIN_SITE.fullmatch(options[option])):
            raise ValueError(f"{option} is an address such as https://media.munur.example, without a path")
    if bool(parts.username) != bool(parts.password):
        raise ValueError("a key and a secret stand together, or neither")
    return _s3(parts, **options)


def _s3(parts, endpoint: str = "", region: str = "", public: str = "") -> MediaStore:
    bucket, endpoint, public = parts.hostname, endpoint.rstrip("/"), public.rstrip("/")
    host = f"https://{bucket}.s3.{region}.amazonaws.com" if region else f"https://{bucket}.s3.amazonaws.com"
    address = public or (f"{endpoint}/{bucket}" if endpoint else host)
    scheme, _divider, domain = address.partition("://")
    options = {
        "bucket_name": bucket,
        "endpoint_url": endpoint or None,
        "region_name": region or None,
        "access_key": unquote(parts.username or "") or None,
        "secret_key": unquote(parts.password or "") or None,
        "addressing_style": "path" if endpoint else "auto",
        "signature_version": "s3v4",
        "custom_domain": domain,
        "url_protocol": f"{scheme}:",
        "querystring_auth": False,
        "file_overwrite": True,
        "object_parameters": {"CacheControl": "public, max-age=31536000, immutable"},
    }
    return MediaStore(
        {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}, f"{scheme}://{urlsplit(address).netloc}"
    )


def _is_site(text: str) -> bool:
    try:
        parts = urlsplit(text)
        named = bool(parts.hostname) and parts.port != 0 and not parts.username
    except ValueError:
        return False
    return named and parts.scheme in ("http", "https") and parts.path in ("", "/") and not parts.query + parts.fragment


def _has_a_fit_port(text: str) -> bool:
    """Whether the port, if one is named, is a number."""
    try:
        return urlsplit(text).port != 0
    except ValueError:
        return False


def _any_of(schemes: Collection[str]) -> str:
    return "one of " + ", ".join(f"{scheme}://" for scheme in schemes)


def _wrong(name: str, read: str, wanted: str) -> SettingsError:
    return SettingsError(f"{name} is {read!r}, but wanted is {wanted}. The site does not start.")


def _missing(name: str, wanted: str) -> SettingsError:
    return SettingsError(
        f"{name} is not set, but wanted is {wanted}. The site does not start. "
        "Set it in the environment or in .env, or set DEBUG=true for development."
    )


def write_local_file(file: Path) -> bool:
    """Write settings for this machine with a fresh secret, unless the file exists; say whether it was written."""
    text = (
        "# Settings of this machine. README.md lists them all; the environment wins over this file.\n"
        f"SECRET_KEY={secrets.token_urlsafe(48)}\n"
        "SITE_URL=http://127.0.0.1:8000\n"
        "ALLOWED_HOSTS=127.0.0.1,localhost\n"
    )
    try:
        with open(file, "x", encoding="utf-8", opener=lambda path, flags: os.open(path, flags, 0o600)) as stream:
            stream.write(text)
    except FileExistsError:
        return False
    return True


def main() -> None:
    if write_local_file(Path(__file__).resolve().parent.parent / ".env"):
        print("A random secret and the address of the site were written to .env.")


if __name__ == "__main__":
    main()
