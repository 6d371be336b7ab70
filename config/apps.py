from django.apps import AppConfig
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.core import checks
from django.core.cache.backends.dummy import DummyCache


class ConfigConfig(AppConfig):
    """An app without models, so that the way the parts are put together can have commands and checks."""

    name = "config"
    label = "config"
    verbose_name = "Munur"

    def ready(self) -> None:
        import unfold.sites

        from config import readiness
        from config.checks import check_languages, check_proxies, check_reserved_words

        checks.register(check_languages)
        checks.register(check_reserved_words)
        checks.register(check_proxies, deploy=True)
        # Unfold keeps what the desk's search found for minutes, whatever the language. It is found at once without.
        unfold.sites.cache = DummyCache("", {})
        readiness.register("The database", readiness.database)
        readiness.register("The page store", readiness.page_store)


class StaticConfig(StaticFilesConfig):
    """Static files without the scripts and notes that lie beside them."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "build.py", "README.md"]
