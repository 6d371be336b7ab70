"""What a save of the article's page keeps: a revision, and a draft in each language that something is said in."""

from articles import publishing, rows, units
from articles.manuscript import Manuscript
from articles.models import Article, Revision, translated


def save(article: Article, request) -> Revision:
    """Readers get nothing of it: that is for the verbs. `note` and `substantive` are fields of the save row."""
    content = rows.read(article)
    begun = set(article.editions.values_list("language", flat=True))
    for language in translated.languages():
        if language not in begun and says_something(content, language):
            publishing.begin(article, language, by=request.user)
    note = request.POST.get("note", "").strip()[: Revision._meta.get_field("note").max_length]
    # A box that is not ticked sends only the hidden "0" before it. A page without the box asks nothing.
    substantive = request.POST.getlist("substantive")[-1:] != ["0"]
    return publishing.keep(article, content, request.user, note, substantive)


def says_something(content: Manuscript, language: str) -> bool:
    """Whether anything of the article's own is in that language: its subjects are shared with others."""
    own = (unit for unit in units.units(content) if not unit.is_shared)
    return any(unit.texts.get(language) for unit in own)
