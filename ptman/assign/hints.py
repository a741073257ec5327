"""What the office has said of pairs before any is proposed: who must not, who should, and who needs less."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from ptman import journal
from ptman.assign.problem import Role
from ptman.assign.situation import Hint
from ptman.errors import PtmanError
from ptman.models import Organisation, PairingHint, PairingNeed, Person, Student, TrainingBase
from ptman.models.choices_assigning import HintGround, HintKind
from ptman.models.targets import ALL as TARGETS

POINTS = {
    HintKind.FORBID: 0,
    HintKind.DISCOURAGE_STRONGLY: 25,
    HintKind.DISCOURAGE: 10,
    HintKind.ENCOURAGE: -10,
    HintKind.ENCOURAGE_STRONGLY: -25,
}
COLUMNS = dict(zip(Role, TARGETS, strict=True))
"""The column that names a target, by role."""


def targets(role: Role, target: str | None) -> dict[str, Any]:
    """The columns of a record that names one target of a role."""
    return {column: target if about is role else None for about, column in COLUMNS.items()}


def load(session: Session, inside: frozenset[str]) -> tuple[Hint, ...]:
    """The hints about these students, in the order of their making."""
    rows = session.scalars(select(PairingHint).where(PairingHint.retired_on.is_(None)).order_by(PairingHint.id))
    return tuple(_hint(one) for one in rows if one.student_id in inside)


def needs(session: Session) -> dict[str, tuple[Role, ...]]:
    """What students need who do not need all three."""
    rows = session.scalars(select(PairingNeed).where(PairingNeed.retired_on.is_(None)))
    return {one.student_id: tuple(role for role in Role if getattr(one, role.value)) for one in rows}


def homes(session: Session) -> dict[str, str]:
    """The region of each student's branch, else of the employer, by GB/T 2260; students without either are left out."""
    branch, employer = aliased(TrainingBase), aliased(Organisation)
    rows = session.execute(
        select(Student.id, branch.region_code, employer.region_code)
        .outerjoin(branch, branch.id == Student.branch_id)
        .outerjoin(employer, employer.id == Student.employer_id)
    )
    return {who: home for who, near, work in rows if (home := near or work)}


def record(session: Session, about: tuple[str, Role, str], kind: HintKind, ground: HintGround, reason: str) -> None:
    """Note a hint about a student and one target, in the place of the one there was; PtmanError `reason-missing`."""
    student, role, target = about
    if not reason.strip():
        raise PtmanError("reason-missing", "请写明理由。未作任何改动。", "A hint needs a reason. Nothing was changed.")
    column = getattr(PairingHint, COLUMNS[role])
    found = session.scalars(select(PairingHint).where(PairingHint.student_id == student, column == target)).first()
    if found is None:
        found = PairingHint(student_id=student, kind=kind, ground=ground, reason=reason, **targets(role, target))
        session.add(found)
    found.kind, found.ground, found.reason, found.retired_on = kind, ground, reason.strip(), None
    who = session.scalars(
        select(Person.name).join(Student, Student.person_id == Person.id).where(Student.id == student)
    )
    name, label = who.one(), kind.label
    journal.say(session, f"{name}的{role.label.zh}：{label.zh}", f"{role.label.en} of {name}: {label.en.lower()}")


def _hint(one: PairingHint) -> Hint:
    role, target = next((role, key) for role, column in COLUMNS.items() if (key := getattr(one, column)) is not None)
    said = f"{one.ground.label.zh}：{one.reason}"
    return Hint(one.student_id, role, target, one.kind is HintKind.FORBID, POINTS[one.kind], said)
