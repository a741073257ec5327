"""What a cell of the matrix says: a short word or figure in its tone, and everything in its tip."""

from ptman.aspects.talents.rows import Figures, MilestoneRow, Pupil, Shade, Step
from ptman.labels import Label, same

_SHORT = {
    Shade.DONE: same("✓"),
    Shade.SUBMITTED: Label("待审", "in"),
    Shade.CONDITIONAL: Label("待改", "fix"),
    Shade.FAILED: Label("未过", "fail"),
}
_ABSENT = Label("未登记", "Not entered")


def short(cell: MilestoneRow | None) -> Label:
    """A tick, a word, how late it is, or when it is due."""
    if cell is None:
        return same("")
    if cell.shade is Shade.OVERDUE:
        return Label(f"+{cell.days_late}天", f"+{cell.days_late} d")
    if cell.shade in _SHORT:
        return _SHORT[cell.shade]
    return same(f"{cell.due_on:%y-%m}" if cell.due_on else "—")


def whole(pupil: Pupil, step: Step, cell: MilestoneRow | None) -> Label:
    """Student, milestone, state, days and delays."""
    head = Label(f"{pupil.name} {pupil.number} · {step.label.zh}", f"{pupil.name} {pupil.number} · {step.label.en}")
    if cell is None:
        return head.plus(_ABSENT, " · ")
    parts = [cell.status.label]
    if cell.due_on:
        parts.append(Label(f"应完成 {cell.due_on}", f"due {cell.due_on}"))
    if cell.days_late:
        parts.append(Label(f"逾期 {cell.days_late} 天", f"{cell.days_late} days late"))
    if cell.held_on:
        parts.append(Label(f"举行 {cell.held_on}", f"held {cell.held_on}"))
    if cell.delays:
        parts.append(Label(f"延期 {cell.delays} 次", f"put off {cell.delays} times"))
    if cell.attempt > 1:
        parts.append(Label(f"第 {cell.attempt} 次", f"attempt {cell.attempt}"))
    for part in parts:
        head = head.plus(part, " · ")
    return head


def figures(one: Figures) -> Label:
    """Done of all, and how many are late."""
    total = sum(count for _, count in one.counts)
    late = one.of(Shade.OVERDUE)
    done = f"{one.of(Shade.DONE)}/{total}"
    return Label(f"{done}\n逾期 {late}", f"{done}\nlate {late}") if late else same(done)


def counted(one: Figures) -> Label:
    """Every state with its count, for the tip of a column."""
    head = one.step.label
    for shade, count in one.counts:
        head = head.plus(Label(f"{shade.label.zh} {count}", f"{shade.label.en} {count}"), " · ")
    return head
