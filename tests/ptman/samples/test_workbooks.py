"""Sample workbooks: the same for a seed, recognised by the intake, right but for the faults that were planted."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest

from ptman.errors import PtmanError
from ptman.fields import Field
from ptman.intake.kinds import Book
from ptman.rules import checks, placeholders, text
from ptman.samples import faults, workbooks
from ptman.samples.workbooks import Sample
from tests.ptman.samples import books

TODAY = date(2026, 9, 10)
# Refused because of other rows or of what the office knows; no check of one value can tell.
BY_CONTEXT = {"duplicate-in-file", "category-unknown", "supervisor-unknown", "required-missing"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return workbooks.write(tmp_path_factory.mktemp("sample"), TODAY)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return workbooks.write_clean(tmp_path_factory.mktemp("clean"), TODAY)


def test_the_same_seed_gives_the_same_cells(sample: Sample, tmp_path: Path) -> None:
    again = workbooks.write(tmp_path / "again", TODAY)
    assert again.faults == sample.faults
    assert books.cells(again) == books.cells(sample)
    assert [path.read_bytes() for path in again.paths] == [path.read_bytes() for path in sample.paths]
    assert books.cells(workbooks.write(tmp_path / "other", TODAY, seed=1)) != books.cells(sample)


@pytest.mark.parametrize("at", range(5), ids=books.BOOKS)
def test_each_is_recognised_with_every_column(sample: Sample, clean: Sample, at: int) -> None:
    for which in (sample, clean):
        kind, found = books.recognised(which.paths[at])
        assert kind.book == tuple(Book)[at]
        assert not found.missing
        assert not found.ambiguous
    unknown = [header for _, header in books.recognised(clean.paths[at])[1].unknown]
    assert set(unknown) <= {"序号"}


def test_every_kind_of_fault_is_planted_and_only_these_are_told(sample: Sample, clean: Sample) -> None:
    assert {fault.code for fault in sample.faults} == set(faults.COLUMNS)
    assert len({(fault.workbook, fault.row) for fault in sample.faults}) == len(sample.faults)
    assert clean.faults == ()


def test_a_big_sample_has_three_faults_in_a_hundred_rows(tmp_path: Path) -> None:
    big = workbooks.write(tmp_path, TODAY, students=400)
    count = Counter(fault.workbook for fault in big.faults)
    assert count["学生名册.xlsx"] == 12
    assert count["志愿.xlsx"] == 12


@pytest.mark.parametrize("at", range(5), ids=books.BOOKS)
def test_every_value_is_valid_but_for_the_faults(sample: Sample, clean: Sample, at: int) -> None:
    for which in (sample, clean):
        path = which.paths[at]
        planted = {(fault.row, fault.code) for fault in which.faults if fault.workbook == path.name}
        refused = _refused(path)
        assert refused == {(row, code) for row, code in planted if code not in BY_CONTEXT}


def _refused(path: Path) -> set[tuple[int, str]]:
    kind, found = books.recognised(path)
    fields = {key: slot.field for key, slot in kind.slots.items()}
    refused = set()
    for row, values in books.rows(path, found):
        for (key, _), value in values.items():
            if code := _fault(fields[key], value):
                refused.add((row, code))
    return refused


def _fault(field: Field, value: object) -> str:
    if value is None or (isinstance(value, str) and (placeholders.is_empty(value) or placeholders.is_ditto(value))):
        return ""
    assert isinstance(value, str | int | float | date | datetime)
    read = checks.read(field, value, TODAY)
    return read.fault.code if read.fault else ""


def test_faults_that_other_rows_show_are_there(sample: Sample) -> None:
    for fault in sample.faults:
        if fault.code not in BY_CONTEXT:
            continue
        path = next(path for path in sample.paths if path.name == fault.workbook)
        value = books.value_at(path, fault.row, fault.column)
        others = [str(other) for row, other in books.column(path, fault.column) if row < fault.row]
        match fault.code:
            case "duplicate-in-file":
                assert str(value) in {text.compact(other).must() for other in others}
            case "required-missing":
                assert value is None
            case _:
                assert value in {"量子考古", "T99999999"}


def test_too_few_and_too_many_students_are_refused(tmp_path: Path) -> None:
    for students in (0, 19, 20_001):
        with pytest.raises(PtmanError) as caught:
            workbooks.write(tmp_path / "none", TODAY, students=students)
        assert caught.value.code == "sample-size"
    assert not (tmp_path / "none").exists()
