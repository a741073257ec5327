"""The certificate of one trainee of a training class, and the trainees who can be given one."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Label, Lang
from ptman.letters.families.family import Family
from ptman.letters.families.gathered import Gathered
from ptman.letters.gather import hosted, named, office
from ptman.letters.gather.candidate import Candidate
from ptman.letters.value_words import Value
from ptman.letters.wish import Wish
from ptman.models import TrainingClass, TrainingTrainee
from ptman.models.choices_talents import TraineeResult
from ptman.rules.months import Segment

NO_RESULT = Label("无法判断：学员的结果没有登记", "unknown: the result of the trainee is not entered")
NO_NUMBER = Label(
    "还没有证书编号：先办理培训班的“发证书”", "it has no number: take the step “Issue certificates” of the class"
)


def gather(session: Session, wish: Wish, today: date) -> Gathered:
    """PtmanError `nothing-chosen`."""
    one = session.get(TrainingTrainee, wish.about[0]) if wish.about else None
    if one is None or one.retired_on is not None:
        raise hosted.nothing()
    of = session.get_one(TrainingClass, one.class_id)
    name = Label(one.name, named.latin(one.name))

    def said(lang: Lang) -> dict[str, Value]:
        return {
            "name": name.text(lang),
            "unit": one.unit or "",
            "class_name": of.name,
            "kind": of.kind.label.text(lang),
            "hours": of.hours,
            "held": Segment(of.starts_on, of.ends_on),
            "cert_no": one.cert_no or "",
            "certified_on": one.cert_on,
        }

    return Gathered(
        office=office.office(session, wish.what, today.year),
        values={lang: said(lang) for lang in Lang},
        addressee=name,
        name=f"{one.name} · {of.name}",
        organisation=of.client_id,
        failing=_failing(one),
        certifies=one.id,
    )


def candidates(session: Session, family: Family, today: date) -> tuple[Candidate, ...]:
    """Those who completed and have a number, the latest class first."""
    del family, today
    rows = session.execute(
        select(TrainingTrainee, TrainingClass)
        .join(TrainingClass, TrainingClass.id == TrainingTrainee.class_id)
        .where(TrainingTrainee.cert_no.is_not(None), TrainingTrainee.retired_on.is_(None))
        .order_by(TrainingClass.starts_on.desc(), TrainingTrainee.cert_no)
    )
    return tuple(
        Candidate(one.id, one.cert_no or "", one.name, f"{of.class_no} {of.name} · {one.unit or ''}".rstrip(" ·"))
        for one, of in rows
    )


def _failing(one: TrainingTrainee) -> dict[str, Label]:
    failing = {}
    if one.result is None:
        failing["completed"] = NO_RESULT
    elif one.result is not TraineeResult.COMPLETED:
        failing["completed"] = Label(f"学员{one.result.label.zh}", f"the trainee: {one.result.label.en.lower()}")
    if not one.cert_no:
        failing["numbered"] = NO_NUMBER
    return failing
