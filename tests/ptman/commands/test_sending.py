"""`ptman send` writes a workbook, lists, reminds, withdraws; `ptman import` recognises what comes back."""

import json
from pathlib import Path

import pytest

from ptman import cli, db
from tests.ptman import sent_books
from tests.ptman.sent_books import HOST, Cell


@pytest.fixture
def path(office: db.Database, office_path: Path) -> Path:
    office.write(sent_books.fill)
    office.close()
    return office_path


def said(path: Path, capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    status = cli.run(["--file", str(path), "--lang", "zh", *map(str, words)])
    told = capsys.readouterr()
    return status, told.out + told.err


def test_there_and_back(path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out, back = tmp_path / "填报.xlsx", tmp_path / "任意名称.xlsx"
    words = ("send", "placements", out, "--to", HOST, "--fill", "post_name,开始日期", "--columns", "name,starts_on")
    assert "没有可用的列“开始日期”" in said(path, capsys, *words)[1]
    words = ("send", "placements", out, "--to", HOST, "--fill", "post_name,starts_on", "--columns", "name,starts_on")
    status, told = said(path, capsys, *words, "--only", "陈静", "--look")
    assert (status, "没有同意记录，不提供：22660001 张雨桐" in told) == (1, True)
    assert not out.exists()
    words += ("--inside",)
    assert "WB2026-" in said(path, capsys, *words, "--only", "陈静")[1]
    assert said(path, capsys, "send", "out")[1].count("未返回") == 1
    sent_books.written_in(out, back, Cell(0, "岗位", "算法工程师"))
    status, told = said(path, capsys, "import", back, "--keep", "--json")
    assert (status, json.loads(told)["changed"]) == (0, 2)
    assert "已并入" in said(path, capsys, "send", "out")[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("placements", "x.xlsx", "--fill", "post_name"), "请填写收件人"),
        (("placements", "x.xlsx", "--to", "甲"), "没有选择可填写的列"),
        (("placements", "x.xlsx", "--to", "甲", "--fill", "post_name", "--only", "没有这个人"), "没有记录"),
        (("placements", "x.xlsx", "--to", "甲", "--fill", "post_name", "--due", "2020-01-01"), "已经过去"),
        (("supervisors", "x.xlsx", "--to", "甲", "--fill", "post_name"), "没有可以请对方填写的列"),
        (("withdraw", "WB2026-999"), "没有发出过"),
    ],
)
def test_what_cannot_be_sent(
    path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], sentence: str
) -> None:
    status, told = said(path, capsys, "send", *words)
    assert (status, sentence in told) == (2, True)
