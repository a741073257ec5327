"""What a stage would do, as one dialog and one command line can show it: items with old and new, ready to be kept."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ptman.labels import Choice, Label


class Fate(Choice):
    """What would become of one item."""

    NEW = "new", "新增", "New"
    CHANGED = "changed", "变更", "Changed"
    UNCHANGED = "unchanged", "无变化", "Unchanged"
    REFUSED = "refused", "未接受", "Refused"
    DOUBTFUL = "doubtful", "可能重复", "Possible duplicate"
    VACANT = "vacant", "空缺", "Vacancy"
    CONFLICT = "conflict", "冲突", "Conflict"
    KEPT_BY_HAND = "kept_by_hand", "保留手工修改", "Kept by hand"
    MISSING = "missing", "表中没有", "Not in the file"


# Rows of a file end in the fates before; these are single cells, or records that the file does not name.
BESIDE = frozenset({Fate.CONFLICT, Fate.KEPT_BY_HAND, Fate.MISSING})


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that would change, old → new, both as shown."""

    field: Label
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a draft. `key` picks it when keeping; `where` says where it came from (sheet and row)."""

    key: str
    fate: Fate
    title: str
    differences: tuple[Difference, ...] = ()
    notes: tuple[Label, ...] = ()
    where: str = ""
    score: int | None = None

    @property
    def can_be_kept(self) -> bool:
        return self.fate in {Fate.NEW, Fate.CHANGED, Fate.DOUBTFUL, *BESIDE}


FILE = Label("文件", "the file")


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything one step would do. Nothing has changed yet. `against` is what the office is compared with."""

    title: Label
    items: tuple[Item, ...]
    remarks: tuple[Label, ...] = ()
    against: Label = FILE

    def counts(self) -> dict[Fate, int]:
        found = Counter(item.fate for item in self.items)
        return {fate: found[fate] for fate in Fate}

    def keepable(self) -> frozenset[str]:
        return frozenset(item.key for item in self.items if item.can_be_kept)

    def preset(self) -> frozenset[str]:
        """What is ticked at first: all that can be kept, but for what needs a person's eye."""
        return frozenset(item.key for item in self.items if item.fate in {Fate.NEW, Fate.CHANGED})


def carried(old: Draft, taken: Iterable[str], new: Draft) -> frozenset[str]:
    """The ticks of a draft drawn anew: as a person left them where the item says the same, else as at first."""
    ticked, before = frozenset(taken), {item.key: item for item in old.items}
    same = {item.key for item in new.items if item.can_be_kept and before.get(item.key) == item}
    return (new.preset() - same) | (ticked & same)


def sentence(draft: Draft, taken: Iterable[str]) -> Label:
    """What keeping the taken items would do, in one sentence."""
    return keeping(len(draft.keepable() & frozenset(taken)), len(draft.items))


def keeping(kept: int, total: int) -> Label:
    """The same, counted already."""
    return Label(
        f"将保留 {total} 项中的 {kept} 项，作为一步，可以撤销。",
        f"Keeps {kept} of {total} rows as one step that can be undone.",
    )
