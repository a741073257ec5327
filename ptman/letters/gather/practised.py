"""What a completion certificate says of practice: the ledger's months to the day, the assessment, what is lacking."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import ledgers
from ptman.labels import Label, Lang
from ptman.ledgers import Practice
from ptman.letters.families.gathered import Gathered
from ptman.letters.gather.stays import Stay
from ptman.letters.value_words import Value
from ptman.models import PracticeAssessment
from ptman.models.choices_talents import AssessmentStatus
from ptman.rules import months
from ptman.rules.findings import Finding, Standing
from ptman.rules.months import Duration, Segment
from ptman.rules.practice import ledger as rules

FAMILY = "completion"
NOT_ASSESSED = Label("无法判断：没有实践考核记录", "unknown: no assessment of practice is on file")
NO_RULE = Label("无法判断：没有规定实践时长的规则参数", "unknown: no rule parameter says how long practice must be")


def told(session: Session, found: Gathered, stay: Stay, today: date) -> Gathered:
    """With the practice of the student as far as this stay went; later practice is for a later certificate.

    PtmanError `no-parameter`.
    """
    last = min(stay.placement.ends_on, stay.placement.left_on or stay.placement.ends_on)
    practice = ledgers.ledger(session, stay.student.id, min(today, last))
    assessed = _assessment(session, stay.student.id)
    values = {lang: {**held, **_values(practice, stay, assessed, lang)} for lang, held in found.values.items()}
    failing = dict(found.failing)
    if assessed is None:
        failing["assessed"] = NOT_ASSESSED
    elif assessed.status is not AssessmentStatus.PASSED:
        status = assessed.status.label
        failing["assessed"] = Label(f"实践考核的状态是“{status.zh}”", f"the assessment is: {status.en.lower()}")
    if lacking := tuple(_lacking(practice)):
        failing["enough"] = Label("；".join(one.zh for one in lacking), "; ".join(one.en for one in lacking))
    return replace(found, values=values, failing=failing)


def _assessment(session: Session, student: str) -> PracticeAssessment | None:
    mine = select(PracticeAssessment).where(
        PracticeAssessment.student_id == student, PracticeAssessment.retired_on.is_(None)
    )
    return session.scalars(mine.order_by(PracticeAssessment.attempt_no.desc())).first()


def _values(practice: Practice, stay: Stay, assessed: PracticeAssessment | None, lang: Lang) -> dict[str, Value]:
    mine = next((one for one in practice.placed if one.id == stay.placement.id), None)
    days = mine.days if mine else Segment(stay.placement.starts_on, stay.placement.ends_on)
    kept = (mine.stay,) if mine and mine.stay else ()
    here = months.total(rules.until(rules.counted(kept, practice.case.terms), practice.case.today))
    project = practice.length(project=True)
    return {
        "starts_on": days.start,
        "ends_on": days.end,
        "period": days,
        "counted": months.carried(here),
        "total": practice.length(),
        "project": project if project != Duration(0, 0) else None,
        "grade": assessed.grade.label.text(lang) if assessed and assessed.grade else "",
    }


def _lacking(practice: Practice) -> Iterator[Label]:
    """Every requirement that stands in the way; where none was judged, that is not known either."""
    judged = [one for one in practice.findings if one.severity == "block"]
    if not judged:
        yield NO_RULE
    yield from (_said(one) for one in judged if not one.met)


def _said(one: Finding) -> Label:
    if one.standing is Standing.UNKNOWN:
        cure = one.cure or Label("资料不全", "data is missing")
        return Label(f"{one.label.zh}无法判断：{cure.zh}", f"{one.label.en} is unknown: {cure.en}")
    value, least = one.value or Label("0 天", "0 days"), one.threshold or Label("", "")
    return Label(
        f"{one.label.zh}为 {value.zh}，规定不少于 {least.zh}",
        f"{one.label.en}: {value.en}, at least {least.en} is asked",
    )
