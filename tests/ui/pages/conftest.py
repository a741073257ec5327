"""What the tests of pages share: a window over a real office file."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ptman import db
from tests.ui.pages import office_window
from tests.ui.pages.office_window import Real


@pytest.fixture
def real(qtbot: QtBot, office: db.Database) -> Iterator[Real]:
    made = office_window.opened(qtbot, office)
    yield made
    made.desk.work.close()
