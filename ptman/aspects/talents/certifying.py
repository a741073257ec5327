"""Certifications: how long each holds, and how many of each cohort hold what against its target."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.aspects.talents import reading
from ptman.aspects.talents.rows import Pupil
from ptman.fields import Kind
from ptman.labels import Choice, Label
from ptman.listing import Column, Listing
from ptman.models import CertificateResult, CertificationTarget
from ptman.models.choices_talents import CertificateLevel
from ptman.register import columns, rows
from ptman.register.cards import Ref
from ptman.rules.teaching import certifications
from ptman.rules.teaching.certifications import Exam, Validity

SOON = timedelta(days=90)
LEVELS = tuple(CertificateLevel(one) for one in certifications.LEVELS)


class Holding(Choice):
    VALID = "valid", "有效", "Valid"
    SOON = "soon", "90 天内到期", "Expires within 90 days"
    EXPIRED = "expired", "已过期", "Expired"
    FAILED = "failed", "未通过", "Not passed"


LISTED = rows.blank(
    "certifications",
    "certificate_result",
    Label("认证台账", "Certifications"),
    (
        Column("number", Label("学号", "Student no."), Kind.IDENTIFIER, 11),
        Column("name", Label("姓名", "Name"), Kind.NAME, 8),
        columns.number("cohort", "年级", "Cohort", 6),
        Column("level", Label("级别", "Level"), Kind.CHOICE, 14),
        Column("certificate", Label("认证名称", "Certificate"), Kind.TEXT, 22),
        Column("acquired_on", Label("获得日期", "Acquired on"), Kind.DATE, 10),
        Column("valid_until", Label("有效期至", "Valid until"), Kind.DATE, 10),
        Column("holding", Label("效力", "Standing"), Kind.CHOICE, 10),
        Column("certificate_no", Label("证书编号", "Certificate no."), Kind.IDENTIFIER, 14),
    ),
)


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One examination; `until` is what holds today: the office's own day, else the rule's with its renewals."""

    ref: Ref
    pupil: Pupil
    level: CertificateLevel
    vendor: str
    certificate: str
    acquired_on: date
    entered: date | None
    until: date | None
    number: str
    holding: Holding


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a cohort hold a level or a higher one today, of how many, against the target if there is one."""

    cohort: int
    level: CertificateLevel
    holders: int
    students: int
    target: int | None


def certificates(session: Session, today: date) -> tuple[CertificateRow, ...]:
    """Every examination of those who study, what expires first in front."""
    people = {one.id: one for one in reading.pupils(session)}
    kept = [
        one
        for one in session.scalars(select(CertificateResult).where(CertificateResult.retired_on.is_(None)))
        if one.student_id in people
    ]
    rule = by_rule(session, kept, today)
    found = (_row(one, people[one.student_id], rule.get(one.id), today) for one in kept)
    return tuple(sorted(found, key=lambda one: (one.until or date.max, one.pupil.number, one.ref.id)))


def tallies(session: Session, found: Sequence[CertificateRow]) -> tuple[Tally, ...]:
    """By cohort, the newest first, and level, the highest last."""
    people = reading.pupils(session)
    targets = {
        (one.cohort_year, one.level): one.target
        for one in session.scalars(select(CertificationTarget).where(CertificationTarget.retired_on.is_(None)))
    }
    holders: dict[tuple[int, CertificateLevel], set[str]] = {}
    for one in found:
        if one.level in LEVELS and one.holding in {Holding.VALID, Holding.SOON}:
            for level in LEVELS[: LEVELS.index(one.level) + 1]:
                holders.setdefault((one.pupil.cohort, level), set()).add(one.pupil.id)
    cohorts = sorted({one.cohort for one in people}, reverse=True)
    sizes = {cohort: sum(1 for one in people if one.cohort == cohort) for cohort in cohorts}
    return tuple(
        Tally(cohort, level, len(holders.get((cohort, level), ())), sizes[cohort], targets.get((cohort, level)))
        for cohort in cohorts
        for level in LEVELS
    )


def listing(found: Sequence[CertificateRow]) -> Listing:
    return rows.listing(
        LISTED,
        (
            rows.Entry(
                one.ref.id,
                {
                    "number": one.pupil.number,
                    "name": one.pupil.name,
                    "cohort": one.pupil.cohort,
                    "level": one.level,
                    "certificate": one.certificate,
                    "acquired_on": one.acquired_on,
                    "valid_until": one.until,
                    "holding": one.holding,
                    "certificate_no": one.number,
                },
                one.pupil.sounds,
                frozenset({str(one.holding)}),
            )
            for one in found
        ),
    )


def by_rule(session: Session, kept: Sequence[CertificateResult], today: date) -> dict[str, date | None]:
    """Last valid days by the months in force; each student's examinations renew each other."""
    length = Validity(parameters.number(session, "certification.validity_months", today.year))
    mine: dict[str, list[Exam]] = {}
    for one in kept:
        if one.passed:
            exam = Exam(one.id, one.vendor, str(one.level), one.acquired_on)
            mine.setdefault(one.student_id, []).append(exam)
    found: dict[str, date | None] = {}
    for exams in mine.values():
        found |= certifications.renewed(exams, (length,))
    return found


def _row(one: CertificateResult, pupil: Pupil, rule: date | None, today: date) -> CertificateRow:
    until = max((day for day in (one.valid_until, rule) if day is not None), default=None)
    holding = Holding.VALID
    if not one.passed:
        holding = Holding.FAILED
    elif until is not None and until < today:
        holding = Holding.EXPIRED
    elif until is not None and until <= today + SOON:
        holding = Holding.SOON
    return CertificateRow(
        Ref("certificate_result", one.id, one.version),
        pupil,
        one.level,
        one.vendor,
        one.certificate,
        one.acquired_on,
        one.valid_until,
        until,
        one.certificate_no or "",
        holding,
    )
