"""What a hostile file can do to the process that reads it: nothing that lasts."""

from __future__ import annotations

import json
import os
import shutil
import socket
from pathlib import Path
from typing import Any

import pytest

from archive.files import worker
from archive.files.reader import FileReader
from archive.files.sandbox import confine
from tests.command import python
from tests.files import made
from tests.files.conftest import SAMPLES


def bomb() -> bytes:
    """A document of a hundred kilobytes whose paragraphs take gigabytes of memory."""
    content = made.package(
        {
            "[Content_Types].xml": b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            b"<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            b"<Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument."
            b"wordprocessingml.document.main+xml'/></Types>",
            "_rels/.rels": b"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            b"<Relationship Id='r' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
            b"officeDocument' Target='word/document.xml'/></Relationships>",
            "word/document.xml": b"<w:document " + made.WORD.encode() + b"><w:body>" + b"<w:p/>" * 12_000_000,
        }
    )
    assert len(content) < 2**20
    return content


def test_a_bomb_costs_one_flagged_file_and_the_next_one_is_read(reader: FileReader) -> None:
    assert reader.read(bomb()).state in ("too large", "damaged")
    assert reader.read(made.word("Kế hoạch")).state == "read"


def test_entities_of_a_document_type_are_not_resolved(reader: FileReader, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("bí mật")
    evil = f"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file://{tmp_path}/secret'>]><a><p>thấy &x;</p></a>"
    found = reader.read(evil.encode())
    assert "thấy" in found.text
    assert "bí mật" not in found.text


def test_names_that_climb_out_of_an_archive_are_only_names(reader: FileReader, tmp_path: Path) -> None:
    found = reader.read(made.package({"../../../etc/passwd": b"x", "/tmp/x": b"y"}))
    assert found.text == "../../../etc/passwd\n/tmp/x"
    assert not list(tmp_path.iterdir())


def test_a_reader_that_hangs_is_ended(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "hangs")
    job = {"path": str(tmp_path / "hangs"), "seconds": 1, "served_as": "", "ocr": False}
    answer = json.loads(worker._answer(job, tmp_path))
    assert answer == {"state": "too large", "reason": "Reading it took more than 1 seconds."}


def test_a_reader_that_breaks_down_is_one_damaged_file(tmp_path: Path) -> None:
    answer = json.loads(worker._answer({"path": str(tmp_path), "seconds": 5}, tmp_path))
    assert answer["state"] == "damaged"


def test_a_worker_that_is_gone_is_replaced(reader: FileReader) -> None:
    assert reader.read(b"Tin").state == "read"
    assert reader._worker is not None
    reader._worker.kill()
    reader._worker.wait()
    assert reader.read(b"Tin").state == "read"


def test_the_process_that_reads_has_no_network(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        child = os.fork()
        if child == 0:
            code = 9
            try:
                confine(5)
                socket.create_connection(server.getsockname(), timeout=2)
                code = 1
            except OSError:
                code = 0
            finally:
                os._exit(code)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status == 1 and os.geteuid() != 0:
        pytest.skip("this system does not let a process leave the network")
    assert status == 0


OFFICE = """#!/bin/sh
# Stands in for LibreOffice: takes the same words, and makes the Word file that a test has laid beside it.
test "$(tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' ')" = lo || exit 7
test -f profile/user/registrymodifications.xcu || exit 8
{before}
while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out="$2"; shift; done
head -c 4 "$1" | od -An -tx1 | grep -q "d0 cf 11 e0" || exit 9
mkdir -p "$out" && cp {made} "$out/file.docx"
"""


def read_with(tools_of: Path, tmp_path: Path) -> dict[str, Any]:
    """The sample of Word 97 read where only the programs of one folder, and the shell's, are installed."""
    code = (
        "import json, sys; from pathlib import Path; from archive.files import tools, worker; "
        "tools._ENVIRONMENT['PATH'] = sys.argv[1]; "
        "print(worker._answer(json.loads(sys.argv[2]), Path(sys.argv[3])))"
    )
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    job = {"path": str(SAMPLES / "ke-hoach.doc"), "seconds": 20, "served_as": "", "ocr": False}
    done = python(code, tools_of, json.dumps(job), scratch)
    assert done.code == 0, done.err
    return done.json  # type: ignore[no-any-return]


def installed(folder: Path, office: str | None) -> Path:
    """A folder of programs: those that the script itself needs, and perhaps an office."""
    folder.mkdir()
    for name in ("sh", "tail", "cut", "tr", "head", "od", "grep", "mkdir", "cp"):
        (folder / name).symlink_to(shutil.which(name) or name)
    if office is not None:
        (folder / "soffice").write_text(office)
        (folder / "soffice").chmod(0o755)
    return folder


def test_what_antiword_is_missing_for_libreoffice_reads_without_a_network(tmp_path: Path) -> None:
    (tmp_path / "made.docx").write_bytes(made.word("Kế hoạch số 45/KH-SNV, đọc bằng LibreOffice"))
    office = OFFICE.format(before="", made=tmp_path / "made.docx")
    found = read_with(installed(tmp_path / "bin", office), tmp_path)
    assert (found["state"], found["method"], found["kind"]) == ("read", "LibreOffice", "doc"), found
    assert "đọc bằng LibreOffice" in found["text"]


@pytest.mark.parametrize(
    ("before", "state", "reason"),
    [
        ("echo 'source file could not be loaded' >&2; exit 1", "damaged", "soffice cannot read the file (source file"),
        ("exit 0", "tool missing", "please run:  sudo apt-get install antiword"),
        ("kill -9 $$", "damaged", "soffice cannot read the file (exit code -9)."),
        (None, "tool missing", "please run:  sudo apt-get install antiword"),
    ],
    ids=["fails", "makes-nothing", "is-killed", "is-not-there"],
)
def test_a_document_that_no_program_reads_says_why(before: str | None, state: str, reason: str, tmp_path: Path) -> None:
    office = None if before is None else OFFICE.format(before=before, made=tmp_path / "none")
    found = read_with(installed(tmp_path / "bin", office), tmp_path)
    assert found["state"] == state, found
    assert reason in found["reason"]
