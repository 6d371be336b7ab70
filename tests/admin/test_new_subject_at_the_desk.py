"""A subject made from the article's page: asked about only where its forms are in doubt, and never made twice."""

import pytest
from django.contrib.admin.models import LogEntry

from articles.models import Subject
from tests.admin.walking import make_person
from tests.factories import make_subject

NEW = "/admin/articles/subject/new/"


def ask(client, **said):
    own = {name if name in ("confirmed", "anyway") else f"new-subject-{name}": value for name, value in said.items()}
    return client.post(NEW, own)


def test_the_dialog_is_drawn_with_a_name_in_each_language(desk):
    html = desk.get(NEW).json()["html"]

    assert 'name="new-subject-name_is"' in html
    assert 'name="new-subject-name_en"' in html
    assert 'name="new-subject-dative"' not in html


def test_a_name_without_doubt_is_made_at_once_with_its_forms(desk):
    response = ask(desk, name_is="Vara", name_en="Goods")
    subject = Subject.objects.get()

    assert response.status_code == 201
    assert response.json() == {"id": str(subject.pk), "text": "Vara"}
    assert (subject.dative_is, subject.name_en, subject.slug_is) == ("vöru", "Goods", "vara")
    assert LogEntry.objects.get().object_id == str(subject.pk)


def test_a_name_in_doubt_is_asked_about_with_the_likeliest_forms(desk):
    html = ask(desk, name_is="Kaup").json()["html"]

    assert 'value="kaupum"' in html
    assert 'data-dative="kaupi"' in html
    assert not Subject.objects.exists()


def test_what_is_confirmed_is_kept_as_it_was_written(desk):
    forms = {"nominative": "kaup", "dative": "kaupi", "genitive": "kaups", "number": "singular", "gender": "neuter"}
    response = ask(desk, name_is="Kaup", confirmed="1", **forms)

    assert response.status_code == 201
    assert {name: getattr(Subject.objects.get(), f"{name}_is") for name in forms} == forms


def test_a_word_that_nobody_knows_is_asked_about_too(desk):
    html = ask(desk, name_is="Blorgur zx").json()["html"]

    assert 'name="confirmed"' in html
    assert not Subject.objects.exists()


def test_a_name_in_english_alone_is_not_asked_about(desk):
    assert ask(desk, name_en="Goods").status_code == 201


@pytest.mark.parametrize("name", ["Þjónusta", "þjónusta", "ÞJÓNUSTA", " Þjónusta "])
def test_a_subject_of_the_same_name_is_offered_instead(desk, name):
    known = make_subject(name="Þjónusta")
    html = ask(desk, name_is=name).json()["html"]

    assert f'value="{known.pk}"' in html
    assert Subject.objects.count() == 1


def test_two_things_may_have_one_name_where_somebody_says_so(desk):
    make_subject(name="Vara")
    ask(desk, name_is="Vara", anyway="1")

    assert sorted(Subject.objects.values_list("slug_is", flat=True)) == ["vara", "vara-2"]


def test_without_a_name_nothing_is_made_and_it_is_said(desk):
    response = ask(desk, name_is="  ")

    assert response.status_code == 422
    assert 'role="alert"' in response.json()["html"]
    assert not Subject.objects.exists()


def test_a_name_that_is_too_long_is_refused_in_words(desk):
    assert ask(desk, name_is="x" * 400).status_code == 422


def test_what_was_typed_is_text_and_never_markup(desk):
    html = ask(desk, name_is="<b>Zxq</b>").json()["html"]

    assert "<b>Zxq" not in html


def test_who_may_not_make_subjects_makes_none(client, db):
    client.force_login(make_person("T"))
    response = ask(client, name_is="Vara")

    assert (response.status_code, bool(response.json()["error"])) == (403, True)
    assert not Subject.objects.exists()


def test_who_is_signed_out_is_told_so(client, db):
    response = ask(client, name_is="Vara")

    assert (response.status_code, bool(response.json()["error"])) == (401, True)


def test_a_form_from_elsewhere_makes_nothing(desk, editor):
    desk.handler.enforce_csrf_checks = True

    assert ask(desk, name_is="Vara").status_code == 403
