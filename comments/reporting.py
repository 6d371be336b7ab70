"""Readers' reports: how one is taken, and how many hold a comment until a moderator has read it."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from comments.models import Comment, Decision, Report, Rules

RULE = "reported"  # as reasons of holds are named, see comments/holds.py


class ReportForm(forms.Form):
    """Why a comment should not stand: one of the reasons, and more in the reader's own words."""

    reason = forms.ChoiceField(
        choices=Report.Reason.choices,
        error_messages={
            "required": _("Choose what is wrong with the comment."),
            "invalid_choice": _("Choose what is wrong with the comment."),
        },
    )
    more = forms.CharField(required=False)

    def clean_more(self):
        more, most = self.cleaned_data["more"], Report._meta.get_field("more").max_length
        if len(more) > most:
            text = _("You wrote %(count)s characters. At most %(most)s fit here.")
            raise forms.ValidationError(text, params={"count": len(more), "most": most})
        return more


def report(comment, reason: str, more: str, network: str) -> bool:
    """Keep a report of a live comment, and hold it where enough have come. False: this network had reported it."""
    with transaction.atomic():
        row = Comment.objects.select_for_update().get(pk=comment.pk)
        if network and row.reports.filter(network=network).exists():
            return False
        row.reports.create(reason=reason, more=more, network=network)
        _weigh(row, Rules.current().reports_to_hold)
    return True


def settle(comment, now) -> int:
    """Reports that a moderator has answered do not count again. How many they were."""
    return comment.reports.filter(settled_at=None).update(settled_at=now)


def _weigh(comment, limit: int) -> None:
    reports = list(comment.reports.filter(settled_at=None).order_by("pk"))
    measure = len({report.network for report in reports})  # those without a network count as one
    if comment.state != Comment.State.LIVE or measure < limit:
        return
    reasons = list(dict.fromkeys(report.reason for report in reports))
    others = [reason for reason in comment.reasons if reason["rule"] != RULE]
    comment.reasons = [*others, {"rule": RULE, "measure": measure, "limit": limit, "reasons": reasons}]
    comment.save(update_fields=["reasons"])
    comment.hold(who=Decision.Who.READERS)
