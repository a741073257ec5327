"""`ptman documents`: lists families and records, drafts with the check list, issues, and says what forbids it."""

import json
from pathlib import Path

import pytest

from ptman import cli, db
from ptman.commands import office as offices
from tests.ptman.letters.families import wishing
from tests.ptman.letters.sending import TODAY


@pytest.fixture
def path(office: db.Database, office_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    office.write(wishing.ready)
    office.close()
    monkeypatch.setattr(offices, "today", lambda: TODAY)
    return office_path


def ask(path: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, list[str]]]:
    status = cli.run(["--file", str(path), "--lang", "zh", "documents", *words, "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_families_and_records_are_listed(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "appointment" in ask(path, capsys)[1]["families"]
    assert ask(path, capsys, "introduction")[1]["about"] == ["22660001", "22660002"]
    assert ask(path, capsys, "reminder")[1]["about"] == ["XY000"]


def test_a_document_is_drafted_then_issued(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("introduction", str(tmp_path / "out"), "--about", "22660001", "--set", "unit=星河公司||Xinghe")
    status, said = ask(path, capsys, *words, "--language", "both")
    assert (status, said["issued"], said["number"]) == (0, False, "工院介〔2026〕1号")
    assert "草稿" in said["files"][0]
    status, said = ask(path, capsys, *words, "--issue")
    assert (status, said["issued"]) == (0, True)
    assert Path(said["files"][0]).read_bytes().startswith(b"%PDF")
    assert ask(path, capsys, *words)[1]["number"] == "工院介〔2026〕2号"


def test_what_forbids_it_is_said_and_no_number_taken(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said = ask(path, capsys, "introduction", "--about", "22660001", "--issue")
    assert (status, said["issued"], said["files"]) == (1, False, [])
    assert said["refused"] == ["“接洽单位”没有填写", "主送为空"]
    assert cli.run(["--file", str(path), "documents", "introduction", "--about", "404"]) == 2
    assert "404" in capsys.readouterr().err
