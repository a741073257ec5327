"""The register of issued letters shows every number once: void ones with their reason, gaps, what replaces what."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import cli, db
from ptman.commands import office as offices
from ptman.labels import Lang
from ptman.letters import pages, reissuing, steps, store
from ptman.letters.steps import Taken
from ptman.models import DocumentSeries
from ptman.models.choices import DocumentStep
from ptman.register import issued_numbers
from ptman.register.issued_numbers import Run
from ptman.reports import issued_book, paper_files
from ptman.reports.paper_files import Form
from ptman.reports.report import Table
from tests.ptman.letters.sending import TODAY, hosts, placed
from tests.ptman.letters.test_radar import another_guide

NEXT_YEAR = date(2027, 3, 1)


def begin_at(session: Session, number: int, *, yearly: bool = True) -> None:
    one = session.scalars(select(DocumentSeries).where(DocumentSeries.code == "工院函")).one()
    one.start_at, one.yearly = number, yearly


def issue(office: db.Database, day: date = TODAY) -> list[str]:
    return [one.id for one in office.write(store.issue, office.read(store.draft, 2026, day), None, day)]


@pytest.fixture
def full(office: db.Database) -> db.Database:
    """Numbers 1, 2, 3, of which 2 is void and 1 is superseded by 7; 4 to 6 were never used."""
    office.write(placed, {host: (f"赵{at}",) for at, host in enumerate(hosts(3))})
    first, second, _ = issue(office)
    version = office.read(issued_versions)[second]
    office.write(store.void, second, version, "单位名称有误", TODAY)
    office.write(steps.take, [first], Taken(DocumentStep.SEALED, TODAY, "王老师", 3), TODAY)
    office.write(steps.take, [first], Taken(DocumentStep.SENT, TODAY), TODAY)
    office.write(begin_at, 7)
    office.write(another_guide, "赵0")
    office.write(reissuing.issue, office.read(reissuing.draft, first, TODAY), TODAY)
    office.write(begin_at, 1)
    return office


def issued_versions(session: Session) -> dict[str, int]:
    from ptman.models import IssuedDocument

    return {one.id: one.version for one in session.scalars(select(IssuedDocument))}


def rows(office: db.Database, year: int = 2026, lang: Lang = Lang.ZH) -> list[tuple[str, ...]]:
    made = office.read(issued_book.book, year, TODAY, lang)
    return [row for block in made.blocks if isinstance(block, Table) for row in block.rows]


def test_every_number_stands_in_its_place(full: db.Database) -> None:
    found = [(row[0], row[5], row[-1]) for row in rows(full)]
    assert found == [
        ("工院函〔2026〕1号", "09-10 ×3", "已替代；被 工院函〔2026〕7号 替代"),
        ("工院函〔2026〕2号", "", "作废；单位名称有误"),
        ("工院函〔2026〕3号", "", "已发"),
        ("工院函〔2026〕4号 — 6号", "", "空号：登记簿中没有"),
        ("工院函〔2026〕7号", "", "已发；替代 工院函〔2026〕1号"),
    ]
    (run,) = full.read(issued_numbers.runs, 2026)
    assert issued_book.summed(run).zh == "1–7 号，发出 4 件：有效 2，被替代 1，作废 1；空号 3。"


def test_it_is_printed_in_both_languages(full: db.Database) -> None:
    for lang, wanted in ((Lang.ZH, "空号"), (Lang.EN, "unused")):
        made = full.read(issued_book.book, 2026, TODAY, lang)
        said = pages.text(paper_files.set_as(made, Form.PDF).content)
        assert wanted in said
        assert "工院函〔2026〕7号" in said.replace("\r\n", "")
        assert paper_files.set_as(made, Form.DOCX).content.startswith(b"PK")


def test_a_series_that_runs_on_begins_after_the_year_before(office: db.Database) -> None:
    office.write(begin_at, 1, yearly=False)
    office.write(placed, {host: (f"赵{at}",) for at, host in enumerate(hosts(2))})
    (only, _) = office.read(store.draft, 2026, TODAY).letters
    office.write(store.issue, office.read(store.draft, 2026, TODAY), frozenset({only.key}), TODAY)
    issue(office, NEXT_YEAR)
    assert office.read(issued_numbers.years) == (2027, 2026)
    (run,) = office.read(issued_numbers.runs, 2027)
    assert (run.first, [one.seq for one in run.entries], run.missing) == (2, [2], ())


@settings(deadline=None, max_examples=60)
@given(first=st.integers(1, 5), taken=st.sets(st.integers(1, 30)))
def test_gaps_and_numbers_make_one_row_without_holes(first: int, taken: set[int]) -> None:
    missing = [seq for begin, end in issued_numbers.gaps(first, taken) for seq in range(begin, end + 1)]
    assert set(missing).isdisjoint(taken)
    if taken and max(taken) >= first:
        later = {seq for seq in taken if seq >= first}
        assert sorted([*missing, *later]) == list(range(first, max(taken) + 1))
    assert Run("院", "", first, ()).missing == ()


def test_the_command_line_tells_and_writes_it(
    full: db.Database, office_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full.close()
    monkeypatch.setattr(offices, "today", lambda: TODAY)
    target = tmp_path / "登记簿.pdf"
    ask = ["--file", str(office_path), "--lang", "zh", "issued"]
    assert cli.run([*ask, str(target)]) == 0
    assert pages.count(target.read_bytes()) == 1
    assert cli.run([*ask, str(tmp_path / "登记簿.xlsx")]) == 2


def test_the_command_line_answers_programs(
    full: db.Database, office_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full.close()
    monkeypatch.setattr(offices, "today", lambda: TODAY)
    assert cli.run(["--file", str(office_path), "issued", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["year"], said["series"][0]["missing"]) == (2026, [[4, 6]])
