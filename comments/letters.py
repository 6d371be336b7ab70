"""Mails as they are written: plain text, from a template, in one language, put in the outbox."""

import textwrap

from django.conf import settings
from django.template import Context, loader
from django.utils import translation

from comments.models import Letter

LONGEST_SUBJECT = Letter._meta.get_field("subject").max_length


def write(kind, to, template, language, context, headers=None, comment=None) -> Letter:
    """Put a mail in the outbox, in the transaction that the caller is in: it is sent if that one is.

    `comment`: what the mail tells of, where it shall not go out once that is no longer public.
    """
    letter = drafted(kind, to, template, language, context, headers, comment)
    letter.save()
    return letter


def drafted(kind, to, template, language, context, headers=None, comment=None) -> Letter:
    """The mail without saving it, for those who save many at once.

    The template's first line is the subject, the rest the text. Values come in as they are, nothing is escaped.
    """
    with translation.override(language):
        values = {"site_url": settings.SITE_URL, **context}
        written = loader.get_template(template).template.render(Context(values, autoescape=False))
    subject, _, text = written.lstrip().partition("\n")
    return Letter(
        kind=kind,
        to=to,
        subject=textwrap.shorten(subject, LONGEST_SUBJECT, placeholder=" …"),
        text=text.strip() + "\n",
        headers=headers or {},
        comment=comment,
    )
