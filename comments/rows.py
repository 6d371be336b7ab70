"""What a page of a thread is drawn from, in one query.

It is written in SQL because no other way reads a page from its indexes: of 50 branches the first comments in turn,
what those stand on, and whom they answer. Its gate is the queryset's: all begins at `Comment.objects.live()`.
For SQLite CROSS JOIN is the order of reading, and a plus sign says that an index of that column is of no use. The
limits of what cannot be more tell both databases how little there is to join.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.db import connection

from articles.models.prepared import NUMBER, prepared
from comments import places
from comments.models import Comment
from comments.threads import BRANCHES, COMMENTS, Said

PINNED = 5  # more stand in their own place
CHOSEN = COMMENTS + PINNED + 1
NEEDED = CHOSEN * (places.LONGEST // places.WIDTH + 1)
LAST = "9" * places.WIDTH  # no branch comes after it

# The first page begins with the pinned roots. Then follow the branches in their order, fifty and one that tells that
# there are more. Of each branch come its first comments, as many as there is room for when all take turns.
PAGE = """
pinned (branch) AS (
    SELECT live.branch FROM (SELECT id FROM comments_comment WHERE article_id = %s AND pinned) AS pins
    CROSS JOIN live WHERE live.id = pins.id AND live.place = live.branch
    ORDER BY live.branch LIMIT {pinned}
),
wanted (branch, rank) AS (
    SELECT branch, 1 FROM (
        SELECT DISTINCT branch FROM live
        WHERE branch {beyond} %s AND branch NOT IN (SELECT branch FROM pinned)
        ORDER BY branch {direction} LIMIT {branches}
    ) AS page
    UNION ALL SELECT branch, 0 FROM pinned WHERE {is_first}
    LIMIT {wanted}
),
chosen (id, parent_id, branch, place, rank, nth, size) AS (
    SELECT live.id, live.parent_id, live.branch, live.place, wanted.rank,
        row_number() OVER (PARTITION BY live.branch ORDER BY live.place, live.id) AS nth,
        count(*) OVER (PARTITION BY live.branch)
    FROM wanted CROSS JOIN live WHERE live.branch = wanted.branch
    ORDER BY nth, wanted.rank, live.branch {direction} LIMIT {comments}
)"""

# A page of one branch, from one of its comments on.
BRANCH = """
chosen (id, parent_id, branch, place, rank, nth, size) AS (
    SELECT id, parent_id, branch, place, 1, row_number() OVER (ORDER BY place, id), 0 FROM (
        SELECT * FROM live
        WHERE branch = (SELECT branch FROM comments_comment WHERE article_id = %s AND id = %s AND state IN (%s, %s))
            AND place >= (SELECT place FROM comments_comment WHERE article_id = %s AND id = %s)
        ORDER BY place, id LIMIT {comments}
    ) AS page
)"""

# The chosen ones and what they stand on: the places above them, and below the last indent what they answer. A removed
# one is there only as such a place, and neither its name nor its text leaves the database.
DRAWN = """
WITH live (id, parent_id, branch, place) AS NOT MATERIALIZED ({live}),{chosen},
needed (branch, place) AS (
    {above}
    UNION SELECT answered.branch, answered.place
    FROM chosen JOIN comments_comment AS answered ON answered.id = chosen.parent_id
    WHERE length(chosen.place) = {longest}
    LIMIT {needed}
)
SELECT said.id, said.parent_id, said.language, said.state, said.created_at, said.edited_at, said.place, said.role,
    CASE WHEN said.state = %s THEN said.name ELSE '' END AS shown_name,
    CASE WHEN said.state = %s THEN said.text ELSE '' END AS shown_text,
    CASE WHEN answered.state = %s AND length(said.place) = {longest} THEN answered.name ELSE '' END AS answers,
    chosen.rank, chosen.nth, chosen.size
FROM needed
CROSS JOIN comments_comment AS said
LEFT JOIN chosen ON chosen.id = said.id
LEFT JOIN comments_comment AS answered ON answered.id = said.parent_id
WHERE said.branch = needed.branch AND said.place = needed.place AND +said.article_id = %s
    AND said.state IN (%s, %s) AND said.language IN ({public})
ORDER BY said.place, said.id"""

ABOVE = "\n    UNION ".join(
    f"SELECT branch, substr(place, 1, {width}) FROM chosen"
    for width in range(places.WIDTH, places.LONGEST + 1, places.WIDTH)
)
SHOWN = (Comment.State.LIVE, Comment.State.REMOVED)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page of a thread. `start`: the place of the branch that it begins with, "" the first one."""

    languages: tuple[str, ...]
    newest_first: bool = False
    start: str = ""


def of_page(article: int, asked: Asked) -> list[Said]:
    """What a page of the article's thread may show, in the order of their places."""
    chosen = PAGE.format(
        beyond="<=" if asked.newest_first else ">=",
        direction="DESC" if asked.newest_first else "ASC",
        is_first="FALSE" if asked.start else "TRUE",
        pinned=PINNED,
        branches=BRANCHES + 1,
        wanted=BRANCHES + 1 + PINNED,
        comments=CHOSEN,
    )
    start = asked.start or (LAST if asked.newest_first else "")
    return _drawn(article, asked.languages, chosen, [article, start])


def of_branch(article: int, languages, pk: int, start: int) -> list[Said]:
    """What a page of one branch may show: that of the comment `pk`, from the comment `start` on."""
    chosen = BRANCH.format(comments=COMMENTS + 1)
    return _drawn(article, languages, chosen, [article, pk, *SHOWN, article, start])


def branches(article: int, languages):
    """The places of the branches that have something to show, oldest first."""
    return _live(article, languages).order_by("branch").values_list("branch", flat=True).distinct()


def first_of_branch(comment) -> int:
    """The comment that names the branch's page in its address."""
    own = Comment.objects.thread().filter(article=comment.article_id, branch=comment.branch)
    return own.order_by("place", "pk").values_list("pk", flat=True).first() or comment.pk


def _live(article, languages):
    return Comment.objects.live().filter(article=article, language__in=languages).order_by()


@prepared(article=NUMBER)
def _gate(languages, article):
    return _live(article, languages).values_list("id", "parent_id", "branch", "place")


def _drawn(article, languages, chosen, parameters) -> list[Said]:
    gate, before = _gate.statement(tuple(languages), article=article)
    public = settings.PUBLIC_LANGUAGES
    sql = DRAWN.format(
        live=gate,
        chosen=chosen,
        above=ABOVE,
        longest=places.LONGEST,
        needed=NEEDED,
        public=", ".join(["%s"] * len(public)),
    )
    after = [Comment.State.LIVE] * 3 + [article, *SHOWN, *public]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*before, *parameters, *after])
        return [_said(row) for row in cursor.fetchall()]


def _said(row: tuple) -> Said:
    pk, parent, language, state, created_at, edited_at, place, role, name, text, answers, rank, nth, size = row
    return Said(
        pk=pk,
        parent=parent,
        created_at=_moment(created_at),
        edited_at=edited_at and _moment(edited_at),
        name=name,
        text=text,
        language=language,
        gone=state == Comment.State.REMOVED,
        place=place,
        role=role if state == Comment.State.LIVE else "",
        answers=answers,
        pinned=rank == 0 and len(place) == places.WIDTH,
        nth=nth or 0,
        size=size or 0,
    )


def _moment(stored: datetime) -> datetime:
    """SQLite keeps UTC without saying so."""
    return stored if stored.tzinfo else stored.replace(tzinfo=UTC)
