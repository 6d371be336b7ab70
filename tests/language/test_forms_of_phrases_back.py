"""Forms as they stand in headings of every kind, led back to the name that an article is stored under."""

import pytest

from articles.language import forms, grammar


@pytest.mark.parametrize(
    ("dative", "nominative"),
    [
        ("ketti", "köttur"),
        ("degi", "dagur"),
        ("manni", "maður"),
        ("föður", "faðir"),
        ("hendi", "hönd"),
        ("vetri", "vetur"),
        ("húsinu", "húsið"),
        ("bílnum", "bíllinn"),
        ("konum", "konur"),
        ("börnum", "börn"),
        ("hugbúnaði", "hugbúnaður"),
        ("skuldabréfum", "skuldabréf"),
        ("Agli", "Egill"),
        ("Danmörku", "Danmörk"),
        ("Akureyri", "Akureyri"),
        ("Norður-Kóreu", "Norður-Kórea"),
        ("Sigríði Jónsdóttur", "Sigríður Jónsdóttir"),
    ],
)
def test_a_single_name_in_the_dative(dative, nominative):
    assert forms.nominative_of(dative, "dative") == nominative


@pytest.mark.parametrize(
    ("dative", "nominative"),
    [
        ("opinberri stofnun", "opinber stofnun"),
        ("óbeinum skatti", "óbeinn skattur"),
        ("gömlum manni", "gamall maður"),
        ("breytilegum vöxtum", "breytilegir vextir"),
        ("vélrænu námi", "vélrænt nám"),
        ("eigin fé", "eigið fé"),
        ("hinu opinbera", "hið opinbera"),
        ("þremur konum", "þrjár konur"),
        ("inn- og útflutningi", "inn- og útflutningur"),
    ],
)
def test_what_describes_the_head_goes_back_with_it(dative, nominative):
    assert forms.nominative_of(dative, "dative") == nominative


@pytest.mark.parametrize(
    ("dative", "nominative"),
    [
        ("leigu á húsnæði", "leiga á húsnæði"),
        ("lögum um persónuvernd", "lög um persónuvernd"),
        ("aðgangi að gögnum", "aðgangur að gögnum"),
        ("greiðslu með korti", "greiðsla með korti"),
        ("sölu bíla", "sala bíla"),
        ("Háskóla Íslands", "háskóli Íslands"),
    ],
)
def test_what_hangs_on_the_head_is_left_alone(dative, nominative):
    assert forms.nominative_of(dative, "dative") == nominative


@pytest.mark.parametrize(
    ("form", "case", "nominative"),
    [
        ("hundi og ketti", "dative", "hundur og köttur"),
        ("veirum og bakteríum", "dative", "veirur og bakteríur"),
        ("innflutningi og útflutningi", "dative", "innflutningur og útflutningur"),
        ("hunds og kattar", "genitive", "hundur og köttur"),
        ("sölu og þjónustu", "genitive", "sala og þjónusta"),
        ("kaffis, tes og kakós", "genitive", "kaffi, te og kakó"),
    ],
)
def test_names_that_are_joined_go_back_together(form, case, nominative):
    assert forms.nominative_of(form, case) == nominative


@pytest.mark.parametrize(
    ("genitive", "nominative"),
    [
        ("kattar", "köttur"),
        ("dags", "dagur"),
        ("manns", "maður"),
        ("handar", "hönd"),
        ("barna", "börn"),
        ("hússins", "húsið"),
        ("bókanna", "bækurnar"),
        ("vaxta", "vextir"),
        ("Reykjavíkur", "Reykjavík"),
        ("Egils", "Egill"),
        ("opinberrar stofnunar", "opinber stofnun"),
        ("eigin fjár", "eigið fé"),
        ("aðgangs að gögnum", "aðgangur að gögnum"),
        ("laga um persónuvernd", "lög um persónuvernd"),
        ("tveggja manna", "tveir menn"),
    ],
)
def test_the_genitive_goes_back_too(genitive, nominative):
    assert forms.nominative_of(genitive, "genitive") == nominative


@pytest.mark.parametrize(
    "name",
    [
        "gagnaver",
        "sjálfsafgreiðsla",
        "fjárfestingarbanki",
        "almenningshlutafélag",
        "persónulegur reikningur",
        "sala á rafmagni",
        "Sigurður Jónsson",
        "Vestmannaeyjar",
        "reykskynjari og slökkvitæki",
    ],
)
@pytest.mark.parametrize("case", ["dative", "genitive"])
def test_what_is_bent_comes_back_as_it_was(name, case):
    bent = getattr(grammar.decline(name, in_sentence=True), case)

    assert forms.nominative_of(bent, case) == name


@pytest.mark.parametrize(
    ("form", "nominative", "case"),
    [
        ("SÖLU", "sala", "dative"),
        ("  rafrænum   reikningi ", "rafrænn reikningur", "dative"),
        ("sjós", "sjór", "genitive"),
        ("sjávar", "sjór", "genitive"),
        ("kakó", "kakó", "dative"),
        ("kakói", "kakó", "dative"),
        ("eggs", "egg", "genitive"),
        ("eggja", "egg", "genitive"),
        ("eggjar", "egg", "genitive"),
        ("þremur konum", "þrjár konur", "dative"),
        ("sölu og þjónustu", "sala og þjónusta", "dative"),
        ("Sala", "sala", "nominative"),
    ],
)
def test_a_form_belongs_to_its_name(form, nominative, case):
    assert forms.agrees(form, nominative, case)


@pytest.mark.parametrize(
    ("form", "nominative", "case"),
    [
        ("te", "te", "dative"),
        ("hönd", "hönd", "dative"),
        ("egg", "egg", "genitive"),
        ("sölu", "sala", "nominative"),
        ("Jóni", "hestur", "dative"),
        ("þjónustu og sölu", "sala og þjónusta", "dative"),
        ("reikningi", "rafrænn reikningur", "dative"),
    ],
)
def test_a_form_of_something_else_does_not_belong_to_it(form, nominative, case):
    assert not forms.agrees(form, nominative, case)


def test_a_text_too_long_to_be_a_name_is_returned_as_it_is():
    text = "sölu " * 17

    assert forms.nominative_of(text, "dative") == text
