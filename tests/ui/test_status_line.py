"""The status line reads well in both languages, and shows only jobs that take a moment."""

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from ptman.labels import Label, Lang, same
from ui import status_line
from ui.desk import Past
from ui.progress import Progress
from ui.status_line import Standing, StatusLine

SAVED = datetime(2026, 9, 10, 10, 42)  # noqa: DTZ001 - the office's own clock
NAME = Label("导入", "Importing")


@pytest.mark.parametrize(
    ("progress", "zh", "en"),
    [
        (Progress(NAME), "导入", "Importing"),
        (Progress(NAME, phase=Label("改进", "Improving")), "导入 · 改进", "Importing · Improving"),
        (Progress(NAME, 62, 100), "导入 · 62%", "Importing · 62%"),
        (Progress(NAME, 62, 100, 12.4), "导入 · 62% · 约剩 12 秒", "Importing · 62% · about 12 s left"),
        (Progress(NAME, 62, 100, 190.0), "导入 · 62% · 约剩 3 分钟", "Importing · 62% · about 3 min left"),
    ],
)
def test_running(progress: Progress, zh: str, en: str) -> None:
    assert (status_line.running(progress, Lang.ZH), status_line.running(progress, Lang.EN)) == (zh, en)


def test_line_leaves_out_what_there_is_not() -> None:
    assert status_line.line(None, Standing(), Past(), Lang.ZH) == ""
    assert (
        status_line.line(same("ok"), Standing(same("3"), 1), Past(SAVED), Lang.EN)
        == "ok · 3 · 1 selected · Saved 10:42"
    )


def test_a_quick_job_is_not_shown(qtbot: QtBot) -> None:
    made = StatusLine()
    qtbot.addWidget(made)
    made.show()
    made.show_progress(Progress(NAME, 1, 2))
    assert not made._bar.isVisible()
    qtbot.waitUntil(made._bar.isVisible)
    with qtbot.waitSignal(made.cancel_asked):
        made._cancel.click()
    made.show_rest()
    assert not made._bar.isVisible()
