"""From an empty form to a page that readers see."""

from articles.models import Article, Edition
from tests.admin.desk import change_page, opened, save, saved
from tests.admin.pressing import press
from tests.factories import make_article, make_author, make_subject, make_tag

ADD = "/admin/articles/article/add/"


def begin(desk, **changes):
    sala, thjonusta = make_subject(name="Sala"), make_subject(name="Þjónusta")
    saved(desk, ADD, changes, {"sides": [{"subject": sala.pk}, {"subject": thjonusta.pk}]})
    return Article.objects.get()


def test_an_article_begins_with_two_sides(desk):
    article = begin(desk)

    assert article.key == "sala-thjonusta"
    assert [(side.key, side.position) for side in article.sides.all()] == [("sala", 0), ("thjonusta", 1)]


def test_the_grid_has_a_column_for_each_side_after_the_first_save(desk):
    before = opened(desk, ADD)
    article = begin(desk)
    after = opened(desk, change_page(article))

    assert not [name for name in before.labels if "cell-" in name and "__column__" not in name]
    assert {"dimensions-__prefix__-cell-sala-is", "dimensions-__prefix__-cell-thjonusta-en"} <= after.labels.keys()


def test_a_row_with_cells_is_written_and_published_and_read(desk, client):
    article = begin(desk, lead_is="<p>Sala og þjónusta.</p>")
    row = {"name_is": "Tilgangur", "cell-sala-is": "Að selja", "cell-thjonusta-is": "Að  styðja\n"}

    answers = {"sides-0-answer_is": "Sala er athöfn.", "sides-1-answer_is": "Þjónusta er stuðningur."}
    saved(desk, change_page(article), answers, {"dimensions": [row]})
    press(desk, article, "publish")

    page = client.get("/munurinn-a-solu-og-thjonustu/")
    assert page.status_code == 200
    assert "Tilgangur" in page.content.decode()
    assert "Að selja" in page.content.decode()
    assert [cell.text_is for cell in article.dimensions.get().cells.order_by("side__position")] == [
        "Að selja",
        "Að styðja",
    ]


def test_whoever_begins_an_article_is_kept_with_it(desk, editor):
    assert begin(desk).created_by == editor


def test_what_readers_get_is_clean_whatever_was_sent(desk, client):
    article = make_article(slug="grein", sides=["Sala", "Þjónusta"])

    saved(desk, change_page(article), {"lead_is": "<p onclick=x>Gott<script>illt()</script> og <u>vel</u></p>"})

    press(desk, article, "publish")
    article.refresh_from_db()
    assert article.lead_is == "<p>Gott og vel</p>"
    live = article.editions.get().live_revision.manuscript
    assert live.lead == {"is": "<p>Gott og vel</p>"}


def test_a_draft_stays_hidden_from_readers(desk, client):
    article = begin(desk, lead_is="<p>Óbirt.</p>")
    saved(desk, change_page(article), {"editions-0-slug": "drog"})

    assert client.get("/drog/").status_code == 404
    assert article.editions.get().state == Edition.State.DRAFT


def test_author_and_tags_are_kept_with_the_article(desk):
    author, tag = make_author(), make_tag()

    article = begin(desk, author=author.pk, tags=[tag.pk])

    assert article.author == author
    assert list(article.tags.all()) == [tag]


def test_a_key_never_changes_afterwards(desk):
    article = begin(desk)

    saved(desk, change_page(article), {"title_is": "Allt annað", "key": "annad"})

    article.refresh_from_db()
    assert article.key == "sala-thjonusta"


def test_two_articles_of_the_same_subjects_get_two_keys(desk):
    article = begin(desk)
    subjects = [{"subject": side.subject_id} for side in article.sides.all()]

    saved(desk, ADD, {}, {"sides": subjects})

    assert sorted(Article.objects.values_list("key", flat=True)) == ["sala-thjonusta", "sala-thjonusta-2"]


def test_an_article_without_sides_is_named_by_its_title(desk):
    saved(desk, ADD, {"title_is": "Óljós hugmynd"})

    assert Article.objects.get().key == "oljos-hugmynd"


def test_a_subject_stands_in_an_article_once(desk):
    sala = make_subject(name="Sala")

    response = save(desk, ADD, {}, {"sides": [{"subject": sala.pk}, {"subject": sala.pk}]})

    assert response.status_code == 200
    assert "Sama viðfangsefni er á tveimur hliðum." in response.content.decode()
    assert not Article.objects.exists()


def test_a_side_needs_its_subject_and_a_row_its_name(desk):
    article = begin(desk)

    response = save(
        desk, change_page(article), {}, {"sides": [{"answer_is": "Svar."}], "dimensions": [{"group_is": "A"}]}
    )

    assert response.status_code == 200
    assert article.sides.count() == 2
    assert not article.dimensions.exists()


def test_an_untouched_new_row_is_no_row(desk):
    article = begin(desk)

    saved(
        desk,
        change_page(article),
        {},
        {"dimensions": [{"name_is": "", "place": "7"}], "similarities": [{"place": "0"}]},
    )

    assert not article.dimensions.exists()
    assert not article.similarities.exists()


def test_similarities_and_sources_are_written_too(desk):
    article = begin(desk)
    rows = {
        "similarities": [{"sentence_is": "Bæði skipta máli.", "name_is": "Rekstur", "text_is": "styður báða"}],
        "sources": [{"title": "Lög", "address": "https://example.org/log", "read_on": "2026-11-23"}],
    }

    saved(desk, change_page(article), {}, rows)

    assert article.similarities.get().key == "rekstur"
    assert (article.sources.get().key, str(article.sources.get().read_on)) == ("log", "2026-11-23")
