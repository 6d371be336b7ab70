"""The moderator's hands: presses the buttons of the queue as they stand on the page."""

import re
from html import unescape

from django.contrib.auth.models import Permission, User

from comments.models import Comment

QUEUE = "/admin/comments/comment/"
UNDO = f"{QUEUE}undo/"


def decide(client, comment, verb, *, seen=None, **data):
    data = {"seen": comment.state if seen is None else seen, **data}
    return client.post(f"{QUEUE}{comment.pk}/decide/{verb}/", data)


def decide_by_script(client, comment, verb, *, seen=None):
    data = {"seen": comment.state if seen is None else seen}
    address = f"{QUEUE}{comment.pk}/decide/{verb}/"
    return client.post(address, data, headers={"Accept": "application/json"})


def decide_all(client, comments, verb, **data):
    chosen = [f"{comment.pk}:{comment.state}" for comment in comments]
    return client.post(f"{QUEUE}bulk/", {"verb": verb, "chosen": chosen, **data})


def state(comment) -> str:
    return Comment.objects.get(pk=comment.pk).state


def shown(client, **params) -> list[Comment]:
    return list(client.get(QUEUE, params).context["cl"].result_list)


def page(client, address=QUEUE, **params) -> str:
    response = client.get(address, params)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def labels(html: str) -> list[str]:
    """The reasons, each with its look: "bad: 3 tenglar, mest 1"."""
    found = re.findall(r'<span class="desk-label is-(bad|warn|plain|line)">([^<]*)<', html)
    return [f"{tone}: {unescape(words)}" for tone, words in found]


def make_staff(*permissions, name="ritari") -> User:
    user = User.objects.create_user(name, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user
