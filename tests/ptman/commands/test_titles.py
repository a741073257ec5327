"""`ptman title`: judged, drafted, written, certified on the command line."""

import json
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import cli, db
from ptman.commands import office
from ptman.models import DegreeApplication, TitleApplication
from tests.ptman.register import title_office
from tests.ptman.register.title_office import TODAY, go, put

LATER = date(2027, 4, 1)
BATCH = "2027年春季"


@pytest.fixture
def path(office_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(office, "today", lambda: TODAY)
    with db.Database(office_path, who="测试") as opened:
        opened.write(title_office.make)
    return office_path


def run(path: Path, *words: str) -> int:
    return cli.run(["--file", str(path), "--lang", "zh", "title", *words])


def _only(session: Session) -> str:
    return session.scalars(select(TitleApplication.id)).one()


def _award(session: Session) -> None:
    student = session.scalars(select(TitleApplication.student_id)).one()
    session.add(DegreeApplication(student_id=student, title="论文", awarded_on=date(2027, 3, 20)))


def test_who_may_apply_and_why(path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(path, "list", BATCH) == 0
    assert "22460001  张雨桐  ✓ 可申报" in capsys.readouterr().out
    assert run(path, "why", "22460001", "--until", "2027-02-28") == 0
    said = capsys.readouterr().out
    assert "✓ 学位课加权平均分  85.00 分/80.00 分" in said
    assert "专业实践：12 个月" in said
    assert run(path, "why", "22460001", "--json") == 0
    assert json.loads(capsys.readouterr().out)["verdict"] == "met"
    assert run(path, "list", BATCH, str(tmp_path / "a.xlsx")) == 0
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_drafted_written_and_certified(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for keep, kept in (((), 0), (("--keep",), 1), (("--keep",), 0)):
        assert run(path, "draft", BATCH, *keep, "--json") == 0
        assert json.loads(capsys.readouterr().out)["kept"] == kept
    with db.Database(path, who="测试") as opened:
        key = opened.read(_only)
        opened.write(title_office.bring, key)
        go(opened, key, "submit", "pass_prelim", "review")
        put(opened, "title_application", key, votes_for="7", votes_against="0")
        go(opened, key, "pass_review", "publicise", today=date(2026, 12, 20))
        go(opened, key, "confirm", today=date(2026, 12, 28))
    for action, which, names in (
        ("applications", BATCH, ("l.pdf", "l.xlsx")),
        ("proof", "ZC-2026-001", ("p.docx",)),
        ("publicity", BATCH, ("o.pdf", "o.xlsx")),
    ):
        for name in names:
            assert run(path, action, which, str(tmp_path / name)) == 0
            assert (tmp_path / name).stat().st_size > 1000
    monkeypatch.setattr(office, "today", lambda: LATER)
    with db.Database(path, who="测试") as opened:
        opened.write(_award)
    capsys.readouterr()
    assert run(path, "certify", BATCH, "--keep") == 0
    assert "GCS2026001" in capsys.readouterr().out
    assert run(path, "certificates", BATCH, str(tmp_path / "c.pdf")) == 0
    assert run(path, "documents", BATCH, str(tmp_path / "made"), "--keep", "--language", "en") == 0
    (made,) = (tmp_path / "made").glob("*.pdf")
    assert made.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("publicity", BATCH), "以 .pdf、.docx、.xlsx 结尾"),
        (("proof", "ZC-9", "a.pdf"), "不是唯一的一条职称申报"),
        (("why", "22460001", "--until", "2026-01-01"), "应晚于"),
        (("draft", ""), "不是唯一的一条职称批次"),
    ],
)
def test_what_cannot_be_done_is_said(
    path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert run(path, *words) == 2
    assert said in capsys.readouterr().err
