"""What the bench does where a program is missing, an answer is wrong, or somebody asks for what it has not."""

import io
import os
import sys

import pytest

from tests.bench import __main__ as bench
from tests.bench import groups, machine, processes, programs, serving, slow
from tests.bench.figures import ROWS, Figure

WRK = """Running 2s test @ http://127.0.0.1:1/
  1 threads and 32 connections
  66890 requests in 2.10s, 477.00MB read
Requests/sec:  31852.38
"""


@pytest.fixture
def instant(monkeypatch):
    """The groups measure nothing and say at once what they were asked for."""
    asked = []

    def measured(group):
        asked.append(group)
        return [Figure("cpu", 4.0, 4.0, 4.0, "note")] if group == "drawing" else []

    monkeypatch.setattr(bench, "measured", measured)
    return asked


def test_what_is_missing_is_said_in_a_sentence():
    assert programs.missing({"nginx": "/usr/sbin/nginx", "wrk": "/usr/bin/wrk"}) == ""
    assert "need wrk, which is not installed" in programs.missing({"nginx": "/usr/sbin/nginx", "wrk": None})
    assert "need nginx and wrk, which are not installed" in programs.missing({"nginx": None, "wrk": None})


def test_without_the_programs_the_other_rows_are_measured(instant, monkeypatch, capsys):
    monkeypatch.setattr(programs, "PROGRAMS", {"nginx": None, "wrk": None})

    assert bench.main([]) == 0
    assert instant == [name for name in groups.GROUPS if name != groups.WITH_PROGRAMS]
    assert "which are not installed here" in capsys.readouterr().out


def test_a_run_that_is_not_whole_writes_nothing(instant, monkeypatch, tmp_path, capsys):
    for name in ("DOCUMENT", "PICTURE", "README"):
        monkeypatch.setattr(bench, name, tmp_path / name)

    bench.main(["drawing"])

    assert instant == ["drawing"]
    assert list(tmp_path.iterdir()) == []
    assert "Nothing was written" in capsys.readouterr().out


def test_a_whole_run_writes_table_picture_and_readme(monkeypatch, tmp_path):
    monkeypatch.setattr(bench, "ROOT", tmp_path)
    for name in ("DOCUMENT", "PICTURE", "README"):
        monkeypatch.setattr(bench, name, tmp_path / name)
    (tmp_path / "README").write_text(f"{bench.report.BEGIN}\n{bench.report.END}\n")

    bench.write({row.key: Figure(row.key, row.aim, row.aim, row.aim, "note") for row in ROWS})

    assert "reaches the aim" in (tmp_path / "DOCUMENT").read_text()
    assert "reaches the aim" in (tmp_path / "README").read_text()
    assert (tmp_path / "PICTURE").read_text().startswith("<svg")


def test_an_unknown_group_is_refused(instant, capsys):
    assert bench.main(["everything"]) == 2
    assert instant == []
    assert "There is no group everything" in capsys.readouterr().err


def test_every_row_has_a_group_that_can_be_loaded():
    assert all(callable(groups.import_module(f"tests.bench.{name}").measure) for name in groups.GROUPS)


def test_answers_that_wrk_counted_are_read():
    assert serving.answers(WRK) == 66890


@pytest.mark.parametrize("wrong", ["  Non-2xx or 3xx responses: 12\n", "  Socket errors: connect 0, read 3\n"])
def test_a_run_with_other_answers_is_refused(wrong):
    with pytest.raises(SystemExit, match="Not every answer was the page"):
        serving.answers(WRK + wrong)


def test_a_server_with_other_bytes_is_refused(monkeypatch):
    monkeypatch.setattr(serving, "ask", lambda port, path: (200, {"content-encoding": "gzip"}, b"other"))
    servers = {"static": serving.Served(1, "/", None)}

    with pytest.raises(SystemExit, match="static does not answer with the same bytes"):
        serving.refuse_other_bytes(servers, b"the page")
    serving.refuse_other_bytes(servers, b"other")


def test_ratios_are_of_one_turn_each():
    turns = [{"granian": 50, "static": 100}, {"granian": 30, "static": 50}, {"granian": 70, "static": 100}]

    made = serving.ratio("granian", turns, "static")

    assert (made.value, made.least, made.most) == (0.6, 0.5, 0.7)


def test_the_machine_is_named_without_its_name():
    said = machine.description()

    assert f"Python {sys.version.split()[0]}" in said
    assert "Django" in said
    assert os.uname().nodename not in said


def test_a_process_has_memory_and_a_processor():
    assert os.getpid() in processes.family(os.getppid())
    assert processes.proportional_megabytes(os.getpid()) > 1
    assert processes.processor_seconds(os.getpid()) > 0


def test_95_of_100_wait_less():
    assert slow.share([float(number) for number in range(100)]) == 95.0
    assert slow.share([1.0]) == 1.0


def test_a_function_answers_with_what_was_written_down(tmp_path, monkeypatch):
    serving.write_down(tmp_path, {"server": "x", "date": "y", "etag": '"1"'}, b"the page")
    monkeypatch.setenv("BENCH_FOLDER", str(tmp_path / "static"))
    function = groups.import_module("tests.bench.function")
    said = []

    body = function.application({"wsgi.input": io.BytesIO()}, lambda status, headers: said.append((status, headers)))

    assert said == [("200 OK", [("etag", '"1"')])]
    assert body == [b"the page"]
