"""`ptman give` looks, gives and says who is left out; a placement letter leaves its record too."""

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import cli, db
from ptman.models import Consent, Disclosure
from ptman.rules.disclosing import Purpose
from tests import makers


def fill(session: Session) -> None:
    agreed = makers.student(session)
    makers.student(session, "22660002", "李思远")
    makers.organisation(session)
    made = Consent(student_id=agreed.id, purpose=Purpose.INSURANCE, given_on=date(2020, 1, 1))
    makers.added(session, made)


@pytest.fixture
def path(office: db.Database, office_path: Path) -> Path:
    office.write(fill)
    office.close()
    return office_path


def said(path: Path, capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    status = cli.run(["--file", str(path), "--lang", "zh", "give", "students", *map(str, words)])
    told = capsys.readouterr()
    return status, told.out + told.err


def records(path: Path) -> list[str]:
    with db.Database(path, who="王") as opened:
        return opened.read(lambda session: list(session.scalars(select(Disclosure.fields)).all()))


def test_look_then_give(path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    words = (out, "--to", "星河通信有限公司", "--purpose", "insurance")
    status, text = said(path, capsys, *words, "--look")
    assert (status, "没有同意记录，不提供：22660002 李思远" in text, out.exists(), records(path)) == (
        1,
        True,
        False,
        [],
    )
    status, text = said(path, capsys, *words, "--layout", "student-roster", "--also", "mobile", "--json")
    answer = json.loads(text)
    assert (status, answer["rows"], answer["excluded"]) == (1, 1, ["22660002 李思远"])
    headers = [cell.value for cell in openpyxl.load_workbook(out).worksheets[0][3]]
    assert ("手机" in headers, "邮箱" in headers, "身份证号" in headers) == (True, False, False)
    (fields,) = records(path)
    assert fields.split("、") == headers[1:]


def test_what_is_missing_is_told(path: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    assert said(path, capsys, out, "--to", "甲", "--purpose", "other")[0] == 2
    assert said(path, capsys, out, "--to", "甲", "--purpose", "insurance", "--also", "nothing")[0] == 2
    assert (out.exists(), records(path)) == (False, [])
