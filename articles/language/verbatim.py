"""What stands in a text and is no prose, so nobody should correct it: addresses, file names, code."""

import re

HIDDEN = "\ufffc"  # the sign that Unicode keeps for "something else stands here"

_ENDINGS = "is|com|org|net|eu|dk|io|html?|pdf|py|js|css|docx?|xlsx?|csv|json|txt"
# Each begins where a run of its own letters does: a long text without spaces is read once, not from every letter.
_VERBATIM = re.compile(
    rf"""
    `[^`\n]*`                                                      # marked as code
    | (?:https?://|www\.)\S*[\w/]                                   # addresses
    | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+                     # of mail
    | (?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.(?:{_ENDINGS})\b(?:/\S*\w)?  # of sites and files
    | (?<!\S)(?=\S*[=<>{{}}\\|_])\S+                                # variables, tags, paths
    | (?<![\w.])[\w.]+\((?:[^()\s]*|["'][^()\n]*["'])\)            # calls
    """,
    re.VERBOSE | re.IGNORECASE,
)


def hidden(text: str) -> str:
    """The text, as long as it was, with a sign that is neither letter nor mark in place of all that is no prose."""
    return _VERBATIM.sub(lambda found: HIDDEN * len(found.group()), text)
