from datetime import date, datetime, time
from functools import lru_cache

from django import template
from django.utils import formats, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.language import hyphens, moments

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
def iso_date(moment):
    """What `datetime` attributes want; Django's own filter is twenty times slower."""
    return _day(moment).isoformat() if moment else ""


@register.filter
def iso_time(moment):
    return timezone.localtime(moment).isoformat(timespec="seconds")


@register.filter
def day_and_time(moment):
    """ "23. nóv. 2026 kl. 15.05", in the site's time."""
    moment = timezone.localtime(moment)
    at = _formatted(moment.time().replace(second=0, microsecond=0), "TIME_FORMAT", get_language())
    return _("%(day)s at %(time)s") % {"day": short_date(moment), "time": at}


@register.filter
def ago(moment):
    """ "fyrir 3 vikum", "í gær". For the desk alone: readers' pages are stored, and it would soon be untrue there."""
    return moments.ago(moment, timezone.localtime(), get_language() or "") if moment else ""


def _day(moment: date | datetime) -> date:
    return timezone.localtime(moment).date() if isinstance(moment, datetime) else moment


@lru_cache(maxsize=5000)
def _formatted(moment: date | time, form: str, language: str) -> str:
    """Pages repeat the same days and times, and Django's formatting is slow."""
    return (formats.time_format if isinstance(moment, time) else formats.date_format)(moment, form)
