"""`ptman meeting`: the whole of a negotiation on the command line, from the call to the seats."""

import json
from pathlib import Path

import pytest

from ptman import cli, db
from tests.ptman.aspects.negotiation import meeting_office


@pytest.fixture
def path(office_path: Path) -> Path:
    with db.Database(office_path, who="测试") as office:
        office.write(meeting_office.make)
    return office_path


def run(path: Path, *words: str) -> int:
    return cli.run(["--file", str(path), "--lang", "zh", "meeting", *words])


def test_a_meeting_is_called_and_its_papers_written(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(path, "call", "校企会商", "--on", "2030-01-10", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"meeting": "HS-2030-01", "on": "2030-01-10", "carried": 1}
    wanted = (
        ("notice", "HS-2030-01", "notice.pdf", b"%PDF"),
        ("minutes", "HS-2026-01", "minutes.docx", b"PK"),
        ("brief", "星河通信有限公司", "brief.pdf", b"%PDF"),
        ("follow-up", "HS-2026-01-01", "sheet.pdf", b"%PDF"),
        ("ics", "HS-2030-01", "meeting.ics", b"BEGIN:VCALENDAR"),
    )
    for action, which, name, head in wanted:
        assert run(path, action, which, str(tmp_path / name)) == 0
        assert (tmp_path / name).read_bytes().startswith(head)
    for action, name in (("ics", "due.ics"), ("ledger", "ledger.xlsx")):
        assert run(path, action, str(tmp_path / name)) == 0
        assert (tmp_path / name).stat().st_size > 0


def test_a_commitment_is_looked_at_then_kept(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for keep, periods, kept in (((), 1, 0), (("--keep",), 1, 1), (("--keep",), 0, 0)):
        assert run(path, "apply", "CN-01", *keep, "--json") == 0
        assert json.loads(capsys.readouterr().out) == {"periods": periods, "kept": kept}
    assert run(path, "kept") == 0
    assert "基地名额" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("minutes", "HS-2026-01"), "以 .pdf、.docx 结尾"),
        (("minutes", "没有", "a.pdf"), "不是唯一的一条会议"),
        (("call", ""), "不是唯一的一条会议系列"),
        (("call", "校企会商", "--on", "明天"), "不是日期"),
    ],
)
def test_what_cannot_be_done_is_said(
    path: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(path, *words) == 2
    assert said in capsys.readouterr().err
