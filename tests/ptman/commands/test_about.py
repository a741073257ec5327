"""`ptman about`: everything about a record without a window."""

import json
from pathlib import Path

import pytest

from ptman import cli, db
from tests.ptman.register import test_whole


@pytest.fixture
def path(office_path: Path) -> Path:
    with db.Database(office_path, who="测试") as office:
        office.write(test_whole.paired)
    return office_path


def run(path: Path, *words: str, lang: str = "zh") -> int:
    return cli.run(["--file", str(path), "--lang", lang, "about", *words])


def test_a_student_is_told_with_all_that_touches_them(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "student", "22660001") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "张雨桐"
    assert "导师分配 2" in said
    assert "基地 1（经实践派遣）" in said
    assert run(path, "training-base", "JD001", lang="en") == 0
    assert "Student 2 (by placement)" in capsys.readouterr().out
    assert run(path, "organisation", "星河", "--json") == 0
    assert json.loads(capsys.readouterr().out)["around"]["training_base"] == 1


def test_other_kinds_have_no_such_page(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "agreement", "XY-001") == 2
    assert "没有全貌" in capsys.readouterr().err
