"""Notes guidance: one entry for all of several students, in one step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.aspects.double import guiding
from ptman.errors import PtmanError
from ptman.models import GuidanceRecord, Supervision
from ptman.models.choices import Role
from ptman.models.choices_double import GuidanceMode, GuidanceStage
from ptman.rules import dates

LONGEST = 600


@dataclass(frozen=True, slots=True)
class Entry:
    """One guidance as it was for all of several students."""

    on: date
    content: str
    mode: GuidanceMode = GuidanceMode.ONSITE
    stage: GuidanceStage = GuidanceStage.PRACTICE
    minutes: int | None = None


def entry(values: Mapping[str, object]) -> Entry:
    """What a form brings, checked by the form: texts by the keys of the fields."""
    minutes = str(values.get("minutes") or "")
    return Entry(
        dates.date(str(values["guided_on"])).must(),
        str(values.get("content") or ""),
        GuidanceMode(str(values.get("mode") or GuidanceMode.ONSITE)),
        GuidanceStage(str(values.get("stage") or GuidanceStage.PRACTICE)),
        int(minutes) if minutes.isdecimal() else None,
    )


def enter(session: Session, entry: Entry, keys: Sequence[str], today: date) -> int:
    """Note it for each student and role; how many. Who has a record of that day already is left as it is.

    PtmanError `guidance-empty`, `guidance-ahead`.
    """
    _refuse(entry, today)
    pairs = [guiding.pair(key) for key in dict.fromkeys(keys)]
    query = select(GuidanceRecord.student_id, GuidanceRecord.role).where(GuidanceRecord.guided_on == entry.on)
    known = {(student, role) for student, role in session.execute(query)}
    new = [one for one in pairs if one not in known]
    for student, role in new:
        session.add(
            GuidanceRecord(
                student_id=student,
                role=role,
                guided_on=entry.on,
                mode=entry.mode,
                stage=entry.stage,
                content=entry.content.strip(),
                minutes=entry.minutes,
                supervision_id=_of_day(session, student, role, entry.on),
            )
        )
    if new:
        journal.say(session, f"登记指导 {entry.on}：{len(new)} 人次", f"Note guidance on {entry.on}: {len(new)}")
    return len(new)


def _of_day(session: Session, student: str, role: Role, on: date) -> str | None:
    query = select(Supervision).where(
        Supervision.student_id == student, Supervision.role == role, Supervision.retired_on.is_(None)
    )
    return next((one.id for one in session.scalars(query) if guiding.covers(one, on)), None)


def _refuse(entry: Entry, today: date) -> None:
    if not entry.content.strip() or len(entry.content.strip()) > LONGEST:
        raise PtmanError(
            "guidance-empty",
            f"指导内容须为 1 到 {LONGEST} 个字符。未作任何改动。",
            f"What the guidance was about must have 1 to {LONGEST} characters. Nothing was changed.",
        )
    if entry.on > today:
        raise PtmanError(
            "guidance-ahead",
            f"指导日期 {entry.on} 还没有到。未作任何改动；请登记已经做过的指导。",
            f"{entry.on} is yet to come. Nothing was changed; enter guidance that has been given.",
        )
