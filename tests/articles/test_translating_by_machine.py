"""What a machine translated is unreviewed, at the desk and for readers, until a person has been over it."""

import pytest

from articles import publishing, translating
from articles.models import Edition, TranslatedText
from articles.translations import MISSING, OK, UNREVIEWED
from tests.articles.translating import origin, save, state, write
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_a_machines_draft_is_unreviewed_until_a_person_approves_it():
    article = make_article()
    draft = translating.Entry("lead", "<p>Machine.</p>", origin=TranslatedText.Origin.MACHINE)
    translating.save(article, "en", [draft], "is")
    assert (state(article, "lead"), origin(article)) == (UNREVIEWED, Edition.Origin.MACHINE)

    save(article, lead="<p>Machine.</p>")

    assert (state(article, "lead"), origin(article)) == (OK, Edition.Origin.REVIEWED)


def test_a_machines_draft_that_somebody_writes_anew_on_the_articles_page_is_reviewed():
    article = make_article()
    draft = translating.Entry("lead", "<p>Machine.</p>", origin=TranslatedText.Origin.MACHINE)
    translating.save(article, "en", [draft], "is")

    write(article, "en", lead="<p>Person.</p>")

    assert (state(article, "lead"), origin(article)) == (OK, Edition.Origin.REVIEWED)


def live_machine():
    """An article whose English edition readers have, with a machine's lead in it."""
    article = make_article(languages=("is", "en"))
    draft = translating.Entry("lead", "<p>Machine.</p>", origin=TranslatedText.Origin.MACHINE)
    translating.save(article, "en", [draft], "is")
    return article


def test_what_readers_have_is_no_machines_before_the_draft_is_published():
    article = live_machine()
    assert origin(article) == Edition.Origin.WRITTEN

    publishing.publish(article.editions.get(language="en"))

    assert origin(article) == Edition.Origin.MACHINE


def test_what_readers_have_stays_a_machines_until_what_was_corrected_is_published():
    article = live_machine()
    publishing.publish(article.editions.get(language="en"))
    save(article, lead="<p>Person.</p>")
    assert origin(article) == Edition.Origin.MACHINE

    publishing.publish(article.editions.get(language="en"))

    assert origin(article) == Edition.Origin.REVIEWED


def test_what_readers_have_is_reviewed_as_soon_as_it_is_approved_as_it_is():
    article = live_machine()
    publishing.publish(article.editions.get(language="en"))

    save(article, lead="<p>Machine.</p>")

    assert origin(article) == Edition.Origin.REVIEWED


def test_an_edition_that_came_as_a_machines_is_unreviewed_text_by_text():
    article = make_article(languages=("is", "en"))
    article.editions.filter(language="en").update(origin=Edition.Origin.MACHINE)
    write(article, "is", summary="<p>Samantekt.</p>")

    article.refresh_from_db()
    states = {text.path: text.state for text in translating.sheet(article, "en", "is").texts}

    assert states.pop("summary") == MISSING
    assert set(states.values()) == {UNREVIEWED}
    assert origin(article) == Edition.Origin.MACHINE


def test_a_machines_draft_is_not_remembered():
    one, other = make_article(key="a"), make_article(key="b")
    for article in (one, other):
        write(article, "is", summary="<p>Ábyrgð.</p>")
    draft = translating.Entry("summary", "<p>Warranty.</p>", origin=TranslatedText.Origin.MACHINE)
    translating.save(one, "en", [draft], "is")
    other.refresh_from_db()

    assert translating.memories(other, translating.sheet(other, "en", "is")) == {}
