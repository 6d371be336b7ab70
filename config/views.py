"""Probes: is the process alive, and can it answer readers."""

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.views.decorators.http import require_safe

PLAIN = "text/plain; charset=utf-8"


@require_safe
def healthz(request):
    """The process answers. It asks nothing else, so that a database that is away does not restart the site."""
    return HttpResponse("ok\n", content_type=PLAIN)


@require_safe
def readyz(request):
    """The database answers, and has every table that this code wants."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return HttpResponse("The database does not answer.\n", content_type=PLAIN, status=503)
    if waiting:
        return HttpResponse(f"{len(waiting)} migrations wait.\n", content_type=PLAIN, status=503)
    return HttpResponse("ok\n", content_type=PLAIN)
