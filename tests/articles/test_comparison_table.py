from articles import comparison
from articles.manuscript import Cell, Dimension, Manuscript, Side, Similarity, Source, Subject


def manuscript(*dimensions, sides=("kaffi", "te"), **more):
    subjects = [Subject(key, {"is": key.capitalize(), "en": f"{key} (en)"}) for key in sides]
    return Manuscript("m", sides=tuple(Side(s.key, s) for s in subjects), dimensions=dimensions, **more)


def row(*texts, key="r", name="Röð", sides=("kaffi", "te", "kako", "vatn", "mjolk"), language="is", **more):
    cells = tuple(Cell(side, {language: text}) for side, text in zip(sides, texts, strict=False) if text)
    return Dimension(key, {"is": name}, cells=cells, **more)


def test_a_row_has_a_value_for_each_side_in_order():
    table = comparison.table(manuscript(row("Ber", "Lauf")), "is")

    assert [value.text for value in table.rows[0].values] == ["Ber", "Lauf"]
    assert [column.ink for column in table.columns] == [1, 2]


def test_equal_values_make_an_equal_row_whatever_the_case_accents_and_spaces():
    table = comparison.table(manuscript(row("Heitt eða kalt", " heitt  eda KALT ")), "is")

    assert table.rows[0].same


def test_different_values_do_not_make_an_equal_row():
    assert not comparison.table(manuscript(row("Já", "Nei")), "is").rows[0].same


def test_unknown_equals_nothing_not_even_unknown():
    assert not comparison.table(manuscript(row("", "")), "is").rows[0].same
    assert not comparison.table(manuscript(row("Já", "")), "is").rows[0].same


def test_a_missing_cell_is_unknown():
    value = comparison.table(manuscript(row("Ber", "")), "is").rows[0].values[1]

    assert value.text == ""


def test_a_row_without_a_name_in_the_language_is_left_out():
    assert comparison.table(manuscript(row("a", "b")), "en").rows == ()


def test_a_side_without_a_name_in_the_language_is_left_out():
    whole = manuscript(row("a", "b"))
    nameless = Manuscript("m", sides=(*whole.sides, Side("kako", Subject("kako", {"en": "Cocoa"}))))

    assert [column.key for column in comparison.table(nameless, "is").columns] == ["kaffi", "te"]


def test_a_similarity_with_name_and_text_is_an_equal_row_after_the_others_and_begins_like_a_cell():
    likeness = Similarity("heitt", {"is": "Bæði eru heit."}, {"is": "Hiti"}, {"is": "heitt"})
    table = comparison.table(manuscript(row("a", "b"), similarities=(likeness,)), "is")

    assert table.rows[-1].same
    assert table.rows[-1].shared.text == "Heitt"


def test_a_similarity_that_is_only_a_sentence_is_no_row():
    likeness = Similarity("heitt", {"is": "Bæði eru heit."})

    assert comparison.table(manuscript(similarities=(likeness,)), "is").rows == ()


def test_a_cell_missing_in_this_language_shows_an_allowed_other_language_marked():
    both_named = Dimension("r", {"is": "Röð", "en": "Row"}, cells=(Cell("kaffi", {"is": "Ber"}),))
    value = comparison.table(manuscript(both_named), "en", others=["is"]).rows[0].values[0]

    assert (value.text, value.language) == ("Ber", "is")


def test_a_cell_missing_in_this_language_shows_nothing_of_a_language_that_is_not_public():
    both_named = Dimension("r", {"is": "Röð", "en": "Row"}, cells=(Cell("kaffi", {"is": "Ber"}),))

    assert comparison.table(manuscript(both_named), "en").rows[0].values[0].text == ""


def test_choosing_sides_recomputes_which_rows_are_equal():
    three = manuscript(row("Heitt", "Heitt", "Kalt"), sides=("kaffi", "te", "kako"))

    assert not comparison.table(three, "is").rows[0].same
    assert comparison.table(three, "is", chosen=["kaffi", "te"]).rows[0].same


def test_a_chosen_side_keeps_its_ink():
    three = manuscript(row("a", "b", "c"), sides=("kaffi", "te", "kako"))

    assert [column.ink for column in comparison.table(three, "is", chosen=["te", "kako"]).columns] == [2, 3]


def test_fewer_than_two_known_choices_show_everything():
    three = manuscript(row("a", "b", "c"), sides=("kaffi", "te", "kako"))

    assert comparison.table(three, "is", chosen=["te", "bull"]).width == 3


def test_a_drafted_cell_says_so_in_its_own_language_only():
    dimension = Dimension(
        "r", {"is": "Röð", "en": "Row"}, cells=(Cell("kaffi", {"is": "Ber", "en": "Berries"}, drafted=("is",)),)
    )

    assert comparison.table(manuscript(dimension), "is").drafted
    assert not comparison.table(manuscript(dimension), "en").drafted


def test_a_cell_shows_the_number_of_its_source():
    cited = Dimension("r", {"is": "Röð"}, cells=(Cell("te", {"is": "Lauf"}, source="b"),))
    sources = (Source("a", "A"), Source("b", "B"))

    assert [v.source for v in comparison.table(manuscript(cited, sources=sources), "is").rows[0].values] == [0, 2]


def test_yes_and_no_are_recognised_and_numbers_too():
    values = comparison.table(manuscript(row("Já", "nei"), row("1.234,5", "63 km", key="n")), "is").rows

    assert [value.answer for value in values[0].values] == ["yes", "no"]
    assert [value.number for value in values[1].values] == [True, True]
    assert not values[0].values[0].number


def test_only_a_long_table_is_grouped():
    grouped = [row("a", "b", key=f"r{n}", group={"is": "Fyrri" if n < 6 else "Seinni"}) for n in range(12)]

    assert [group.name for group in comparison.table(manuscript(*grouped), "is").groups] == ["Fyrri", "Seinni"]
    assert [group.name for group in comparison.table(manuscript(*grouped[:5]), "is").groups] == [""]


def test_hiding_equal_rows_is_offered_only_where_it_changes_something():
    assert comparison.table(manuscript(row("a", "a"), row("a", "b", key="s")), "is").mixed
    assert not comparison.table(manuscript(row("a", "b")), "is").mixed


def test_what_all_share_stands_apart_from_the_last_group_of_a_long_table():
    grouped = [row("a", "b", key=f"r{n}", group={"is": "Hópur"}) for n in range(12)]
    likeness = Similarity("heitt", {"is": "Bæði eru heit."}, {"is": "Hiti"}, {"is": "Heitt"})

    groups = comparison.table(manuscript(*grouped, similarities=(likeness,)), "is").groups

    assert [(group.name, group.shared) for group in groups] == [("Hópur", False), ("", True)]


def test_a_long_table_that_nobody_grouped_is_one_run():
    plain = [row("a", "a", key=f"r{n}") for n in range(12)]

    assert [(group.name, group.shared) for group in comparison.table(manuscript(*plain), "is").groups] == [("", False)]
