"""The check list of one application's evidence: what is asked of this student, what is there, what is missing."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.labels import Label
from ptman.models import TitleApplication, TitleEvidence
from ptman.models.choices import EmployerType, OrientationType
from ptman.models.choices_titles import AskedOf, EvidenceKind, EvidenceStatus
from ptman.register import title_cases, title_editions
from ptman.register.title_cases import Case

SURE = frozenset({AskedOf.EVERYBODY, AskedOf.WORKED, AskedOf.PUBLIC_INSTITUTION})
"""What is asked without a choice."""
BEST = (EvidenceStatus.VERIFIED, EvidenceStatus.RECEIVED, EvidenceStatus.REJECTED, EvidenceStatus.MISSING)
"""Of several papers of one kind the best counts."""


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of evidence asked; `papers` are the ids of what is entered for it, in their order."""

    kind: EvidenceKind
    asked_of: AskedOf
    status: EvidenceStatus
    papers: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether it must be there, and no other will do instead."""
        return self.asked_of in SURE

    @property
    def verified(self) -> bool:
        return self.status is EvidenceStatus.VERIFIED


def of(session: Session, application: TitleApplication, today: date) -> tuple[Line, ...]:
    """The check list of the rules that hold for this application; empty where none does."""
    case = title_cases.case(session, application.student_id, application.batch_id, today)
    return of_case(session, application.id, case) if case is not None else ()


def of_case(session: Session, application_id: str, case: Case) -> tuple[Line, ...]:
    one = TitleEvidence
    query = select(one.kind, one.status, one.id).where(one.application_id == application_id, one.retired_on.is_(None))
    papers = session.execute(query.order_by(one.seq)).all()
    return tuple(
        Line(
            each.kind,
            each.asked_of,
            next(
                (status for status in BEST if (each.kind, status) in {(kind, was) for kind, was, _ in papers}), BEST[-1]
            ),
            tuple(key for kind, _, key in papers if kind is each.kind),
        )
        for each in asked(session, case)
    )


def asked(session: Session, case: Case) -> tuple[title_editions.Wanted, ...]:
    """The evidence this student must bring, those of which any one will do included."""
    asked = case.question
    if asked is None:
        return ()
    one, months, least = case.student, asked.candidate.work_months, asked.rules.work_months
    sponsored = one.orientation_type is OrientationType.ORIENTED
    holds = {
        AskedOf.EVERYBODY: True,
        AskedOf.ANY_ONE: True,
        AskedOf.WORKED: months is not None and months >= least,
        AskedOf.PUBLIC_INSTITUTION: sponsored and one.employer_type is EmployerType.PUBLIC_INSTITUTION,
    }
    return tuple(each for each in title_editions.wanted(session, asked.edition.key) if holds[each.asked_of])


def lacking(lines: tuple[Line, ...]) -> tuple[Label, ...]:
    """What is not verified yet; of those of which any one will do, all together where there is none."""
    missing = [one.kind.label for one in lines if one.asked_of is not AskedOf.ANY_ONE and not one.verified]
    choice = [one for one in lines if one.asked_of is AskedOf.ANY_ONE]
    if choice and not any(one.verified for one in choice):
        zh, en = "、".join(one.kind.label.zh for one in choice), ", ".join(one.kind.label.en for one in choice)
        missing.append(Label(f"成果类任选其一（{zh}）", f"any one of {en}"))
    return tuple(missing)


def counted(lines: tuple[Line, ...]) -> tuple[int, int]:
    """How many are verified of how many that must be; those of which any one will do count as one."""
    must = [one for one in lines if one.asked_of is not AskedOf.ANY_ONE]
    choice = [one for one in lines if one.asked_of is AskedOf.ANY_ONE]
    done = sum(one.verified for one in must) + any(one.verified for one in choice)
    return done, len(must) + bool(choice)
