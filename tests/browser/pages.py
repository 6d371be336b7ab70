"""The pages that every test of the look goes through, and a thread to look at."""

from articles.models import Article
from comments.models import Comment
from tests.factories import make_comment

TWO_SIDES = "/munurinn-a-solu-og-thjonustu/"
THREE_SIDES = "/munurinn-a-kaffi-tei-og-kakoi/"
FIVE_SIDES = "/munurinn-a-islandi-noregi-svithjod-danmorku-og-finnlandi/"
ARTICLES = (TWO_SIDES, THREE_SIDES, FIVE_SIDES)
LISTS = (
    "/",
    "/vidfangsefni/",
    "/vidfangsefni/island/",
    "/efnisord/",
    "/efnisord/samfelag/",
    "/hofundar/",
    "/hofundar/ritstjorn-munar/",
)
NOWHERE = "/engin-sida-er-her/"
EVERY_PAGE = (*LISTS, *ARTICLES, NOWHERE, "/um/", "/en/", "/en/the-difference-between-sales-and-service/")


def talk_about(key: str) -> None:
    """A thread of five: replies deeper than the last indent, and the place of a removed one."""
    article = Article.objects.get(key=key)
    said = None
    for name in ("Hildur Ösp", "Þórður Ýmir", "Ægir Freyr", "Sigurbjörg", "Einar"):
        said = make_comment(article=article, parent=said, name=name, text="Þetta skýrir málið.\n\nTakk fyrir.")
    removed = make_comment(article=article, state=Comment.State.REMOVED)
    make_comment(article=article, parent=removed, name="Lesandi", text="Well said.", language="en")
