"""The site as it would be without comments."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = i18n_patterns(path("", include("articles.urls")), prefix_default_language=False)
