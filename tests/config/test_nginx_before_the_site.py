"""The configuration that is printed is one that nginx takes, and what it serves has the headers of the site."""

import http.server
import subprocess
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from config.headers import Kind, for_response
from tests.config.an_nginx import free_port, get, needs_nginx, nginx, write

PICTURE = "pictures/ab/" + "ab" * 32 + ".webp"


class Echo(http.server.BaseHTTPRequestHandler):
    """Answers with the headers that it got."""

    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(str(self.headers).encode())

    def log_message(self, *_):
        pass


@contextmanager
def echo(port: int = 0):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Echo)
    threading.Thread(target=server.serve_forever).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def behind():
    """The port of a site that tells what it is asked."""
    with echo() as port:
        yield port


@pytest.fixture
def folder(tmp_path) -> Path:
    for name in ("static/css/site.0123456789ab.css", "static/css/site.css", f"media/{PICTURE}", "media/secret.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("text")
    return tmp_path


@needs_nginx
def test_nginx_serves_files_itself_with_the_headers_of_the_site(folder, behind):
    with nginx(folder, behind) as site:
        hashed, plain = get(f"{site}/static/css/site.0123456789ab.css"), get(f"{site}/static/css/site.css")
        picture, secret = get(f"{site}/media/{PICTURE}"), get(f"{site}/media/secret.txt")
        missing = get(f"{site}/static/css/none.0123456789ab.css")

    for status, headers, _text in (hashed, plain, picture):
        assert status == 200
        assert for_response(Kind.STATIC, 200).items() <= headers.items()
    assert "immutable" in hashed[1]["Cache-Control"]
    assert "immutable" in picture[1]["Cache-Control"]
    assert picture[1]["Content-Type"] == "image/webp"
    assert "immutable" not in plain[1]["Cache-Control"]
    assert secret[2] != "text"  # the site decides
    assert missing[0] == 404
    assert "Cache-Control" not in missing[1]


@needs_nginx
def test_what_a_reader_claims_of_himself_is_not_passed_on(folder, behind):
    claimed = {
        "X-Forwarded-For": "6.6.6.6",
        "X-Forwarded-Proto": "gopher",
        "X-Request-Id": "claimed",
        "Forwarded": "x",
    }
    with nginx(folder, behind) as site:
        _status, _headers, asked = get(f"{site}/", **claimed)
    told = dict(line.split(": ", 1) for line in asked.strip().splitlines())

    assert told["X-Forwarded-For"] == "127.0.0.1"
    assert told["X-Forwarded-Proto"] == "http"
    assert len(told["X-Request-Id"]) == 32
    assert "Forwarded" not in told


@needs_nginx
def test_where_no_process_answers_readers_are_asked_to_come_back(folder):
    with nginx(folder, 1) as site:
        status, headers, text = get(f"{site}/")

    assert status == 503
    assert headers["Retry-After"] == "5"
    assert headers["Cache-Control"] == "no-store"
    assert text == "Vefurinn svarar ekki þessa stundina. Reyndu aftur eftir andartak.\n"


@needs_nginx
def test_web_processes_are_restarted_one_after_the_other_and_nobody_notices(folder):
    ports = [free_port(), free_port()]
    statuses = []
    with nginx(folder, 1, upstreams=tuple(f"127.0.0.1:{port}" for port in ports)) as site:
        for port in ports:  # the only one that answers, and nginx knows it as one that did not
            with echo(port):
                statuses += [get(f"{site}/")[0] for _ in range(6)]

    assert statuses == [200] * 12


@needs_nginx
def test_the_log_names_no_reader(folder, behind):
    with nginx(folder, behind) as site:
        get(f"{site}/leyndo/?q=leyndo")
    log = (folder / "munur.access.log").read_text()

    assert '"status":200' in log
    assert "leyndo" not in log
    assert "127.0.0.1" not in log


@needs_nginx
def test_nginx_takes_it_with_a_certificate_and_several_hosts(folder):
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=munur.example"]
        + ["-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )
    command = write(
        folder, certificate=certificate, key=key, upstreams=("127.0.0.1:8000", "[::1]:8001"), media_folder=None
    )

    done = subprocess.run([*command, "-t"], capture_output=True, text=True)

    assert done.returncode == 0, done.stderr


def test_every_header_of_a_public_page_is_printed(capsys):
    call_command("nginx_config")
    printed = capsys.readouterr().out

    for name, value in for_response(Kind.PUBLIC, 200).items():
        assert f'add_header {name} "{value}" always;' in printed


def test_a_site_of_https_says_so_with_every_file(settings, capsys):
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 60, True
    call_command("nginx_config")

    line = 'add_header Strict-Transport-Security "max-age=60; includeSubDomains" always;'
    assert capsys.readouterr().out.count(line) == 4


def test_a_site_of_https_wants_a_certificate(settings):
    settings.SITE_IS_SECURE = True

    with pytest.raises(CommandError, match="--certificate and --key"):
        call_command("nginx_config")
    with pytest.raises(CommandError, match="together"):
        call_command("nginx_config", certificate=Path("/a"))
