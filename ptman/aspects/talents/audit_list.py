"""The degree audit of many as a list: credits, practice, milestones, defence, and what stands in the way first."""

from collections.abc import Iterable

from ptman.aspects.talents.auditing import AuditRow
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing
from ptman.register import columns, rows

LISTED = rows.blank(
    "degree-audit",
    "student",
    Label("学位审核", "Degree audit"),
    (
        Column("number", Label("学号", "Student no."), Kind.IDENTIFIER, 11),
        Column("name", Label("姓名", "Name"), Kind.NAME, 8),
        Column("credits", Label("课程学分", "Course credits"), Kind.TEXT, 10),
        Column("practice", Label("实践考核", "Practice"), Kind.CHOICE, 10),
        columns.number("left", "未完成环节", "Milestones left", 9),
        Column("defence", Label("答辩", "Defence"), Kind.CHOICE, 10),
        columns.number("count", "未满足项", "Tests not met", 8),
        Column("first", Label("首要问题", "First in the way"), Kind.TEXT, 40),
    ),
)


def listing(found: Iterable[AuditRow]) -> Listing:
    """The same as a list; the rows are students."""
    return rows.listing(
        LISTED,
        (
            rows.Entry(
                one.pupil.id,
                {
                    "number": one.pupil.number,
                    "name": one.pupil.name,
                    "credits": _credits(one),
                    "practice": one.standing("practice."),
                    "left": sum(1 for each in one.findings if each.code.startswith("milestone.") and not each.met)
                    or None,
                    "defence": one.standing("de"),
                    "count": len(one.blocks) or None,
                    "first": _first(one),
                },
                one.pupil.sounds,
                rows.tagged(clear=not one.blocks, blocked=bool(one.blocks)),
            )
            for one in found
        ),
    )


def _first(one: AuditRow) -> Label | None:
    if not one.blocks:
        return None
    first = one.blocks[0]
    cure = first.cure or first.standing.label
    return Label(f"{first.label.zh}：{cure.zh}", f"{first.label.en}: {cure.en}")


def _credits(one: AuditRow) -> Label | None:
    found = next((each for each in one.findings if each.code == "plan.course_credits_min"), None)
    return found.value if found else None
