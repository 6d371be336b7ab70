"""Whole pages of the old form, and all that they become: the article, its comments and the report."""

from articles.manuscript import Author, Cell, Dimension, Forms, Manuscript, Side, Similarity, Subject, Tag
from articles.transfer.legacy_page import LEFT_OUT, MISSING, NOTED, UNPLACED, LegacyComment

from .legacy_pages import page, told


def prose(*paragraphs, language="is"):
    return {language: "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)}


def cell(side, text, language="is"):
    return Cell(side, {language: text}, drafted=(language,))


SUMMER = Subject(
    "sumardekk",
    {"is": "Sumardekk"},
    forms={"is": Forms("sumardekk", "sumardekkjum", "sumardekkja", "plural", "neuter")},
    definition={"is": "Sumardekk eru hjólbarðar úr hörðu gúmmíi."},
)
WINTER = Subject(
    "vetrardekk",
    {"is": "Vetrardekk"},
    forms={"is": Forms("vetrardekk", "vetrardekkjum", "vetrardekkja", "plural", "neuter")},
)
SEASON = (
    "Sumardekk má nota frá vori til hausts. Vetrardekk eru hins vegar ætluð til aksturs "
    "frá 1. nóvember til 14. apríl, sbr. 16. gr. reglugerðar."
)
TYRES = Manuscript(
    key="sumardekk-vetrardekk",
    lead=prose(
        "Sumardekk og vetrardekk líta svipað út en gúmmíið í þeim er ekki það sama.",
        "Tvisvar á ári þarf að skipta.",
    ),
    summary=prose("Öryggið ræður valinu."),
    author=Author("kari-thor-aegisson", {"is": "Kári Þór Ægisson"}),
    tags=(Tag("bilar", {"is": "Bílar"}), Tag("umferd", {"is": "Umferð"})),
    sides=(
        Side(
            "sumardekk",
            SUMMER,
            description={
                "is": "<p>Sumardekk eru hjólbarðar úr hörðu gúmmíi. Þau grípa vel þegar hlýtt er.</p>"
                "<p>Helstu kostir:</p><ul><li>Þau endast lengi.</li><li>Þau eru hljóðlát.</li></ul>"
            },
            example=prose("Á leið norður í júlí er ekið á sumardekkjum."),
        ),
        Side("vetrardekk", WINTER, description=prose("Í frosti halda vetrardekk mýkt sinni.")),
    ),
    similarities=(
        Similarity("hvor-tveggja-slitna-vid-akstur", {"is": "Hvor tveggja slitna við akstur."}),
        Similarity("hvor-tveggja-thurfa-rettan-thrysting", {"is": "Hvor tveggja þurfa réttan þrýsting."}),
    ),
    dimensions=(
        Dimension(
            "gummi",
            {"is": "Gúmmí"},
            prose("Sumardekk eru úr hörðu gúmmíi á meðan vetrardekk eru mjúk."),
            cells=(cell("sumardekk", "Úr hörðu gúmmíi"), cell("vetrardekk", "Mjúk")),
        ),
        Dimension(
            "timabil",
            {"is": "Tímabil"},
            prose(SEASON),
            cells=(
                cell("sumardekk", "Má nota frá vori til hausts"),
                cell("vetrardekk", "Ætluð til aksturs frá 1. nóvember til 14. apríl"),
            ),
        ),
        Dimension("verd", {"is": "Verð"}, prose("Bæði sumardekk og vetrardekk kosta sitt.")),
    ),
)


def test_an_icelandic_page_becomes_this_article():
    assert page("whole/hjolbardar-sumar-og-vetur").manuscript == TYRES


def test_its_comments_are_without_dates_and_buttons():
    assert page("whole/hjolbardar-sumar-og-vetur").comments == (
        LegacyComment("Ásta", "Hvað með heilsársdekk?"),
        LegacyComment("", "Hver borgar?"),
    )


def test_its_report_tells_all_that_was_left_over():
    found = page("whole/hjolbardar-sumar-og-vetur")

    assert told(found, UNPLACED) == [
        "“Þetta eiga þau sameiginlegt:”",
        "“Hér er það helsta.”",
        "“Bílavefurinn”",
        "“Reglugerð um gerð og búnað ökutækja”",
    ]
    assert told(found, LEFT_OUT) == [
        "“Bílavefurinn” behind the title.",
        "“Svara” beside a comment.",
        "“3. mars 2021 kl. 12:30” beside a comment.",
        "The form for comments: “Bættu við athugasemd”.",
        "The form for comments: “Nafn”.",
    ]


def test_its_report_tells_what_an_editor_has_to_write():
    found = page("whole/hjolbardar-sumar-og-vetur")

    assert told(found, MISSING) == [
        "“Vetrardekk” has no example.",
        "No cell could be drafted for “Verð” – “Sumardekk”.",
        "No cell could be drafted for “Verð” – “Vetrardekk”.",
        "The comparison table is not on the page; it is drawn from the drafted cells.",
    ]
    assert told(found, NOTED) == [
        "Not clear which side this speaks of, so no cell was drafted from it: "
        "“Bæði sumardekk og vetrardekk kosta sitt.”",
    ]


def test_its_report_tells_the_lines():
    found = page("whole/hjolbardar-sumar-og-vetur").findings
    lines = {finding.text: finding.line for finding in found}

    assert lines["“Bílavefurinn”"] == 1
    assert lines["“Bílavefurinn” behind the title."] == 3
    assert lines["A lead of 2 paragraphs."] == 5
    assert lines["“Sumardekk” has a description and an example."] == 10
    assert lines["2 similarities."] == 25
    assert lines["“Þetta eiga þau sameiginlegt:”"] == 27
    assert lines["3 dimensions."] == 32
    assert lines["Tímabil – Sumardekk: “Má nota frá vori til hausts”."] == 39
    assert lines["A summary of 1 paragraph."] == 51


def english(*paragraphs):
    return prose(*paragraphs, language="en")


VIRUS = Subject(
    "virus",
    {"en": "Virus"},
    forms={"en": Forms("a virus", number="singular")},
    definition={"en": "A virus is a particle that needs a cell."},
)
BACTERIA = Subject(
    "bacteria",
    {"en": "Bacteria"},
    forms={"en": Forms("bacteria", number="plural")},
    definition={"en": "Bacteria are cells."},
)
GERMS = Manuscript(
    key="virus-bacteria",
    lead=english("People mix up a virus and bacteria, although a virus is far smaller."),
    summary=english("See a doctor."),
    author=Author("john-o-neill", {"en": "John O'Neill"}),
    tags=(Tag("health", {"en": "Health"}), Tag("medicine", {"en": "Medicine"})),
    sides=(
        Side(
            "virus",
            VIRUS,
            english("A virus is a particle that needs a cell. It is not alive."),
            english("Examples of this are influenza and measles."),
        ),
        Side(
            "bacteria",
            BACTERIA,
            english("Bacteria are cells. Most bacteria do no harm."),
            english("Cheese is made with bacteria."),
        ),
    ),
    similarities=(
        Similarity("both-are-small", {"en": "Both are small."}),
        Similarity("both-may-spread", {"en": "Both may spread."}),
    ),
    dimensions=(
        Dimension(
            "size",
            {"en": "Size"},
            english("A virus is tiny, whereas bacteria are larger."),
            cells=(cell("virus", "Tiny", "en"), cell("bacteria", "Larger", "en")),
        ),
        Dimension(
            "treatment",
            {"en": "Treatment"},
            english("Antibiotics kill bacteria. They do nothing against a virus. Both need care."),
            cells=(
                cell("virus", "They do nothing against a virus", "en"),
                cell("bacteria", "Antibiotics kill bacteria", "en"),
            ),
        ),
    ),
)


def test_an_english_page_becomes_this_article():
    assert page("whole/virus-vs-bacteria.en", "en").manuscript == GERMS


def test_the_comments_of_the_english_page_are_found():
    found = page("whole/virus-vs-bacteria.en", "en")

    assert found.comments == (LegacyComment("Ann", "Thanks!"), LegacyComment("", "Anything new?"))
    assert told(found, LEFT_OUT) == [
        "“May 3, 2021 at 10:15” beside a comment.",
        "“Reply” beside a comment.",
        "The form for comments: “Leave a Reply”.",
    ]
    assert told(found, UNPLACED) == ["“A textbook of medicine”"]


UNIVERSITY = Subject(
    "haskoli-islands",
    {"is": "Háskóli Íslands"},
    forms={"is": Forms("Háskóli Íslands", "Háskóla Íslands", "Háskóla Íslands", "singular", "masculine")},
    definition={"is": "Háskóli Íslands var stofnaður 17. júní 1911."},
)
REYKJAVIK = Subject(
    "haskolinn-i-reykjavik",
    {"is": "Háskólinn í Reykjavík"},
    forms={
        "is": Forms(
            "Háskólinn í Reykjavík", "Háskólanum í Reykjavík", "Háskólans í Reykjavík", "singular", "masculine"
        )
    },
    definition={"is": "Háskólinn í Reykjavík var stofnaður árið 1998."},
)
UNIVERSITIES = Manuscript(
    key="haskoli-islands-haskolinn-i-reykjavik",
    lead=prose("Háskóli Íslands er ríkisháskóli en Háskólinn í Reykjavík er einkaskóli."),
    summary=prose("Valið er nemandans."),
    sides=(
        Side(
            "haskoli-islands",
            UNIVERSITY,
            prose("Háskóli Íslands var stofnaður 17. júní 1911. Hann er elsti háskóli landsins."),
        ),
        Side(
            "haskolinn-i-reykjavik",
            REYKJAVIK,
            prose(
                "Háskólinn í Reykjavík var stofnaður árið 1998.",
                "Hvað er rektor?",
                "Rektor stýrir háskóla.",
            ),
        ),
    ),
    dimensions=(
        Dimension(
            "rekstur",
            {"is": "Rekstur"},
            prose("Háskóli Íslands er rekinn af ríkinu, en Háskólinn í Reykjavík er hlutafélag."),
            cells=(cell("haskoli-islands", "Rekinn af ríkinu"), cell("haskolinn-i-reykjavik", "Hlutafélag")),
        ),
        Dimension("gjold", {"is": "Gjöld"}),
        Dimension(
            "skolagjold",
            {"is": "Skólagjöld"},
            prose("Í Háskólanum í Reykjavík eru skólagjöld. Háskóli Íslands tekur aðeins skrásetningargjald."),
            cells=(
                cell("haskoli-islands", "Tekur aðeins skrásetningargjald"),
                cell("haskolinn-i-reykjavik", "Skólagjöld"),
            ),
        ),
    ),
)


def test_a_page_that_compares_names_of_several_words_becomes_this_article():
    assert page("whole/haskolar").manuscript == UNIVERSITIES


def test_a_row_without_text_is_kept_and_told():
    found = page("whole/haskolar")

    assert "“Gjöld” has a heading and no text." in told(found, MISSING)
    assert [row.key for row in found.manuscript.dimensions] == ["rekstur", "gjold", "skolagjold"]
