"""The last look before letters are issued: exactly which numbers they take, renumbered with every tick."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ptman.drafts import Difference, Draft, Fate, Item
from ptman.labels import Label
from ptman.letters import draft as drafting
from ptman.letters.draft import LettersDraft
from ptman.rules import docnumbers
from ui import words
from ui.dialogs.draft import DraftDialog

_NOTHING = Label("没有采纳任何一份函件，不占用文号。", "No letter is ticked; no number is taken.")


class IssueDialog(DraftDialog):
    """The letters of `keys` out of a draft; each ticked one shows the number it gets."""

    def __init__(self, plan: LettersDraft, keys: Collection[str], parent: QWidget | None = None) -> None:
        self._plan = plan
        self._keys = frozenset(keys)
        every = frozenset(item.key for item in plan.draft.items if item.key in self._keys)
        super().__init__(numbered(plan, self._keys, every), parent)
        words.bind(self.keep, self.keep.setText, Label("签发", "Issue"))

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
