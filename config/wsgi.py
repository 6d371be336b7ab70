import gc
import os
import threading

import django
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.utils.http import parse_header_parameters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
WARMING = 1.0  # second until dictionaries are read


class Request(WSGIRequest):
    """Read as UTF-8, whatever it says; CharsetMiddleware refuses what says something else.

    Django would read the address by the named codec before any middleware, and fall where that is none for text.
    """

    def _set_content_type_params(self, meta):
        try:
            self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))
        except (LookupError, ValueError):
            self.content_type, self.content_params = "", {"charset": "unreadable"}


class Handler(WSGIHandler):
    request_class = Request


def warm_up() -> None:
    """Read the dictionaries of the languages that are public, which takes up to a second, before somebody asks.

    What is there by then stays: the collector of garbage would look through all of it each time, and stop everybody
    meanwhile.
    """
    from articles.language import analysis

    for language in settings.PUBLIC_LANGUAGES:
        analysis.is_known("munurinn", language)
    gc.collect()
    gc.freeze()


def start_warming_up(after: float = WARMING) -> threading.Timer:
    """Beside what the process serves, and not at once: the first answer goes first."""
    timer = threading.Timer(after, warm_up)
    timer.daemon = True
    timer.start()
    return timer


django.setup(set_prefix=False)

from django.conf import settings  # noqa: E402

from config.database import wait_shortly_for_locks  # noqa: E402
from config.pages import in_front_of  # noqa: E402

wait_shortly_for_locks(settings.DATABASES["default"])
application = in_front_of(Handler())
start_warming_up()
