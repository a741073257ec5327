"""The status line: how many, what is selected, saved when, what Ctrl+Z would undo, and what is running."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ptman.labels import Label, Lang
from ui import style, words
from ui.desk import Past
from ui.palette import Tone
from ui.pieces import button, text
from ui.progress import Progress

_PATIENCE = 400
_TOLD_FOR = 8000


@dataclass(frozen=True, slots=True)
class Standing:
    """What a page has to say: how many of what are shown (a label with the figure in it), how many are selected."""

    count: Label | None = None
    selected: int = 0


class StatusLine(QWidget):
    """One line at the bottom of the window.

    Signals:
        cancel_asked: the user wants the running job to stop.
    """

    cancel_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._standing = Standing()
        self._past = Past()
        self._progress: Progress | None = None
        self._told: Label | None = None
        self._line = text.Elided(style.SECONDARY, Tone.QUIET)
        self._job = text.Text(style.SECONDARY, Tone.QUIET)
        self._bar = QProgressBar()
        self._cancel = button.quiet(Label("取消正在进行的任务", "Cancel what is running"), "x")
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._forget = QTimer(self, singleShot=True, interval=_TOLD_FOR)
        self._lay_out()
        self._connect()
        self.show_rest()

    def _lay_out(self) -> None:
        self.setFixedHeight(style.VAST)
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._cancel.setFixedSize(24, 24)
        words.name(self._bar, Label("进度", "Progress"))
        words.name(self._line, Label("状态", "Status"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.WIDE, 0, style.NORMAL, 0)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self._line, 1)
        for part in (self._job, self._bar, self._cancel):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self._cancel.clicked.connect(self.cancel_asked)
        self._patience.timeout.connect(self._show_job)
        self._forget.timeout.connect(self._on_forgotten)
        words.on_change(self, self._say)

    def show_standing(self, standing: Standing) -> None:
        self._standing = standing
        self._say()

    def show_past(self, past: Past) -> None:
        self._past = past
        self._say()

    def tell(self, told: Label) -> None:
        """Say for a moment that something went well."""
        self._told = told
        self._forget.start()
        self._say()

    def show_progress(self, progress: Progress) -> None:
        """A job is running; it is shown once it has taken a moment."""
        if self._progress is None:
            self._patience.start()
        self._progress = progress
        if not self._patience.isActive():
            self._show_job()

    def show_rest(self) -> None:
        """Nothing is running."""
        self._progress = None
        self._patience.stop()
        for part in (self._job, self._bar, self._cancel):
            part.hide()

    def text(self) -> str:
        """The line as it would read if it were long enough."""
        return self._line.whole()

    def _show_job(self) -> None:
        if self._progress is None:
            return
        self._job.setText(running(self._progress, words.lang()))
        self._bar.setRange(0, self._progress.total)
        self._bar.setValue(self._progress.done)
        for part in (self._job, self._bar, self._cancel):
            part.show()

    def _say(self) -> None:
        self._line.set_tone(Tone.PLAIN if self._told else Tone.QUIET)
        self._line.setText(line(self._told, self._standing, self._past, words.lang()))
        self._show_job()

    def _on_forgotten(self) -> None:
        self._told = None
        self._say()


def line(told: Label | None, standing: Standing, past: Past, lang: Lang) -> str:
    """The left part of the status line."""
    zh = lang is Lang.ZH
    parts = [label.text(lang) for label in (told, standing.count) if label is not None]
    if standing.selected:
        parts.append(f"选中 {standing.selected}" if zh else f"{standing.selected} selected")
    if past.saved is not None:
        parts.append(f"已保存 {past.saved:%H:%M}" if zh else f"Saved {past.saved:%H:%M}")
    if past.locked is not None:
        parts.append("只读" if zh else "Read-only")
    elif past.undo is not None:
        what = past.undo.text(lang)
        parts.append(f"撤销：{what} (Ctrl+Z)" if zh else f"Undo: {what} (Ctrl+Z)")
    return " · ".join(parts)


def running(progress: Progress, lang: Lang) -> str:
    """The job that runs, what it is at, how far it is, and what remains."""
    parts = [one.text(lang) for one in (progress.name, progress.phase) if one is not None]
    if progress.percent is not None:
        parts.append(f"{progress.percent}%")
    if progress.left is not None:
        left = _span(round(progress.left), zh=lang is Lang.ZH)
        parts.append(f"约剩 {left}" if lang is Lang.ZH else f"about {left} left")
    return " · ".join(parts)


def _span(seconds: int, *, zh: bool) -> str:
    if seconds < 60:  # noqa: PLR2004 - a minute
        return f"{max(1, seconds)} 秒" if zh else f"{max(1, seconds)} s"
    return f"{round(seconds / 60)} 分钟" if zh else f"{round(seconds / 60)} min"
