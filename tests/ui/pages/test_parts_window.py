"""The parts of an agreement in the inspector and in full: added, put in order and deleted by hand and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.models import Agreement, AgreementParty
from ptman.models.choices import PartyKind
from ptman.register import parts
from tests import makers
from tests.ui import fits, named
from tests.ui.pages.office_window import Real
from ui.around.parts_table import PartsTable
from ui.around.related_list import RelatedList
from ui.around.sections import AroundTabs
from ui.dialogs.add import AddDialog
from ui.register_page import RegisterPage

ADD = "新增协议方…"
NAMES = ["工程师学院", "星河通信有限公司"]


def sign(session: Session) -> str:
    whole = session.scalars(select(Agreement.id)).one()
    for seq, name in enumerate(NAMES, 1):
        values = {"agreement_id": whole, "seq": seq, "party_kind": PartyKind.INSTITUTE, "name_snapshot": name}
        makers.added(session, AgreementParty(**values))
    return whole


@pytest.fixture
def whole(real: Real) -> str:
    return real.database.write(sign)


@pytest.fixture
def page(real: Real, whole: str) -> RegisterPage:
    """The agreements with the one agreement shown."""
    real.page("registers")
    real.window.go("registers", "registers/agreement")
    found = real.page("registers")
    found.refresh()
    real.loaded(found)
    real.inspected(found, whole)
    return found


def names(real: Real, whole: str) -> list[object]:
    part, _ = real.database.read(parts.of, "agreement", whole)
    return [row.cells[part.listing.index("name_snapshot")] for row in part.listing.rows]


def table(inside: object) -> PartsTable:
    """The parties; the table before may be on its way out."""
    found = inside.findChildren(PartsTable)  # type: ignore[attr-defined]  # a widget
    mine = [one for one in found if any(button.text() == ADD for button in one.findChildren(QPushButton))]
    assert isinstance(mine[-1], PartsTable)
    return mine[-1]


def test_parts_are_put_in_order_and_deleted_by_keys(real: Real, page: RegisterPage, whole: str) -> None:
    shown = table(page.inspector).table
    shown.setFocus()
    shown.select([shown.shown_rows[1].id])
    QTest.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    real.rest()
    real.qtbot.waitUntil(lambda: names(real, whole) == NAMES[::-1])
    real.qtbot.waitUntil(lambda: NAMES[1] in table(page.inspector).table.shown_rows[0].cells)
    shown = table(page.inspector).table
    shown.setFocus()
    shown.select([shown.shown_rows[0].id])
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    real.qtbot.waitUntil(lambda: names(real, whole) == NAMES[:1])
    real.rest()
    assert "协议方" in real.window.acts["undo"].text()


def test_a_part_is_added_under_its_whole_in_full(real: Real, page: RegisterPage, whole: str) -> None:
    page.open_record(whole)
    dialog = real.record()
    assert fits.cut_off_in_both(dialog, 960, 680) == []
    assert named.nameless(dialog) == []
    (tabs,) = dialog.findChildren(AroundTabs)
    assert [tabs.tabText(at) for at in range(tabs.count())] == [
        "办理",
        "协议方 2",
        "补充协议 0",
        "相关记录 0",
        "附件 0",
        "历史",
    ]
    add = next(one for one in table(dialog).findChildren(QPushButton) if one.text() == "新增协议方…")
    add.click()
    real.qtbot.waitUntil(lambda: isinstance(real.dialog(), AddDialog))
    asked = real.dialog()
    assert isinstance(asked, AddDialog)
    values = asked.form.values()
    assert (values["agreement_id"], values["seq"]) == (whole, "3")
    asked.form.editor("party_kind").setCurrentIndex(1)  # type: ignore[attr-defined]  # a box of choices
    asked.form.editor("name_snapshot").setText("产业研究院")  # type: ignore[attr-defined]  # a line of text
    asked.save.click()
    real.qtbot.waitUntil(lambda: names(real, whole) == [*NAMES, "产业研究院"])
    real.rest()
    real.qtbot.waitUntil(lambda: tabs.tabText(1) == "协议方 3")
    dialog.reject()


def test_what_touches_a_record_is_a_click_away(real: Real) -> None:
    page = real.page("bases")
    real.inspected(page, real.ids["base"])
    page.open_record(real.ids["base"])
    dialog = real.record()
    (related,) = dialog.findChildren(RelatedList)
    openers = {one.accessibleName(): one for one in related.findChildren(QToolButton)}
    assert set(openers) == {"打开 星河实践基地依托公司", "打开 XY-001 共建协议", "打开 张雨桐 星河实践基地"}
    openers["打开 张雨桐 星河实践基地"].click()
    real.qtbot.waitUntil(lambda: real.record() is not dialog)
    assert "实践派遣" in real.record().windowTitle()
    real.record().reject()
    dialog.reject()
