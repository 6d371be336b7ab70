"""What follows from a name is made by itself, and what an editor has written is never overwritten."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from articles.manuscript import Forms
from articles.models import Subject
from tests.factories import make_article, make_author, make_page, make_subject, make_tag

pytestmark = pytest.mark.django_db


def test_a_subjects_forms_are_made_from_its_name():
    assert make_subject(name="Sala").forms("is") == Forms("sala", "sölu", "sölu", "singular", "feminine")


def test_each_language_has_its_own_forms():
    subject = make_subject(name="Sala", name_en="Sales")

    assert subject.forms("en").nominative == subject.forms("en").dative == "sales"
    assert subject.forms("is").dative == "sölu"


def test_a_language_without_a_name_has_no_forms_and_no_address():
    subject = make_subject(name="Sala")

    assert subject.forms("en") == Forms()
    assert not subject.slug_en
    assert not subject.public_in("en")


@pytest.mark.parametrize("form", ["nominative", "dative", "genitive"])
def test_a_form_that_an_editor_wrote_stays_and_the_others_are_made(form):
    subject = make_subject(name="Sala", **{f"{form}_is": "eigin orðmynd"})

    made = {"nominative": "sala", "dative": "sölu", "genitive": "sölu"}
    kept = {name: getattr(subject.forms("is"), name) for name in made}
    assert kept == {**made, form: "eigin orðmynd"}


def test_the_number_that_an_editor_chose_decides_the_forms():
    one, many = (make_subject(name="Hús", number_is=number) for number in ("singular", "plural"))

    assert (one.dative_is, many.dative_is) == ("húsi", "húsum")


def test_a_form_that_was_emptied_is_made_again():
    subject = make_subject(name="Sala")
    subject.dative_is = ""
    subject.save()

    assert subject.dative_is == "sölu"


def test_a_new_name_changes_neither_key_nor_address_nor_forms():
    subject = make_subject(name="Sala")
    subject.name_is = "Þjónusta"
    subject.save()
    subject.refresh_from_db()

    assert (subject.key, subject.slug_is, subject.dative_is) == ("sala", "sala", "sölu")


def test_an_address_that_an_editor_wrote_stays():
    assert make_tag(name="Lög og réttur", slug_is="login").slug_is == "login"


@pytest.mark.parametrize("make", [make_subject, make_tag, make_author, make_page])
def test_the_second_of_a_name_gets_the_next_key_and_address(make):
    first, second = make(name="Ýmislegt"), make(name="Ýmislegt")

    assert (first.key, first.slug_is) == ("ymislegt", "ymislegt")
    assert (second.key, second.slug_is) == ("ymislegt-2", "ymislegt-2")


def test_the_key_is_made_from_the_icelandic_name_where_there_are_two():
    assert make_subject(name="Þjónusta", name_en="Service").key == "thjonusta"
    assert make_subject(name="", name_en="Service").key == "service"


def test_the_key_of_a_long_name_ends_with_a_whole_word():
    key = make_tag(name="Stjórnarskrárbreytingar og utanríkismálastefna þjóðarinnar").key

    assert len(key) <= 40
    assert key.split("-")[0] == "stjornarskrarbreytingar"
    assert not key.endswith("-")


def test_saving_again_without_a_change_keeps_the_address():
    tag = make_tag(name="Lög")
    tag.save()

    assert tag.slug_is == "log"


def test_a_thing_is_called_by_its_name_in_another_language_before_its_key():
    named, english = make_tag(name="Lög", name_en="Law"), make_tag(name="", name_en="Trade")

    assert (str(named), str(english)) == ("Lög", "Trade")
    with translation.override("en"):
        assert str(named) == "Law"
    assert str(make_tag(name="", key="nafnlaust")) == "nafnlaust"


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Ritstjórn", "R"),
        ("Anna Jónsdóttir", "AJ"),
        ("Anna Björk Þórðardóttir", "AÞ"),
        ("ömmi frá Ási", "ÖÁ"),
        ("Anna (ritstjóri) 2", "A"),
        ("", ""),
    ],
)
def test_an_author_has_one_or_two_initials(name, initials):
    assert make_author(name=name, key="hofundur").initials == initials


def test_a_line_is_stored_as_one_tidy_line():
    tag = make_tag(name="  Lög \n og   réttur ")
    tag.refresh_from_db()

    assert tag.name_is == "Lög og réttur"


def test_prose_is_stored_in_the_closed_subset():
    author = make_author(bio_is='<p onclick="x()">Um <b>mig</b><script>alert(1)</script></p>')
    author.refresh_from_db()

    assert author.bio_is == "<p>Um <strong>mig</strong></p>"


def test_a_line_that_is_too_long_is_refused_with_both_lengths_and_not_cut():
    with pytest.raises(ValueError, match="has 501 characters; at most 500 fit here"):
        make_subject(name="Sala", definition_is="x" * 501)


def test_many_things_may_lack_an_address_in_a_language():
    for name in ("Lög", "Viðskipti"):
        tag = make_tag(name=name, slug_en="")
        tag.refresh_from_db()

        assert tag.slug_en is None


@pytest.mark.parametrize("key", ["Stór", "með bili", "þorn", "-a", "a-", "a--b", "a\n"])
def test_a_key_of_other_than_small_letters_digits_and_hyphens_is_refused(key):
    with pytest.raises(ValidationError) as refused:
        Subject(key=key, name="Sala").full_clean()

    assert "key" in refused.value.message_dict


def test_an_article_is_called_by_its_title_or_its_subjects_or_its_key():
    article = make_article(key="sala-vara", sides=["Sala", "Vara"], publish=False)
    assert str(article) == "Sala – Vara"

    article.title_en = "Sales and goods"
    assert str(article) == "Sales and goods"

    assert str(make_article(key="tom-grein", sides=[], publish=False)) == "tom-grein"


def test_rows_are_called_by_what_they_say():
    article = make_article(key="te-kaffi", sides=["Te", "Kaffi"], sources=2, similarities=1)
    article.sources.filter(key="heimild-2").update(title="")
    cell = article.dimensions.get().cells.first()

    assert [str(source) for source in article.sources.all()] == ["Heimild 1", "https://example.org/2"]
    assert str(cell) == "Atriði 1 – Te"
    assert str(article.similarities.get()) == "eins-1"
