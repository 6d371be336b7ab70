"""The smaller desks: a tab a language, links to the site where there is a page, one Icelandic search for all."""

import pytest

from articles.models import Author, Page, Subject, Tag
from tests.admin.desk import change_page, opened, save, saved
from tests.factories import make_article, make_author, make_page, make_subject, make_tag


def found(desk, model, term) -> list[str]:
    page = desk.get(f"/admin/articles/{model}/", {"q": term})
    return [str(row) for row in page.context["cl"].result_list]


def test_a_new_subject_gets_key_address_and_forms(desk):
    saved(desk, "/admin/articles/subject/add/", {"name_is": "Þjónusta", "name_en": "Service"})

    subject = Subject.objects.get()
    assert (subject.key, subject.slug_is, subject.slug_en) == ("thjonusta", "thjonusta", "service")
    assert (subject.dative_is, subject.genitive_is) == ("þjónustu", "þjónustu")


def test_a_corrected_form_reaches_every_page_that_is_live(desk, client):
    article = make_article(slug="grein", sides=["Sala", "Þjónusta"])
    subject = Subject.objects.get(key="sala")

    saved(desk, change_page(subject), {"dative_is": "sölunni"})

    assert "Munurinn á sölunni og þjónustu" in article.editions.get().title
    assert "sölunni" in client.get("/grein/").content.decode()


def test_a_subject_says_where_readers_find_it(desk):
    make_article(slug="grein", sides=["Sala", "Þjónusta"])
    unused = make_subject(name="Vara")

    assert "/vidfangsefni/sala/" in desk.get(change_page(Subject.objects.get(key="sala"))).content.decode()
    assert "/vidfangsefni/" not in desk.get(change_page(unused)).content.decode()


def test_a_page_says_where_readers_find_it(desk):
    page = make_page(name="Hafa samband")

    html = desk.get(change_page(page)).content.decode()

    assert page.get_absolute_url() in html
    assert "/en/page/" not in html


@pytest.mark.parametrize(("model", "make"), [("subject", make_subject), ("tag", make_tag), ("author", make_author)])
def test_an_address_is_of_one_thing(desk, model, make):
    make(name="Sala", slug_is="sala")
    other = make(name="Vara")

    response = save(desk, change_page(other), {"slug_is": "sala"})

    assert response.status_code == 200
    assert response.context["errors"]


def test_prose_is_clean_before_it_is_stored(desk):
    page = make_page()

    saved(desk, change_page(page), {"body_is": "<h1>Nei</h1><p>Já <b>takk</b></p>"})

    page.refresh_from_db()
    assert page.body_is == "<p>Nei</p><p>Já <strong>takk</strong></p>"


@pytest.mark.parametrize("term", ["þjón", "ÞJÓN", "thjon", "Þjónusta", "service"])
def test_search_knows_icelandic_letters_and_both_languages(desk, term):
    make_subject(name="Þjónusta", name_en="Service")
    make_subject(name="Sala")

    assert found(desk, "subject", term) == ["Þjónusta"]


@pytest.mark.parametrize("term", ["ÞJÓNUSTU", "sölu", "sala", "thjonusta"])
def test_articles_are_found_by_their_subjects_in_any_form_of_the_title(desk, term):
    make_article(sides=["Sala", "Þjónusta"], slug="munurinn-a-solu-og-thjonustu")
    make_article(sides=["Veður", "Loftslag"])

    assert found(desk, "article", term) == ["Sala – Þjónusta"]


def test_a_search_that_is_no_word_finds_nothing(desk):
    make_subject(name="Sala")

    assert found(desk, "subject", "%%%") == []


def test_the_list_of_an_autocomplete_is_the_same_search(desk):
    make_subject(name="Þjónusta")
    address = "/admin/autocomplete/?app_label=articles&model_name=side&field_name=subject&term=ÞJÓN"

    assert [row["text"] for row in desk.get(address).json()["results"]] == ["Þjónusta"]


def test_a_key_is_shown_and_not_sent(desk):
    for row in (make_subject(), make_tag(), make_author(), make_page()):
        assert "key" not in opened(desk, change_page(row)).values


def test_what_has_no_name_at_all_is_refused(desk):
    for model in (Subject, Tag, Author, Page):
        response = save(desk, f"/admin/articles/{model._meta.model_name}/add/")

        assert response.status_code == 200
        assert not model.objects.exists()
