from datetime import date, datetime
from functools import lru_cache

from django import template
from django.utils import formats, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.language import hyphens

register = template.Library()


@register.filter
def soften(text):
    """The text as it may break into lines: soft hyphens in long words, none between a number and its unit."""
    return hyphens.soften(hyphens.bound(str(text)), get_language() or "")


@register.filter
def long_date(moment):
    return _formatted(_day(moment), "DATE_FORMAT", get_language()) if moment else ""


@register.filter
def short_date(moment):
    return _formatted(_day(moment), "SHORT_DATE_FORMAT", get_language()) if moment else ""


@register.filter
def day_and_time(moment):
    """ "23. nóv. 2026 kl. 15.05", in the site's time."""
    moment = timezone.localtime(moment)
    return _("%(day)s at %(time)s") % {"day": short_date(moment), "time": formats.time_format(moment, "TIME_FORMAT")}


def _day(moment: date | datetime) -> date:
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


@lru_cache(maxsize=5000)
def _formatted(day: date, form: str, language: str) -> str:
    """Lists repeat the same days, and Django's formatting is slow."""
    return formats.date_format(day, form)
