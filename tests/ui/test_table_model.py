"""The model of a list keeps Qt's contract and the Listing's own order."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from ptman.labels import Lang
from tests.ui.office import COLUMNS, students
from ui import words
from ui.table_model import ListingModel, View

KEYS = ["", "nothing", *(column.key for column in COLUMNS)]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["", "zyt", "张", "2266000", "zz"]), st.sampled_from(["", "no_industry"]),
       st.sampled_from(KEYS), st.booleans())  # fmt: skip
def test_any_view_keeps_the_contract(text: str, tag: str, sort: str, descending: bool) -> None:  # noqa: FBT001 - drawn
    model = ListingModel(students(40))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.look(View(text, tag, sort, descending))
    model.show(students(25))
    words.language.speak(Lang.EN)
    words.language.speak(Lang.ZH)
    assert tester.model() is model
    assert all(model.place(row.id) == at for at, row in enumerate(model.shown.rows))
    assert model.shown.rows == View(text, tag, sort, descending).of(students(25)).rows


def test_rows_that_differ_are_told() -> None:
    model = ListingModel(students(0))
    assert model.show(students(3)) == frozenset()
    assert model.show(students(5)) == {"s3", "s4"}


def test_figures_stand_at_the_right_and_words_at_the_left() -> None:
    model = ListingModel(students(1))
    sides = {
        column.key: model.data(model.index(0, at), Qt.ItemDataRole.TextAlignmentRole)
        for at, column in enumerate(COLUMNS)
    }
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert [key for key, side in sides.items() if side == right] == ["days"]


def test_cells_and_headers_speak_the_language() -> None:
    model = ListingModel(students(1))
    cell = model.index(0, 5)
    assert (cell.data(), model.headerData(5, Qt.Orientation.Horizontal)) == ("缺 0 天", "企业导师")
    words.language.speak(Lang.EN)
    assert (cell.data(), model.headerData(5, Qt.Orientation.Horizontal)) == ("missing 0 d", "Industry supervisor")
