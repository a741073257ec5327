"""Everything that touches a record, kind by kind, each a click from being opened."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ptman.labels import Label, same
from ptman.register.touching import Group, Touch, Touching
from ui import style
from ui.around.reading import Doing
from ui.palette import Tone
from ui.pieces import text
from ui.pieces.items import Item, Items

NOTHING = Label("没有别的记录用到它。", "No other record refers to it.")
RETIRED = Label("已停用", "retired")


class RelatedList(QWidget):
    """What the record points to, then what points to it: the newest of each kind, and how many more there are."""

    def __init__(self, found: Touching, doing: Doing) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.NORMAL)
        if found.towards:
            layout.addWidget(Items([_item(one, doing, one.label) for one in found.towards], NOTHING))
        for group in found.groups:
            layout.addWidget(text.small(_counted(group)))
            layout.addWidget(Items([_item(one, doing) for one in group.newest], NOTHING))
        if not found.groups:
            layout.addWidget(text.paragraph(NOTHING, Tone.QUIET))
        layout.addStretch(1)


def _counted(group: Group) -> Label:
    more = group.total - len(group.newest)
    zh = f"{group.label.zh} {group.total}" + (f"（最新 {len(group.newest)} 条）" if more else "")
    en = f"{group.label.en} {group.total}" + (f" (newest {len(group.newest)})" if more else "")
    return Label(zh, en)


def _item(one: Touch, doing: Doing, label: Label | None = None) -> Item:
    detail = label or same("")
    if one.retired:
        detail = detail.plus(RETIRED, " · " if detail.zh else "")
    return Item(same(one.title), detail, partial(doing.open, one.noun, one.id))
