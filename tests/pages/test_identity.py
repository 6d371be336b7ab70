"""Which addresses may have a finished page: no other file is ever read or written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.pages import identity


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/sala-og-thjonusta/", "sala-og-thjonusta/index.html"),
        ("/en/subjects/sale/older/1a-2b/", "en/subjects/sale/older/1a-2b/index.html"),
        ("/athugasemdir/atom.xml", "athugasemdir/atom.xml"),
    ],
)
def test_an_address_of_ours_has_a_file(path, file):
    assert identity.file(path) == file


@pytest.mark.parametrize(
    "path",
    [
        "",
        "sala/",
        "//",
        "/../",
        "/sala/../../etc/passwd",
        "/sala/..%2f/",
        "/./",
        "/sala//",
        "/.hidden/",
        "/sala",
        "/sala/index.html",
        "/index.sqlite3",
        "/Sala/",
        "/s\xe1la/",
        "/sala\\/",
        "/sala/\n",
        "/sala\x00/",
        "/con:/",
        "/" + "a/" * 20,
        "/" + "a" * 151 + "/",
    ],
)
def test_any_other_address_has_none(path):
    assert not identity.is_page(path)
    with pytest.raises(ValueError, match="No finished page"):
        identity.file(path)


@given(st.text(alphabet="ab./\\%~-_:\x00\n \xe9AZ", max_size=40))
def test_no_address_leads_out_of_the_folder(path):
    if identity.is_page("/" + path):
        parts = identity.file("/" + path).split("/")
        assert not any(part in ("", ".", "..") or part.startswith(".") for part in parts)


@given(
    st.lists(
        st.from_regex(r"/([a-z0-9_-]{1,5}/){0,3}([a-z0-9_-]{1,5}\.xml)?", fullmatch=True), max_size=6, unique=True
    )
)
def test_two_addresses_never_share_a_file(paths):
    assert len({identity.file(path) for path in paths}) == len(paths)
