"""The desk's home: what waits for the person, what presses most first."""

from django.utils import timezone

from config.home import of_articles, of_comments
from config.home.agenda import agenda
from config.home.blocks import Home
from config.home.figures import charts, meters

# What is meant for the very person first, then what readers wait for.
BLOCKS = (
    of_articles.assigned,
    of_articles.answers,
    of_articles.own_drafts,
    of_comments.reported,
    of_comments.held,
    of_articles.in_review,
    of_articles.stale,
    of_articles.drafted,
    of_comments.failing,
    of_comments.wishes,
)


def home(request) -> Home:
    now = timezone.now()
    blocks = tuple(block for draw in BLOCKS if (block := draw(request)))
    return Home(blocks, agenda(request, now), charts(request, now), meters(request, now))
