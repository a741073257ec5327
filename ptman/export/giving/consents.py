"""Whose data the rows of a list are, and who of them has agreed."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.errors import PtmanError
from ptman.export.giving.wish import Wish
from ptman.listing import Listing
from ptman.models import Consent, Person, Student
from ptman.models.core import nouns
from ptman.rules import disclosing
from ptman.rules.disclosing import Purpose


def students_of(session: Session, listing: Listing) -> dict[str, str]:
    """By row the student whose data it is; empty for lists that are not about students."""
    cls = nouns().get(listing.noun)
    if cls is Student:
        return {row.id: row.id for row in listing.records}
    if cls is None or "student_id" not in cls.__mapper__.columns:
        return {}
    columns = cls.__mapper__.columns
    known = {key: owner for key, owner in session.execute(select(columns["id"], columns["student_id"])).all()}  # noqa: C416 dict() would take the result for a mapping
    return {row.id: known[row.id] for row in listing.records if known.get(row.id)}


def of(session: Session, students: Iterable[str], purpose: Purpose) -> dict[str, list[disclosing.Consent]]:
    """By student what they agreed to for this purpose."""
    wanted = set(students)
    one = Consent
    query = select(one).where(one.purpose == purpose, one.retired_on.is_(None))
    found: dict[str, list[disclosing.Consent]] = {}
    for record in session.scalars(query):
        if record.student_id in wanted:
            said = disclosing.Consent(
                record.purpose,
                record.given_on,
                record.withdrawn_on,
                record.recipient_id or "",
                record.recipient_kind.value if record.recipient_kind is not None else "",
            )
            found.setdefault(record.student_id, []).append(said)
    return found


def record(session: Session, students: Sequence[str], asked: Wish, given_on: date, notice_version: str = "") -> int:
    """Note that these students agreed, on that day, to give their data to this recipient for this purpose; how many.

    Who has such a consent of that day already is passed over. PtmanError `no-recipient`: only one on file can be named.
    """
    to = asked.recipient.id
    if not to:
        raise PtmanError(
            "no-recipient",
            "接收方还没有登记为单位，同意书没有登记。请先在“单位”里登记它。",
            "The recipient is not on file as an organisation. No consent was recorded; add it first.",
        )
    one = Consent
    same = (one.purpose == asked.purpose, one.recipient_id == to, one.given_on == given_on)
    known = set(session.scalars(select(one.student_id).where(*same)))
    fresh = [key for key in dict.fromkeys(students) if key not in known]
    for key in fresh:
        version = notice_version or None
        made = Consent(
            student_id=key, purpose=asked.purpose, recipient_id=to, given_on=given_on, notice_version=version
        )
        session.add(made)
    name, count = asked.recipient.name, len(fresh)
    journal.say(session, f"登记 {count} 份同意书（{name}）", f"Record {count} consents ({name})")
    return count


def numbers(session: Session, listing: Listing) -> dict[str, str]:
    """By row the whole identity number of the person it is about."""
    cls = nouns().get(listing.noun)
    if cls is None:
        return {}
    columns = cls.__mapper__.columns
    query = select(columns["id"], Person.id_number).where(Person.id_number.is_not(None))
    if "person_id" in columns:
        query = query.join(Person, columns["person_id"] == Person.id)
    elif "student_id" in columns:
        query = query.join(Student, columns["student_id"] == Student.id).join(Person, Student.person_id == Person.id)
    elif cls is not Person:
        return {}
    return {key: number for key, number in session.execute(query).all() if number}
