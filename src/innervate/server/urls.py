"""Where everything is."""

from django.urls import include, path, re_path

from innervate.server.api import api
from innervate.server.shell import serve

urlpatterns = [
    path("api/", api.urls),
    path("_allauth/", include("allauth.headless.urls")),
    re_path(r"^(?!api/|_allauth/)(?P<path>.*)$", serve),
]
