"""Jobs run off the window's thread, answers come back on it, and nobody waits."""

import threading

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ptman.errors import PtmanError
from ptman.labels import Label
from ui import progress, work
from ui.notice import Notice
from ui.progress import Progress
from ui.work import Step, Work

NAME = Label("导入", "Importing")


@pytest.fixture
def worker() -> work.Work:
    return Work()


def test_an_answer_comes_back_on_the_window_thread(qtbot: QtBot, worker: Work) -> None:
    seen: list[tuple[str, str]] = []
    worker.ask(
        lambda: threading.current_thread().name, lambda name: seen.append((name, threading.current_thread().name))
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0].startswith("ptman-work")
    assert seen[0][1] == "MainThread"
    assert not worker.busy
    worker.close()


def test_a_known_failure_is_told_and_work_goes_on(qtbot: QtBot, worker: Work) -> None:
    def fail() -> None:
        raise PtmanError("no-such-file", "找不到文件。", "The file is not there.")

    worker.ask(fail, lambda _: None)
    answers: list[int] = []
    worker.ask(lambda: 7, answers.append)
    qtbot.waitUntil(lambda: answers == [7])
    notices = [one for one in QApplication.topLevelWidgets() if isinstance(one, Notice) and one.isVisible()]
    assert [one.told.code for one in notices] == ["no-such-file"]
    worker.close()


def test_otherwise_takes_a_failure(qtbot: QtBot, worker: Work) -> None:
    taken: list[Exception] = []
    worker.ask(lambda: 1 // 0, lambda _: None, taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    assert isinstance(taken[0], ZeroDivisionError)
    worker.close()


def test_an_act_tells_its_progress_and_that_it_was_kept(qtbot: QtBot, worker: Work) -> None:
    told: list[Progress] = []
    worker.progressed.connect(told.append)

    def job(step: Step) -> str:
        for done in range(1000):
            step(done + 1, 1000)
        return "kept"

    answers: list[str] = []
    with qtbot.waitSignals([worker.acted, worker.rested]):
        worker.act(NAME, job, answers.append)
    qtbot.waitUntil(lambda: answers == ["kept"])
    assert told[-1].percent == 100
    assert len(told) < 1000
    worker.close()


def test_cancel_stops_at_the_next_step_and_answers_nobody(qtbot: QtBot, worker: Work) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def job(step: Step) -> None:
        begun.set()
        go_on.wait(5)
        step(1, 2)

    answers: list[None] = []
    worker.act(NAME, job, answers.append)
    assert begun.wait(5)
    with qtbot.waitSignal(worker.cancelled) as cancelled:
        worker.cancel()
        go_on.set()
    assert cancelled.args == [NAME]
    qtbot.waitUntil(lambda: not worker.busy)
    assert answers == []
    worker.close()


def test_an_answer_to_a_closed_widget_is_dropped(qtbot: QtBot, worker: Work) -> None:
    class Asker(Work):
        def take(self, answer: int) -> None:
            raise AssertionError(answer)

    asker = Asker()
    gate = threading.Event()
    worker.ask(lambda: gate.wait(5) and 1, asker.take)
    asker.close()
    Shiboken.delete(asker)
    gate.set()
    qtbot.waitUntil(lambda: not worker.busy)
    worker.close()


@pytest.mark.parametrize(
    ("elapsed", "done", "total", "left"),
    [(1, 50, 100, None), (10, 0, 100, None), (10, 1, 1000, None), (10, 50, 100, 10), (30, 75, 100, 10)],
)
def test_estimate(elapsed: float, done: int, total: int, left: float | None) -> None:
    assert progress.seconds_left(elapsed, done, total) == left
