"""The editor's hand on the edition strip."""

from articles.models import Article


def press(client, article: Article, verb: str, language: str = "is", **data):
    """Press a verb of the strip, with what its popover asks."""
    return client.post(f"/admin/articles/article/{article.pk}/edition/{language}/{verb}/", data)


def press_both(client, article: Article, **data):
    return client.post(f"/admin/articles/article/{article.pk}/publish-all/", data)


def offered(client, article: Article, language: str = "is") -> dict[str, str]:
    """The verbs of one language as the page offers them: each with the reason why it cannot be done, "" if it can."""
    strip = client.get(f"/admin/articles/article/{article.pk}/change/").context["strip"]
    return {offer.verb: offer.reason for cell in strip.cells if cell.language == language for offer in cell.offers}


def state(article: Article, language: str = "is") -> str:
    return article.editions.get(language=language).state
