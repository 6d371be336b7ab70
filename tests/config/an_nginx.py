"""An nginx of our own for tests, with the configuration that the site prints."""

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from config.nginx import Place, configuration

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
needs_nginx = pytest.mark.skipif(not NGINX, reason="nginx is not installed. It runs where it is, such as in .ci/run.")
WHOLE = """
{user}
daemon off;
pid {folder}/pid;
error_log stderr;
events {{}}
http {{
    types {{ text/css css; }}
    client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
    uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
    include {folder}/munur.conf;
}}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def write(folder: Path, **place) -> list[str]:
    """Write the configuration, and return the command that reads it."""
    known = {"hosts": ("munur.example",), "upstreams": ("127.0.0.1:1",), "listen": "127.0.0.1:1", "logs": folder}
    folders = {"static_folder": folder / "static", "media_folder": folder / "media"}
    place = Place(**folders | known | place)
    (folder / "munur.conf").write_text(configuration(place))
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(WHOLE.format(folder=folder, user=user))
    return [NGINX, "-p", str(folder), "-e", "stderr", "-c", str(folder / "nginx.conf")]


@contextmanager
def nginx(folder: Path, port: int, **place):
    """An nginx before the site at this port; gives its address."""
    address = f"127.0.0.1:{free_port()}"
    process = subprocess.Popen(write(folder, **{"listen": address, "upstreams": (f"127.0.0.1:{port}",)} | place))
    try:
        deadline = time.monotonic() + 30
        while not listens(address):
            assert time.monotonic() < deadline
            assert process.poll() is None
            time.sleep(0.05)
        yield f"http://{address}"
    finally:
        process.terminate()
        process.wait(30)


def listens(address: str) -> bool:
    host, _colon, port = address.partition(":")
    with socket.socket() as probe:
        return probe.connect_ex((host, int(port))) == 0


def get(address: str, method: str = "GET", data: bytes | None = None, **headers):
    asked = urllib.request.Request(address, data, headers, method=method)
    try:
        with urllib.request.urlopen(asked, timeout=20) as answer:
            return answer.status, dict(answer.headers), answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read().decode()
