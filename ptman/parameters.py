"""Rule parameters as every stage asks for them: the value in force for a cohort, as text, number or day."""

import re
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from ptman.errors import PtmanError
from ptman.models import RuleParameter
from ptman.rules.findings import Limit

AFTER = re.compile(r"([0-9])-([0-9]{2})-([0-9]{2})")
"""Years after the cohort's own, month, day."""


def value(session: Session, code: str, cohort: int) -> str:
    """The value in force for a cohort (a year); PtmanError `no-parameter` where the office has none."""
    return row(session, code, cohort).value


def number(session: Session, code: str, cohort: int) -> int:
    """A value that is a whole number from 0; PtmanError `parameter-bad` where it is none."""
    return as_number(value(session, code, cohort), code)


def day(session: Session, code: str, cohort: int) -> date:
    """A value such as 1-09-01 as a day of the cohort; PtmanError `parameter-bad` where it is none."""
    return day_after_enrolment(value(session, code, cohort), cohort, code)


def limits(session: Session, cohort: int) -> dict[str, Limit]:
    """Every parameter in force for a cohort that is a whole number, with its severity and basis, by code."""
    found = session.scalars(select(RuleParameter).where(*_in_force(cohort)).order_by(RuleParameter.from_cohort)).all()
    numbers = {one.code: one for one in found}
    return {
        code: Limit(int(one.value), one.severity.value, one.legal_basis or "")
        for code, one in numbers.items()
        if one.value.isascii() and one.value.isdecimal()
    }


def as_number(text: str, code: str = "") -> int:
    said = text.strip()
    if not (said.isascii() and said.isdecimal()):
        raise _bad(code, said, "整数", "a whole number")
    return int(said)


def day_after_enrolment(text: str, cohort: int, code: str = "") -> date:
    """Years after the cohort's own, month and day: 1-09-01 of 2026 is 2027-09-01. PtmanError `parameter-bad`."""
    found = AFTER.fullmatch(text.strip())
    try:
        years, month, dom = map(int, found.groups() if found else ())
        return date(cohort + years, month, dom)
    except ValueError:
        raise _bad(code, text, "年-月-日，例如 1-09-01", "years-month-day, such as 1-09-01") from None


def row(session: Session, code: str, cohort: int) -> RuleParameter:
    """The record in force for a cohort; of several, the one that begins last."""
    found = session.scalars(
        select(RuleParameter)
        .where(RuleParameter.code == code, *_in_force(cohort))
        .order_by(RuleParameter.from_cohort.desc())
    ).first()
    if found is None:
        raise absent(code)
    return found


def _in_force(cohort: int) -> tuple[ColumnElement[bool], ...]:
    return (
        RuleParameter.retired_on.is_(None),
        RuleParameter.from_cohort <= cohort,
        or_(RuleParameter.to_cohort.is_(None), RuleParameter.to_cohort >= cohort),
    )


def absent(code: str) -> PtmanError:
    return PtmanError(
        "no-parameter",
        f"没有规则参数 {code}。未作任何改动；请在“登记册 › 规则参数”中补上。",
        f"There is no rule parameter {code}. Nothing was changed; add it under Registers, Rule parameters.",
    )


def _bad(code: str, said: str, zh: str, en: str) -> PtmanError:
    name = f" {code}" if code else ""
    return PtmanError(
        "parameter-bad",
        f"规则参数{name}的值“{said}”应为{zh}。未作任何改动。",
        f"The rule parameter{name} holds “{said}” instead of {en}. Nothing was changed.",
    )
