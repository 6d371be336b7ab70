"""Readers ask for a comparison that is missing."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from comments import purging, wishes
from comments.models import Allowance, Wish
from tests.factories import make_article, make_edition, make_subject

pytestmark = pytest.mark.django_db

WISH, THANKS = "/leit/osk/", "/leit/osk/takk/"


def send(client, first="Rafbíll", second="Bensínbíll", *, network="192.0.2", path=WISH, **data):
    return client.post(path, {"first": first, "second": second, **data}, REMOTE_ADDR=f"{network}.7")


def pairs() -> list[tuple[str, str, int]]:
    return list(Wish.objects.order_by("pk").values_list("first", "second", "count"))


def test_a_wish_is_kept_and_the_reader_is_told_what_happens(client):
    response = send(client)

    assert (response.status_code, response.url) == (303, THANKS)
    wish = Wish.objects.get()
    assert (wish.first, wish.second, wish.count, wish.language) == ("Rafbíll", "Bensínbíll", 1, "is")
    assert wish.state == Wish.State.OPEN
    thanks = client.get(response.url)
    assert "Takk fyrir tillöguna" in thanks.text
    assert "á lista ritstjórnarinnar" in thanks.text


def test_many_readers_who_ask_for_the_same_are_one_wish(client):
    for network in ("192.0.2", "198.51.100", "203.0.113"):
        send(client, network=network)

    assert pairs() == [("Rafbíll", "Bensínbíll", 3)]
    assert Wish.objects.get().last_at > Wish.objects.get().first_at


def test_the_same_reader_counts_once_a_day(client):
    for _turn in range(3):
        assert send(client).status_code == 303
    assert pairs() == [("Rafbíll", "Bensínbíll", 1)]

    Allowance.objects.all().delete()  # the next day
    send(client)
    assert pairs() == [("Rafbíll", "Bensínbíll", 2)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Þjónusta", "Sala"),
        ("sala", "þjónusta"),
        ("sölu", "þjónustu"),
        ("SALA", "  þjónusta "),
        ("salan", "þjónustan"),
    ],
)
def test_the_order_and_the_form_of_the_names_make_no_other_wish(client, first, second):
    send(client, "Sala", "Þjónusta")
    send(client, first, second, network="198.51.100")

    assert pairs() == [("Sala", "Þjónusta", 2)]


@pytest.mark.parametrize(("first", "second"), [("Sala", "Leiga"), ("C", "C++"), ("C#", "C++"), ("Ís", "Ís í brauði")])
def test_other_things_are_another_wish(first, second):
    assert wishes.thing_key(first, "is") != wishes.thing_key(second, "is")


def test_a_name_is_kept_as_a_subject_is_called(client):
    send(client, "sölu", "rafrænum reikningi")
    send(client, "iPhone", "Android")

    assert [pair[:2] for pair in pairs()] == [("Sala", "Rafrænn reikningur"), ("iPhone", "Android")]


def test_a_wish_of_one_language_is_none_of_another(client):
    send(client, "Android", "iPhone")
    response = send(client, "Android", "iPhone", path="/en/search/wish/", network="198.51.100")

    assert response.url == "/en/search/wish/thanks/"
    assert sorted(Wish.objects.values_list("language", "count")) == [("en", 1), ("is", 1)]


def test_english_forms_are_one_wish_too(client):
    for names, network in ((("Cats", "Dogs"), "192.0.2"), (("dog", "cat"), "198.51.100")):
        send(client, *names, path="/en/search/wish/", network=network)

    assert pairs() == [("Cats", "Dogs", 2)]


def test_what_exists_already_is_linked_to_and_not_counted(client):
    edition = make_edition(sides=["Sala", "Þjónusta"])

    response = send(client, "þjónustu", "sölu")

    assert (response.status_code, response.url) == (303, f"{THANKS}?grein={edition.slug}")
    html = client.get(response.url).text
    assert "Þessi samanburður er þegar til" in html
    assert f'<a href="{edition.get_absolute_url()}">{edition.title}</a>' in html
    assert pairs() == []


def test_of_several_comparisons_the_one_of_just_these_two_is_linked_to(client):
    make_edition(sides=["Sala", "Þjónusta", "Leiga"])
    edition = make_edition(sides=["Þjónusta", "Sala"])
    make_edition(sides=["Sala", "Þjónusta", "Gjöf"])

    assert send(client, "Sala", "Þjónusta").url.endswith(f"={edition.slug}")


@pytest.mark.parametrize("fields", [{"publish": False}, {"at": timezone.now() + timedelta(days=1)}])
def test_a_comparison_that_readers_do_not_see_is_not_told_of(client, fields):
    edition = make_edition(sides=["Sala", "Þjónusta"], **fields)

    assert send(client, "Sala", "Þjónusta").url == THANKS
    assert edition.slug not in client.get(f"{THANKS}?grein={edition.slug}").text
    assert pairs() == [("Sala", "Þjónusta", 1)]


def test_a_comparison_in_another_language_is_none_here(client):
    make_article(sides=["Sala", "Þjónusta"], languages=("en",))

    assert send(client, "Sala", "Þjónusta").url == THANKS


def test_a_subject_is_found_by_its_name_its_address_and_its_forms():
    subject = make_subject(name="Kaup á húsnæði", dative_is="kaupum á húsnæði", genitive_is="kaupa á húsnæði")

    for name in ("Kaup á húsnæði", "kaup á húsnæði", "kaupum á húsnæði", "kaupa á húsnæði", "kaup a husnaedi"):
        assert wishes.subject_of(name, "is") == subject
    assert wishes.subject_of("Kaup", "is") is None
    assert wishes.subject_of("", "is") is None


REFUSED = [
    ("", "Þjónusta", "Skrifaðu hvað á að bera saman."),
    ("   ", "Þjónusta", "Skrifaðu hvað á að bera saman."),
    ("?!", "Þjónusta", "Skrifaðu hvað á að bera saman."),
    ("🐱", "🐶", "Skrifaðu hvað á að bera saman."),
    ("Sala", "sala", "Skrifaðu tvennt ólíkt: þetta er hvort tveggja hið sama."),
    ("Sala", "sölu", "Skrifaðu tvennt ólíkt: þetta er hvort tveggja hið sama."),
    ("x" * 81, "Þjónusta", "81"),
    ("Sala\nog leiga", "Þjónusta", "U+000A"),
    ("Sala\x07", "Þjónusta", "U+0007"),
    ("http://spam.example", "Þjónusta", "Skrifaðu hvað það heitir, ekki vefslóð."),
    ("ftp://spam.example", "Þjónusta", "Skrifaðu hvað það heitir, ekki vefslóð."),
    ("Kaupið á www.spam.example núna", "Þjónusta", "Skrifaðu hvað það heitir, ekki vefslóð."),
]


@pytest.mark.parametrize(("first", "second", "sentence"), REFUSED)
def test_what_is_no_pair_of_things_is_refused_and_stays_as_typed(client, first, second, sentence):
    response = send(client, first, second)

    assert response.status_code == 422
    assert "<title>Villa: Biddu um samanburð" in response.text
    assert 'role="alert" tabindex="-1" id="villur" autofocus' in response.text
    assert response.text.count(sentence) >= 2  # above and at the field
    assert 'aria-invalid="true"' in response.text
    assert f'value="{second}"' in response.text
    assert pairs() == []


def test_a_name_of_80_characters_is_taken(client):
    assert send(client, "x" * 80).status_code == 303


@pytest.mark.parametrize("text", ["\0", "Sala\0", "<script>alert(1)</script>", "{{ 7*7 }}", "' OR ''='", "\u202esala"])
def test_hostile_text_is_refused_or_kept_as_text(client, text):
    response = send(client, text, '"><img src=x>')

    assert response.status_code in (303, 422)
    assert "<img src=x>" not in response.text
    assert "<script>alert" not in response.text


def test_a_machine_that_fills_in_the_trap_is_thanked_and_not_heard(client):
    response = send(client, website="http://spam.example")

    assert (response.status_code, response.url) == (303, THANKS)
    assert pairs() == []


def test_a_form_from_another_site_is_refused(client):
    data = {"first": "Rafbíll", "second": "Bensínbíll"}

    assert client.post(WISH, data, headers={"Origin": "https://evil.example"}).status_code == 403
    assert pairs() == []


def test_too_many_from_one_network_have_to_wait_and_keep_their_words(client):
    statuses = [send(client, f"Kostur {number}", "Sala") for number in range(21)]

    assert [response.status_code for response in statuses[-2:]] == [303, 429]
    assert 0 < int(statuses[-1]["Retry-After"]) <= 600
    assert 'value="Kostur 20"' in statuses[-1].text
    assert send(client, network="198.51.100").status_code == 303


def test_the_form_can_be_opened_with_what_was_asked(client):
    response = client.get(WISH, {"first": "Sala", "second": '"><b>'})

    assert 'value="Sala"' in response.text
    assert 'value="&quot;&gt;&lt;b&gt;"' in response.text
    assert 'name="robots" content="noindex"' in response.text
    assert "no-store" in response["Cache-Control"]


def test_nothing_is_kept_about_who_asked(client):
    response = send(client, network="192.0.2")

    kept = " ".join(str(value) for row in Wish.objects.values() for value in row.values())
    kept += " ".join(Allowance.objects.values_list("key", flat=True))
    assert "192.0.2" not in kept
    assert Wish.objects.get().key not in "".join(Allowance.objects.values_list("key", flat=True))
    assert response.cookies == {}


def test_who_has_no_network_is_heard_too():
    wishes.ask("Rafbíll", "Bensínbíll", "is", "")

    assert pairs() == [("Rafbíll", "Bensínbíll", 1)]


def test_a_wish_that_was_declined_is_counted_and_stays_declined(client):
    send(client)
    Wish.objects.update(state=Wish.State.DECLINED)
    send(client, network="198.51.100")

    wish = Wish.objects.get()
    assert (wish.count, wish.state) == (2, Wish.State.DECLINED)


def test_lone_wishes_go_after_half_a_year():
    now = timezone.now()
    old, new = now - timedelta(days=181), now - timedelta(days=179)
    State = Wish.State
    rows = [(1, old, State.OPEN), (1, old, State.DECLINED), (1, old, State.DRAFTED), (2, old, State.OPEN)]
    for number, (count, last_at, state) in enumerate([*rows, (1, new, State.OPEN)]):
        Wish.objects.create(language="is", key=str(number), count=count, last_at=last_at, state=state)

    said = list(purging.purge(now))

    assert "Comparisons that one reader asked for: 2 deleted." in said
    assert sorted(Wish.objects.values_list("key", flat=True)) == ["2", "3", "4"]


def test_each_language_has_its_own_address():
    from django.urls import reverse

    with translation.override("en"):
        assert reverse("wish") == "/en/search/wish/"
    assert reverse("wish") == WISH
