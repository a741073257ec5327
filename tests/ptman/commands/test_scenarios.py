"""`ptman scenario`: from a proposal kept under a name to final records, and the workbook beside it."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ptman import cli, db
from tests.ptman.assign.desk import Desk, standing

NOTHING, DONE = 2, 0


@pytest.fixture
def office(office_path: Path) -> Path:
    with db.Database(office_path, who="测试") as opened:
        desk = Desk(opened)
        small, other = desk.small(3), desk.academic("王强", max_students=30)
        for who in small.students:
            desk.wish(who, 1, academic_supervisor_id=other)
    return office_path


def said(path: Path, capsys: pytest.CaptureFixture[str], *words: str, status: int = DONE) -> str:
    assert cli.run(["--file", str(path), "--lang", "en", *words]) == status
    captured = capsys.readouterr()
    return captured.out + captured.err


def scenario(path: Path, capsys: pytest.CaptureFixture[str], *words: str, status: int = DONE) -> str:
    return said(path, capsys, "scenario", *words, "--cohort", "2026", status=status)


def saved(path: Path, capsys: pytest.CaptureFixture[str], name: str, *words: str) -> str:
    return said(path, capsys, "assign", "--cohort", "2026", "--name", name, *words)


def test_from_a_name_to_the_records(office: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "Kept as scenario “甲”" in saved(office, capsys, "甲", "--seed", "0917", "--mode", "generous")
    saved(office, capsys, "乙", "--weight", "rank=0", "--weight", "level=100")
    listed = json.loads(scenario(office, capsys, "list", "--json"))["scenarios"]
    assert [(one["name"], one["mode"], one["seed"]) for one in listed] == [
        ("乙", "total", "2026"),
        ("甲", "generous", "0917"),
    ]
    assert scenario(office, capsys, "list").splitlines()[1].startswith("甲: fewest late choices, in work, ")
    compared = json.loads(scenario(office, capsys, "compare", "甲", "--against", "乙", "--json"))
    assert compared["differ"] > 0
    out = tmp_path / "方案.xlsx"
    scenario(office, capsys, "report", "甲", "--against", "乙", "--out", str(out))
    book = load_workbook(out)
    assert book.sheetnames[:3] == ["Pairs", "Vacancies and why", "By hand and locked"]
    assert len(book.sheetnames) == 7
    assert book["Pairs"].max_row == 3 + 3
    scenario(office, capsys, "publish", "甲", "--draft")
    assert "is final: 6 pairings, 3 placements" in scenario(office, capsys, "publish", "甲", "--final")
    with db.Database(office, who="测试", look=True) as opened:
        assert len(opened.read(standing)) == 9
    assert "cannot be changed" in scenario(office, capsys, "publish", "甲", "--final", status=NOTHING)


def test_looking_publishes_nothing(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved(office, capsys, "甲")
    scenario(office, capsys, "publish", "甲")
    assert json.loads(scenario(office, capsys, "list", "--json"))["scenarios"][0]["state"] == "open"
    scenario(office, capsys, "solve", "甲")
    scenario(office, capsys, "discard", "甲")
    assert "no scenarios yet" in scenario(office, capsys, "list")


@pytest.mark.parametrize(
    ("words", "because"),
    [
        (("compare", "甲"), "--against"),
        (("report", "甲"), "--out"),
        (("solve", "丙"), "no scenario “丙”"),
    ],
)
def test_what_is_missing_is_said(
    office: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], because: str
) -> None:
    saved(office, capsys, "甲")
    assert because in scenario(office, capsys, *words, status=NOTHING)


@pytest.mark.parametrize("weight", ["rang=1", "rank", "rank=-1", "rank=999"])
def test_a_weight_out_of_the_declared_is_refused(office: Path, capsys: pytest.CaptureFixture[str], weight: str) -> None:
    said(office, capsys, "assign", "--cohort", "2026", "--weight", weight, status=NOTHING)
