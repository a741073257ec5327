"""Begins a change of supervisor: what is asked for, and the request as a draft under the next number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.errors import PtmanError
from ptman.models import SupervisorChange
from ptman.models.choices import Role
from ptman.models.choices_double import ChangeReason
from ptman.register import titles
from ptman.rules import dates

SERIES = "BG"


@dataclass(frozen=True, slots=True)
class Asked:
    """A new request: who is to guide the student in that role instead, and why."""

    student: str
    role: Role
    new: str
    reason: ChangeReason
    words: str = ""
    effective_on: date | None = None


def asked(values: Mapping[str, object]) -> Asked:
    """What a form brings, texts and ids by the keys of the fields; PtmanError `change-whom` where nobody is named."""
    role = Role(str(values["role"]))
    new = values.get("new_industry_id" if role is Role.INDUSTRY else "new_academic_id")
    if not new:
        raise PtmanError(
            "change-whom",
            f"变更的是{role.label.zh}，请填写拟任的{role.label.zh}。未作任何改动。",
            f"The {role.label.en.lower()} is to change: name the new one. Nothing was changed.",
        )
    effective = values.get("effective_on")
    return Asked(
        str(values["student_id"]),
        role,
        str(new),
        ChangeReason(str(values["reason_code"])),
        str(values.get("reason_text") or ""),
        dates.date(str(effective)).must() if effective else None,
    )


def begin(session: Session, wish: Asked, today: date) -> str:
    """A new request as a draft; its id. The present supervisor is filled in when it is submitted."""
    industry = wish.role is Role.INDUSTRY
    made = SupervisorChange(
        request_no=_next_number(session, today.year),
        student_id=wish.student,
        role=wish.role,
        new_industry_id=wish.new if industry else None,
        new_academic_id=None if industry else wish.new,
        reason_code=wish.reason,
        reason_text=wish.words.strip() or None,
        applied_on=today,
        effective_on=wish.effective_on,
    )
    session.add(made)
    session.flush()  # its id is the answer
    who = titles.one(session, "student", wish.student)
    journal.say(session, f"变更导师申请 {made.request_no}（{who}）", f"Change of supervisor {made.request_no} ({who})")
    return made.id


def _next_number(session: Session, year: int) -> str:
    head = f"{SERIES}{year}-"
    query = select(SupervisorChange.request_no).where(SupervisorChange.request_no.startswith(head))
    tails = [text.removeprefix(head) for text in session.scalars(query)]
    last = max((int(tail) for tail in tails if tail.isascii() and tail.isdigit()), default=0)
    return f"{head}{last + 1:03d}"
