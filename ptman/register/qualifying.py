"""Whether an industry supervisor qualifies: what the records say of them, judged by the rule in force."""

import dataclasses
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Label
from ptman.models import IndustrySupervisor, Person, QualificationEvidence
from ptman.models.choices_double import PostRank, QualifiedBy
from ptman.rules.findings import Standing
from ptman.rules.supervisors import qualification
from ptman.rules.supervisors.qualification import ALWAYS, FOR_DOCTORS, FOR_MASTERS, Expert, Qualification

DOCTOR_YEARS, MASTER_YEARS = "supervisor.qualify_doctor_years", "supervisor.qualify_master_years"
DEGREES = (("博士", "doctor"), ("doctor", "doctor"), ("phd", "doctor"), ("硕士", "master"), ("master", "master"))
"""What a degree as written contains, and the degree it is; the highest is looked for first."""


@dataclass(frozen=True, slots=True)
class Qualified:
    """The judgement; `decided` where the office has recognised somebody whom no condition covers."""

    found: Qualification
    decided: bool
    missing: tuple[str, ...]

    @property
    def complete(self) -> bool:
        return (self.decided or self.found.standing is Standing.MET) and not self.missing

    @property
    def standing(self) -> Standing:
        return Standing.MET if self.decided else self.found.standing

    @property
    def against(self) -> Label | None:
        """Why they cannot be appointed yet, as a sentence."""
        if self.standing is not Standing.MET:
            return Label(
                "没有一项资格条件确认满足；请补录职称、学位或职务，或在导师资料中把“符合条件”填为“经专门认定”。",
                "No condition is known to be met; enter title, degree or post, or set “Qualified by” to a decision.",
            )
        if self.missing:
            papers = qualification.missing_words(self.missing)
            return Label(f"还缺佐证材料：{papers.zh}。", f"Evidence is missing: {papers.en}.")
        return None


def judge(session: Session, key: str, today: date, *, doctoral: bool = False) -> Qualified:
    """Of the supervisor of that id, for master's students or for doctoral ones."""
    one = session.get_one(IndustrySupervisor, key)
    person = session.get_one(Person, one.person_id)
    seen = session.scalars(
        select(QualificationEvidence.kind).where(
            QualificationEvidence.industry_supervisor_id == key, QualificationEvidence.retired_on.is_(None)
        )
    )
    return judged(
        one, person, frozenset(kind.value for kind in seen), (conditions(session, today.year), today, doctoral)
    )


def judged(
    one: IndustrySupervisor,
    person: Person,
    evidence: frozenset[str],
    asked: tuple[qualification.Conditions, date, bool],
) -> Qualified:
    """The same of records at hand, for a list of many."""
    rules, today, doctoral = asked
    expert = Expert(
        one.title_level.value if one.title_level else None,
        degree(person.highest_degree),
        one.degree_awarded_on,
        one.tech_head_since,
        None if one.post_rank is None else one.post_rank is not PostRank.OTHER,
        evidence,
    )
    found = qualification.judge(expert, FOR_DOCTORS if doctoral else rules, today)
    decided = found.standing is not Standing.MET and one.qualified_by is QualifiedBy.OTHER
    missing = tuple(kind for kind in ALWAYS if kind not in evidence) if found.basis is None else found.missing
    return Qualified(found, decided, missing)


def conditions(session: Session, cohort: int) -> qualification.Conditions:
    """The thresholds of the year for supervisors of master's students."""
    limits = parameters.limits(session, cohort)
    doctor, master = limits.get(DOCTOR_YEARS), limits.get(MASTER_YEARS)
    return dataclasses.replace(
        FOR_MASTERS,
        doctor_years=doctor.value if doctor else FOR_MASTERS.doctor_years,
        master_years=master.value if master else FOR_MASTERS.master_years,
        basis=doctor.basis if doctor else "",
    )


def degree(said: str | None) -> str | None:
    """The degree in a free text such as “硕士研究生”; other degrees count for nothing, an empty text is unknown."""
    if not (said or "").strip():
        return None
    folded = (said or "").casefold().replace(".", "")
    return next((key for part, key in DEGREES if part in folded), "other")
