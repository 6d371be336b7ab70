"""What the bench prints and writes, drawn from given figures."""

import pytest

from tests.bench import picture, report
from tests.bench.figures import ROWS, Figure, Row, figure, median, said, verdict

FAST = Row("fast", "Pages a second ÷ nginx", "×", 0.45, 0.6, more_is_better=True)
SHORT = Row("short", "Drawing <once>", "ms", 8, 4)
TOLD = Row("told", "Drawing ÷ bare", "×", None, 48)


def found(**values):
    return {key: Figure(key, value, value - 0.1, value + 0.1, "of something") for key, value in values.items()}


@pytest.mark.parametrize(
    ("row", "value", "word"),
    [
        (FAST, 0.44, "misses"),
        (FAST, 0.45, "holds"),
        (FAST, 0.6, "aim"),
        (SHORT, 8.1, "misses"),
        (SHORT, 8, "holds"),
        (SHORT, 4, "aim"),
        (TOLD, 49, "told"),
        (TOLD, 48, "aim"),
    ],
)
def test_a_figure_is_held_against_what_is_asked(row, value, word):
    assert verdict(row, Figure(row.key, value, value, value)) == word


def test_a_row_without_a_figure_was_not_measured():
    assert verdict(FAST, None) == "nothing"
    assert "not measured" in report.markdown([FAST], {})


def test_a_figure_is_the_median_of_its_rounds():
    assert figure("fast", [3.0, 1.0, 2.0], "a note") == Figure("fast", 2.0, 1.0, 3.0, "a note")
    assert median([1.0, 2.0, 3.0, 10.0]) == 2.5


def test_numbers_are_said_with_their_unit():
    assert [said(FAST, 0.5), said(SHORT, 8), said(SHORT, 42.71), said(SHORT, 1234.5), said(SHORT, None)] == [
        "0.50",
        "8.00 ms",
        "42.7 ms",
        "1234 ms",
        "–",
    ]


def test_the_table_has_a_line_for_each_row():
    table = report.markdown([FAST, SHORT], found(fast=0.7, short=9.0)).splitlines()

    assert table[2] == "| Pages a second ÷ nginx | 0.70 | 0.45 | 0.60 | reaches the aim |"
    assert table[3] == "| Drawing <once> | 9.00 ms | 8.00 ms | 4.00 ms | **misses** |"


def test_the_printed_table_tells_what_a_figure_was_made_of():
    assert "0.70 (0.60–0.80): of something" in report.plain([FAST, SHORT], found(fast=0.7))


def test_the_document_names_the_machine_and_shows_the_picture():
    text = report.document([FAST], found(fast=0.7), "A processor, 2 cores", "1 May 2026", "benchmark.svg")

    assert "A processor, 2 cores. 1 May 2026." in text
    assert "](benchmark.svg)" in text


def test_the_table_replaces_the_one_between_the_marks(tmp_path):
    file = tmp_path / "README.md"
    file.write_text(f"Before.\n{report.BEGIN}\nOld.\n{report.END}\nAfter.\n")

    report.put_into(file, "New.")

    assert file.read_text() == f"Before.\n{report.BEGIN}\nNew.\n{report.END}\nAfter.\n"


def test_a_file_without_the_marks_is_left_alone(tmp_path):
    file = tmp_path / "README.md"
    file.write_text(f"{report.BEGIN}\nOld.\n")

    with pytest.raises(ValueError, match="no place for the table"):
        report.put_into(file, "New.")

    assert file.read_text() == f"{report.BEGIN}\nOld.\n"


def test_the_picture_has_a_bar_for_each_figure():
    drawn = picture.svg([FAST, SHORT], found(fast=0.45), "A processor & more")

    assert drawn.count('<rect class="holds"') == 1
    assert "Drawing" not in drawn
    assert "A processor &amp; more" in drawn
    assert f'width="{picture.along(1.0)}"' in drawn


def test_the_picture_escapes_what_it_names():
    assert "Drawing &lt;once&gt;" in picture.svg([SHORT], found(short=9.0), "")


def test_a_bar_is_longer_the_better_the_figure_is():
    lengths = [picture.along(times) for times in (0.01, 0.5, 1.0, 2.0, 100.0)]

    assert lengths == sorted(lengths)
    assert lengths[0] == 0
    assert lengths[3] - lengths[2] == pytest.approx(lengths[2] - lengths[1], abs=0.2)


def test_every_row_can_be_drawn_and_said():
    figures = {row.key: Figure(row.key, row.aim, row.aim, row.aim, "note") for row in ROWS}

    assert report.markdown(ROWS, figures).count("reaches the aim") == len(ROWS)
    assert picture.svg(ROWS, figures, "").count('<rect class="aim"') == len(ROWS)
