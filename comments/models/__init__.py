from comments.models.allowance import Allowance
from comments.models.comment import Comment
from comments.models.decision import CannotUndo, Decision
from comments.models.letter import Letter
from comments.models.reader import Address, Follow, Report
from comments.models.rules import Discussion, Rules
from comments.models.wish import Wish

__all__ = [
    "Address",
    "Allowance",
    "CannotUndo",
    "Comment",
    "Decision",
    "Discussion",
    "Follow",
    "Letter",
    "Report",
    "Rules",
    "Wish",
]
