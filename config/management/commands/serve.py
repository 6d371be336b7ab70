import os
import socket
import sys
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.crypto import get_random_string

from articles.models import Article
from config import metrics
from config.door import THREADS
from config.env import Environment
from config.processes import run_together
from config.static import collect

EDITOR = "ritstjori"


class Command(BaseCommand):
    help = "Make database, samples, static files and a first editor ready where they are missing, and serve the site."
    # The database may not have its tables yet.
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="the address to listen on")
        parser.add_argument("--port", type=int, help="the port to listen on; without it PORT, or else 8000")

    def handle(self, *, host, port, **options):
        port = port or Environment(os.environ).whole_number("PORT", default=8000, least=1, most=65535)
        refuse_a_busy_port(host, port)
        environment = child_environment(port)
        self.prepare(environment.get("SITE_URL", settings.SITE_URL))
        self.say(f"Munur is at {environment.get('SITE_URL', settings.SITE_URL)}/ (Ctrl+C stops it).")
        sys.exit(run_together(commands(host, port), environment))

    def prepare(self, site: str) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        if not settings.DEBUG:
            collect(self.say)
        if not Article.objects.exists():
            self.say("Loading the sample articles.")
            call_command("load_samples")
        self.make_the_index_anew()
        if password := first_editor():
            self.say(f"The first editor: {site}{reverse('admin:index')}, name {EDITOR}, password {password}")
            self.say("The password is shown this once.")

    def make_the_index_anew(self) -> None:
        """After an upgrade that understands words in another way."""
        try:
            call_command("rebuild_search", if_needed=True, stdout=self.stdout, stderr=self.stderr)
        except CommandError as reason:  # one can search all the same
            self.say(str(reason))

    def say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()


def refuse_a_busy_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            reason = f"Nothing can listen on {host}, port {port} ({error.strerror})."
            raise CommandError(f"{reason} Choose another port: make run PORT={port % 65535 + 1}") from None


def child_environment(port: int) -> dict[str, str]:
    """The environment of the processes: a port named today moves the address that .env holds for this machine."""
    # One heap for all threads of a process: with one for each, what they have freed lies about unused.
    environment = {"GRANIAN_BLOCKING_THREADS": str(THREADS), "MALLOC_ARENA_MAX": "1", **os.environ}
    parts = urlsplit(settings.SITE_URL)
    if settings.SITE_IS_LOCAL and parts.port and "SITE_URL" not in os.environ:
        environment["SITE_URL"] = parts._replace(netloc=f"{parts.netloc.rpartition(':')[0]}:{port}").geturl()
    return environment


def web_server(host: str, port: int) -> list[str]:
    options = ["--interface", "wsgi", "--no-ws", "--log-level", "warning"]
    return [sys.executable, "-m", "granian", *options, "--host", host, "--port", str(port), "config.wsgi:application"]


def commands(host: str, port: int) -> list[list[str]]:
    """Server and worker, and where figures are wanted, the process that tells them."""
    return [web_server(host, port), manage("work"), *([manage("metrics")] if metrics.is_on() else [])]


def manage(command: str) -> list[str]:
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), command]


def first_editor() -> str:
    """Make the first editor where there is no user, and return the password, or nothing."""
    users = get_user_model().objects
    if users.exists():
        return ""
    password = get_random_string(20)
    users.create_superuser(EDITOR, password=password)
    return password
