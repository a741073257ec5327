"""The last look before a letter supersedes another: its number, and what the old one states otherwise."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ptman.drafts import Difference, Draft, Fate, Item
from ptman.labels import Label
from ptman.letters import draft as drafting
from ptman.letters.reissuing import Reissue
from ui import words
from ui.dialogs.draft import DraftDialog

_TITLE = Label("更正重发", "Correct and reissue")
_NOTHING = Label("没有采纳，不占用文号。", "Not ticked; no number is taken.")
_SAME = Label("函件所述没有变化，将照原样重发", "Nothing that the letter states has changed")
_CHANGE_LETTER = Label("原函可能已送出：新函写明变更前后", "The old letter may be out: the new one states old and new")


class SupersedeDialog(DraftDialog):
    """One letter and what changed; `kept` brings the tick."""

    def __init__(self, plan: Reissue, parent: QWidget | None = None) -> None:
        self._plan = plan
        super().__init__(shown(plan), parent)
        self.table.select([plan.letter.key])
        words.bind(self.keep, self.keep.setText, Label("签发", "Issue"))

    @override
    def _say(self) -> None:
        super()._say()
        self.sentence.setText(words.say(sentence(self._plan) if self.table.taken else _NOTHING))


def shown(plan: Reissue) -> Draft:
    """The letter as the one item of a draft."""
    letter = plan.letter
    number = Difference(drafting.NUMBER, plan.old.doc_no, letter.facts.doc_no)
    changes = (Difference(_of(one.who, one.what), one.old, one.new) for one in plan.changes)
    notes = (*letter.refused, *letter.warnings, *(() if plan.changes else (_SAME,)))
    fate = Fate.REFUSED if letter.refused else Fate.CHANGED
    item = Item(letter.key, fate, letter.facts.host, (number, *changes), notes, plan.old.doc_no)
    return Draft(_TITLE, (item,), (_CHANGE_LETTER,) if plan.left else ())


def sentence(plan: Reissue) -> Label:
    """Exactly what will happen."""
    old, new, freed = plan.old.doc_no, plan.letter.facts.doc_no, len(plan.freed)
    said = Label(
        f"签发 {new} 替代 {old}；原函保留，标为“已替代”。可以撤销，但文号不再收回。",
        f"Issues {new} instead of {old}, which is kept as superseded. It can be undone; the number stays taken.",
    )
    if not freed:
        return said
    return said.plus(Label(f"{freed} 人回到待派遣。", f"{freed} students are planned again."), " ")


def _of(who: str, what: Label) -> Label:
    return Label(f"{who} · {what.zh}", f"{who} · {what.en}") if who else what
