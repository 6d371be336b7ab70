import pytest
from django.contrib.auth.models import User

from articles import views_of_search
from articles.models import Edition
from articles.search.questions import Question
from articles.search.results import Results
from tests.factories import make_article


@pytest.fixture
def finds(monkeypatch):
    """finds(**of the results) is what the search finds from then on; it keeps what it was asked."""
    asked = []

    def find(**found):
        def search(text, language, **narrowed):
            asked.append((text, language, narrowed))
            return Results(**{"question": Question(text, language), **found})

        monkeypatch.setattr(views_of_search.results, "search", search)

    find.asked = asked
    find()
    return find


@pytest.fixture
def editor(db) -> User:
    return User.objects.create_superuser("ritstjori")


@pytest.fixture
def edition(db) -> Edition:
    """A draft in Icelandic."""
    return make_article(publish=False).editions.get()
