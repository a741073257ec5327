"""The sentences of an import draft about cells that the office has changed, with the people and days."""

from datetime import UTC

from ptman.drafts import Difference
from ptman.intake.memory import Trace, Verdict
from ptman.labels import Label


def split(verdict: Verdict, change: Difference, imported: Trace, hand: Trace | None) -> Label:
    """Why the cell stands apart; `change` is today's value and what the file said the last time."""
    return (_kept if verdict is Verdict.KEEP else _asked)(change, imported, hand)


def _kept(change: Difference, imported: Trace, hand: Trace | None) -> Label:
    """Only the office changed the cell."""
    by = _by(hand)
    return Label(
        f"{change.field.zh}：{by.zh}改为“{change.old}”，文件自{_when(imported)}以来未变；保留“{change.old}”，勾选才改用文件的。",
        f"{change.field.en}: changed to “{change.old}”{by.en}; the file has not changed since {_when(imported)}. "
        f"“{change.old}” stays unless you tick this.",
    )


def _asked(change: Difference, imported: Trace, hand: Trace | None) -> Label:
    """Both changed it."""
    by, last = _by(hand), change.new or "—"
    return Label(
        f"{change.field.zh}：{by.zh}改为“{change.old or '—'}”；"
        f"上次导入（{imported.who}，{_when(imported)}）为“{last}”。"
        "勾选用文件的，不勾选留办公室的。",
        f"{change.field.en}: changed to “{change.old or '—'}”{by.en}; the last import ({imported.who}, "
        f"{_when(imported)}) said “{last}”. Tick to take the file's, leave to keep the office's.",
    )


def unheard(field: Label, hand: Trace | None) -> Label:
    """The office wrote it, and this source has never said anything of it."""
    by = _by(hand)
    return Label(
        f"{field.zh}：{by.zh}填写，此来源以前没有给过。勾选用文件的，不勾选留办公室的。",
        f"{field.en}: written{by.en}; this source has not given it before. "
        "Tick to take the file's, leave to keep the office's.",
    )


def _by(hand: Trace | None) -> Label:
    if hand is None:
        return Label("上次导入以后", " since the last import")
    return Label(f"{hand.who} 于 {_when(hand)} ", f" by {hand.who} on {_when(hand)}")


def _when(trace: Trace) -> str:
    """The journal's UTC as the day of the office."""
    return f"{trace.at.replace(tzinfo=UTC).astimezone():%Y-%m-%d}"
