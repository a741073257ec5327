"""Giving data away at the window: three steps, sensitive fields unchecked, file and record; leaving changes nothing."""

from datetime import date
from pathlib import Path

import openpyxl
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.models import Consent, Disclosure
from ptman.rules.disclosing import Purpose
from tests.ui import fits, named
from tests.ui.pages.office_window import Real
from ui.giving.consent_dialog import ConsentDialog
from ui.giving.dialog import GivingDialog
from ui.register_page import RegisterPage


def opened(real: Real) -> tuple[RegisterPage, GivingDialog]:
    page = real.page("students")
    page.acts["give"].trigger()
    found = real.dialog()
    assert isinstance(found, GivingDialog)
    real.rest()
    return page, found


def consent(real: Real) -> None:
    def agree(session: Session) -> None:
        session.add(Consent(student_id=real.ids["whole"], purpose=Purpose.PLACEMENT, given_on=date(2020, 1, 1)))

    real.database.write(agree)


def press(dialog: GivingDialog, real: Real) -> None:
    QTest.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    real.rest()


def given(real: Real) -> list[Disclosure]:
    return real.database.read(lambda session: list(session.scalars(select(Disclosure))))


def test_three_steps_write_file_and_record(real: Real, tmp_path: Path) -> None:
    consent(real)
    page, dialog = opened(real)
    assert not dialog.next.isEnabled()
    dialog.towards.recipient.setEditText("星河通信有限公司")
    press(dialog, real)
    boxes = {
        dialog.fields.list.item(at).text(): dialog.fields.list.item(at) for at in range(dialog.fields.list.count())
    }
    assert boxes["手机（敏感）"].checkState() is Qt.CheckState.Unchecked
    assert boxes["学号"].checkState() is Qt.CheckState.Checked
    boxes["手机（敏感）"].setCheckState(Qt.CheckState.Checked)
    press(dialog, real)
    assert [dialog.look.left_out.item(at).text() for at in range(2)] == ["22660002  李思远", "22660012  李思远"]
    QTest.mouseClick(dialog.give, Qt.MouseButton.LeftButton)
    asked = next(one for one in real.window.findChildren(QFileDialog) if one.isVisible())
    target = tmp_path / "out.xlsx"
    asked.filesSelected.emit([str(target)])
    asked.reject()
    real.rest()
    (record,) = given(real)
    assert (record.rows, record.excluded, record.sensitive, record.outside) == (1, 2, "手机", True)
    headers = [cell.value for cell in openpyxl.load_workbook(target).worksheets[0][3]]
    assert "、".join(str(one) for one in headers[1:]) == record.fields
    assert page.written.path == target


def test_a_whole_identity_number_needs_its_reason(real: Real) -> None:
    _, dialog = opened(real)
    dialog.towards.recipient.setEditText("保险公司")
    dialog.towards.layouts.setCurrentIndex(1)
    dialog.towards.layouts.picked.emit(dialog.towards.layouts.layout_now())
    press(dialog, real)
    assert not dialog.fields.whole.isEnabled()
    found = dialog.fields.list.findItems("身份证号（敏感）", Qt.MatchFlag.MatchExactly)
    found[0].setCheckState(Qt.CheckState.Checked)
    QTest.keyClick(dialog.fields.whole, Qt.Key.Key_Space)
    assert not dialog.next.isEnabled()
    dialog.fields.reason.insert("投保必须核对")
    assert dialog.next.isEnabled()
    dialog.reject()


def test_nobody_agreed_and_leaving_changes_nothing(real: Real) -> None:
    before = real.tables()
    _, dialog = opened(real)
    dialog.towards.recipient.setEditText("星河通信有限公司")
    press(dialog, real)
    press(dialog, real)
    assert not dialog.give.isEnabled()
    assert "没有可以提供的行" in dialog.missing.text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert real.tables() == before


def test_consents_of_all_who_are_left_out_are_recorded_at_once(real: Real) -> None:
    _, dialog = opened(real)
    dialog.towards.recipient.setEditText("保险公司")
    press(dialog, real)
    press(dialog, real)
    assert not dialog.look.record.isEnabled()
    QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    dialog.towards.recipient.setEditText("星河通信有限公司")
    press(dialog, real)
    press(dialog, real)
    QTest.mouseClick(dialog.look.record, Qt.MouseButton.LeftButton)
    asked = real.dialog()
    assert isinstance(asked, ConsentDialog)
    asked.day.setText("明天")
    assert not asked.keep.isEnabled()
    asked.day.setText("2026-09-01")
    asked.version.insert("2026-1")
    QTest.mouseClick(asked.keep, Qt.MouseButton.LeftButton)
    real.rest()
    real.qtbot.waitUntil(lambda: dialog.look.left_out.count() == 0)
    assert dialog.give.isEnabled()
    found = real.database.read(lambda session: list(session.scalars(select(Consent))))
    assert {(one.purpose, one.given_on, one.notice_version) for one in found} == {
        (Purpose.PLACEMENT, date(2026, 9, 1), "2026-1")
    }
    assert len(found) == 3
    dialog.reject()


def test_everything_has_a_name_and_fits(real: Real) -> None:
    _, dialog = opened(real)
    assert named.nameless(dialog) == []
    assert fits.cut_off_in_both(dialog, 680, 600) == []
    dialog.reject()


def test_the_register_of_disclosures_offers_no_change(real: Real) -> None:
    real.window.go("registers", "registers/disclosure")
    page = real.page("registers")
    assert page.NOUN == "disclosure"
    assert {row.key for row in page.acts.rows} & {"add", "retire", "delete", "merge"} == set()
