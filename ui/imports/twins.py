"""After an import: records that seem to be there twice, each pair a step from the dialog that merges it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox

from ptman.intake.kinds import Book
from ptman.labels import Label
from ptman.register import merge
from ptman.register.merge import Pair
from ui import words
from ui.imports.items import Kept
from ui.page import Page
from ui.palette import Tone
from ui.pieces import button
from ui.pieces.notice_bar import NoticeBar
from ui.registers.work import Merging

NOUNS = {
    Book.STUDENTS: "student",
    Book.ACADEMIC_SUPERVISORS: "academic_supervisor",
    Book.INDUSTRY_SUPERVISORS: "industry_supervisor",
    Book.BASES: "training_base",
}
MOST = 50
"""Whoever has more looks at the list of the register, where every one of them is marked."""

Say = Callable[[str, NoticeBar], object]


def look(page: Page, kept: Kept, say: Say) -> None:
    """Ask for likely pairs among what such a workbook brings; none: nothing is said."""
    for book, noun in NOUNS.items():
        if book.value in kept.drawn.intake.kind.split("+"):
            page.ask(partial(page.desk.read, merge.likely_duplicates, noun), partial(_found, page, noun, say))


def _found(page: Page, noun: str, say: Say, pairs: Sequence[Pair]) -> None:
    if not pairs:
        return
    sentence = Label(
        f"{len(pairs)} 对记录可能重复。选一对，并排比较后决定是否合并。",
        f"Pairs that may be one record twice: {len(pairs)}. Choose one and compare before you merge.",
    )
    box = QComboBox()
    for pair in pairs[:MOST]:
        box.addItem("")
        words.on_change(box, partial(_name, box, box.count() - 1, pair))
        _name(box, box.count() - 1, pair)
    words.name(box, Label("可能重复的记录", "Possible duplicates"))
    compare = button.plain(Label("并排比较…", "Compare…"), "merge")
    compare.clicked.connect(lambda: _compare(page, noun, pairs[box.currentIndex()]))
    say(f"twins {noun}", NoticeBar(sentence, Tone.SOON, [box, compare]))


def _name(box: QComboBox, at: int, pair: Pair) -> None:
    box.setItemText(at, f"{' / '.join(pair.titles)} · {words.say(pair.reason)}")


def _compare(page: Page, noun: str, pair: Pair) -> None:
    Merging(page, noun, (pair.keep_id, pair.drop_id)).compare()
