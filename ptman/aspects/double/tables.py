"""The lists of the supervisors' desk: terms and qualification, requests, guidance by month, assessments."""

from datetime import date

from ptman.aspects.double.changes import ChangeRow
from ptman.aspects.double.guiding import Matrix
from ptman.aspects.double.holding import SupervisorRow
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Value
from ptman.models import IndustrySupervisor, Person, SupervisorChange
from ptman.models.choices import AppointmentStatus
from ptman.models.choices_double import ChangeStatus, QualifiedBy
from ptman.register import columns, rows
from ptman.rules.findings import Finding, Standing
from ptman.rules.supervisors import qualification

TERMS, CHANGES, GUIDANCE = "double-terms", "double-changes", "double-guidance"
NEXT = {
    AppointmentStatus.DRAFT: Label("续聘草稿", "Drafted"),
    AppointmentStatus.SUBMITTED: Label("续聘已提交", "Submitted"),
    AppointmentStatus.APPROVED: Label("已批准，待颁聘书", "Approved, no certificate yet"),
}
DUE, LAPSED = Label("待续聘", "To be renewed"), Label("未聘任或已过期", "Not appointed")
ASKED = frozenset({ChangeStatus.ORIGINAL_OPINION, ChangeStatus.NEW_OPINION})
REVIEWED = frozenset({ChangeStatus.FACULTY_REVIEW, ChangeStatus.OFFICE_REVIEW})
BY_DECISION = QualifiedBy.OTHER.label
NOT_SHOWN = Label("材料不全", "Papers missing")
WIDE, NARROW, NUMBER = 22, 10, 7
SUPERVISORS = rows.blank(
    TERMS,
    "industry_supervisor",
    Label("聘期与资格", "Terms and qualification"),
    (
        *columns.of(IndustrySupervisor, "supervisor_no"),
        *columns.of(Person, "name"),
        columns.number("load", "在带/可带", "Load"),
        Column("until", Label("聘期止", "Term ends"), Kind.DATE, NARROW),
        Column("next", Label("续聘", "Renewal"), Kind.TEXT, 13),
        Column("qualified", Label("资格", "Qualification"), Kind.TEXT, NARROW),
        Column("basis", Label("依据", "By"), Kind.TEXT, 13),
        Column("missing", Label("缺少的材料", "Missing papers"), Kind.TEXT, WIDE),
        Column("minded", Label("提醒", "To mind"), Kind.TEXT, WIDE),
        *columns.of(IndustrySupervisor, "organisation_id"),
    ),
)
REQUESTS = rows.blank(
    CHANGES,
    "supervisor_change",
    Label("变更导师申请", "Changes of supervisor"),
    (
        *columns.of(SupervisorChange, "request_no", "student_id", "role"),
        Column("old", Label("原导师", "Present"), Kind.NAME, NARROW),
        Column("new", Label("拟任导师", "New"), Kind.NAME, NARROW),
        *columns.of(SupervisorChange, "status", "applied_on"),
        columns.number("days", "已历天数", "Days"),
        *columns.of(SupervisorChange, "reason_code", "effective_on"),
        Column("minded", Label("提醒", "To mind"), Kind.TEXT, WIDE),
        Column("form", Label("审批表", "Form"), Kind.IDENTIFIER, 18),
    ),
)
WHO = (
    Column("number", Label("学号", "Student no."), Kind.IDENTIFIER, 12),
    Column("name", Label("姓名", "Name"), Kind.NAME, NARROW),
    Column("role", Label("指导人", "Guided by"), Kind.TEXT, NARROW),
    Column("guide", Label("导师", "Supervisor"), Kind.NAME, NARROW),
)
TOTAL = columns.number("total", "本学期", "Term", NUMBER)
LAST = Column("last_on", Label("最近一次", "Last"), Kind.DATE, NARROW)
UNIT = Column("unit", Label("学院/单位", "Department or organisation"), Kind.TEXT, WIDE)
MUST_LOOK = Label("须调查", "To be looked into")


def supervisors(found: tuple[SupervisorRow, ...], today: date) -> Listing:
    return rows.listing(SUPERVISORS, (_supervisor(one, today) for one in found))


def requests(found: tuple[ChangeRow, ...]) -> Listing:
    return rows.listing(REQUESTS, (_request(one) for one in found))


def no_guidance() -> Listing:
    """The list before anything is read."""
    return rows.blank(GUIDANCE, "student", Label("本学期指导", "Guidance this term"), (*WHO, TOTAL, LAST, UNIT))


def guidance(found: Matrix) -> Listing:
    """A column for each month of the term; the months are those of the day it was read."""
    months = [
        columns.number(f"m{at}", f"{month}月", date(year, month, 1).strftime("%b"), NUMBER)
        for at, (year, month) in enumerate(found.term.months)
    ]
    blank = rows.blank(
        GUIDANCE,
        "student",
        Label("本学期指导", "Guidance this term"),
        (*WHO, TOTAL, LAST, *months, UNIT),
    )
    return rows.listing(blank, (_guided(one) for one in _entries(found)))


def _entries(found: Matrix) -> list[tuple[str, dict[str, Value], frozenset[str]]]:
    return [
        (
            one.key,
            {
                "number": one.number,
                "name": one.name,
                "role": one.role.label,
                "guide": one.guide.name,
                "unit": one.guide.unit,
                "total": one.total,
                "last_on": one.last_on,
                **{f"m{at}": count or None for at, count in enumerate(one.months)},
            },
            rows.tagged(none=not one.total, short=one.short) | {one.role.value},
        )
        for one in found.rows
    ]


def _guided(one: tuple[str, dict[str, Value], frozenset[str]]) -> rows.Entry:
    key, cells, tags = one
    names = (str(cells["name"]), str(cells["guide"]))
    sounds = tuple(sound for name in names for sound in rows.sounds_of_person(name, None, None))
    return rows.Entry(key, cells, sounds, tags)


def _supervisor(one: SupervisorRow, today: date) -> rows.Entry:
    found, until = one.qualified.found, one.term.until if one.term else None
    basis = BY_DECISION if one.qualified.decided else _basis(found)
    lapsed = until is None or until < today
    said = NEXT[one.next] if one.next else LAPSED if lapsed else DUE if one.due else None
    ready = one.qualified.complete
    cells: dict[str, Value] = {
        "supervisor_no": one.number,
        "name": one.name,
        "organisation": one.organisation,
        "load": one.load,
        "until": until,
        "next": said,
        "qualified": _standing(one),
        "basis": basis,
        "missing": qualification.missing_words(one.qualified.missing),
        "minded": _joined(one.minded),
    }
    tags = rows.tagged(
        due=one.due, lapsed=lapsed, renewing=one.next is not None, unqualified=not ready, minded=bool(one.minded)
    )
    sounds = (*rows.sounds_of_person(one.name, None, None), *rows.sounds_of_unit(one.organisation))
    return rows.Entry(one.id, cells, sounds, tags)


def _standing(one: SupervisorRow) -> Label:
    """Met but not shown is said apart from what is not met or not known."""
    met = one.qualified.standing is Standing.MET
    return NOT_SHOWN if met and one.qualified.missing else one.qualified.standing.label


def _basis(found: qualification.Qualification) -> Label | None:
    return next((one.label for one in found.conditions if one.code == found.basis), None)


def _request(one: ChangeRow) -> rows.Entry:
    minded = [MUST_LOOK] if one.investigate and one.open else []
    cells: dict[str, Value] = {
        "request_no": one.number,
        "student": f"{one.student_name} {one.student_no}",
        "role": one.role,
        "old": one.old,
        "new": one.new,
        "status": one.status,
        "applied_on": one.applied_on,
        "days": one.days if one.open else None,
        "reason_code": one.reason,
        "effective_on": one.effective_on,
        "minded": _labels([*minded, *(_said(finding) for finding in one.minded)]),
        "form": one.form,
    }
    sounds = tuple(
        sound for name in (one.student_name, one.old, one.new) for sound in rows.sounds_of_person(name, None, None)
    )
    tags = rows.tagged(open=one.open, settled=not one.open, asked=one.status in ASKED, review=one.status in REVIEWED)
    return rows.Entry(one.ref.id, cells, sounds, tags)


def _joined(found: tuple[Finding, ...]) -> Label:
    return _labels([_said(one) for one in found])


def _said(one: Finding) -> Label:
    return one.label.plus(one.gap or one.standing.label, " ")


def _labels(found: list[Label]) -> Label:
    return Label("；".join(one.zh for one in found), "; ".join(one.en for one in found))
