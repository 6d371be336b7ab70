from pathlib import Path

import pytest

from config import static


@pytest.fixture
def folder(settings, tmp_path) -> Path:
    """A folder of static files that is the only one."""
    source = tmp_path / "static"
    (source / "css").mkdir(parents=True)
    (source / "css" / "site.css").write_text("body { margin: 0 }")
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "built"
    return source


def gathered() -> list[str]:
    said = []
    static.collect(said.append)
    return said


def test_the_first_time_they_are_gathered_and_then_left(folder, settings):
    assert gathered() == ["Gathering and compressing static files."]
    assert (settings.STATIC_ROOT / "css" / "site.css").is_file()
    assert gathered() == []


def test_a_changed_file_is_gathered_again(folder, settings):
    gathered()
    (folder / "css" / "site.css").write_text("body { margin: 1px }")

    assert gathered()
    assert "1px" in (settings.STATIC_ROOT / "css" / "site.css").read_text()


def test_a_file_that_went_is_gone_for_readers(folder, settings):
    (folder / "old.txt").write_text("old")
    gathered()
    (folder / "old.txt").unlink()

    assert gathered()
    assert not (settings.STATIC_ROOT / "old.txt").exists()


def test_a_gathering_that_failed_is_tried_again(folder, monkeypatch):
    monkeypatch.setattr(static, "call_command", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        gathered()
    monkeypatch.undo()

    assert gathered()


def test_what_a_script_imports_is_named_by_its_content_too(folder, settings):
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "config.static.Storage"}}
    settings.DEBUG = False
    (folder / "whole.js").write_text('import { part } from "./part.js";\npart();\n')
    (folder / "part.js").write_text("export const part = () => {};\n")
    gathered()

    [whole] = settings.STATIC_ROOT.glob("whole.*.js")
    [part] = settings.STATIC_ROOT.glob("part.*.js")
    assert f'from "./{part.name}"' in whole.read_text()
