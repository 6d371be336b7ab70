"""What a request says about the form that it wants, as RFC 9110 reads it."""

import pytest

from articles.pages.negotiation import encoding, is_known, is_unchanged


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        (None, "identity"),
        ("", "identity"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZip", "gzip"),
        ("x-gzip", "gzip"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("br;q=0, gzip;q=0", "identity"),
        ("br;q=0.000, *;q=0.5", "gzip"),
        ("*", "br"),
        ("*;q=0", "identity"),  # nothing is acceptable: the RFC advises the plain form
        ("identity;q=0.5, gzip;q=0.2", "identity"),
        ("identity;q=0, gzip;q=0.001", "gzip"),
        ("gzip;q=0.001", "gzip"),
        ("deflate", "identity"),
        ("br;q=2", "identity"),
        ("br;q=zero, gzip", "gzip"),
        ("br ; Q=0.3 , gzip ; q=0.2", "br"),
        (", ,gzip,", "gzip"),
        ("brotli", "identity"),
        ("br," * 1000, "identity"),
    ],
)
def test_the_coding_that_is_liked_best(accepted, chosen):
    assert encoding(accepted) == chosen


@pytest.mark.parametrize(
    ("header", "known"),
    [
        ('"a"', True),
        ('"b", "a"', True),
        ('W/"a"', True),
        ("*", True),
        ('"b"', False),
        ("a", False),
        ('"aa"', False),
        ('"b,"a"', False),
        ('"x, y", "a"', True),
        ("", False),
    ],
)
def test_whether_the_asker_has_it(header, known):
    assert is_known(header, '"a"') is known


@pytest.mark.parametrize(
    ("since", "unchanged"),
    [
        ("Mon, 23 Nov 2026 20:00:00 GMT", True),
        ("Mon, 23 Nov 2026 19:59:59 GMT", False),
        ("Monday, 23-Nov-26 20:00:00 GMT", True),
        ("yesterday", False),
        ("", False),
        ("Mon, 99 Nov 2026 20:00:00 GMT", False),
    ],
)
def test_whether_it_was_modified_since(since, unchanged):
    assert is_unchanged(since, 1795464000) is unchanged
