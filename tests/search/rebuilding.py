"""The index made anew, and what is found meanwhile."""

from django.core.management import call_command

from articles.models import SearchState
from articles.search import generations, store
from articles.search.expressions import any_of
from articles.search.scopes import scope


def found(word="hestur") -> list[int]:
    """As somebody finds it who searches now, oldest first."""
    token = f"t{scope('is', generations.searched())}:{word}"
    return [entry // 2 for entry in reversed(store.matching(any_of(token), limit=50))]


def rebuild(*options):
    call_command("rebuild_search", *options, verbosity=0)


def older_analyser():
    SearchState.objects.update(analyser="0")
