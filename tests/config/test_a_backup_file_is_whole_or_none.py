"""The file of a backup by itself: what is written is read, and what was cut or changed is noticed."""

import io
import tarfile

import pytest

from config.backup import NotPossible
from config.backup.archive import Reader, Writer, written_whole


def nothing(count):
    pass


def written(**members: bytes) -> bytes:
    stream = io.BytesIO()
    writer = Writer(stream)
    for name, data in members.items():
        writer.add(name, data)
    writer.finish()
    return stream.getvalue()


def read(data: bytes) -> Reader:
    return Reader(io.BytesIO(data), "a.tar", nothing)


WRITTEN = written(first=b"one" * 1000, second=b"two")


def test_what_was_written_is_read(tmp_path):
    reader = read(WRITTEN)
    reader.take("first", tmp_path / "folder" / "first", nothing)

    assert reader.text("second") == "two"
    assert (tmp_path / "folder" / "first").read_bytes() == b"one" * 1000
    assert reader.size("f") == 3000


def test_other_programs_can_read_it_too():
    with tarfile.open(fileobj=io.BytesIO(WRITTEN)) as tar:
        assert tar.getnames() == ["first", "second", "SHA256SUMS", "WHOLE.sha256"]


@pytest.mark.parametrize("length", [0, 1, 511, 512, 2000, 4096, 5000, 6144])
def test_a_file_that_was_cut_is_refused(length):
    with pytest.raises(NotPossible, match="Nothing was changed"):
        read(WRITTEN[:length])


@pytest.mark.parametrize("place", range(0, 7168, 509))
def test_a_single_changed_bit_is_noticed(place):
    data = bytearray(WRITTEN)
    data[place] ^= 4

    with pytest.raises(NotPossible, match="Nothing was changed"):
        read(bytes(data))


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "a/../../b", "a//b", "a/.", ""])
def test_no_name_leads_out_of_the_folder(name):
    with pytest.raises(NotPossible):
        written(**{name: b"x"})

    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        tar.addfile(tarfile.TarInfo(name or "."))
    with pytest.raises(NotPossible):
        read(stream.getvalue())


def test_a_link_is_no_member():
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)

    with pytest.raises(NotPossible, match="is not a backup"):
        read(stream.getvalue())


def test_what_fails_halfway_leaves_nothing(tmp_path):
    def fails():
        with written_whole(tmp_path / "a.tar") as stream:
            stream.write(b"half")
            raise OSError("The disk is full.")

    with pytest.raises(OSError, match="full"):
        fails()

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_came_meanwhile_is_not_overwritten(tmp_path):
    def is_late():
        with written_whole(tmp_path / "a.tar") as stream:
            stream.write(b"mine")
            (tmp_path / "a.tar").write_bytes(b"theirs")

    with pytest.raises(FileExistsError):
        is_late()

    assert (tmp_path / "a.tar").read_bytes() == b"theirs"
