"""The browser lets go of what it keeps of an article's page when it is told that it was saved, and not before."""

import pytest

from articles.admin.autosave import MOST
from tests.admin.desk import change_page, save
from tests.factories import make_article

KEPT = "0123abcd-0000-4000-8000-000000000000"


@pytest.fixture
def article(db):
    return make_article(sides=["Sala", "Þjónusta"], dimensions=1, publish=False)


def told(response) -> list[str]:
    cookie = response.cookies.get("desk-saved")
    return cookie.value.split(".") if cookie else []


def test_a_save_tells_what_was_saved(desk, article):
    response = save(desk, change_page(article), {"_kept": KEPT, "lead_is": "<p>Nýtt.</p>"})

    assert told(response) == [KEPT]
    assert (response.cookies["desk-saved"]["path"], response.cookies["desk-saved"]["samesite"]) == ("/admin/", "Lax")


def test_a_new_article_tells_it_too(desk, db):
    assert told(save(desk, "/admin/articles/article/add/", {"_kept": KEPT, "title_is": "Nýtt"})) == [KEPT]


def test_a_form_with_errors_tells_nothing_and_keeps_its_name(desk, article):
    response = save(desk, change_page(article), {"_kept": KEPT, "dimensions-0-cell-sala-is": "x" * 301})

    assert told(response) == []
    assert f'data-kept="{KEPT}"' in response.content.decode()


def test_who_is_signed_out_is_told_nothing(desk, article):
    desk.logout()

    assert told(desk.post(change_page(article), {"_kept": KEPT})) == []


def test_only_the_last_ones_are_told(desk, article):
    for number in range(MOST + 3):
        response = save(desk, change_page(article), {"_kept": f"{number:08x}"})

    assert told(response) == [f"{number:08x}" for number in range(3, MOST + 3)]


@pytest.mark.parametrize("name", ["", "x; Path=/", "<script>", "a" * 100])
def test_a_name_that_is_none_is_not_repeated(desk, article, name):
    response = save(desk, change_page(article), {"_kept": name})

    assert told(response) == []


def test_what_was_kept_comes_back_into_the_page_and_nothing_is_saved(desk, article):
    typed = f'{{"title_is": ["Óvistað"], "_kept": ["{KEPT}"]}}'
    response = desk.post(change_page(article), {"_typed": typed, "_back": "1"})

    assert response.status_code == 200
    assert 'value="Óvistað"' in response.content.decode()
    assert f'data-kept="{KEPT}"' in response.content.decode()
    assert told(response) == []
    article.refresh_from_db()
    assert article.title_is != "Óvistað"
