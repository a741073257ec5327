"""Last valid days that are missing or moved on: of students' certifications, and of certified instructors."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal, parameters
from ptman.aspects.talents import certifying, reading
from ptman.drafts import Difference, Draft, Fate, Item
from ptman.labels import Label
from ptman.models import CertificateResult, Instructor
from ptman.register import staleness
from ptman.register.cards import Ref
from ptman.rules.teaching import certifications
from ptman.rules.teaching.certifications import Validity

UNTIL = Label("有效期至", "Valid until")
INSTRUCTOR = Label("讲师", "Instructor")


@dataclass(frozen=True, slots=True)
class ValidityDraft:
    draft: Draft
    days: Mapping[str, tuple[Ref, date]]


def draft(session: Session, today: date) -> ValidityDraft:
    """Last valid days that are missing, and those that a later examination has moved on."""
    days: dict[str, tuple[Ref, date]] = {}
    items = []
    people = {one.id: one for one in reading.pupils(session)}
    kept = session.scalars(select(CertificateResult).where(CertificateResult.retired_on.is_(None))).all()
    until = certifying.by_rule(session, kept, today)
    for one in kept:
        new = until.get(one.id)
        if new is None or one.student_id not in people or (one.valid_until is not None and one.valid_until >= new):
            continue
        pupil = people[one.student_id]
        days[one.id] = (Ref("certificate_result", one.id, one.version), new)
        old = one.valid_until.isoformat() if one.valid_until else ""
        fate = Fate.CHANGED if old else Fate.NEW
        title = f"{pupil.number} {pupil.name} {one.certificate}"
        items.append(Item(one.id, fate, title, (Difference(UNTIL, old, new.isoformat()),)))
    for who, day in _instructors(session, today):
        days[who.id] = (Ref("instructor", who.id, who.version), day)
        title = f"{INSTRUCTOR.zh} {who.name} {who.certificate_no}"
        items.append(Item(who.id, Fate.NEW, title, (Difference(UNTIL, "", day.isoformat()),)))
    return ValidityDraft(Draft(Label("认证有效期", "Validity of certifications"), tuple(items)), days)


def keep(session: Session, drawn: ValidityDraft, taken: Collection[str]) -> int:
    """Write the days; how many. `Stale` where one has changed."""
    wanted = [drawn.days[key] for key in sorted(taken) if key in drawn.days]
    for ref, day in wanted:
        staleness.refuse_other_version(session, ref)
        if ref.noun == "instructor":
            session.get_one(Instructor, ref.id).valid_until = day
        else:
            session.get_one(CertificateResult, ref.id).valid_until = day
    journal.say(session, f"补录认证有效期 {len(wanted)} 项", f"Enter the validity of {len(wanted)} certifications")
    return len(wanted)


def _instructors(session: Session, today: date) -> Iterator[tuple[Instructor, date]]:
    """Those whose certificate has a first day and no last one, by the months in force."""
    length = Validity(parameters.number(session, "certification.validity_months", today.year))
    query = select(Instructor).where(
        Instructor.valid_until.is_(None), Instructor.acquired_on.is_not(None), Instructor.retired_on.is_(None)
    )
    for one in session.scalars(query.order_by(Instructor.name, Instructor.certificate_no)):
        until = certifications.valid_until(one.level.value, one.acquired_on, (length,)) if one.acquired_on else None
        if until is not None:
            yield one, until
