"""Manuscripts for tests: `make_manuscript` for one that says little, and hypothesis strategies for any at all."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from articles import prose
from articles.language import words
from articles.manuscript import (
    Author,
    Cell,
    Dimension,
    Forms,
    Imprint,
    Manuscript,
    Picture,
    Side,
    Similarity,
    Source,
    Subject,
    Tag,
)

# What files, tables and HTML could take for their own marks, beside ordinary words.
_MARKS = (
    "* ** _ [ ] [^a] [^log] ( ) (a): : ** \\ \\\\ | || --- - + # ## ### > 1. {#a} {#b}"
    " {drafted} { } \" ' ` <em> </p> <b> &amp; & ; ,"
    " „orð“ – … é e\u0301 \u00a0 \u202f \u00ad Æ þ ð 日本 no null ~ 2026-11-23 orð"
)
_NASTY = st.sampled_from(_MARKS.split(" "))
_PIECES = st.lists(_NASTY | st.just(" ") | st.text(max_size=4), min_size=1, max_size=6)

lines = _PIECES.map("".join).map(prose.line).filter(bool)
keys = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
days = st.dates(min_value=date(1900, 1, 1))
moments = st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.just(UTC))
addresses = st.sampled_from(["https://munur.is/", "https://is.wikipedia.org/wiki/Sala_(a)", "http://x.is/?a=1&b=#c"])

_RUNS = st.tuples(st.sampled_from(["{}", "<em>{}</em>", "<strong>{}</strong>", '<a href="/um/">{}</a>']), lines)
_BLOCKS = st.tuples(
    st.sampled_from(["<p>{}</p>", "<ul><li>{}</li></ul>", "<ol><li>{}</li></ol>"]), st.lists(_RUNS, max_size=3)
)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _html(blocks) -> str:
    inner = ((block, "".join(run.replace("{}", _escaped(text)) for run, text in runs)) for block, runs in blocks)
    return prose.clean("".join(block.replace("{}", text) for block, text in inner))


proses = st.lists(_BLOCKS, min_size=1, max_size=3).map(_html).filter(bool)


def texts(values, languages=("is",)):
    """Texts in some of the languages."""
    return st.fixed_dictionaries({}, optional=dict.fromkeys(languages, values))


@st.composite
def _named(draw, languages):
    key, name = draw(keys), draw(texts(lines, languages))
    given_slugs = draw(texts(keys, languages))
    generated = {language: words.slugify(text) or key for language, text in name.items()}
    return {"key": key, "name": name, "slug": {**generated, **given_slugs}}


@st.composite
def authors(draw, languages=("is",)):
    return Author(**draw(_named(languages)), bio=draw(texts(proses, languages)))


@st.composite
def tags(draw, languages=("is",)):
    return Tag(**draw(_named(languages)))


forms = st.builds(
    Forms,
    nominative=lines,
    dative=lines | st.just(""),
    genitive=lines | st.just(""),
    number=st.sampled_from(["", "singular", "plural"]),
    gender=st.sampled_from(["", "masculine", "feminine", "neuter"]),
    question=lines | st.just(""),
)


@st.composite
def subjects(draw, languages=("is",)):
    named = draw(_named(languages))
    return Subject(**named, forms=draw(texts(forms, languages)), definition=draw(texts(lines, languages)))


@st.composite
def sides(draw, languages=("is",)):
    subject = draw(subjects(languages))
    key = draw(st.just(subject.key) | keys)
    long = texts(proses, languages)
    return Side(key, subject, draw(long), draw(long), draw(texts(lines, languages)))


def similarities(languages=("is",)):
    some = texts(lines, languages)
    return st.builds(Similarity, key=keys, sentence=some, name=some, text=some)


@st.composite
def _cells(draw, side_keys, source_keys, languages):
    """Cells in the order of the sides. A cell has words in every language, or a source, so that none is empty."""
    cells = []
    for side in side_keys:
        kind = draw(st.sampled_from(["none", "text", "source", "both"]))
        source = draw(st.sampled_from(source_keys)) if source_keys and kind in ("source", "both") else ""
        text = {code: draw(lines) for code in languages} if kind in ("text", "both") else {}
        drafted = tuple(sorted(code for code in text if draw(st.booleans())))
        if text or source:
            cells.append(Cell(side, text, drafted, source))
    return tuple(cells)


@st.composite
def dimensions(draw, side_keys, source_keys, languages=("is",)):
    some = texts(lines, languages)
    cells = draw(_cells(side_keys, source_keys, languages))
    return Dimension(draw(keys), draw(some), draw(texts(proses, languages)), draw(some), cells)


sources = st.builds(
    Source,
    key=keys,
    title=lines | st.just(""),
    address=addresses | st.just(""),
    read_on=st.none() | days,
)


def pictures(languages=("is",)):
    percent = st.integers(0, 100)
    return st.builds(
        Picture,
        digest=st.text("0123456789abcdef", min_size=64, max_size=64),
        width=st.integers(0, 2560),
        height=st.integers(0, 2560),
        alt=texts(lines, languages),
        credit=texts(lines, languages),
        licence=lines | st.just(""),
        source=addresses | st.just(""),
        focal=st.tuples(percent, percent),
    )


def _unique(values, **sizes):
    return st.lists(values, unique_by=lambda value: value.key, **sizes).map(tuple)


@st.composite
def manuscripts(draw, languages=("is",)):
    """Any manuscript with texts in some of the languages."""
    compared = draw(
        st.lists(
            sides(languages), min_size=2, max_size=4, unique_by=(lambda side: side.key, lambda side: side.subject.key)
        )
    )
    listed = draw(_unique(sources, max_size=2))
    library = draw(st.lists(pictures(languages), max_size=2, unique_by=lambda picture: picture.digest))
    one = st.none() | st.sampled_from(library) if library else st.none()
    compared = [
        replace(side, picture=draw(one), subject=replace(side.subject, picture=draw(one))) for side in compared
    ]
    rows = dimensions([side.key for side in compared], [source.key for source in listed], languages)
    return Manuscript(
        key=draw(keys),
        title=draw(texts(lines, languages)),
        lead=draw(texts(proses, languages)),
        summary=draw(texts(proses, languages)),
        author=draw(st.none() | authors(languages)),
        tags=tuple(sorted(draw(_unique(tags(languages), max_size=2)), key=lambda tag: tag.key)),
        sides=tuple(compared),
        similarities=draw(_unique(similarities(languages), max_size=3)),
        dimensions=draw(_unique(rows, max_size=3)),
        sources=listed,
        picture=draw(one),
    )


def imprints(language="is"):
    """Any imprint of an edition in the language."""
    return st.builds(
        Imprint,
        language=st.just(language),
        slug=st.just("") | keys,
        state=st.sampled_from(["draft", "review", "published", "archived"]),
        origin=st.sampled_from(["written", "translated", "machine", "reviewed"]),
        published_at=st.none() | moments,
        expires_at=st.none() | moments,
    )


def make_subject(key="sala", *, language="is", name="Sala", **more):
    """A subject with a name in one language. More fields as Subject has them."""
    return Subject(key, name={language: name}, slug={language: words.slugify(name)}, **more)


def make_manuscript(*, key="sala-thjonusta", language="is", sides=("Sala", "Þjónusta"), **more):
    """A manuscript that compares subjects of these names and says nothing else. More fields as Manuscript has them."""
    subjects = [make_subject(words.slugify(name), language=language, name=name) for name in sides]
    return Manuscript(key, sides=tuple(Side(subject.key, subject) for subject in subjects), **more)
