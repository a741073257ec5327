"""`ptman scoreboard`: a year's targets listed, written, recorded and carried on, without a window."""

import json
from pathlib import Path

import pytest

from ptman import cli, db
from ptman.commands import office as offices
from tests.ptman.aspects.scoreboard import scoreboard_office


@pytest.fixture
def path(office_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(offices, "today", lambda: scoreboard_office.TODAY)
    with db.Database(office_path, who="测试") as office:
        office.write(scoreboard_office.make)
    return office_path


def run(path: Path, *words: str, lang: str = "zh") -> int:
    return cli.run(["--file", str(path), "--lang", lang, "scoreboard", *words])


def test_the_year_goes_from_targets_to_the_next_year(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path) == 0
    assert "在读研究生配齐双导师：50% / 100% 推进中" in capsys.readouterr().out
    assert run(path, "--record") == 0
    assert "已定格 2 项实际值" in capsys.readouterr().out
    assert run(path, "--year", "2027", "--carry", "2026", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["year"], [one["standing"] for one in found["targets"]]) == (2027, ["unknown"] * 4)


@pytest.mark.parametrize(("name", "head"), [("a.pdf", b"%PDF"), ("a.docx", b"PK"), ("a.xlsx", b"PK")])
def test_it_is_written_in_every_form(path: Path, tmp_path: Path, name: str, head: bytes) -> None:
    assert run(path, str(tmp_path / name), lang="en") == 0
    assert (tmp_path / name).read_bytes().startswith(head)


def test_what_cannot_be_done_is_said(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "board.txt") == 2
    assert ".pdf、.docx 或 .xlsx" in capsys.readouterr().err
    assert run(path, "--carry", "2019") == 2
    assert "没有可从 2019 年结转" in capsys.readouterr().err
    assert run(path, "--year", "2031") == 0
    assert "还没有合作任务" in capsys.readouterr().out
