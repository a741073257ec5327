"""The command line imports a roster again: conflicts are counted, hand edits stay unless `--theirs` gives them up."""

import json
from pathlib import Path
from typing import Any

import pytest

from ptman import cli, db
from tests.ptman.intake import books, resending

FILE, HAND, NEWER = "19900000001", "19900000002", "19900000003"


def roster(folder: Path, mobile: str) -> Path:
    return books.write(folder / "学院.xlsx", books.STUDENT, [books.student("22660001", "张雨桐", 手机=mobile)])


def imported(capsys: pytest.CaptureFixture[str], office: Path, workbook: Path, *words: str) -> dict[str, Any]:
    capsys.readouterr()
    assert cli.run(["--lang", "zh", "--file", str(office), "import", str(workbook), "--keep", "--json", *words]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def mobile(path: Path) -> str | None:
    with db.Database(path, who="测试", look=True) as office:
        return resending.mobile(office)


def test_conflicts_are_counted_and_only_theirs_takes_them(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "office.ptman"
    first = imported(capsys, path, roster(tmp_path, FILE))
    assert (first["source"], first["new"], first["conflicts"]) == ("学院", 1, 0)
    with db.Database(path, who="测试") as office:
        office.write(resending.edit, "22660001", mobile=HAND)
    same = imported(capsys, path, roster(tmp_path, FILE))
    assert (same["rows"], same["unchanged"], same["kept_by_hand"], same["conflicts"]) == (1, 1, 1, 0)
    newer = imported(capsys, path, roster(tmp_path, NEWER))
    assert (newer["rows"], newer["kept_by_hand"], newer["conflicts"]) == (1, 0, 1)
    assert newer["apart"] == [
        {"result": "conflict", "place": "Sheet1 · 2", "title": "张雨桐", "field": "手机", "office": HAND, "file": NEWER}
    ]
    assert mobile(path) == HAND
    imported(capsys, path, roster(tmp_path, NEWER), "--sender", "学院", "--theirs")
    assert mobile(path) == NEWER


def test_headers_are_matched_by_map_and_remembered_with_keep(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "office.ptman"
    header = ("学生编码", "联络电话号", *(one for one in books.STUDENT if one not in {"学号", "手机"}))
    row = dict(zip(books.STUDENT, books.student("22660001", "张雨桐"), strict=True))
    cells = ("22660001", FILE, *(row[one] for one in header[2:]))
    workbook = books.write(tmp_path / "学院.xlsx", header, [cells])
    said = ["--map", "学生编码=学号", "--map", "联络电话号=person.mobile"]
    assert cli.run(["--file", str(path), "import", str(workbook), "--keep"]) == 2
    assert cli.run(["--file", str(path), "import", str(workbook), *said, "--map", "没有=-"]) == 2
    assert imported(capsys, path, workbook, *said)["new"] == 1
    assert mobile(path) == FILE
    assert imported(capsys, path, workbook)["unchanged"] == 1
