"""Manuscripts of few keys and few words, so that two of them meet again and again: a hypothesis strategy."""

from hypothesis import strategies as st

from articles.manuscript import Author, Cell, Dimension, Manuscript, Side, Similarity, Source, Subject, Tag

KEYS = ("a", "b", "c", "d")


@st.composite
def small_manuscripts(draw, languages=("is", "en")):
    """Any manuscript as the desk keeps them: no empty cells, cells in the order of the sides, tags sorted by key."""
    # One random number decides it all: drawing each text on its own would take most of a test's time.
    chance = draw(st.randoms(use_true_random=False, note_method_calls=False))

    def some(most=4):
        return chance.sample(KEYS, chance.randint(0, most))

    def texts():
        return {code: chance.choice("xyz") for code in languages if chance.random() < 0.6}

    def prose():
        return {code: f"<p>{text}</p>" for code, text in texts().items()}

    def cell(side, sources):
        text, source = texts(), chance.choice(["", "", *sources])
        return Cell(side, text, tuple(code for code in sorted(text) if chance.random() < 0.3), source)

    def row(key, sides, sources):
        cells = (cell(side, sources) for side in sides if chance.random() < 0.8)
        return Dimension(key, texts(), prose(), texts(), tuple(one for one in cells if one.text or one.source))

    sources, sides = some(2), some(3)
    return Manuscript(
        "grein",
        title=texts(),
        lead=prose(),
        summary=prose(),
        author=chance.choice([None, Author("a"), Author("b")]),
        tags=tuple(Tag(key) for key in sorted(some(2))),
        sides=tuple(Side(key, Subject(key, {"is": key}), prose(), prose(), texts()) for key in sides),
        similarities=tuple(Similarity(key, texts(), texts(), texts()) for key in some()),
        dimensions=tuple(row(key, sides, sources) for key in some()),
        sources=tuple(Source(key, chance.choice("xyz")) for key in sources),
    )
