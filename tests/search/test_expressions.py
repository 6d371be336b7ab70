import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search import store
from articles.search.expressions import NOTHING, AllOf, AnyOf, Token, Without, all_of, any_of, without
from tests.factories import make_edition

A, B, C = "t0is:a", "p0is:b", "p0is:c"


def test_each_database_has_its_own_words_for_it():
    wanted = without(all_of(A, any_of(B, C)), C)

    assert wanted.fts5() == '(("t0is:a" AND ("p0is:b" OR "p0is:c")) NOT "p0is:c")'
    assert wanted.tsquery() == "(('t0is:a' & ('p0is:b' | 'p0is:c')) & !'p0is:c')"


def test_what_has_one_part_is_that_part_and_twice_is_once():
    assert any_of(A) == all_of(A) == any_of(A, A) == Token(A)
    assert any_of(any_of(A, B), B) == any_of(A, B)
    assert all_of(all_of(A, B), C) == all_of(A, B, C)


def test_nothing_matches_nothing():
    assert any_of() == all_of() == all_of(A, NOTHING) == without(NOTHING, A) == without(A, A) == NOTHING
    assert any_of(A, NOTHING) == without(A, NOTHING) == Token(A)


@pytest.mark.django_db
def test_nothing_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert store.matching(NOTHING, limit=10) == store.matching(any_of(A), limit=0) == []


@pytest.mark.parametrize("odd", ['"', "'", "\\", "\\'", "%s", "&", "*", "(", "^", "{}"])
def test_no_sign_is_an_operator(odd):
    """Tokens have no such signs; if one had, it would not be an order to the database."""
    assert any_of(odd, A).fts5() == '("{}" OR "t0is:a")'.format(odd.replace('"', '""'))
    assert any_of(odd, A).tsquery().count("'") % 2 == 0


@pytest.mark.django_db
@pytest.mark.parametrize("word", ["söl·u", "日本", "ﬁ", "a1", "þ", "º", "–", "ßæ", "‏עברית", "😀"])
def test_a_word_of_any_letters_is_found_as_one(word):
    edition = make_edition()
    store.write(edition.pk, 0, [f"t0is:{word}", "t0is:annað"])
    store.write(make_edition().pk, 0, [f"t0is:x{word}", f"t0is:{word}x"])

    assert store.matching(any_of(f"t0is:{word}"), limit=10) == [edition.pk * 2]


@pytest.mark.django_db
def test_an_expression_may_be_large():
    edition = make_edition()
    store.write(edition.pk, 0, ["p0is:orð7", "t0is:annað"])
    words = [any_of(*(f"{weight}0is:orð{number}" for number in range(200) for weight in "tdcpk")) for _ in range(12)]
    wanted = without(all_of(*words, any_of("t0is:annað", "p0is:annað")), any_of("t0is:orð3", all_of(B, C)))

    assert store.matching(wanted, limit=10) == [edition.pk * 2]


TOKENS = st.sampled_from(["t0is:á", "d0is:b", "p0is:þ", "k0is:d", "g0is:1"])
EXPRESSIONS = st.recursive(
    TOKENS.map(any_of),
    lambda parts: st.one_of(
        st.lists(parts, max_size=4).map(lambda some: any_of(*some)),
        st.lists(parts, max_size=4).map(lambda some: all_of(*some)),
        st.tuples(parts, parts).map(lambda two: without(*two)),
    ),
    max_leaves=12,
)


def holds(expression, tokens) -> bool:
    match expression:
        case Token(text):
            return text in tokens
        case AnyOf(parts):
            return any(holds(part, tokens) for part in parts)
        case AllOf(parts):
            return all(holds(part, tokens) for part in parts)
        case Without(wanted, unwanted):
            return holds(wanted, tokens) and not holds(unwanted, tokens)


@pytest.fixture
def documents(db) -> dict[int, set[str]]:
    some = [[], ["t0is:á"], ["d0is:b", "p0is:þ"], ["t0is:á", "k0is:d", "g0is:1"], ["p0is:þ", "g0is:1"]]
    made = {make_edition().pk * 2: set(tokens) for tokens in some}
    for number, tokens in made.items():
        store.write(number // 2, 0, tokens)
    return made


def test_the_database_finds_what_the_expression_says(documents):
    @given(EXPRESSIONS)
    def check(expression):
        wanted = [number for number in sorted(documents, reverse=True) if holds(expression, documents[number])]
        assert store.matching(expression, limit=10) == wanted

    check()
