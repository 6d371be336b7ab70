"""The editors' desk in a browser: signed in, in a language."""

from django.conf import settings
from django.test import Client

from comments.models import Letter, Rules
from tests.admin.desk import change_page
from tests.admin.moderating import QUEUE
from tests.factories import make_article, make_author, make_comment, make_subject, make_tag

REASONS = [{"rule": "links", "measure": 3, "limit": 1}, {"rule": "first", "measure": 0, "limit": 1}]
LIST_OF_ARTICLES = "/admin/articles/article/"
MAIL = "/admin/comments/letter/"


def sign_in(context, user, address, language="is") -> None:
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookies = {settings.SESSION_COOKIE_NAME: session, settings.LANGUAGE_COOKIE_NAME: language}
    context.add_cookies([{"name": name, "value": value, "url": address} for name, value in cookies.items()])


def fill_the_desk() -> dict[str, str]:
    """Something of everything; the address of each state of the desk, by its name."""
    article = make_article(sides=["Sala", "Þjónusta"], dimensions=2, similarities=1, sources=1)
    article.tags.set([make_tag(name="Verslun")])
    article.author = make_author()
    article.save()
    said = make_comment(article=article, text="Þetta skýrir málið.\n\nTakk fyrir.")
    held, _spam, _removed = (
        make_comment(article=article, parent=said, state=state, reasons=REASONS, text="Sjá https://example.org/")
        for state in ("held", "spam", "removed")
    )
    letter = Letter.objects.create(kind="confirm", to="lesandi@example.is", subject="Staðfesting", text="Já.", tries=1)
    said.pin()
    return _addresses(article, said, held, letter)


def _addresses(article, said, held, letter) -> dict[str, str]:
    subject = make_subject(name="Kaffi")
    return {
        "home": "/admin/",
        "one application": "/admin/articles/",
        "held": QUEUE,
        "spam": f"{QUEUE}?state=spam",
        "removed": f"{QUEUE}?state=removed",
        "all": f"{QUEUE}?state=all",
        "nothing waits": f"{QUEUE}?q=finnst+ekki",
        "decide": f"{QUEUE}{held.pk}/decide/approve/",
        "already decided": f"{QUEUE}{said.pk}/decide/approve/",
        "comment": change_page(said),
        "history of a comment": f"{QUEUE}{said.pk}/history/",
        "rules": change_page(Rules.current()),
        "threads": "/admin/comments/discussion/",
        "no thread": "/admin/comments/discussion/?q=finnst+ekki",
        "mail": MAIL,
        "letter": change_page(letter),
        "addresses": "/admin/comments/address/",
        "articles": LIST_OF_ARTICLES,
        "no article": f"{LIST_OF_ARTICLES}?q=finnst+ekki",
        "sorted": f"{LIST_OF_ARTICLES}?o=-1",
        "article": change_page(article),
        "new article": f"{LIST_OF_ARTICLES}add/",
        "history": f"{LIST_OF_ARTICLES}{article.pk}/history/",
        "delete": f"{LIST_OF_ARTICLES}{article.pk}/delete/",
        "no such article": f"{LIST_OF_ARTICLES}{article.pk + 1}/change/",
        "subject": change_page(subject),
        "delete a subject": f"/admin/articles/subject/{subject.pk}/delete/",
        "new author": "/admin/articles/author/add/",
        "users": "/admin/auth/user/",
        "new user": "/admin/auth/user/add/",
        "password": "/admin/password_change/",
        "nowhere": "/admin/nowhere/",
    }
