"""Through the window: a base is visited with a prefilled sheet, checked, evaluated, graded, given its plaque."""

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from ptman import db
from ptman.labels import Lang
from ptman.models import BaseEvaluation, ComplianceCheck, SiteFinding, SiteVisit, TrainingBase
from ptman.models.choices_bases import CheckKind, EvaluationGrade, EvaluationStatus, Found, VisitConclusion
from ptman.models.core import Record
from tests.ui import fits, named
from tests.ui.aspects import bases_room as room
from tests.ui.aspects.bases_room import TODAY
from tests.ui.pages.bench_office import Desk
from ui import style, words
from ui.aspects.bases.sheet_dialog import SheetDialog
from ui.dialogs.record import RecordDialog
from ui.paper_dialog import PaperDialog
from ui.register_page import RegisterPage

Noun = TypeVar("Noun", bound=Record)


@pytest.fixture
def bench(qtbot: QtBot, office: db.Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with room.opened(qtbot, office, monkeypatch) as made:
        yield made


def all_of(bench: Desk, noun: type[Noun]) -> list[Noun]:
    return bench.database.read(lambda s: list(s.scalars(select(noun))))


def begun(bench: Desk, page: RegisterPage, key: str, **values: object) -> SheetDialog:
    room.fill(bench, room.ask(bench, page, key), **values)
    return bench.dialog(SheetDialog)


def put(dialog: SheetDialog, key: str, *values: object) -> None:
    """Into that column, from the first line on."""
    for cell, value in zip([one for one in dialog.grid.cells if one.field.key == key], values, strict=False):
        cell.answers.show_value(value)


def keep(bench: Desk, dialog: SheetDialog) -> None:
    room.click(bench, dialog.save)
    bench.qtbot.waitUntil(lambda: not bench.dialogs(SheetDialog))
    bench.rest()


def test_a_visit_is_planned_with_what_is_known_printed_and_concluded(bench: Desk) -> None:
    page = room.page(bench, "bases", "JD001")
    dialog = begun(bench, page, "visit", visited_on="2028-04-10", visitors="林景明")
    assert any("企业导师 0 名" in one for one in dialog.grid.typed("note"))
    room.click(bench, dialog.paper)
    bench.dialog(PaperDialog).reject()
    before = bench.tables()
    put(dialog, "found", "ok")
    dialog.reject()  # warns first
    assert dialog.isVisible()
    dialog.reject()
    bench.rest()
    assert bench.tables() == before
    page.acts["visit"].trigger()  # goes on with the one that is planned
    dialog = bench.dialog(SheetDialog)
    put(dialog, "found", "ok", "ok", "ok", "ok", "issue", "na")
    dialog.form.editor("conclusion").show_value("recommend")  # type: ignore[attr-defined]  # an editor
    keep(bench, dialog)
    (visit,) = all_of(bench, SiteVisit)
    assert visit.conclusion is VisitConclusion.RECOMMEND
    assert [one.found for one in all_of(bench, SiteFinding)][4] is Found.ISSUE
    bench.undo()
    assert all_of(bench, SiteVisit)[0].conclusion is None


def test_a_check_of_safety_comes_again_in_a_year(bench: Desk) -> None:
    page = room.page(bench, "bases", "JD001")
    dialog = begun(bench, page, "check", kind="safety", checked_by="沈书宁")
    keep(bench, dialog) if dialog.dirty() else dialog.reject()
    (check,) = all_of(bench, ComplianceCheck)
    assert (check.kind, check.next_on) == (CheckKind.SAFETY, TODAY.replace(year=2029))


def test_an_evaluation_is_scored_proposed_granted_and_its_record_opens(bench: Desk) -> None:
    page = room.page(bench, "bases", "JD001")
    assert not page.acts["grade"].isEnabled()
    dialog = begun(bench, page, "evaluate")
    assert "8" in dialog.total.text()
    put(dialog, "score", *["91.5"] * 8)
    dialog.grid.edited.emit()
    assert "91.5" in dialog.total.text()
    assert "优秀" in dialog.total.text()
    put(dialog, "score", "abc")
    room.click(bench, dialog.save)
    assert dialog.isVisible()
    put(dialog, "score", "91.5")
    dialog.form.editor("conclusion").show_value("continue")  # type: ignore[attr-defined]  # an editor
    keep(bench, dialog)
    for step in ("核算等级", "授予等级"):
        bench.qtbot.waitUntil(page.acts["grade"].isEnabled)
        page.acts["grade"].trigger()
        bench.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        next(one for one in menu.actions() if step in one.text() and one.isEnabled()).trigger()
        menu.close()
        bench.rest()
    (found,) = all_of(bench, BaseEvaluation)
    assert (found.grade, found.total, found.granted_on) == (EvaluationGrade.EXCELLENT, 915, TODAY)
    assert found.status is EvaluationStatus.GRANTED
    opens(bench, page)


def opens(bench: Desk, page: RegisterPage) -> None:
    """The line in the inspector opens the evaluation itself, with its points and its log."""

    def lines() -> list[QAbstractButton]:
        return [one for one in page.inspector.findChildren(QAbstractButton) if "年度评估" in one.accessibleName()]

    bench.qtbot.waitUntil(lambda: bool(lines()))
    room.click(bench, lines()[0])
    dialog = bench.dialog(RecordDialog)
    assert "基地评估" in dialog.windowTitle()
    assert dialog.form.values()["granted_on"] == "2028-03-01"
    dialog.reject()
    bench.rest()


def test_a_plaque_is_given_and_taken_back(bench: Desk) -> None:
    page = room.page(bench, "bases", "JD001")
    bench.qtbot.waitUntil(page.acts["plaque"].isEnabled)
    assert not page.acts["unplaque"].isEnabled()
    room.fill(bench, room.ask(bench, page, "plaque"), plaque_no="JDP-2028-01")
    bench.qtbot.waitUntil(page.acts["unplaque"].isEnabled)
    assert not page.acts["plaque"].isEnabled()
    room.fill(bench, room.ask(bench, page, "unplaque"), reason="更换新牌")
    base = next(one for one in all_of(bench, TrainingBase) if one.base_no == "JD001")
    assert (base.plaque_no, base.plaque_on, base.plaque_back_on) == ("JDP-2028-01", TODAY, TODAY)


@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_is_cut_off_and_everything_has_a_name(bench: Desk, lang: Lang) -> None:
    page = room.page(bench, "bases", "JD001")
    words.language.speak(lang)
    style.wear(style.Theme.LIGHT)
    bench.rest()
    assert fits.cut_off(bench.window) == []
    assert named.nameless(page) == []
    dialog = begun(bench, page, "evaluate")
    assert fits.cut_off(dialog) == []
    assert named.nameless(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    bench.rest()
    assert bench.dialogs(SheetDialog) == []
