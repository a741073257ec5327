"""`ptman attach` keeps files, says which it does not take, lists them and writes them out as they were."""

import json
from pathlib import Path

import pytest

from ptman import cli, db
from tests import makers


@pytest.fixture
def path(office: db.Database, office_path: Path) -> Path:
    office.write(lambda session: makers.agreement(session, makers.base(session)).id)
    office.close()
    return office_path


def said(path: Path, capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    status = cli.run(["--file", str(path), "--lang", "zh", "attach", *map(str, words)])
    told = capsys.readouterr()
    return status, told.out + told.err


def test_keep_list_and_write_out(path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    good, bad = tmp_path / "协议.pdf", tmp_path / "run.exe"
    good.write_bytes(b"%PDF-1.7")
    bad.write_bytes(b"MZ")
    assert said(path, capsys, "agreement", "XY-001") == (0, "没有附件。\n")
    status, text = said(path, capsys, "agreement", "XY-001", good, bad, "--note", "已盖章")
    assert (status, "已添加 协议.pdf" in text, "程序或脚本" in text) == (1, True, True)
    answer = json.loads(said(path, capsys, "agreement", "共建协议", "--json")[1])
    assert [(one["name"], one["size"]) for one in answer["attachments"]] == [("协议.pdf", 8)]
    folder = tmp_path / "out"
    folder.mkdir()
    assert said(path, capsys, "agreement", "XY-001", "--save", folder)[0] == 0
    assert [one.read_bytes() for one in folder.iterdir()] == [b"%PDF-1.7"]
    assert said(path, capsys, "agreement", "XY-9")[0] == 2
    assert said(path, capsys, "nothing", "XY-001")[0] == 2
