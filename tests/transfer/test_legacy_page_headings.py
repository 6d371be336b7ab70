"""Which line of a page is a heading, and of what, in all wordings that the old site had."""

import pytest

from articles.transfer.legacy_page import LegacyPageError
from articles.transfer.legacy_page.lines import blocks
from articles.transfer.legacy_page.sections import Kind, sections
from articles.transfer.legacy_page.wording import wording

TITLES = {"is": "Munurinn á sölu og þjónustu", "en": "Difference Between Tea and Coffee"}


def read(body, language="is"):
    return sections(blocks(f"{TITLES[language]}\n\n{body}"), wording(language)).all


def opened(heading, language="is"):
    """The section that the heading opens right below the title, None where it is ordinary text."""
    found = read(heading, language)
    return found[1] if len(found) == 2 else None


def title(line, language="is"):
    return sections(blocks(line), wording(language)).title


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("Hvað er sala?", "singular"),
        ("Hvað er sala", "singular"),
        ("HVAÐ ER sala ?", "singular"),
        ("Hver er sala?", "singular"),
        ("Hvað var sala?", "singular"),
        ("Hvað eru sala?", "plural"),
        ("Hverjir eru sala?", "plural"),
        ("Hverjar voru sala?", "plural"),
        ("Hvað merkir sala?", ""),
        ("Hvað þýðir sala?", ""),
    ],
)
def test_an_icelandic_question_asks_about_a_side(heading, number):
    section = opened(heading)

    assert (section.kind, section.names, section.number) == (Kind.SIDE, "sala", number)


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("What is tea?", "singular"),
        ("Who was tea?", "singular"),
        ("What are tea?", "plural"),
        ("What were tea", "plural"),
        ("What does tea mean?", ""),
        ("What do tea mean", ""),
    ],
)
def test_an_english_question_asks_about_a_side(heading, number):
    section = opened(heading, "en")

    assert (section.kind, section.names, section.number) == (Kind.SIDE, "tea", number)


@pytest.mark.parametrize(
    ("heading", "kind", "case"),
    [
        ("Líkindi milli sölu og þjónustu", Kind.SIMILARITIES, "genitive"),
        ("Líkindin á milli sölu og þjónustu", Kind.SIMILARITIES, "genitive"),
        ("Hver eru líkindin milli sölu og þjónustu?", Kind.SIMILARITIES, "genitive"),
        ("Hvað er líkt með sölu og þjónustu?", Kind.SIMILARITIES, "dative"),
        ("Hvað er sameiginlegt með sölu og þjónustu?", Kind.SIMILARITIES, "dative"),
        ("Munur á milli sölu og þjónustu", Kind.DIFFERENCES, "genitive"),
        ("Munur hjá sölu og þjónustu", Kind.DIFFERENCES, "dative"),
        ("Aðalmunur á sölu og þjónustu", Kind.DIFFERENCES, "dative"),
        ("Hvað er munurinn á sölu og þjónustu?", Kind.DIFFERENCES, "dative"),
    ],
)
def test_an_icelandic_heading_names_the_sides_in_its_case(heading, kind, case):
    section = opened(heading)

    assert (section.kind, section.names, section.case) == (kind, "sölu og þjónustu", case)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Similarities between tea and coffee", Kind.SIMILARITIES),
        ("Key Similarities of tea and coffee", Kind.SIMILARITIES),
        ("What are the similarities among tea and coffee?", Kind.SIMILARITIES),
        ("Main differences among tea and coffee", Kind.DIFFERENCES),
        ("What is the difference between tea and coffee?", Kind.DIFFERENCES),
        ("The key difference between tea and coffee", Kind.DIFFERENCES),
    ],
)
def test_an_english_heading_names_the_sides(heading, kind):
    section = opened(heading, "en")

    assert (section.kind, section.names, section.case) == (kind, "tea and coffee", "nominative")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Sameiginlegt", Kind.SIMILARITIES),
        ("Meginmunur", Kind.DIFFERENCES),
        ("Hver er munurinn?", Kind.DIFFERENCES),
        ("Tafla", Kind.TABLE),
        ("Samanburðartafla yfir sölu og þjónustu", Kind.TABLE),
        ("Sala á móti þjónustu", Kind.TABLE),
        ("Sala versus þjónusta", Kind.TABLE),
        ("Niðurstöður", Kind.SUMMARY),
        ("Ályktun", Kind.SUMMARY),
        ("Í stuttu máli", Kind.SUMMARY),
        ("Heimildaskrá", Kind.REFERENCES),
        ("Tilvísanir", Kind.REFERENCES),
        ("Ítarefni", Kind.REFERENCES),
        ("Þrjár athugasemdir", Kind.COMMENTS),
        ("12 athugasemdir við greinina", Kind.COMMENTS),
        ("Skildu eftir svar", Kind.REPLY_FORM),
        ("Skrifaðu athugasemd hér", Kind.REPLY_FORM),
    ],
)
def test_an_icelandic_heading_opens_its_section(heading, kind):
    assert opened(heading).kind is kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Similarities", Kind.SIMILARITIES),
        ("Differences", Kind.DIFFERENCES),
        ("Comparison Chart", Kind.TABLE),
        ("Table of Comparison", Kind.TABLE),
        ("Tea vs Coffee", Kind.TABLE),
        ("Tea vs. Coffee: Summary", Kind.SUMMARY),
        ("Conclusion", Kind.SUMMARY),
        ("Further Reading", Kind.REFERENCES),
        ("Sources", Kind.REFERENCES),
        ("No Comments", Kind.COMMENTS),
        ("Comments (3)", Kind.COMMENTS),
        ("Leave a Reply", Kind.REPLY_FORM),
        ("Write your comment here", Kind.REPLY_FORM),
    ],
)
def test_an_english_heading_opens_its_section(heading, kind):
    assert opened(heading, "en").kind is kind


@pytest.mark.parametrize(
    ("heading", "language", "kind", "names"),
    [
        ("Nýlegar færslur eftir Jón", "is", Kind.POSTS, "Jón"),
        ("Síðustu færslur eftir Jón (sjá allar)", "is", Kind.POSTS, "Jón"),
        ("Höfundur: Jón", "is", Kind.POSTS, "Jón"),
        ("Um höfundinn: Jón", "is", Kind.POSTS, "Jón"),
        ("Recent Posts by Jane", "en", Kind.POSTS, "Jane"),
        ("Written by Jane", "en", Kind.POSTS, "Jane"),
        ("Sjá nánar um: fé", "is", Kind.TAGS, "fé"),
        ("Efnisorð: fé, lög", "is", Kind.TAGS, "fé, lög"),
        ("Tags: tea, hot", "en", Kind.TAGS, "tea, hot"),
        ("Topics: tea", "en", Kind.TAGS, "tea"),
    ],
)
def test_a_line_names_the_author_or_the_tags(heading, language, kind, names):
    section = opened(heading, language)

    assert (section.kind, section.names) == (kind, names)


@pytest.mark.parametrize(
    "line",
    [
        "Hvað er ?",
        "Líkindi með sölu",
        "Munur á sölu",
        "Samantekt.",
        "Samantekt: sala",
        "Samanburður",
        "• Samantekt",
        "1. Heimildir",
        "Hér er samantekt",
        "Höfundur er Jón.",
        "Hvað er sala? " + "orð " * 60,
    ],
)
def test_a_line_that_only_looks_like_a_heading_is_text(line):
    assert opened(line) is None


def test_a_heading_of_the_section_that_it_stands_in_is_text():
    found = read("Mismunur\n\nVerð\n\nHver er munurinn?")

    assert [block.text for block in found[-1].blocks] == ["Verð", "Hver er munurinn?"]


def test_below_the_authors_posts_only_what_ends_a_page_is_a_heading():
    found = read("Höfundur: Jón\n\nSamantekt\n\nHvað er sala?\n\n1 athugasemd\n\nHeimildir\n\nMerki: fé")

    assert [section.kind for section in found] == [Kind.LEAD, Kind.POSTS, Kind.COMMENTS, Kind.TAGS]
    assert [block.text for block in found[1].blocks] == ["Samantekt", "Hvað er sala?"]


@pytest.mark.parametrize(
    ("line", "names", "case"),
    [
        ("Munurinn á sölu og þjónustu", "sölu og þjónustu", "dative"),
        ("Helsti munurinn á sölu og þjónustu", "sölu og þjónustu", "dative"),
        ("Lykilmunur hjá sölu og þjónustu", "sölu og þjónustu", "dative"),
        ("Hver er munurinn á sölu og þjónustu?", "sölu og þjónustu", "dative"),
        ("Munur milli sölu og þjónustu", "sölu og þjónustu", "genitive"),
        ("Sala á móti þjónustu", "Sala á móti þjónustu", "nominative"),
    ],
)
def test_an_icelandic_title_names_the_sides_in_its_case(line, names, case):
    assert (title(line).names, title(line).case) == (names, case)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("What is the difference between tea and coffee?", "tea and coffee"),
        ("Key Differences Between Tea and Coffee", "Tea and Coffee"),
        ("The main differences among tea, coffee and cocoa", "tea, coffee and cocoa"),
        ("Tea versus coffee", "Tea versus coffee"),
    ],
)
def test_an_english_title_names_the_sides(line, names):
    assert title(line, "en").names == names


@pytest.mark.parametrize("mark", ["|", "–", "—", "-"])
def test_the_sites_name_behind_the_title_is_taken_off(mark):
    found = title(f"Munurinn á sölu og þjónustu {mark} Vefurinn")

    assert (found.text, found.suffix) == ("Munurinn á sölu og þjónustu", "Vefurinn")


@pytest.mark.parametrize(
    "line",
    ["Sala og þjónusta", "Munurinn á sölu og þjónustu.", "1. Munurinn á sölu og þjónustu", "Um vefinn", "Munurinn á"],
)
def test_a_line_that_is_no_title_is_refused(line):
    with pytest.raises(LegacyPageError, match="There is no title"):
        title(line)


def test_names_alone_are_a_title_only_in_the_first_line():
    assert title("Sala vs þjónusta\n\nMunurinn á sölu og þjónustu").bare
    assert not title("Vefurinn\n\nSala vs þjónusta\n\nMunurinn á sölu og þjónustu").bare


def test_the_title_stands_within_twenty_paragraphs():
    assert title("Haus.\n\n" * 19 + TITLES["is"]).names == "sölu og þjónustu"
    with pytest.raises(LegacyPageError):
        title("Haus.\n\n" * 20 + TITLES["is"])
