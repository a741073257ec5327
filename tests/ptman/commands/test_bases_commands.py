"""`ptman base`, `ptman practice` and `ptman tech`: the main jobs of both kinds of bases on the command line."""

import json
from pathlib import Path

import pytest

from ptman import cli, db
from tests.ptman.aspects.bases import coverage_office
from tests.ptman.aspects.technology import contracts_office


@pytest.fixture
def path(office_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("ptman.commands.office.today", lambda: coverage_office.TODAY)
    with db.Database(office_path, who="测试") as office:
        office.write(lambda session: coverage_office.make(session, lacking="supervisors"))
    return office_path


def run(path: Path, *said: str) -> int:
    return cli.run(["--file", str(path), "--lang", "zh", *said])


def test_coverage_is_told_and_written(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "base", "coverage", "--json") == 0
    (base,) = json.loads(capsys.readouterr().out)["bases"]
    assert base["months"][0] == {
        "month": "2027-09",
        "promised": 5,
        "usable": 2,
        "taken": 1,
        "bottleneck": "supervisors",
    }
    for name, head in (("map.pdf", b"%PDF"), ("map.docx", b"PK"), ("map.xlsx", b"PK")):
        assert run(path, "base", "coverage", str(tmp_path / name)) == 0
        assert (tmp_path / name).read_bytes().startswith(head)
    assert run(path, "base", "coverage", "map.txt") == 2


def test_a_base_is_visited_checked_and_evaluated(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(path, "base", "visit", "JD001") == 2
    assert run(path, "base", "visit", "JD001", "--by", "林景明") == 0
    assert run(path, "base", "check", "JD001", "--by", "沈书宁") == 0
    assert run(path, "base", "evaluate", "JD001") == 0
    for which in ("visit", "check", "evaluation"):
        target = tmp_path / f"{which}.pdf"
        assert run(path, "base", "form", "JD001", str(target), "--of", which) == 0
        assert target.read_bytes().startswith(b"%PDF")
    capsys.readouterr()
    assert run(path, "base", "plaque", "JD001", "--number", "JDP-1") == 0
    assert run(path, "base", "plaque", "JD001") == 2
    assert run(path, "base", "unplaque", "JD001", "--reason", "更换") == 0
    capsys.readouterr()
    assert run(path, "base", "grade", "JD001") == 2
    assert "还没有打分" in capsys.readouterr().err


def test_practice_is_shown_and_listed(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(path, "practice", "show", "22660001", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["months"], told["days"]) == (0, 0)  # the placement is a plan
    assert run(path, "practice", "show", "22660001", str(tmp_path / "one.pdf")) == 0
    assert run(path, "practice", "ledger", str(tmp_path / "all.xlsx"), "--cohort", "2026") == 0
    assert run(path, "practice", "change", "SJ-22660001-2026-第一批") == 2


def test_contracts_are_listed_checked_and_written(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with db.Database(path, who="测试") as office:
        office.write(contracts_office.make)
    assert run(path, "tech", "list", "--json") == 0
    (one,) = json.loads(capsys.readouterr().out)["contracts"]
    assert (one["number"], one["amount"], one["students"]) == ("HT1", 100_000, ["张雨桐"])
    assert run(path, "tech", "check", "HT1") == 0
    assert run(path, "tech", "publicity", "HT1", str(tmp_path / "p.pdf")) == 2
    for name in ("ledger.xlsx", "ledger.pdf"):
        assert run(path, "tech", "ledger", str(tmp_path / name)) == 0
        assert (tmp_path / name).stat().st_size > 0
