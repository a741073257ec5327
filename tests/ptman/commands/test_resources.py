"""`ptman resource`: the whole of sharing on the command line, from the booking to give and take."""

import json
from pathlib import Path

import pytest

from ptman import cli, db
from tests.ptman.aspects.resources import resource_office

BOOKED = ("--from", "2026-09-21 09:00", "--to", "2026-09-21 11:00", "--user", "李伟", "--subject", "标定")


@pytest.fixture
def path(office_path: Path) -> Path:
    with db.Database(office_path, who="测试") as office:
        office.write(resource_office.make)
    return office_path


def run(path: Path, *words: str) -> int:
    return cli.run(["--file", str(path), "--lang", "zh", "resource", *words])


def test_a_resource_is_booked_once_and_judged(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "book", "机器人工作站", *BOOKED, "--json") == 0
    booked = json.loads(capsys.readouterr().out)
    assert booked["status"] == "approved"
    assert run(path, "book", "ZY-002", *BOOKED) == 2
    assert f"时间冲突：{booked['number']}" in capsys.readouterr().err
    assert run(path, "book", "ZY-002", *BOOKED, "--ask", "--unit", "星河通信有限公司") == 0
    assert run(path, "week", "--on", "2026-09-24", "--json") == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (found["monday"], [one["status"] for one in found["uses"]]) == ("2026-09-21", ["approved", "requested"])
    assert run(path, "evaluate", booked["number"], "--score", "5") == 2  # it has not been used yet
    assert "不能“评价”" in capsys.readouterr().err


def test_papers_sheets_and_calendars_are_written(path: Path, tmp_path: Path) -> None:
    assert run(path, "book", "ZY-002", *BOOKED, "--ask") == 0
    wanted = (
        (("balance", "sides.pdf"), b"%PDF"),
        (("balance", "sides.xlsx", "--year", "2026"), b"PK"),
        (("catalogue", "all.docx"), b"PK"),
        (("catalogue", "all.xlsx"), b"PK"),
        (("ics", "all.ics"), b"BEGIN:VCALENDAR"),
        (("ics", "ZY-002", "robot.ics"), b"BEGIN:VCALENDAR"),
    )
    for words, head in wanted:
        said = [str(tmp_path / word) if "." in word else word for word in words]
        assert run(path, *said) == 0, words
        (file,) = (Path(word) for word in said if "." in Path(word).name)
        assert file.read_bytes().startswith(head)
    assert run(path, "balance") == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("catalogue", "all.txt"), "以 .xlsx、.pdf、.docx 结尾"),
        (("book", "没有"), "不是唯一的一条教学资源"),
        (("week", "--on", "明天"), "不是日期"),
        (("evaluate", "SY-1"), "--score"),
    ],
)
def test_what_cannot_be_done_is_said(
    path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert run(path, *words) == 2
    assert said in capsys.readouterr().err
