"""What stands around a record as sections of the inspector, and as tabs beside the form of a record in full."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QScrollArea, QTabWidget, QVBoxLayout, QWidget

from ptman.labels import Label
from ptman.register.parts import Part
from ui import style, words
from ui.around import stepping
from ui.around.attached_list import AttachedList
from ui.around.parts_table import PartsTable
from ui.around.reading import Around, Doing
from ui.around.related_list import RelatedList
from ui.around.steps_list import StepsList
from ui.form_link import Link
from ui.pieces.past_list import PastList
from ui.pieces.section import Section

HISTORY = Label("历史", "History")
FILES = Label("附件", "Attachments")
RELATED = Label("相关记录", "Related")


def sections(around: Around, doing: Doing, *, own: bool) -> Sequence[Section]:
    """For the inspector; `own`: the page shows the most important of the related records itself."""
    kind = f"register/{around.card.noun}"
    found = [Section(f"{kind}/steps", stepping.STEP, StepsList(around, doing))] if around.by_steps else []
    for part in around.parts:
        table = PartsTable(part, _link(around), doing, low=True)
        found.append(Section(f"{kind}/{part.noun}", _counted(part), table))
    related = RelatedList(around.touching, doing)
    found.append(Section(f"{kind}/related", _related(around), related, folded=own or not around.touching.total))
    files = AttachedList(around, doing)
    found.append(Section(f"{kind}/files", _files(around), files, folded=not around.files))
    found.append(Section(f"{kind}/history", HISTORY, PastList(around.past)))
    return found


class AroundTabs(QTabWidget):
    """The same beside a form; shown again after a change, the tab in front stays in front."""

    def __init__(self) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        words.name(self, Label("这条记录的周围", "Around the record"))

    def show_around(self, around: Around, doing: Doing, first: Sequence[tuple[Label, QWidget]] = ()) -> None:
        """`first` are pages that the noun has of its own."""
        front = self.currentIndex()
        old = [self.widget(at) for at in range(self.count())]
        self.clear()
        for title, page in (*first, *_tabs(around, doing)):
            self.addTab(page, words.say(title))
            words.name(page, title)
        self.setCurrentIndex(max(0, front))
        for gone in old:
            if gone is not None:
                gone.deleteLater()


def _tabs(around: Around, doing: Doing) -> Iterator[tuple[Label, QWidget]]:
    if around.by_steps:
        yield stepping.STEP, _scrolled(StepsList(around, doing))
    for part in around.parts:
        yield _counted(part), _boxed(PartsTable(part, _link(around), doing, low=False))
    yield _related(around), _scrolled(RelatedList(around.touching, doing))
    yield _files(around), _scrolled(AttachedList(around, doing))
    yield HISTORY, _scrolled(PastList(around.past))


def _counted(part: Part) -> Label:
    count = len(part.listing.rows)
    return Label(f"{part.label.zh} {count}", f"{part.label.en} {count}")


def _files(around: Around) -> Label:
    count = len(around.files)
    return Label(f"{FILES.zh} {count}", f"{FILES.en} {count}")


def _related(around: Around) -> Label:
    count = around.touching.total
    return Label(f"{RELATED.zh} {count}", f"{RELATED.en} {count}")


def _link(around: Around) -> Link:
    return Link(around.card.id, around.card.title)


def _boxed(page: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, style.SMALL, 0, 0)
    layout.addWidget(page)
    return box


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    page.setContentsMargins(0, style.SMALL, style.NORMAL, 0)
    area.setWidget(page)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    return area
