from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from articles.pages import place
from config.nginx import Place, configuration


class Command(BaseCommand):
    help = "Print the configuration of an nginx before this site, with the headers and folders of its settings."

    def add_arguments(self, parser):
        parser.add_argument(
            "--upstream", action="append", help="host and port of a web process, once for each; 127.0.0.1:8000 if none"
        )
        parser.add_argument("--certificate", type=Path, help="the file of the certificate, with those between")
        parser.add_argument("--key", type=Path, help="the file of its key")
        parser.add_argument("--listen", default="80", help="where to listen if there is no certificate; 80 if none")
        parser.add_argument("--static", type=Path, help="the folder of static files; that of this release if none")
        parser.add_argument(
            "--no-pages", action="store_true", help="leave finished pages to the site: nginx runs on another host"
        )
        parser.add_argument("--brotli", action="store_true", help="nginx has the module ngx_http_brotli_static")
        parser.add_argument("--logs", type=Path, default=Path("/var/log/nginx"), help="the folder of its log")

    def handle(self, *, upstream, certificate, key, listen, static, no_pages, brotli, logs, **options):
        if bool(certificate) != bool(key):
            raise CommandError("A certificate and its key are named together, or neither.")
        if settings.SITE_IS_SECURE and not certificate:
            raise CommandError("SITE_URL is https: name the files of the certificate with --certificate and --key.")
        described = Place(
            hosts=tuple(settings.ALLOWED_HOSTS),
            upstreams=tuple(upstream or ["127.0.0.1:8000"]),
            static_folder=static or Path(settings.STATIC_ROOT),
            pages_folder=None if no_pages else place.served(),
            languages=tuple(code for code, _name in settings.LANGUAGES),
            brotli=brotli,
            media_folder=None if settings.MEDIA_STORE else Path(settings.MEDIA_ROOT),
            certificate=certificate,
            key=key,
            listen=listen,
            static=settings.STATIC_URL,
            media=settings.MEDIA_URL,
            media_origin=settings.MEDIA_ORIGIN,
            logs=logs,
            everywhere=transport_security(),
        )
        self.stdout.write(configuration(described), ending="")


def transport_security() -> dict[str, str]:
    """As SecurityMiddleware says it."""
    if not settings.SECURE_HSTS_SECONDS:
        return {}
    subdomains = "; includeSubDomains" if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS else ""
    return {"Strict-Transport-Security": f"max-age={settings.SECURE_HSTS_SECONDS}{subdomains}"}
