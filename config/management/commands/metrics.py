import signal
import threading
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config import exposition, metrics
from config.processes import STOPPING


class Command(BaseCommand):
    help = "Tell Prometheus at METRICS_ADDRESS what the processes of this host count. Runs beside server and worker."

    def handle(self, **options):
        if not metrics.is_on():
            raise CommandError("METRICS_ADDRESS is not set, so nothing is counted.")
        stop = threading.Event()
        before = {number: signal.signal(number, lambda *_: stop.set()) for number in STOPPING}
        server, thread = self.start()
        try:
            stop.wait()
        finally:
            server.shutdown()
            thread.join()
            for number, handler in before.items():
                signal.signal(number, handler)

    def start(self):
        metrics.prepare()
        exposition.forget_the_dead(Path(settings.METRICS_FOLDER))
        from prometheus_client import start_http_server

        host, port = settings.METRICS_ADDRESS
        try:
            return start_http_server(port, addr=host, registry=exposition.registry())
        except OSError as error:
            raise CommandError(f"Nothing can listen on {host}, port {port} ({error.strerror}).") from None
