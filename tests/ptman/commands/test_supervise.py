"""`ptman supervise`: the work of double supervision on the command line, from renewal to leaving."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from ptman import cli, db
from ptman.commands import office as commands_office
from tests.ptman.aspects.double import double_office
from tests.ptman.aspects.double.double_office import TODAY


@pytest.fixture
def path(office_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(commands_office, "today", lambda: TODAY)
    with db.Database(office_path, who="测试") as office:
        made = office.write(double_office.make)
        office.write(double_office.ends, made.elsewhere, TODAY + timedelta(days=40))
        double_office.send(office)
    return office_path


def run(path: Path, *words: str) -> int:
    return cli.run(["--file", str(path), "--lang", "zh", "supervise", *words])


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_terms_are_looked_at_then_renewed(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "list") == 0
    assert "待续聘" in capsys.readouterr().out
    for keep, terms, kept in (((), 1, 0), (("--keep",), 1, 1), ((), 0, 0)):
        assert run(path, "renew", *keep, "--json") == 0
        assert told(capsys) == {"terms": terms, "kept": kept}


def test_papers_are_issued_and_written(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "certify", "PS20260009", "--out", str(tmp_path / "cert.pdf"), "--json") == 0
    assert str(told(capsys)["number"]).startswith("工院聘")
    assert run(path, "form", "BG2026-001", "--out", str(tmp_path / "form.pdf")) == 0
    assert run(path, "assess", "--keep") == 0
    for action, name in (("remind", "remind.docx"), ("sheet", "sheet.pdf")):
        assert run(path, action, str(tmp_path / name)) == 0
    capsys.readouterr()
    heads = {one.name: one.read_bytes()[:4] for one in tmp_path.glob("*.*") if one.suffix in {".pdf", ".docx"}}
    assert heads == {"cert.pdf": b"%PDF", "form.pdf": b"%PDF", "remind.docx": b"PK\x03\x04", "sheet.pdf": b"%PDF"}
    assert run(path, "guidance", "--json") == 0
    assert told(capsys) == {"pairs": 6, "none": 6, "short": 6}
    assert run(path, "changes", "--json") == 0
    assert [one["number"] for one in told(capsys)["changes"]] == ["BG2026-001"]  # type: ignore[attr-defined, union-attr]  # parsed


def test_a_leaving_is_rehearsed_then_applied(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("leave", "E000", "--on", date(2026, 12, 1).isoformat(), "--reason", "调离")
    assert run(path, *words, "--out", str(tmp_path / "tell.pdf")) == 0
    said = capsys.readouterr().out
    assert "变动 3 人，已证明不能再少" in said
    assert "将过时的函件" in said
    assert "未作任何改动" in said
    assert run(path, *words, "--keep", "--json") == 0
    assert told(capsys) == {"students": 3, "vacant": 0, "letters": 1, "kept": True}
    assert run(path, *words) == 2
    assert "现在没有指导学生" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("remind", "名单.txt"), "以 .pdf、.docx 结尾"),
        (("leave", "没有"), "不是唯一的一条企业导师"),
        (("leave", "E000", "--on", "下周"), "不是日期"),
    ],
)
def test_what_cannot_be_done_is_said(
    path: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(path, *words) == 2
    assert said in capsys.readouterr().err
