import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from config.headers import PUBLIC_POLICY, Kind, for_response, kind_of
from config.middleware import AdminPolicyMiddleware, HeadersMiddleware


def headers(path: str, status: int = 200, view=None) -> dict:
    inner = AdminPolicyMiddleware(view or (lambda request: HttpResponse(status=status)))
    return HeadersMiddleware(inner)(RequestFactory().get(path)).headers


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", Kind.PUBLIC),
        ("/en/", Kind.PUBLIC),
        ("/administration/", Kind.PUBLIC),
        ("/admin", Kind.ADMIN),
        ("/admin/articles/", Kind.ADMIN),
        ("/static/css/site.css", Kind.STATIC),
        ("/healthz", Kind.PROBE),
    ],
)
def test_the_path_names_the_kind(path, kind):
    assert kind_of(path) is kind


@pytest.mark.parametrize("status", [200, 301, 403, 404, 410, 500])
def test_public_pages_have_one_constant_policy(status):
    got = headers("/", status)

    assert got["Content-Security-Policy"] == PUBLIC_POLICY
    assert got["X-Content-Type-Options"] == "nosniff"
    assert got["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert got["Cross-Origin-Opener-Policy"] == got["Cross-Origin-Resource-Policy"] == "same-origin"
    assert got["X-Frame-Options"] == "DENY"
    assert "browsing-topics=()" in got["Permissions-Policy"]


def test_the_public_policy_allows_nothing_inline_and_nothing_from_elsewhere():
    assert "unsafe" not in PUBLIC_POLICY
    assert "nonce" not in PUBLIC_POLICY
    assert "http" not in PUBLIC_POLICY
    assert "data:" not in PUBLIC_POLICY


def test_the_desk_is_never_kept_and_its_policy_holds_the_pages_nonce():
    nonces = []

    def view(request):
        nonces.append(str(request.csp_nonce))
        return HttpResponse()

    got = headers("/admin/", view=view)

    assert got["Cache-Control"] == "no-store"
    assert f"'nonce-{nonces[0]}'" in got["Content-Security-Policy"]
    assert "'unsafe-inline'" not in got["Content-Security-Policy"].partition("script-src")[2].partition(";")[0]


def test_two_pages_of_the_desk_have_different_nonces():
    def policy():
        return headers("/admin/", view=lambda request: HttpResponse(str(request.csp_nonce)))["Content-Security-Policy"]

    assert policy() != policy()


def test_a_public_page_has_no_nonce_to_lend():
    def view(request):
        assert not hasattr(request, "csp_nonce")
        return HttpResponse()

    headers("/", view=view)


def test_a_static_file_is_read_as_what_it_is():
    got = headers("/static/css/site.css")

    assert got["X-Content-Type-Options"] == "nosniff"
    assert "Cache-Control" not in got


@pytest.mark.parametrize(("path", "status"), [("/", 500), ("/", 503), ("/static/missing.css", 404), ("/healthz", 200)])
def test_faults_and_probes_are_not_kept(path, status):
    assert headers(path, status)["Cache-Control"] == "no-store"


def test_every_kind_has_headers_and_nobody_can_change_them_for_all():
    for kind in Kind:
        for_response(kind, 200)["X-Content-Type-Options"] = "changed"
        assert for_response(kind, 200)["X-Content-Type-Options"] == "nosniff"


def test_djangos_own_page_of_a_fault_keeps_its_styles_in_development(settings):
    settings.DEBUG = True

    assert "Content-Security-Policy" not in headers("/", 404)
    assert headers("/", 200)["Content-Security-Policy"] == PUBLIC_POLICY
