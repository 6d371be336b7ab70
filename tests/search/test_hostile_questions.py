import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.search import results
from tests.search.finding import ids, make_found

pytestmark = pytest.mark.django_db

HOSTILE = {
    "nothing": "",
    "nul": "sala\0",
    "only nul": "\0\0",
    "controls": "sala\x01\x02\x1b\x7f\x85",
    "a lone surrogate": "sala \ud800",
    "only a lone surrogate": "\udfff",
    "operators": "AND OR NOT NEAR sala",
    "an operator": "NOT",
    "near": "NEAR(sala þjónusta, 2)",
    "quotes": '"sala" \'þjónusta',
    "a quote": '"',
    "two quotes": '""sala""',
    "stars": "sal* *",
    "brackets": "((sala) OR (",
    "columns": "tokens:sala title: ^sala",
    "a token": "t0is:sala",
    "tsquery": "sala:* & !þjónusta | <-> 'x'",
    "backslashes": "sala\\' \\\\ \\0",
    "sql": "'; DROP TABLE articles_searchentry; --",
    "percent": "100% %s %(x)s {} {0} $1 ?",
    "letters": "x" * 10_000,
    "words": "sala " * 500,
    "function words": "og eða en að á í",
    "one function word": "og",
    "emoji": "🙂 👩‍👩‍👧 sala",
    "only emoji": "🙂👩‍👩‍👧🇮🇸",
    "right to left": "\u202esala עברית العربية \u200f",
    "punctuation": "?!.,;:-–—…„“”‚‘’()[]{}<>/|&+=#@^~`_*",
    "accents": "a" + "\u0301" * 5_000,
    "accents alone": "\u0301\u0302",
    "a word of accents": "s\u0301a\u0301l\u0301a\u0301 " * 10,
    "hyphens": "-" * 150,
    "hyphens in a word": "a-" * 99,
    "dots": "a." * 99,
    "middle dots": "a·b·c ·",
    "slashes": "a/" * 99,
    "commas": "a," * 99,
    "ands": "og " * 60,
    "differences": "munurinn á " * 18,
    "signs": "C++ C# + # ++",
    "numbers": "1.000.000,00 " * 10,
    "a long number": "9" * 200,
    "capitals": "ŞĞİ İİİİİ ẞ",
    "ligatures": "ﬁﬂ ﷺ ㎏",
    "full width": "ｓａｌａ",
    "soft hyphens": "sa\u00adla",
    "zero width": "sa\u200bla\u200d\u2060",
    "line breaks": "sala\r\nog\u2028þjónusta",
    "a long compound": "vaðlaheiðarvegavinnuverkfærageymsluskúraútidyralyklakippuhringur",
    "html": "<script>alert(1)</script>",
}


@pytest.fixture
def _an_edition():
    make_found(sides=["Sala", "Þjónusta"], lead="Og eða en að.")


@pytest.mark.usefixtures("_an_edition")
@pytest.mark.parametrize("language", ["is", "en"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_question_has_an_answer_or_a_sentence(django_assert_max_num_queries, text, language):
    with django_assert_max_num_queries(80):
        found = results.search(text, language)

    assert isinstance(found.fault, str)
    assert found.question.typed is not None


@pytest.mark.usefixtures("_an_edition")
@pytest.mark.parametrize(
    "text",
    [
        '"sala"',
        "(sala)",
        "sala*",
        "^sala",
        "'sala'",
        "sala\0",
        "sa\u00adla",
        "sala \ud800",
        "sala 🙂",
        "SALA",
        "-sala",
    ],
)
def test_what_is_no_letter_is_passed_over(text):
    assert len(ids(text)) == 1


@pytest.mark.usefixtures("_an_edition")
@pytest.mark.parametrize("text", ["sala NOT þjónusta", "hestur OR sala", "t0is:sala hestur"])
def test_operators_are_words_like_others(text):
    assert ids(text) == []


@pytest.mark.parametrize("name", ["words", "letters", "punctuation", "only emoji", "only nul", "nothing"])
def test_what_cannot_be_asked_is_answered_with_a_whole_sentence(name):
    assert results.search(HOSTILE[name], "is").fault.endswith(".")


def test_a_language_that_is_not_public_finds_nothing():
    assert results.search("sala", "xx").hits == ()


@pytest.mark.usefixtures("_an_edition")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    st.text(max_size=250) | st.lists(st.sampled_from([*HOSTILE.values(), "sala", "slöu"]), max_size=4).map(" ".join)
)
def test_any_text_at_all_has_an_answer_or_a_sentence(text):
    found = results.search(text, "is")

    assert found.fault or found.question.words
    assert sum(1 for hit in found.hits) == found.count <= 1
