"""Each bad file is told apart and refused with its own sentence, within the bounds, before any library sees it."""

import re
from pathlib import Path

import pytest

from ptman.errors import PtmanError
from ptman.intake import bad_files, reading
from ptman.intake.limits import MEGABYTE, Limits
from ptman.labels import Lang
from tests.ptman.intake import bad_workbooks as make

GOOD = make.workbook()
DOCX = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}
ODS = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}


def rotten() -> bytes:
    """One bit of the sheet is turned over."""
    archive = bytearray(GOOD)
    archive[archive.find(make.SHEET1.encode()) + len(make.SHEET1) + 10] ^= 4
    return bytes(archive)


FILES = {
    "empty": ("roster.xlsx", b"", "empty-file"),
    "cut": ("roster.xlsx", GOOD[: len(GOOD) // 2], "damaged-cut"),
    "cut a little": ("roster.xlsx", GOOD[:-5], "damaged-cut"),
    "only zeros": ("roster.xlsx", bytes(5000), "damaged"),
    "bit rot": ("roster.xlsx", rotten(), "damaged"),
    "broken xml": ("roster.xlsx", make.with_part(make.SHEET1, "<worksheet><row>"), "damaged"),
    "unknown encoding": (
        "roster.xlsx",
        make.with_part(make.STRINGS, '<?xml version="1.0" encoding="GBK"?><s/>'),
        "damaged",
    ),
    "UTF-16 inside": ("roster.xlsx", make.with_part(make.SHEET1, make.sheet_xml().encode("utf-16")), "damaged"),
    "Latin-1 inside": (
        "roster.xlsx",
        make.with_part(make.STRINGS, '<?xml version="1.0" encoding="ISO-8859-1"?><sst/>'),
        "damaged",
    ),
    "cells behind the end": (
        "roster.xlsx",
        make.workbook(make.GOOD_ROWS, "<sheetData><row><c r='C3'><v>3</v></c></row></sheetData>"),
        "damaged",
    ),
    "one cell twice": (
        "roster.xlsx",
        make.workbook("<row><c r='A1'><v>3</v></c><c r='A1'><v>4</v></c></row>"),
        "damaged",
    ),
    "no such text": ("roster.xlsx", make.workbook("<row><c r='A1' t='s'><v>9</v></c></row>"), "damaged"),
    "no letters for a number": ("roster.xlsx", make.workbook("<row><c r='A1'><v>a</v></c></row>"), "damaged"),
    "bad reference": ("roster.xlsx", make.workbook('<row><c r="?1"><v>1</v></c></row>'), "damaged"),
    "password": ("roster.xlsx", make.compound("EncryptedPackage"), "password-protected"),
    "password of the zip": ("roster.xlsx", make.encrypted_zip(), "password-protected"),
    "xls in name only": ("roster.xls", make.compound("Workbook"), "damaged"),
    "doc": ("roster.doc", make.compound("WordDocument"), "not-xlsx:doc"),
    "other container": ("roster.xlsx", make.compound("Other"), "not-a-workbook"),
    "html": ("roster.xls", "\ufeff\n<HTML><table><tr><td>学号</td></tr></table>".encode(), "html-renamed"),
    "html in GBK": ("roster.xlsx", "<table><tr><td>学号姓名</td></tr></table>".encode("gb18030"), "html-renamed"),
    "mhtml": ("roster.xls", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "html-renamed"),
    "xml 2003": (
        "roster.xls",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "not-xlsx:xml",
    ),
    "csv": ("roster.xlsx", "学号,姓名\n2026,甲\n".encode(), "csv-renamed"),
    "csv in GBK": ("roster.xlsx", "学号,姓名\n2026,甲\n".encode("gb18030"), "csv-renamed"),
    "csv in UTF-16": ("roster.xlsx", "学号\t姓名\n2026\t甲\n".encode("utf-16"), "csv-renamed"),
    "long csv": ("roster.xlsx", ("学号,姓名\n" + "2026,甲\n" * 5000).encode(), "csv-renamed"),
    "prose": ("roster.xlsx", "请查收附件".encode(), "not-a-workbook:text"),
    "pdf": ("roster.xlsx", b"%PDF-1.7\n%\xe2\xe3", "not-a-workbook:pdf"),
    "picture": ("roster.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not-a-workbook:image"),
    "noise": ("roster.xlsx", bytes(range(1, 256)) * 9, "not-a-workbook"),
    "owner file": ("~$roster.xlsx", b"\x05Someone" + b" " * 150, "not-a-workbook:owner"),
    "docx": ("roster.xlsx", make.zipped({**DOCX}), "not-xlsx:docx"),
    "pptx": ("roster.xlsx", make.zipped({"ppt/presentation.xml": "<p/>"}), "not-xlsx:pptx"),
    "xlsb": ("roster.xlsx", make.zipped({"xl/workbook.bin": b"\x83\x01"}), "not-xlsx:xlsb"),
    "ods without sheets": ("roster.ods", make.zipped({**ODS}), "damaged"),
    "zip": ("roster.xlsx", make.zipped({"roster.xlsx": GOOD}), "not-xlsx:zip"),
    "empty zip": ("roster.xlsx", make.zipped({}), "not-xlsx:zip"),
    "rar": ("roster.xlsx", b"Rar!\x1a\x07\x01\x00" + bytes(50), "not-xlsx:archive"),
    "name with ..": ("roster.xlsx", make.with_part("../../x.xml", "<x/>"), "bad-part-name"),
    "name with backslashes": ("roster.xlsx", make.with_part("xl\\..\\..\\x.xml", "<x/>"), "bad-part-name"),
    "name from the root": ("roster.xlsx", make.with_part("/etc/x.xml", "<x/>"), "bad-part-name"),
    "no rows": ("roster.xlsx", make.workbook(""), "no-data"),
    "only empty cells": ("roster.xlsx", make.workbook('<row r="1"><c r="A1" s="0"/></row>'), "no-data"),
}


# Whatever the file is, its reader may take no longer and no more than this.
WITHIN = Limits(read_seconds=5, child_bytes=300 * MEGABYTE)


def code_of(path: Path, within: Limits | None = None) -> str:
    """The code of the refusal, whose sentence is complete in both languages."""
    with pytest.raises(PtmanError) as caught:
        reading.read(path, within or WITHIN)
    for lang in Lang:
        sentence = caught.value.text(lang)
        assert len(sentence) > 15
        assert not re.search(r"[{}]", sentence)
    return caught.value.code


@pytest.mark.parametrize("title", FILES)
def test_each_is_told_apart(title: str, tmp_path: Path) -> None:
    name, content, code = FILES[title]
    path = tmp_path / name
    path.write_bytes(content)
    assert code_of(path) == code
    assert path.read_bytes() == content


def test_a_file_that_is_gone_and_a_folder(tmp_path: Path) -> None:
    assert code_of(tmp_path / "gone.xlsx") == "file-gone"
    assert code_of(tmp_path) == "not-a-file"


def test_a_file_over_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "roster.xlsx"
    path.write_bytes(GOOD + bytes(2000))
    assert code_of(path, Limits(file_bytes=2000)) == "file-too-large"


def test_every_sentence_can_be_filled_in_both_languages() -> None:
    facts: dict[str, str | float] = {
        "part": "p",
        "sheet": "s",
        "place": "A1",
        "column": "XFD",
        "row": 1,
        "size": 1,
        "limit": 1,
        "count": 1,
    }
    for code in bad_files.SENTENCES:
        error = bad_files.refusal(code, "a{b}.xlsx", seconds=30, **facts)
        assert error.code == code
        assert ("a{b}.xlsx" in error.text(Lang.ZH)) == ("{name}" in bad_files.SENTENCES[code].zh)
        assert error.text(Lang.ZH) != error.text(Lang.EN)
