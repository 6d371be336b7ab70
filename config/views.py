"""Probes: is the process alive, and can it answer readers."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from config import readiness

PLAIN = "text/plain; charset=utf-8"
RETRY_AFTER = "5"  # seconds


@require_safe
def healthz(request):
    """The process answers. It asks nothing else, so that a database that is away does not restart the site."""
    return HttpResponse("ok\n", content_type=PLAIN)


@require_safe
def readyz(request):
    """Everything is there that an answer needs, see config/readiness.py."""
    faults = readiness.faults()
    if faults:
        text = "".join(f"{fault}\n" for fault in faults)
        return HttpResponse(text, content_type=PLAIN, status=503, headers={"Retry-After": RETRY_AFTER})
    return HttpResponse("ok\n", content_type=PLAIN)
