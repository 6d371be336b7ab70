"""What is said after something was restored."""

from django.contrib import messages
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles.admin.wording import place
from articles.differences import difference
from articles.restoring import Restored

MOST = 12  # names in a sentence


def told(done: Restored, number: int):
    """Sentences with their levels."""
    if not done.changed:
        yield messages.INFO, _("The article says already what revision %(number)s says.") % {"number": number}
    else:
        yield (
            messages.SUCCESS,
            _("Revision %(number)s was restored as a new revision. Readers get it when it is published.")
            % {"number": number},
        )
    if left := left_as_it_was(done):
        sentence = ngettext(
            "%(count)s thing belongs to other articles, too, and was left as it is now: %(names)s.",
            "%(count)s things belong to other articles, too, and were left as they are now: %(names)s.",
            len(left),
        )
        said = "; ".join(left[:MOST]) + ("; …" if len(left) > MOST else "")
        yield messages.WARNING, sentence % {"count": len(left), "names": said}


def left_as_it_was(done: Restored) -> list[str]:
    """Names of what the article does not say as the old revision said it."""
    spoken, both = get_language(), (done.after, done.wanted)
    found = difference(*both)
    told = [place(change.path, change.language, *both) for change in found.changes]
    told += [place(exchange.path, exchange.language or spoken, *both) for exchange in found.exchanges]
    told += [place(f"tag:{tag.key}", spoken, *both) for tag in _renamed(done.after.tags, done.wanted.tags)]
    author, wanted = done.after.author, done.wanted.author
    told += [place("author", spoken)] if author and wanted and author.name != wanted.name else []
    return list(dict.fromkeys(told))


def _renamed(tags, wanted):
    names = {tag.key: tag.name for tag in wanted}
    return [tag for tag in tags if names.get(tag.key, tag.name) != tag.name]
