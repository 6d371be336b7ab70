"""What the scripts of the article's page say, in the reader's language: they know no words themselves."""

import json
from collections.abc import Callable

from django.utils.translation import get_language, ngettext, npgettext
from django.utils.translation import gettext as _

from articles.checking.structure import MOST_WORDS


def for_scripts() -> str:
    """JSON. A list is a sentence with a count: of one, of many."""
    return json.dumps({"language": get_language(), "most": MOST_WORDS, **_grid(), **_autosave(), **_subject()})


def _grid() -> dict:
    return {
        "long": _("%(count)s words, at most %(most)s"),
        "words": _counted(lambda n: ngettext("%(count)s word", "%(count)s words", n)),
        "empty": _("empty cell"),
        "equal_both": _("= the same for both"),
        "equal_all": _("= the same for all"),
        "moved": _("Row %(from)s is now row %(to)s."),
        "confirmed": _("The draft is confirmed."),
        "all_confirmed": _counted(lambda n: ngettext("%(count)s draft confirmed.", "%(count)s drafts confirmed.", n)),
        "drafts": _counted(lambda n: npgettext("cells", "%(count)s draft", "%(count)s drafts", n)),
        "pasted": _counted(lambda n: ngettext("%(count)s cell pasted.", "%(count)s cells pasted.", n)),
        "outside": _counted(
            lambda n: ngettext(
                "%(count)s cell did not fit in the columns.", "%(count)s cells did not fit in the columns.", n
            )
        ),
        "too_many": _("That is more than one can paste at once: at most %(most)s rows."),
        "undo": _("Undo"),
        "undone": _("Taken back."),
        "row_removed": _("The row was removed."),
        "row_returned": _("The row is back."),
        "row_marked": _("The row is removed when you save."),
        "discussion": _("Discussion of “%(row)s”"),
        "no_name": _("New row"),
        "move": _("Move “%(row)s”"),
        "column_added": _("A column for “%(side)s” was added to the table."),
        "suggestions": _counted(lambda n: ngettext("%(count)s name used before.", "%(count)s names used before.", n)),
    }


def _autosave() -> dict:
    return {
        "kept": _("Kept in this browser %(time)s"),
        "at": _("at %(time)s"),
        "day_at": _("%(day)s at %(time)s"),
        "full": _("This browser keeps no more, so what you type is not kept until you save."),
        "large": _("This text is larger than the browser keeps, so it is not kept until you save."),
        "strip": _("Text that was not saved"),
        "offered": _("In this browser is text of yours that was not saved, last changed %(time)s."),
        "older": _("In this browser is also an older text of yours that was not saved, last changed %(time)s."),
        "later_saved": _("The article has been saved since. Your text is put together with that when you save."),
        "take": _("Take it back"),
        "throw": _("Throw it away"),
        "take_one": _("Take back the text from %(time)s"),
        "throw_one": _("Throw away the text from %(time)s"),
        "thrown": _("The text was thrown away."),
        "elsewhere": _("The same article is open in another tab of this browser, with changes from %(time)s."),
    }


def _subject() -> dict:
    return {
        "new_subject": _("New subject"),
        "chosen": _("“%(name)s” was made and chosen."),
        "taken": _("“%(name)s” was chosen."),
        "unreachable": _("No connection. Nothing was made; try again."),
        "signed_out": _("You have been signed out. Sign in again in another tab, and then try again."),
    }


def _counted(say: Callable[[int], str]) -> list[str]:
    return [say(1), say(2)]
