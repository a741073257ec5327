"""The last look before letters are issued: exactly which numbers they take, renumbered with every tick."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ptman.drafts import Difference, Draft, Fate, Item
from ptman.labels import Label
from ptman.letters import draft as drafting
from ptman.letters.draft import LettersDraft
from ptman.rules import docnumbers
from ui import words
from ui.dialogs.draft import DraftDialog
from ui.pieces import button

LATER = Label("暂存(&L)", "Finish &later")
_NOTHING = Label("没有采纳任何一份函件，不占用文号。", "No letter is ticked; no number is taken.")


@dataclass(frozen=True, slots=True)
class Begun:
    """Ticks that were made before, and a sentence on where they come from."""

    taken: frozenset[str]
    why: Label


class IssueDialog(DraftDialog):
    """The letters of `keys` out of a draft; each ticked one shows the number it gets.

    Signals:
        laid_aside(tuple): the keys ticked and those not, to go on with later; the dialog is closed by then.
    """

    laid_aside = Signal(object)

    def __init__(
        self, plan: LettersDraft, keys: Collection[str], parent: QWidget | None = None, begun: Begun | None = None
    ) -> None:
        self._plan = plan
        self._keys = frozenset(keys)
        every = frozenset(item.key for item in plan.draft.items if item.key in self._keys)
        shown = numbered(plan, self._keys, every)
        super().__init__(replace(shown, remarks=(begun.why, *shown.remarks)) if begun else shown, parent)
        words.bind(self.keep, self.keep.setText, Label("签发", "Issue"))
        if begun is not None:
            self.table.take(self.table.keepable - begun.taken, on=False)

    @override
    def more_buttons(self) -> Sequence[QWidget]:
        self.later = button.plain(LATER, "save")
        self.later.clicked.connect(self._on_later)
        return (self.later,)

    def _on_later(self) -> None:
        taken = frozenset(self.table.taken)
        left = self.table.keepable - taken
        self.reject()
        self.laid_aside.emit((taken, left))

    @override
    def _say(self) -> None:
        super()._say()
        taken = frozenset(self.table.taken)
        self.table.renew(numbered(self._plan, self._keys, taken))
        self.sentence.setText(words.say(sentence(self._plan, taken)))


def numbered(plan: LettersDraft, keys: Collection[str], taken: Collection[str]) -> Draft:
    """The items of `keys`, each with the number it gets when exactly `taken` are issued."""
    numbers = taking(plan, taken)
    items = tuple(_item(item, numbers.get(item.key)) for item in plan.draft.items if item.key in keys)
    return replace(plan.draft, items=items)


def taking(plan: LettersDraft, taken: Collection[str]) -> dict[str, str]:
    """The number of each letter of `taken` by its key, in the order in which they are issued."""
    chosen = [letter for letter in plan.letters if letter.key in taken and not letter.refused]
    first = next((letter.facts.doc_no for letter in plan.letters if not letter.refused), None)
    if first is None:
        return {}
    begin, sender, today = docnumbers.parse(first).must().n, plan.pending.sender, plan.pending.today
    return {letter.key: drafting.numbered(sender, today, begin + at) for at, letter in enumerate(chosen)}


def sentence(plan: LettersDraft, taken: Collection[str]) -> Label:
    """Exactly what will happen."""
    numbers = list(taking(plan, taken).values())
    if not numbers:
        return _NOTHING
    span = Label(numbers[0], numbers[0])
    if len(numbers) > 1:
        span = Label(f"{numbers[0]} 至 {numbers[-1]}", f"{numbers[0]} to {numbers[-1]}")
    return Label(
        f"将签发 {len(numbers)} 份，占用文号 {span.zh}。文号用后不再收回：撤销会把函件作废。",
        f"Issues {len(numbers)} under {span.en}. Numbers are not given back: undo voids the letters.",
    )


def _item(item: Item, number: str | None) -> Item:
    others = tuple(one for one in item.differences if one.field != drafting.NUMBER)
    if item.fate is Fate.REFUSED or number is None:
        return replace(item, differences=others)
    return replace(item, differences=(Difference(drafting.NUMBER, "", number), *others))
