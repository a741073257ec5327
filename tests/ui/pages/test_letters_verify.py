"""The window verifies the text of a code and PDFs that came, and hands out the public key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ptman import db, signing
from ptman.letters import store, verifying
from tests.ptman.letters import sending
from tests.ui import fits, named
from tests.ui.pages import walking
from ui import day
from ui.letters.verify_dialog import VerifyDialog
from ui.office import OpenOffice
from ui.pages.letters import LettersPage


@pytest.fixture
def desk(office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenOffice]:
    monkeypatch.setattr(day, "today", lambda: sending.TODAY)  # the calendar is not our own code
    office.write(sending.placed, {"星河通信有限公司": ("赵一",)})
    office.write(store.issue, office.read(store.draft, 2026, sending.TODAY), None, sending.TODAY)
    with walking.desk_over(office) as made:
        yield made


def said(asked: VerifyDialog) -> list[str]:
    items = (asked.verdicts.itemAt(at) for at in range(asked.verdicts.count()))
    found = [item.widget() for item in items if item is not None]
    return [one.text() for one in found if isinstance(one, QLabel)]


def test_codes_files_and_the_key(qtbot: QtBot, desk: OpenOffice, tmp_path: Path) -> None:
    window = walking.window_on(qtbot, desk, LettersPage)
    window.go("letters", "issued")
    walking.rest(qtbot, desk)
    page = window.page
    assert isinstance(page, LettersPage)
    page.acts["verify"].trigger()
    asked = walking.dialog(qtbot, VerifyDialog)
    assert fits.cut_off_in_both(asked) == []
    assert named.nameless(asked) == []
    (paper,) = desk.read(store.issued, [page.table.shown_rows[0].id])
    for code, verdict in ((verifying.code_of(paper.pdf), "工院函〔2026〕1号 真实有效"), ("xyz", "不是本办公室发的")):
        asked.code.show_value(code)
        asked.verify.click()
        walking.rest(qtbot, desk)
        assert said(asked) == [verdict]
    changed = tmp_path / "改.pdf"
    changed.write_bytes(paper.pdf + b"\n")
    asked.file.click()
    walking.choose(qtbot, changed)
    qtbot.waitUntil(lambda: said(asked) == ["工院函〔2026〕1号 内容被改动"])
    asked.key.click()
    walking.choose(qtbot, tmp_path / "公钥.pem")
    qtbot.waitUntil((tmp_path / "公钥.pem").exists)
    walking.rest(qtbot, desk)
    assert signing.from_pem((tmp_path / "公钥.pem").read_bytes()) == desk.read(signing.public)
