"""What stands in the inspector never makes it wider: empty lists wrap their sentence, tables of parts keep low."""

import pytest
from pytestqt.qtbot import QtBot

from ptman.labels import Label
from ui.pieces.empty_state import EmptyState
from ui.pieces.inspector import Inspector
from ui.pieces.section import Section

LONG = Label(
    "还没有聘任。没有聘任就不能指导学生，请先新增聘任，再提交、批准，颁发聘书后生效。",
    "Not appointed yet; without an appointment nobody can be assigned. Add one, submit and approve it, then certify.",
)


@pytest.mark.parametrize(("room", "least"), [(320, 0), (280, 0), (800, 320)])
def test_an_empty_state_takes_the_room_there_is(qtbot: QtBot, room: int, least: int) -> None:
    empty = EmptyState("list-checks", LONG)
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.show_record("周明", "企业导师", [Section("narrow/parts", Label("聘任", "Appointments"), empty)])
    inspector.resize(room, 600)
    inspector.show()
    qtbot.waitExposed(inspector)
    assert inspector.minimumSizeHint().width() <= 280
    assert inspector.width() == room
    assert least <= empty.sentence.width() <= min(room, 360)
    assert empty.sentence.height() >= empty.sentence.heightForWidth(empty.sentence.width())
