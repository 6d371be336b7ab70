import os
import stat

from config.env import Environment, write_local_file


def test_the_first_start_writes_a_secret_and_the_address(tmp_path):
    file = tmp_path / ".env"

    assert write_local_file(file)

    read = Environment.read(file)
    assert len(file.read_text().partition("SECRET_KEY=")[2].split("\n")[0]) >= 50
    assert "SITE_URL=http://127.0.0.1:8000\n" in file.read_text()
    assert read.values["ALLOWED_HOSTS"]


def test_only_its_owner_may_read_it(tmp_path):
    write_local_file(tmp_path / ".env")

    assert stat.S_IMODE((tmp_path / ".env").stat().st_mode) == 0o600


def test_a_file_that_exists_is_never_touched(tmp_path):
    file = tmp_path / ".env"
    file.write_text("SITE_URL=https://munur.example\n")

    assert not write_local_file(file)
    assert file.read_text() == "SITE_URL=https://munur.example\n"


def test_two_places_do_not_share_a_secret(tmp_path):
    write_local_file(tmp_path / "a")
    write_local_file(tmp_path / "b")

    assert (tmp_path / "a").read_text() != (tmp_path / "b").read_text()


def test_what_a_file_says_does_not_leak_into_the_environment(tmp_path, monkeypatch):
    monkeypatch.delenv("NOTHING_BUT_A_TEST", raising=False)
    (tmp_path / ".env").write_text("NOTHING_BUT_A_TEST=1\n")

    assert Environment.read(tmp_path / ".env").text("NOTHING_BUT_A_TEST") == "1"
    assert "NOTHING_BUT_A_TEST" not in os.environ
