"""Last valid days of certifications that are missing or that a later examination has moved on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.aspects.talents import certifying, reading
from ptman.drafts import Difference, Draft, Fate, Item
from ptman.labels import Label
from ptman.models import CertificateResult
from ptman.register import staleness
from ptman.register.cards import Ref

UNTIL = Label("有效期至", "Valid until")


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
    return ValidityDraft(Draft(Label("认证有效期", "Validity of certifications"), tuple(items)), days)


def keep(session: Session, drawn: ValidityDraft, taken: Collection[str]) -> int:
    """Write the days; how many. `Stale` where one has changed."""
    wanted = [drawn.days[key] for key in sorted(taken) if key in drawn.days]
    for ref, day in wanted:
        staleness.refuse_other_version(session, ref)
        session.get_one(CertificateResult, ref.id).valid_until = day
    journal.say(session, f"补录认证有效期 {len(wanted)} 项", f"Enter the validity of {len(wanted)} certifications")
    return len(wanted)
