"""What each page does beyond every register: terms, seats, dates, cancelling; the registers of all other nouns."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from ptman import db
from ptman.register import cards, lists
from tests.ui import fits
from tests.ui.pages import office_window
from tests.ui.pages.office_window import PAGES, Real
from ui import day, memory, records
from ui.dialogs.reason import ReasonDialog
from ui.office import OpenOffice
from ui.pages.registers import RegistersPage
from ui.pages.supervisors import SupervisorsPage
from ui.register_page import RegisterPage
from ui.window import Window


def pressed(page: RegisterPage, text: str) -> None:
    next(one for one in page.inspector.findChildren(QPushButton) if one.text() == text).click()


def test_a_term_is_renewed_from_the_day_after_the_last(real: Real) -> None:
    page = real.page("supervisors")
    real.inspected(page, f"industry_supervisor/{real.ids['engineer']}")
    pressed(page, "续聘…")
    dialog = real.record()
    typed = dialog.form.values()
    assert (typed["industry_supervisor_id"], typed["term_start"]) == (real.ids["engineer"], "2029-09-01")
    assert (typed["term_end"], typed["appoint_type"]) == ("2032-08-31", "renew")
    dialog.save.click()
    real.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    terms = real.database.read(lists.appointments, day.today())
    assert len(terms.rows) == 2
    values = [real.database.read(cards.card, "appointment", row.id).values for row in terms.rows]
    assert {str(one["status"]) for one in values} == {"active", "draft"}
    assert any(one["previous_id"] for one in values)


def test_the_switch_shows_one_kind_of_supervisors(real: Real) -> None:
    page = real.page("supervisors")
    assert isinstance(page, SupervisorsPage)
    for kind, count in (("academic_supervisor", 1), ("industry_supervisor", 1), ("both", 2)):
        page.kinds.check(kind)
        page.kinds.chosen.emit(kind)
        real.rest()
        assert len(page.table.shown_rows) == count


def test_seats_of_a_period_are_set_from_the_base(real: Real) -> None:
    page = real.page("bases")
    real.inspected(page, real.ids["base"])
    opener = next(one for one in page.inspector.findChildren(QToolButton) if "第一批" in one.accessibleName())
    opener.click()
    dialog = real.record()
    seats = dialog.form.editor("seats")
    assert isinstance(seats, QLineEdit)
    seats.setText("7")
    dialog.save.click()
    real.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    load = page.table.listing.index("load")
    real.qtbot.waitUntil(lambda: str(page.table.listing.rows[0].cells[load]) == "1/7")


def test_a_placement_is_cancelled_with_its_reason(real: Real) -> None:
    page = real.page("placements")
    page.table.select([real.ids["place"]])
    before = real.tables()
    page.acts["cancel"].trigger()
    dialog = real.dialog()
    assert isinstance(dialog, ReasonDialog)
    dialog.go_on.click()
    assert dialog.fault.isVisible()
    dialog.cancel.click()
    real.rest()
    assert real.tables() == before
    page.acts["cancel"].trigger()
    dialog = real.dialog()
    assert isinstance(dialog, ReasonDialog)
    dialog.reason.setPlainText("学生申请改派")
    dialog.go_on.click()
    real.qtbot.waitUntil(lambda: page.table.shown_rows == ())
    values = real.database.read(cards.card, "placement", real.ids["place"]).values
    assert (values["status"], values["reason"]) == ("cancelled", "学生申请改派")
    page.go("cancelled")
    page.table.select([real.ids["place"]])
    assert "已经取消" in page.acts["dates"].toolTip()


def test_dates_of_a_placement_are_corrected(real: Real) -> None:
    page = real.page("placements")
    page.table.select([real.ids["place"]])
    page.acts["dates"].trigger()
    dialog = real.record()
    assert list(dialog.form.values()) == ["starts_on", "ends_on"]
    ends = dialog.form.editor("ends_on")
    assert isinstance(ends, QLineEdit)
    ends.setText("2020-01-01")
    dialog.save.click()
    real.qtbot.waitUntil(lambda: "晚于" in dialog.form.fault("ends_on") or "之后" in dialog.form.fault("ends_on"))
    ends.setText("2028-07-31")
    dialog.save.click()
    real.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert str(real.database.read(cards.card, "placement", real.ids["place"]).values["ends_on"]) == "2028-07-31"


def test_every_other_noun_is_listed_and_can_be_added(real: Real) -> None:
    real.window.go("registers")
    page = real.window.page
    assert isinstance(page, RegistersPage)
    for kind in (one for group in page.GROUPS for one in group.pages):
        page.go(kind.KEY)
        real.loaded(page.front)
        assert page.front.KEY == kind.KEY
        listed = real.database.read(lists.any_noun, kind.NOUN).rows
        assert len(page.front.table.shown_rows) == len(listed)
        if listed:
            real.inspected(page.front, listed[0].id)
        # A full inspector takes three pixels of air from the headings of its sections, which Qt allows.
        assert [one for one in fits.cut_off_in_both(real.window) if "QToolButton" not in one] == [], kind.KEY
        if "add" in {row.key for row in page.front.acts.rows}:  # what the program writes by itself is not added
            page.front.acts["add"].trigger()
            real.record().reject()
            real.rest()
    assert "发文字号" in page.acts["add"].text()


def test_a_file_that_may_only_be_looked_at_says_why(qtbot: QtBot, office: db.Database) -> None:
    ids = office.write(office_window.fill)
    desk = OpenOffice(db.Database(office.path, who="旁观", look=True))
    window = Window(desk, PAGES, records.open_record)
    qtbot.addWidget(window)
    window.show()
    real = Real(qtbot, office, desk, window, ids)
    window.look_again()
    page = real.page("students")
    real.inspected(page, ids["whole"])
    for key in ("add", "retire", "merge", "delete", "import"):
        assert not page.acts[key].isEnabled()
        assert "可以查看" in page.acts[key].toolTip(), key
    assert page.pane.place is not None
    assert not page.pane.place.form.editor("person.mobile").isEnabled()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    dialog = real.record()
    assert not dialog.save.isVisible()
    assert "可以查看" in dialog.message.text()
    dialog.reject()
    desk.work.close()
    desk.database.close()


def test_chip_columns_and_sort_survive_a_restart(real: Real) -> None:
    page = real.page("students")
    page.go("no-base")
    page.chips.chosen.emit("no-base")
    header = page.table.horizontalHeader()
    header.moveSection(2, 0)
    header.sectionClicked.emit(1)
    header.setSectionHidden(3, True)
    header.remember()  # type: ignore[attr-defined] # a ListingHeader
    shown = [column.key for column in page.table.shown.columns]
    again = Window(real.desk, PAGES, records.open_record)
    real.qtbot.addWidget(again)
    again.show()
    again.go("students")
    real.rest()
    found = again.page
    assert isinstance(found, RegisterPage)
    real.qtbot.waitUntil(lambda: len(found.table.shown_rows) == 2)
    assert [column.key for column in found.table.shown.columns] == shown
    assert memory.text("page/students/chip") == "no-base"
