"""Files are kept once, go where their record goes, come back by undo, and are told when they are damaged."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from ptman import backup, db, pragmas, undo
from ptman.errors import PtmanError
from ptman.models import Blob
from ptman.register import attachments, cards, edit, merge
from tests import makers

Ids = Callable[..., str]
PDF = b"%PDF-1.7 scan"


def file(folder: Path, name: str, content: bytes = PDF) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def packed(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as pack:
        for name in names:
            pack.writestr(name, "x")
    return held.getvalue()


def blobs(office: db.Database) -> int:
    return office.read(attachments.usage).files


def put(office: db.Database, key: str, path: Path, today: date) -> str:
    return office.write(attachments.attach, ("student", key), attachments.look(path, 1000), today, "扫描件")


def test_a_file_is_kept_once_and_read_back(office: db.Database, ids: Ids, today: date, tmp_path: Path) -> None:
    one, other = ids(makers.student), ids(makers.student, "22660002", "李思远")
    path = file(tmp_path, "协议.pdf")
    key = put(office, one, path, today)
    put(office, other, path, today)
    assert blobs(office) == 1
    assert office.read(attachments.content, key) == PDF
    (found,) = office.read(attachments.listed, "student", one)
    assert (found.name, found.media, found.size, found.by, found.note) == (
        *("协议.pdf", "application/pdf", len(PDF), "测试", "扫描件"),
    )
    with pytest.raises(PtmanError) as caught:
        put(office, one, file(tmp_path, "again.pdf"), today)
    assert caught.value.code == "attached-already"
    assert office.read(undo.history)[0].sentence.zh == "添加附件 协议.pdf（李思远）"


def test_removing_and_undoing_find_the_bytes(office: db.Database, ids: Ids, today: date, tmp_path: Path) -> None:
    student = ids(makers.student)
    key = put(office, student, file(tmp_path, "a.pdf"), today)
    (found,) = office.read(attachments.listed, "student", student)
    office.write(attachments.remove, found.ref)
    assert office.read(attachments.listed, "student", student) == ()
    assert office.write(attachments.sweep) == 0
    office.write(undo.undo, office.read(undo.history)[0].number)
    assert office.read(attachments.content, key) == PDF
    office.write(edit.delete, office.read(cards.card, "student", student).ref)
    office.write(undo.undo, office.read(undo.history)[0].number)
    assert office.read(attachments.content, key) == PDF


def test_bytes_nobody_names_are_swept(office: db.Database, ids: Ids, today: date, tmp_path: Path) -> None:
    put(office, ids(makers.student), file(tmp_path, "a.pdf"), today)

    def stray(session: Session) -> None:
        session.add(Blob(sha256="0" * 64, content=b"left"))

    office.write(stray)
    assert blobs(office) == 2
    assert office.write(attachments.sweep) == 1
    assert blobs(office) == 1


def test_merging_takes_the_files_along(office: db.Database, ids: Ids, today: date, tmp_path: Path) -> None:
    keep, drop = ids(makers.student), ids(makers.student, "22660012")
    put(office, drop, file(tmp_path, "a.pdf"), today)
    refs = [office.read(cards.card, "student", key).ref for key in (keep, drop)]
    office.write(merge.merge, *refs, {})
    assert [one.name for one in office.read(attachments.listed, "student", keep)] == ["a.pdf"]


def test_damage_is_told(office: db.Database, ids: Ids, today: date, tmp_path: Path) -> None:
    key = put(office, ids(makers.student), file(tmp_path, "a.pdf"), today)
    copy = tmp_path / "copy.ptman"
    backup.write(office.path, copy)
    raw = pragmas.connect(office.path)
    raw.execute("UPDATE blob SET content = x'00'")
    raw.close()
    with pytest.raises(PtmanError) as caught:
        office.read(attachments.content, key)
    assert caught.value.code == "attachment-damaged"
    with db.Database(copy, who="测试") as other:
        assert other.read(attachments.content, key) == PDF


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.exe", b"MZ\0", "程序"),
        ("a.pdf", b"MZ\0", "程序"),
        ("a.js", b"1", "程序"),
        ("a.xlsm", b"x", "宏"),
        ("a.docx", packed("word/document.xml", "word/vbaProject.bin"), "宏"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "_VBA_PROJECT".encode("utf-16-le"), "宏"),
        ("a.png", PDF, "内容却是 .pdf"),
        ("a.docx", packed("xl/workbook.xml"), "内容却是 .xlsx"),
        ("a.docx", b"PK\3\4broken", "认不出"),
        ("a.bin", b"\0\1", "认不出"),
        ("a.pdf", PDF * 100, "超过上限"),
        ("gone.pdf", None, "找不到"),
    ],
)
def test_what_is_not_taken_says_why(tmp_path: Path, name: str, content: bytes | None, says: str) -> None:
    path = tmp_path / name if content is None else file(tmp_path, name, content)
    with pytest.raises(PtmanError) as caught:
        attachments.look(path, 1000)
    assert says in caught.value.sentence.zh


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.PDF", PDF),
        ("a.jpeg", b"\xff\xd8\xff\xe0"),
        ("a.docx", packed("word/document.xml")),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("a.txt", "会议纪要".encode("gb18030")),
        ("a.ofd", packed("OFD.xml")),
    ],
)
def test_papers_of_an_office_are_taken(tmp_path: Path, name: str, content: bytes) -> None:
    assert attachments.look(file(tmp_path, name, content), 1000).content == content


def test_the_limit_is_a_rule(office: db.Database, today: date) -> None:
    assert office.read(attachments.limit, today) == 25_000_000
    assert office.read(lambda session: session.scalar(text("SELECT count(*) FROM blob"))) == 0
