"""Invents what the office and its partners share: a catalogue, agreements, instructors, a week and a year of use."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.models import (
    Agreement,
    AgreementParty,
    Instructor,
    Organisation,
    ResourceEquipment,
    ResourceTeacher,
    ResourceUse,
    TeachingResource,
    TrainingBase,
)
from ptman.models.choices import AgreementKind, PartyKind
from ptman.models.choices_resources import ShareScope, TeacherRole, UsePurpose, UseStatus
from ptman.samples import resources_texts as texts
from ptman.samples.resources_texts import OURS, Thing

PARTNERS = 3
TERM = timedelta(days=3 * 365)
STEP, SPREAD = 11, 300
"""Days between two uses of the year behind, and how far back it goes."""
HERE = "工程师学院"


def fill(session: Session, today: date) -> None:
    """Nothing where the office has no partners with bases."""
    hosts = session.execute(select(TrainingBase.host_organisation_id).order_by(TrainingBase.base_no)).scalars()
    partners = [session.get_one(Organisation, key) for key in list(dict.fromkeys(hosts))[:PARTNERS]]
    if not partners:
        return
    agreements = [_agreement(session, at, partner, today) for at, partner in enumerate(partners)]
    made = [_resource(session, at, thing, (partners, agreements, today)) for at, thing in enumerate(texts.THINGS)]
    _instructors(session, partners, today)
    session.flush()  # parts and uses need the ids
    _parts(session, made)
    _uses(session, made, partners, today)
    journal.say(session, "登记教学资源样例", "Add sample teaching resources")


def _agreement(session: Session, at: int, partner: Organisation, today: date) -> Agreement:
    start = today - TERM + timedelta(days=(20, 150, 500)[at])
    made = Agreement(agreement_no=f"ZYGX-{start.year}-{at + 1:02d}", kind=AgreementKind.RESOURCE_SHARING)
    made.title = f"与{partner.short_name or partner.name}的教学资源共享协议"
    made.signed_on, made.valid_from, made.valid_to = start, start, start + TERM
    session.add(made)
    session.flush()  # the parties need its id
    for seq, (kind, name) in enumerate(((PartyKind.INSTITUTE, HERE), (PartyKind.ORGANISATION, partner.name)), 1):
        one = AgreementParty(agreement_id=made.id, seq=seq, party_kind=kind, name_snapshot=name, signed_on=start)
        session.add(one)
    return made


def _resource(
    session: Session, at: int, thing: Thing, about: tuple[Sequence[Organisation], Sequence[Agreement], date]
) -> TeachingResource:
    partners, agreements, today = about
    who = None if thing.owner == OURS else thing.owner % len(partners)
    made = TeachingResource(resource_no=f"ZY-{today.year}-{at + 1:03d}", name=thing.name, kind=thing.kind)
    made.owner_id = None if who is None else partners[who].id
    made.agreement_id = None if who is None else agreements[who].id
    made.booking, made.capacity = thing.booking, thing.capacity
    made.share_scope = texts.SCOPES.get(thing.kind, ShareScope.PARTNER)
    made.valid_from = today - timedelta(days=400)
    made.valid_to = None if thing.left is None else today + timedelta(days=thing.left)
    made.contact, made.contact_phone = ("沈书宁", "13800000021") if who is None else ("高承泽", "13800000022")
    made.ip_owner = HERE if who is None else partners[who].name
    for key, value in thing.more.items():
        setattr(made, key, value)
    session.add(made)
    return made


def _instructors(session: Session, partners: Sequence[Organisation], today: date) -> None:
    for seq, (name, owner, level, direction, left) in enumerate(texts.INSTRUCTORS, 1):
        one = Instructor(certificate_no=f"HW-T-{seq:05d}", name=name, level=level, direction=direction, vendor="华为")
        one.unit_id = None if owner == OURS else partners[owner % len(partners)].id
        one.valid_until = today + timedelta(days=left)
        one.acquired_on = one.valid_until - TERM
        session.add(one)


def _parts(session: Session, made: Sequence[TeachingResource]) -> None:
    for at, lines in texts.EQUIPMENT.items():
        for seq, (name, model, count) in enumerate(lines, 1):
            one = ResourceEquipment(resource_id=made[at].id, seq=seq, name=name, model=model, quantity=count)
            session.add(one)
    certified = {one.name: one.id for one in session.scalars(select(Instructor))}
    for at, people in texts.TEACHERS.items():
        for seq, (name, role, share) in enumerate(people, 1):
            teacher = ResourceTeacher(resource_id=made[at].id, seq=seq, name=name, role=TeacherRole(role), share=share)
            teacher.instructor_id = certified.get(name)
            session.add(teacher)


def _uses(session: Session, made: Sequence[TeachingResource], partners: Sequence[Organisation], today: date) -> None:
    monday = today - timedelta(days=today.weekday())
    days = range(SPREAD, 7, -STEP)
    rows = []
    for at, ago in enumerate(days):
        resource, unit, who, subject, purpose = texts.PAST[at % len(texts.PAST)]
        on, hours = today - timedelta(days=ago), (9, 12) if at % 2 else (13, 17)
        rows.append((resource, on, hours, 10 + at * 7 % 25, unit, who, subject, purpose, UseStatus.EVALUATED))
    rows += [(which, monday + timedelta(days=day), *more) for which, day, *more in texts.WEEK]  # type: ignore[misc]  # a starred tuple loses its types
    for seq, (which, on, hours, count, unit, who, subject, purpose, status) in enumerate(rows, 1):
        one = ResourceUse(use_no=f"SY-{on.year}-{seq:04d}", resource_id=made[which].id, subject=subject)
        one.starts_at, one.ends_at = (datetime.combine(on, time(hour)) for hour in hours)
        one.unit_id = None if unit == OURS else partners[unit % len(partners)].id
        one.headcount, one.user_name, one.purpose, one.status = count, who, purpose, status
        _finish(one, seq, made[which])
        session.add(one)


def _finish(one: ResourceUse, seq: int, resource: TeachingResource) -> None:
    """What is over has its hours and its marks; nobody takes more than there is."""
    if resource.capacity is not None and one.purpose is not UsePurpose.MAINTENANCE:
        one.headcount = min(one.headcount, resource.capacity)
    if one.status in {UseStatus.RETURNED, UseStatus.EVALUATED}:
        hours = round((one.ends_at - one.starts_at).total_seconds() / 3600)
        one.machine_hours = hours * 10 - (5 if seq % 3 == 0 else 0)
    if one.status is UseStatus.EVALUATED:
        one.score, one.comment = 3 + seq % 3, texts.EVALUATIONS[seq % len(texts.EVALUATIONS)]
        one.evaluated_on = one.ends_at.date() + timedelta(days=1)
