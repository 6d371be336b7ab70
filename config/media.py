"""Picture files for readers, from the media folder. Another store (MEDIA_STORE) serves them itself."""

import re

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse

from articles.picture_files import TYPES

# The names that we give, and no others: nothing else is ever opened.
NAME = re.compile(rf"pictures/([0-9a-f]{{2}})/\1[0-9a-f]{{62}}(?:-[1-9][0-9]{{0,3}})?\.({'|'.join(TYPES)})", re.ASCII)
FOR_EVER = "public, max-age=31536000, immutable"  # a name stands for its content


class MediaMiddleware:
    """Answers what lies under MEDIA_URL. It stands before compression: pictures are compressed already."""

    def __init__(self, get_response):
        if settings.MEDIA_STORE:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(settings.MEDIA_URL):
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return _plain("Method not allowed.\n", 405, Allow="GET, HEAD")
        return _file(request, request.path_info.removeprefix(settings.MEDIA_URL))


def _file(request, name: str):
    known = NAME.fullmatch(name)
    if not known:
        return _plain("No file has this address.\n", 404)
    tag = f'"{name.rpartition("/")[2]}"'
    if tag in request.headers.get("If-None-Match", ""):
        return HttpResponse(status=304, headers={"ETag": tag, "Cache-Control": FOR_EVER})
    try:
        file = default_storage.open(name)
    except FileNotFoundError:
        return _plain("No file has this address.\n", 404)
    return FileResponse(file, content_type=TYPES[known[2]], headers={"ETag": tag, "Cache-Control": FOR_EVER})


def _plain(sentence: str, status: int, **headers):
    return HttpResponse(
        sentence, status=status, content_type="text/plain", headers={"Cache-Control": "no-store", **headers}
    )
