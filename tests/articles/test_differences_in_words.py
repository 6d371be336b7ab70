from hypothesis import example, given, settings
from hypothesis import strategies as st

from articles.differences import DELETED, INSERTED, SAME, Piece, pieces

WORDS = st.lists(
    st.sampled_from(["sala", "kaup", "og", "er", "verð", "–", "\n\n", "1.234,5", ".", "„", "“"]), max_size=40
)
TEXTS = WORDS.map(" ".join) | st.text(max_size=60)


def shown(before: str, after: str) -> str:
    marks = {SAME: "{}", DELETED: "[-{}-]", INSERTED: "[+{}+]"}
    return "".join(marks[piece.kind].format(piece.text) for piece in pieces(before, after))


@given(TEXTS, TEXTS)
@settings(deadline=None)
@example("a b", "a  b")
@example("a\u0301b", "ab")
@example("x.y z", "x.y.z")
def test_what_stayed_and_came_is_the_new_text_and_what_stayed_and_went_the_old(before, after):
    found = pieces(before, after)

    assert "".join(piece.text for piece in found if piece.kind != INSERTED) == before
    assert "".join(piece.text for piece in found if piece.kind != DELETED) == after


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_no_piece_is_empty_neighbours_are_of_two_kinds_and_what_went_stands_first(before, after):
    found = pieces(before, after)
    neighbours = {(one.kind, other.kind) for one, other in zip(found, found[1:], strict=False)}

    assert all(piece.text for piece in found)
    assert not neighbours & {(SAME, SAME), (DELETED, DELETED), (INSERTED, INSERTED), (INSERTED, DELETED)}


@given(TEXTS)
def test_a_text_is_the_same_as_itself(text):
    assert pieces(text, text) == ((Piece(SAME, text),) if text else ())


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_texts_that_differ_have_a_piece_that_says_so(before, after):
    assert (before == after) == all(piece.kind == SAME for piece in pieces(before, after))


def test_a_word_that_was_changed_is_a_whole_word():
    assert shown("Alltaf ánægja nægir.", "Alltaf ánægður nægir.") == "Alltaf [-ánægja-][+ánægður+] nægir."


def test_a_word_put_in_or_taken_out_is_all_that_changed():
    assert (
        shown("er kaup á vörum.", "er fyrir, við og eftir kaup á vörum.") == "er [+fyrir, við og eftir +]kaup á vörum."
    )
    assert shown("Sala og kaup.", "Sala.") == "Sala[- og kaup-]."


def test_a_mark_behind_a_word_is_not_the_word():
    assert shown("Sala, kaup", "Sala; kaup") == "Sala[-,-][+;+] kaup"


def test_two_changes_stay_two():
    before, after = "Þjónusta getur hins vegar farið fram", "Hún getur líka farið fram"

    assert shown(before, after) == "[-Þjónusta-][+Hún+] getur [-hins vegar-][+líka+] farið fram"


def test_a_crumb_between_greater_changes_is_taken_with_them():
    before, after = "fyrirtækið og viðskiptavinurinn komu", "verslunin og almenningur komu"

    assert shown(before, after) == "[-fyrirtækið og viðskiptavinurinn-][+verslunin og almenningur+] komu"


def test_a_change_does_not_go_over_the_end_of_a_paragraph():
    assert shown("a b\n\nc d", "a x\n\ny d") == "a [-b-][+x+]\n\n[-c-][+y+] d"
    assert shown("a b c", "a b\n\nc") == "a b[- -][+\n\n+]c"


def test_the_end_of_a_paragraph_is_no_crumb():
    before, after = "fyrirtækið og\n\neða viðskiptavinurinn", "verslunin og\n\neða almenningur"

    assert shown(before, after) == "[-fyrirtækið-][+verslunin+] og\n\neða [-viðskiptavinurinn-][+almenningur+]"


def test_a_moved_sentence_leaves_one_of_the_two_in_place():
    found = pieces("Ein er hér. Önnur er þar.", "Önnur er þar. Ein er hér.")

    assert sum(len(piece.text) for piece in found if piece.kind == SAME) > 8


def test_a_number_and_a_compound_are_single_words():
    assert shown("kosta 1.234,5 krónur", "kosta 1.234,6 krónur") == "kosta [-1.234,5-][+1.234,6+] krónur"
    assert shown("vara-hlutur", "vara-hlutir") == "[-vara-hlutur-][+vara-hlutir+]"


def test_empty_texts_have_no_pieces():
    assert pieces("", "") == ()
    assert pieces("", "ný") == (Piece(INSERTED, "ný"),)
    assert pieces("fyrri", "") == (Piece(DELETED, "fyrri"),)


class Counted(str):
    """A word that counts how often any is compared with another."""

    times = 0
    __hash__ = str.__hash__

    def __eq__(self, other):
        Counted.times += 1
        return str.__eq__(self, other)


def test_comparing_grows_with_the_length_and_not_with_its_square(monkeypatch):
    from articles.differences import words

    worst = 0
    for old, new in (("a b", "b a c"), ("a b c d e f g h", "h c b a f e"), ("a", "b")):
        Counted.times = 0
        one = [Counted(word) for word in (old.split() * 20_000)[:20_000]]
        other = [Counted(word) for word in (new.split() * 20_000)[:20_000]]
        words._lined_up(one, other)
        worst = max(worst, Counted.times)

    assert worst < 20_000 * 100
