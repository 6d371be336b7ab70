"""The editors' desk: Unfold's settings."""

from django.templatetags.static import static
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _

BASE = {
    "50": "#f1f4f0",
    "100": "#e6ebe5",
    "200": "#d5dcd6",
    "300": "#b9c3bd",
    "400": "#8f9c9d",
    "500": "#5f6c70",
    "600": "#49545a",
    "700": "#3b464a",
    "800": "#2a3235",
    "900": "#14181a",
    "950": "#0f1315",
}
# Light uses 600, dark uses 400 and 500.
PRIMARY = {
    "50": "#f1f4f0",
    "100": "#e6ebe5",
    "200": "#d5dcd6",
    "300": "#aab6b6",
    "400": "#e9edea",
    "500": "#e9edea",
    "600": "#14191b",
    "700": "#14191b",
    "800": "#0f1315",
    "900": "#0f1315",
    "950": "#0a0d0e",
}


def _item(title, icon: str, model: str, **more) -> dict:
    """A line of the menu, for those who may see the model. `badge` names what counts those that wait."""
    app, _dot, name = model.partition(".")
    return {
        "title": title,
        "icon": icon,
        "link": reverse_lazy(f"admin:{app}_{name}_changelist"),
        "permission": lambda request: request.user.has_perm(f"{app}.view_{name}"),
        **more,
    }


def _may(user, verb: str) -> bool:
    from articles import roles  # knows the models, which settings come before

    return roles.may(user, verb)


def _is_scheduled(request) -> bool:
    """The list of articles, narrowed to those that wait for their time."""
    is_list = request.path == reverse("admin:articles_article_changelist")
    return is_list and request.GET.get("state") == "scheduled"


def _is_among_articles(request) -> bool:
    """Articles and each of them, but not what has a line of its own in the menu."""
    within = request.path.startswith(reverse("admin:articles_article_changelist"))
    queue = request.path == reverse("admin:articles_article_translations")
    return within and not queue and not _is_scheduled(request)


DESK = {
    "SITE_TITLE": _("Munur, editors' desk"),
    "SITE_HEADER": _("Munur, the desk"),
    "SITE_SYMBOL": "equal",
    "SITE_URL": "/",
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": lambda request: static("icons/favicon.svg")},
    ],
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": True,
    "SHOW_BACK_BUTTON": True,
    "SHOW_LANGUAGES": True,
    "BORDER_RADIUS": "3px",
    "COLORS": {"base": BASE, "primary": PRIMARY},
    "STYLES": [lambda request: static("css/desk.css"), lambda request: static("css/desk-comments.css")],
    "SCRIPTS": [lambda request: static("js/desk-names.js")],
    "ACCOUNT": {"navigation": [{"title": _("Second factor"), "link": reverse_lazy("mfa_index")}]},
    "DASHBOARD_CALLBACK": "config.dashboard.fill",
    "COMMAND": {"search_callback": "config.finding.found"},
    "SIDEBAR": {
        "show_search": True,
        "command_search": True,
        "show_all_applications": False,
        "navigation": [
            {"items": [{"title": _("Desk"), "icon": "inbox", "link": reverse_lazy("admin:index")}]},
            {
                "title": _("Content"),
                "items": [
                    _item(
                        _("Articles"),
                        "article",
                        "articles.article",
                        badge="config.home.badges.in_review",
                        permission=lambda request: _may(request.user, "see"),
                        active=_is_among_articles,
                    ),
                    _item(_("Subjects"), "category", "articles.subject"),
                    _item(_("Tags"), "label", "articles.tag"),
                    _item(_("Authors"), "person", "articles.author"),
                    _item(_("Pictures"), "image", "articles.picture"),
                    _item(_("Pages"), "description", "articles.page"),
                ],
            },
            {
                "title": _("Translations"),
                "items": [
                    {
                        "title": _("Translation queue"),
                        "icon": "translate",
                        "link": reverse_lazy("admin:articles_article_translations"),
                        "permission": lambda request: _may(request.user, "see"),
                        "badge": "config.home.badges.stale",
                    },
                    _item(_("Translators"), "group", "articles.translator"),
                ],
            },
            {
                "title": _("Discussion"),
                "items": [
                    _item(_("Comments"), "forum", "comments.comment", badge="comments.admin.badges.held"),
                    _item(_("Rules of the threads"), "rule", "comments.rules"),
                    _item(_("Threads"), "chat_bubble", "comments.discussion"),
                    _item(_("E-mail addresses"), "alternate_email", "comments.address"),
                ],
            },
            {
                "title": _("Publishing"),
                "items": [
                    {
                        "title": _("Scheduled"),
                        "icon": "schedule",
                        "link": reverse_lazy("admin:articles_article_changelist", query={"state": "scheduled"}),
                        "permission": lambda request: _may(request.user, "see"),
                        "badge": "config.home.badges.scheduled",
                        "active": _is_scheduled,
                    },
                    _item(_("Mail"), "mail", "comments.letter", badge="comments.admin.badges.failing_mail"),
                    _item(_("Wishes"), "playlist_add", "comments.wish", badge="comments.admin.badges.open_wishes"),
                ],
            },
            {
                "title": _("Users and groups"),
                "items": [
                    _item(_("Users"), "person_edit", "auth.user"),
                    _item(_("Groups"), "group", "auth.group"),
                ],
            },
        ],
    },
}
