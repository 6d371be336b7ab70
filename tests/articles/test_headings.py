from articles import headings
from articles.manuscript import Forms, Side, Subject


def side(name, language="is", **forms):
    key = name.lower()
    return Side(key, Subject(key, {language: name}, forms={language: Forms(**forms)} if forms else {}))


SALA = side("Sala", nominative="sala", dative="sölu", genitive="sölu", number="singular")
THJONUSTA = side("Þjónusta", nominative="þjónusta", dative="þjónustu", genitive="þjónustu", number="singular")
VEIRUR = side("Veirur", nominative="veirur", dative="veirum", genitive="veira", number="plural")


def test_the_title_is_made_from_the_stored_datives():
    assert headings.text(headings.title([SALA, THJONUSTA], "is")) == "Munurinn á sölu og þjónustu"


def test_three_subjects_are_joined_with_a_comma_and_and():
    assert headings.text(headings.title([SALA, VEIRUR, THJONUSTA], "is")) == "Munurinn á sölu, veirum og þjónustu"


def test_each_name_in_the_title_has_its_own_ink():
    inks = [(part.text, part.ink) for part in headings.title([SALA, THJONUSTA], "is") if part.ink]

    assert inks == [("sölu", 1), ("þjónustu", 2)]


def test_similarities_take_the_genitive():
    assert "sölu og þjónustu" in headings.text(headings.similarities([SALA, THJONUSTA], "is"))


def test_the_question_follows_the_number():
    assert headings.text(headings.question(SALA, 1, "is")) == "Hvað er sala?"
    assert headings.text(headings.question(VEIRUR, 1, "is")) == "Hvað eru veirur?"


def test_the_editors_own_question_wins_and_keeps_the_ink():
    sale = side("Sales", "en", nominative="sales", question="What are sales, really?")
    parts = headings.question(sale, 2, "en")

    assert headings.text(parts) == "What are sales, really?"
    assert [(part.text, part.ink) for part in parts if part.ink] == [("sales", 2)]


def test_a_subject_without_forms_stands_in_the_nominative():
    assert headings.text(headings.title([side("iPhone"), SALA], "is")) == "Munurinn á iPhone og sölu"


def test_a_language_without_rules_uses_the_nominative():
    title = headings.text(headings.title([side("Salg", "da"), side("Service", "da")], "da"))

    assert "Salg" in title
    assert "Service" in title


def test_a_title_that_an_editor_wrote_gets_inks_where_it_names_the_subjects():
    parts = headings.inked("Hvað skilur sölu frá þjónustu?", [SALA, THJONUSTA], "is")

    assert [(part.text, part.ink) for part in parts if part.ink] == [("sölu", 1), ("þjónustu", 2)]
    assert headings.text(parts) == "Hvað skilur sölu frá þjónustu?"


def test_a_heading_that_begins_with_a_name_begins_with_a_capital():
    caption = headings.text(headings.caption([SALA, THJONUSTA], "is"))

    assert caption[0].isupper()


def test_without_sides_there_is_no_title():
    assert headings.title([], "is") == ()
