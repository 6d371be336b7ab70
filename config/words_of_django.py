"""What Django says at the desk and has no Icelandic for, so that it is gathered with our own strings.

Catalogues of the site come before Django's, so being there is enough. Its scripts have a catalogue of their own, which
the site cannot add to: they get their words from the page.
"""

import json

import js_asset
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext, ngettext_lazy

SAID = (
    gettext_noop("%(app)s administration"),
    gettext_noop("Yes, I’m sure"),
    gettext_noop(
        'Are you sure you want to delete the %(object_name)s "%(escaped_object)s"? All of the following related items '
        "will be deleted:"
    ),
    gettext_noop("Select this object for an action - {}"),
    gettext_noop("Breadcrumbs"),
    gettext_noop("Model name"),
    gettext_noop("Add link"),
    gettext_noop("Change or view list link"),
    gettext_noop("After you’ve created a user, you’ll be able to edit more user options."),
    gettext_noop("Error:"),
    gettext_noop("Set password"),
    gettext_noop("This action will <strong>enable</strong> password-based authentication for this user."),
    gettext_noop("Disable password-based authentication"),
    gettext_noop("Enable password-based authentication"),
    gettext_noop("Added:"),
    gettext_noop("Changed:"),
    gettext_noop("Deleted:"),
    gettext_noop("Conflicting form data submitted. Please try again."),
    gettext_noop("Password-based authentication was disabled."),
    gettext_noop("Set password: %s"),
    gettext_noop("Reset password"),
    gettext_noop(
        "Whether the user will be able to authenticate using a password or not. If disabled, they may still be able "
        "to authenticate using other backends, such as Single Sign-On or LDAP."
    ),
    gettext_noop("Password-based authentication"),
    gettext_noop("Enabled"),
    gettext_noop("Disabled"),
    gettext_noop("Raw passwords are not stored, so there is no way to see the user’s password."),
    gettext_noop("Enable password-based authentication for this user by setting a password."),
    gettext_noop("salt"),
    gettext_noop("variety"),
    gettext_noop("block size"),
    gettext_noop("Enter a valid %(protocol)s address."),
    gettext_noop("Enter a valid domain name."),
    gettext_noop("Constraint “%(name)s” is violated."),
    gettext_noop("%(model)s instance with %(field)s %(value)r is not a valid choice."),
    gettext_noop(
        "ManagementForm data is missing or has been tampered with. Missing fields: %(field_names)s. You may need to "
        "file a bug report if the issue persists."
    ),
    ngettext_lazy("Please submit at most %(num)d form.", "Please submit at most %(num)d forms.", "num"),
    ngettext_lazy("Please submit at least %(num)d form.", "Please submit at least %(num)d forms.", "num"),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
        "number",
    ),
)
DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
SHORT = ("Sun", "Mon", "Tue", "Wed", "Thur", "Fri", "Sat")


def of_scripts() -> js_asset.Script:
    """What the scripts of two-sided lists and calendars say."""
    invisible = [
        ngettext("%s selected option not visible", "%s selected options not visible", number) for number in (1, 2)
    ]
    words = {
        'Choose %s by selecting them and then select the "Choose" arrow button.': _(
            "Choose %s by selecting them and then pressing the arrow button."
        ),
        'Remove %s by selecting them and then select the "Remove" arrow button.': _(
            "Remove %s by selecting them and then pressing the arrow button."
        ),
        "Choose all %s": _("Choose all %s"),
        "Choose selected %s": _("Choose selected %s"),
        "Remove all %s": _("Remove all %s"),
        "Remove selected %s": _("Remove selected %s"),
        "Type into this box to filter down the list of selected %s.": _(
            "Type into this box to filter down the list of selected %s."
        ),
        "(click to clear)": _("(click to clear)"),
        "%s selected option not visible": invisible,
        **{day: _(day) for day in DAYS},
        **{short: _(day)[:3] for short, day in zip(SHORT, DAYS, strict=True)},
    }
    return js_asset.Script("js/desk-words.js", **{"data-words": json.dumps(words)})
