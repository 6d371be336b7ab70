from django.http import HttpResponse
from django.urls import path

from config.urls import handler403, handler404, urlpatterns  # noqa: F401

urlpatterns = [path("bare/", lambda request: HttpResponse("Halló.")), *urlpatterns]
