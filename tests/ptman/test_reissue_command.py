"""`ptman reissue` lists what is out of date, drafts the superseding letter, and issues it."""

import json
from pathlib import Path

import pytest

from ptman import cli, db
from ptman.commands import office as opening
from ptman.letters import store
from tests.ptman.letters.sending import TODAY, placed
from tests.ptman.letters.test_radar import STAR, another_guide


@pytest.fixture
def path(office: db.Database, office_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(opening, "today", lambda: TODAY)  # the calendar is not our own code
    office.write(placed, {STAR: ("赵一", "钱二")})
    office.write(store.issue, office.read(store.draft, 2026, TODAY), None, TODAY)
    office.write(another_guide, "钱二")
    office.close()
    return office_path


def said(path: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = cli.run(["--file", str(path), "--lang", "zh", "reissue", *words])
    told = capsys.readouterr()
    return status, told.out + told.err


def test_list_draft_and_issue(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(path, capsys) == (0, "工院函〔2026〕1号\n  钱二 · 企业导师：周明 → 李强\n")
    status, draft = said(path, capsys, "工院函〔2026〕1号")
    assert (status, draft.splitlines()[0]) == (0, "工院函〔2026〕2号 替代 工院函〔2026〕1号：草稿")
    status, whole = said(path, capsys, "工院函〔2026〕1号", "--issue", "--json")
    answer = json.loads(whole)
    assert (answer["number"], answer["supersedes"], answer["issued"]) == (
        "工院函〔2026〕2号",
        "工院函〔2026〕1号",
        True,
    )
    assert answer["changes"] == [{"student": "钱二", "fact": "企业导师", "old": "周明", "new": "李强"}]
    assert json.loads(said(path, capsys, "--json")[1])["stale"] == []
    assert said(path, capsys, "工院函〔2026〕1号", "--issue")[0] == 2
    assert "没有文号为 9号 的函件" in said(path, capsys, "9号")[1]


def test_the_register_of_issued_letters_is_a_workbook(
    path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    assert said(path, capsys, "工院函〔2026〕1号", "--issue")[0] == 0
    target = tmp_path / "发文登记簿.xlsx"
    assert cli.run(["--file", str(path), "--lang", "zh", "export", "letters", str(target), "--headers", "zh"]) == 0
    rows = list(load_workbook(target).worksheets[0].iter_rows(values_only=True))
    head = next(row for row in rows if "文号" in row)
    at = [head.index(name) for name in ("文号", "状态", "替代文号", "被替代于")]
    found = [tuple(row[one] or "" for one in at) for row in rows[rows.index(head) + 1 :] if row[at[0]]]
    assert found == [
        ("工院函〔2026〕2号", "已发", "工院函〔2026〕1号", ""),
        ("工院函〔2026〕1号", "已替代", "", "工院函〔2026〕2号"),
    ]
