"""`ptman assign`: what stands stays, unless --again lets it move."""

import json
from pathlib import Path

import pytest

from ptman import cli, db
from tests.ptman.assign.desk import Desk, standing

PARTLY = 1
"""No bases: every student lacks one, whatever else is given."""


@pytest.fixture
def wanted(office_path: Path) -> str:
    """The supervisor whom the only student, who has another, would rather have."""
    with db.Database(office_path, who="测试") as office:
        desk = Desk(office)
        student = desk.student("赵一")
        desk.supervise(student, academic=desk.academic("李伟"))
        wanted = desk.academic("王芳")
        desk.wish(student, 1, academic_supervisor_id=wanted)
    return wanted


def assigned(path: Path, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert cli.run(["--file", str(path), "--lang", "en", "assign", "--cohort", "2026", *words]) == PARTLY
    return capsys.readouterr().out


def has(path: Path, supervisor: str) -> bool:
    with db.Database(path, who="测试", look=True) as office:
        return office.read(standing) == {("赵一", "academic", supervisor)}


def test_what_stands_stays(office_path: Path, wanted: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Changed" not in assigned(office_path, capsys)
    assigned(office_path, capsys, "--keep")
    assert not has(office_path, wanted)


def test_again_lets_it_move(office_path: Path, wanted: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "李伟 → 王芳" in assigned(office_path, capsys, "--again")
    assert not has(office_path, wanted)
    answer = json.loads(assigned(office_path, capsys, "--again", "--keep", "--json"))
    assert (answer["with_academic"], answer["optimal"]) == (1, True)
    assert has(office_path, wanted)
