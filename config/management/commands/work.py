import signal
import threading

from django.core.management.base import BaseCommand, CommandError

from config import work
from config.processes import STOPPING


class Command(BaseCommand):
    help = "Send mails as they are written, and do what is due by the clock: close threads, write digests, purge."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is due now, and end")

    def handle(self, *, once, **options):
        stop = threading.Event()
        before = {number: signal.signal(number, lambda *_: stop.set()) for number in STOPPING}
        try:
            if once and not work.run_once(work.jobs(), stop):
                raise CommandError("Not everything could be done.")
            if not once:
                work.run(work.jobs(), stop)
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
