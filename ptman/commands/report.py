"""What a command has to say: its exit status, lines for a person, and one object for a program."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from ptman.drafts import Draft, Fate
from ptman.labels import Label, Lang

SHOWN_ITEMS = 40


class Status(IntEnum):
    DONE = 0
    PARTLY = 1
    NOTHING = 2


@dataclass(frozen=True, slots=True)
class Report:
    lines: tuple[Label, ...]
    data: Mapping[str, Any]
    status: Status = Status.DONE


def draft_lines(draft: Draft, lang: Lang) -> tuple[Label, ...]:
    """A draft as text: counts, remarks, and the rows that want a look."""
    counts = [f"{fate.label.text(lang)} {n}" for fate, n in draft.counts().items() if n]
    lines = [draft.title.plus(Label("：" + "，".join(counts), ": " + ", ".join(counts)))]
    lines += [Label("· " + remark.zh, "· " + remark.en) for remark in draft.remarks]
    wanted = [item for item in draft.items if item.fate not in {Fate.NEW, Fate.UNCHANGED}]
    for item in wanted[:SHOWN_ITEMS]:
        changes = "; ".join(f"{one.field.text(lang)} {one.old or '—'} → {one.new or '—'}" for one in item.differences)
        notes = "; ".join(note.text(lang) for note in item.notes)
        text = f"  [{item.fate.label.text(lang)}] {item.where} {item.title} {changes} {notes}".rstrip()
        lines.append(Label(text, text))
    if len(wanted) > SHOWN_ITEMS:
        rest = len(wanted) - SHOWN_ITEMS
        lines.append(Label(f"  …… 另有 {rest} 项", f"  … and {rest} more"))
    return tuple(lines)
