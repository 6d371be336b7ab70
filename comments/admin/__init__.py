"""The moderators' desk: the queue and its verbs, the rules, threads, mail, addresses and wishes."""

from comments.admin.addresses import AddressAdmin
from comments.admin.comment import CommentAdmin
from comments.admin.outbox import LetterAdmin
from comments.admin.rules import RulesAdmin
from comments.admin.threads import DiscussionAdmin
from comments.admin.wishes import WishAdmin

__all__ = ["AddressAdmin", "CommentAdmin", "DiscussionAdmin", "LetterAdmin", "RulesAdmin", "WishAdmin"]
