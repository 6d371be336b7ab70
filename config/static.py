"""Gathers static files for readers: named by their content, compressed, and only when they changed."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage

STAMP = "gathered.txt"


class Storage(CompressedManifestStaticFilesStorage):
    """Names what scripts import by its content too: a browser must not put an old part into a new whole."""

    support_js_module_import_aggregation = True


def collect(say: Callable[[str], None]) -> None:
    stamp = Path(settings.STATIC_ROOT) / STAMP
    now = fingerprint()
    if stamp.is_file() and stamp.read_text() == now:
        return
    say("Gathering and compressing static files.")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(now)


def fingerprint() -> str:
    """A digest of every static file's path, size and time."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            status = Path(storage.path(path)).stat()
            digest.update(f"{storage.location}/{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
