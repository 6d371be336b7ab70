"""What a request says about the form that it wants: RFC 9110, sections 8.8, 12.5.3 and 13.1. Pure."""

import re
from email.utils import parsedate_to_datetime
from functools import lru_cache

IDENTITY = "identity"
PREFERRED = ("br", "gzip", IDENTITY)  # where the asker likes them alike
_ALIASES = {"x-gzip": "gzip"}
_QUALITY = re.compile(r"q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)", re.IGNORECASE | re.ASCII)
_TAG = re.compile(r'(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")')
LONGEST = 500


@lru_cache(maxsize=1000)
def encoding(accepted: str | None) -> str:
    """The content coding that is liked best of those we have; `accepted` is the header, None where there is none.

    Where nothing that we have is acceptable it is identity, as the RFC advises.
    """
    if accepted is None or len(accepted) > LONGEST:
        return IDENTITY
    said = _said(accepted)
    likings = {coding: _liking(coding, said) for coding in PREFERRED}
    best = max(PREFERRED, key=lambda coding: likings[coding])  # the first of equals
    return best if likings[best] > 0 else IDENTITY


def is_known(if_none_match: str, tag: str) -> bool:
    """Whether the asker has the representation with this entity tag. The comparison is weak, as the header wants."""
    return if_none_match.strip() == "*" or tag in _TAG.findall(if_none_match)


def is_unchanged(if_modified_since: str, modified: int) -> bool:
    """Whether it was not modified since the date (in seconds of 1970). What is no date says nothing."""
    try:
        return modified <= int(parsedate_to_datetime(if_modified_since).timestamp())
    except (ValueError, TypeError, OverflowError):
        return False


def _said(accepted: str) -> dict[str, float]:
    said = {}
    for part in accepted.split(","):
        coding, *parameters = (word.strip() for word in part.split(";"))
        coding = _ALIASES.get(coding.lower(), coding.lower())
        if not coding:
            continue
        quality = _QUALITY.fullmatch(parameters[0]) if parameters else None
        # What cannot be read is not asked for.
        said[coding] = float(quality[1]) if quality else (0.0 if parameters else 1.0)
    return said


def _liking(coding: str, said: dict[str, float]) -> float:
    if coding in said:
        return said[coding]
    if coding != IDENTITY:
        return said.get("*", 0.0)
    # Always acceptable where nothing excludes it, and never better than what was named.
    return 0.0 if said.get("*") == 0.0 else 0.0001
