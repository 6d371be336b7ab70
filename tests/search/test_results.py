import pytest

from articles import manuscript as values
from articles.models import Edition, Tag
from articles.search import results, walking
from tests.search.finding import ids, make_found, marked

pytestmark = pytest.mark.django_db


def make_pair(*names, **fields):
    return make_found(sides=list(names), **fields)


@pytest.mark.parametrize(
    "question",
    ["sala og þjónusta", "þjónusta vs. sala", "hver er munurinn á sölu og þjónustu?", "munurinn a solu og thjonustu"],
)
def test_the_comparison_that_is_asked_for_comes_first(question):
    wanted = make_pair("Sala", "Þjónusta")
    other = make_pair("Vara", "Leiga", lead="Sala á vöru og þjónustu.", title="Sala, þjónusta og annað")

    assert ids(question) == [wanted.pk, other.pk]


def test_a_comparison_in_english_comes_first():
    wanted = make_pair("Sale", "Service", language="en")
    other = make_pair("Product", "Rent", language="en", lead="Sales and services.")

    assert ids("what is the difference between a sale and a service?", "en") == [wanted.pk, other.pk]


def test_three_things_may_be_asked_for():
    wanted = make_pair("Kaffi", "Te", "Kakó")
    make_pair("Kaffi", "Te")
    other = make_pair("Vara", "Leiga", lead="Kaffi, te og kakó.")

    assert ids("kaffi, te eða kakó") == [wanted.pk, other.pk]


def test_a_thing_of_several_words_is_asked_for_as_a_whole():
    wanted = make_pair("Rafrænn reikningur", "Pappírsreikningur")
    other = make_pair("Pappírsreikningur", "Reikningur", lead="Rafrænn reikningur.")

    assert ids("munurinn á rafrænum reikningum og pappírsreikningi") == [wanted.pk, other.pk]


def test_what_has_the_subject_comes_before_what_mentions_it():
    subject = make_pair("Sala", "Leiga")
    in_a_title = make_pair("Vara", "Kaup", title="Fljót sala á vörum")
    in_a_heading = make_pair("Hestur", "Hundur", rows=[("Sala", "já", "nei")])
    in_a_cell = make_pair("Köttur", "Mús", rows=[("Verð", "Sala", "Lágt")])
    in_prose = make_pair("Hús", "Bíll", lead="Sölunni lauk.")
    in_a_compound = make_pair("Borg", "Bær", lead="Smásölunni lauk.")

    wanted = [edition.pk for edition in (subject, in_a_title, in_a_heading, in_a_cell, in_prose, in_a_compound)]
    assert ids("hvað er sala?") == wanted


def test_what_is_found_alike_comes_newest_first():
    found = [make_pair(f"Vara {number}", f"Leiga {number}", lead="Sala.").pk for number in range(3)]

    assert ids("sala") == found[::-1]


def test_all_words_must_be_there():
    make_pair("Sala", "Leiga")

    assert ids("sala þjónusta") == []


def test_a_hit_shows_the_words_as_they_stand_and_where():
    make_pair("Smásala", "Leiga", rows=[("Verð", "Breytist eftir sölu", "Fast")])
    hit = results.search("sala", "is").hits[0]

    assert marked(hit.title) == "Munurinn á smá[sölu] og leigu"
    assert marked(hit.passage) == "Breytist eftir [sölu]; Fast"
    assert (hit.place.kind, hit.place.heading) == ("table", "Verð")
    assert hit.place_url == f"{hit.url}#rod-rod-1"


def test_a_title_keeps_its_inks():
    make_pair("Smásala", "Leiga")
    title = results.search("sala", "is").hits[0].title

    assert [(piece.text, piece.ink, piece.marked) for piece in title][1:3] == [("smá", 1, False), ("sölu", 1, True)]


def test_a_place_with_a_heading_of_the_page_is_named_in_its_words():
    make_pair("Hestur", "Hundur", answers=["Hestur er til sölu."])

    assert results.search("sala", "is").hits[0].place.heading == "Í hnotskurn"


def test_a_hit_tells_markup_as_text():
    make_pair("Hestur", "Hundur", lead="&lt;script&gt; sala &amp;amp;")

    assert marked(results.search("sala", "is").hits[0].passage) == "<script> [sala] &amp;"


def test_other_forms_that_are_marked_are_named():
    make_pair("Sala", "Leiga", lead="Ísland.", rows=[("Verð", "Verð á sölunni", "Lágt")])
    make_pair("Vara", "Kaup", rows=[("Staður", "Á Íslandi", "Í Noregi")])
    make_pair("Hestur", "Hundur", lead="Sölurnar gengu vel.")

    assert set(results.search("sala", "is").forms) == {"sölu", "sölunni", "sölurnar"}
    assert results.search("ísland", "is").forms == ("Íslandi",)


def test_what_was_found_is_counted_and_divided_into_pages():
    found = [make_pair(f"Vara {number}", f"Leiga {number}", lead="Sala.").pk for number in range(5)]
    first = results.search("sala", "is", size=2)
    second = results.search("sala", "is", size=2, after=first.next_key)
    last = results.search("sala", "is", size=2, after=second.next_key)

    shown = [hit.edition.pk for page in (first, second, last) for hit in page.hits]
    assert shown == found[::-1]
    assert (first.count, first.at_least, last.next_key) == (5, False, "")


def test_a_page_goes_on_where_the_last_one_ended_over_all_tiers():
    make_pair("Hús", "Bíll", lead="Sala.")
    make_pair("Sala", "Leiga")
    make_pair("Vara", "Kaup", rows=[("Sala", "já", "nei")])
    make_pair("Borg", "Bær", lead="Smásala.")
    pages, key = [], ""
    while key or not pages:
        page = results.search("sala", "is", size=1, after=key)
        pages.append(page.hits[0].edition.pk)
        key = page.next_key

    assert pages == ids("sala")
    assert len(pages) == 4


def test_a_list_that_grows_meanwhile_tells_nothing_twice():
    for number in range(3):
        make_pair(f"Vara {number}", f"Leiga {number}", lead="Sala.")
    first = results.search("sala", "is", size=2)
    make_pair("Ný", "Gömul", lead="Sala.")
    second = results.search("sala", "is", size=2, after=first.next_key)

    assert not {hit.edition.pk for hit in first.hits} & {hit.edition.pk for hit in second.hits}


@pytest.mark.parametrize("key", ["x", "1", "1-", "-1", "1-þ", "1-1-1", "9-1", "1-" + "z" * 11, "1-\0", "1- 1", "٣-1"])
def test_a_false_key_names_no_page(key):
    make_pair("Sala", "Leiga")

    with pytest.raises(ValueError, match="."):
        results.search("sala", "is", after=key)


def test_a_key_after_which_nothing_comes_names_no_page():
    edition = make_pair("Sala", "Leiga")

    with pytest.raises(ValueError, match="nothing more"):
        results.search("sala", "is", after=walking.key(walking.Step(5, edition.pk)))


def test_more_than_can_be_counted_is_said_to_be_more(monkeypatch):
    monkeypatch.setattr(walking, "MOST_COUNTED", 3)
    for number in range(3):
        make_pair(f"Vara {number}", f"Leiga {number}", lead="Sala.")
    exact = results.search("sala", "is", size=2)
    make_pair("Ný", "Gömul", lead="Sala.")
    more = results.search("sala", "is", size=2)

    assert (exact.count, exact.at_least) == (3, False)
    assert (more.count, more.at_least) == (3, True)
    assert len(results.search("sala", "is", size=10).hits) == 4


def test_tags_and_authors_are_counted():
    one = make_pair("Vara", "Leiga", lead="Sala.", tags=["vidskipti", "log"], author=make_author("a", "Anna"))
    make_pair("Hestur", "Hundur", lead="Sala.", tags=["vidskipti"])
    make_pair("Köttur", "Mús", tags=["dyr"])
    found = results.search("sala", "is")

    assert [(tag.key, count) for tag, count in found.tags] == [("vidskipti", 2), ("log", 1)]
    assert found.authors == ((one.author, 1),)


def test_what_is_found_is_narrowed_by_tags_of_which_any_will_do_and_by_author():
    one = make_pair("Vara", "Leiga", lead="Sala.", tags=["vidskipti", "log"], author=make_author("a", "Anna"))
    two = make_pair("Hestur", "Hundur", lead="Sala.", tags=["dyr"])
    make_pair("Köttur", "Mús", lead="Sala.", tags=["annad"])
    keys = dict(Tag.objects.values_list("key", "pk"))

    assert ids("sala", tags=[keys["log"]]) == [one.pk]
    assert ids("sala", tags=[keys["log"], keys["dyr"]]) == [two.pk, one.pk]
    assert ids("sala", author=one.author.pk) == [one.pk]
    assert ids("sala", tags=[keys["dyr"]], author=one.author.pk) == []
    assert ids("sala", tags=[10**12], author=10**12) == []


def test_a_filter_does_not_hide_the_others_of_its_kind():
    make_pair("Vara", "Leiga", lead="Sala.", tags=["vidskipti"])
    make_pair("Hestur", "Hundur", lead="Sala.", tags=["dyr"])
    found = results.search("sala", "is", tags=[Tag.objects.get(key="dyr").pk])

    assert found.count == 1
    assert {tag.key for tag, _count in found.tags} == {"vidskipti", "dyr"}


def test_a_filter_that_leaves_nothing_is_not_answered_with_other_words():
    make_pair("Vara", "Leiga", lead="Sala.", tags=["vidskipti"])
    found = results.search("sala", "is", tags=[10**12])

    assert (found.count, found.hits, found.corrected, found.nearest) == (0, (), "", ())


def test_a_tag_that_only_a_draft_or_something_withdrawn_has_is_no_filter():
    make_pair("Vara", "Leiga", lead="Sala.", tags=["vidskipti"])
    make_pair("Hestur", "Hundur", lead="Sala.", tags=["drog"], publish=False)
    withdrawn = make_pair("Köttur", "Mús", lead="Sala.", tags=["horfid", "vidskipti"])
    Edition.objects.filter(pk=withdrawn.pk).update(state=Edition.State.ARCHIVED)

    assert [(tag.key, count) for tag, count in results.search("sala", "is").tags] == [("vidskipti", 1)]


def test_a_hit_has_its_own_tags_also_where_a_filter_counts_others():
    make_pair("Vara", "Leiga", lead="Sala.", tags=["vidskipti", "log"])
    make_pair("Hestur", "Hundur", lead="Sala.", tags=["dyr"])
    found = results.search("sala", "is", tags=[Tag.objects.get(key="log").pk])

    assert [[tag.key for tag in hit.tags] for hit in found.hits] == [["log", "vidskipti"]]


def test_a_hit_by_the_name_of_a_row_is_marked_there():
    make_pair("Hestur", "Hundur", rows=[("Smásala & verð", "já", "nei")])
    hit = results.search("sala", "is").hits[0]

    assert hit.heading == "Smá<mark>sala</mark> &amp; verð"


def test_what_is_withdrawn_does_not_make_a_page_shorter():
    found = [make_pair(f"Vara {number}", f"Leiga {number}", lead="Sala.").pk for number in range(12)]
    Edition.objects.filter(pk__in=found[2:11]).update(state=Edition.State.ARCHIVED)
    first = results.search("sala", "is", size=2)
    second = results.search("sala", "is", size=2, after=first.next_key)

    assert [hit.edition.pk for page in (first, second) for hit in page.hits] == [found[11], found[1], found[0]]
    assert (first.count, second.next_key) == (3, "")


def test_what_is_older_than_all_that_was_counted_must_be_live_too(monkeypatch):
    monkeypatch.setattr(walking, "MOST_COUNTED", 2)
    old, hidden = make_pair("Sala", "Leiga"), make_pair("Sala", "Kaup")
    new = [make_pair(f"Vara {number}", f"Leiga {number}", lead="Sala.").pk for number in range(4)]
    Edition.objects.filter(pk=hidden.pk).update(state=Edition.State.ARCHIVED)

    assert ids("sala") == [old.pk, *new[::-1]]


def test_a_language_finds_its_own_editions():
    icelandic = make_pair("Sala", "Leiga")
    english = make_pair("Sala", "Rent", language="en")

    assert ids("sala") == [icelandic.pk]
    assert ids("sala", "en") == [english.pk]


def make_author(key, name):
    return values.Author(key, {"is": name})
