from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from config import login_urls, views

handler400 = "config.away.bad_request"
handler403 = "articles.views.forbidden"
handler404 = "articles.views.not_found"
handler500 = "config.away.server_error"

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("admin/i18n/", include("django.conf.urls.i18n")),  # the editor's own choice of language
    path("admin/", include(login_urls)),  # before the admin, whose own way in asks for a password only
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", include("comments.urls")), path("", include("articles.urls")), prefix_default_language=False
    ),
]
