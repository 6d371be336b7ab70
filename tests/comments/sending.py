"""Forms to test with: what a reader types, and a token as the page or the script gets it."""

import re

from django.urls import reverse

from comments import posting, tokens
from comments.models import Comment, Rules

TEXT = "Þetta er gott að vita."


def typed(**fields) -> dict:
    return {"name": "Lesandi", "email": "", "text": TEXT, **fields}


def cleaned(**fields) -> dict:
    return {"name": "Lesandi", "email": "", "text": TEXT, "replies": False, "website": "", **fields}


def make_rules(**fields) -> Rules:
    rules = Rules(**fields)
    rules.save()
    return rules


def make_token(edition, *, kind=tokens.PREVIEW, parent=0) -> str:
    return tokens.issue(kind, edition.article_id, parent)


def write_address(edition, parent=None) -> str:
    return reverse("reply", args=[edition.slug, parent]) if parent else reverse("write", args=[edition.slug])


def send(client, edition, *, parent=None, token=None, **fields):
    """Send the form as it is after a preview. `token=""` sends none."""
    token = make_token(edition, parent=parent or 0) if token is None else token
    return client.post(write_address(edition, parent), typed(**fields) | {"token": token})


def store(edition, *, token=None, asker=None, parent=0, **fields) -> Comment:
    """Store a comment past the page with the form."""
    text = token or make_token(edition, parent=parent)
    read = tokens.read(text, edition.article_id, parent)
    return posting.post(edition, cleaned(**fields), read, asker or posting.Asker())


def token_in(response) -> str:
    return re.search(r'name="token" value="([^"]*)"', response.content.decode())[1]


def rules_of(comment) -> list[str]:
    """Which rules hold it."""
    return [reason["rule"] for reason in comment.reasons]
