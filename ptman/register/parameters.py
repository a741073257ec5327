"""Changes a rule parameter, for every cohort it is in force for or from one cohort on."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal, parameters
from ptman.models import RuleParameter


def set_value(session: Session, code: str, text: str, cohort: int | None = None) -> None:
    """Change a value: from `cohort` on, or where none is named for all cohorts it is in force for.

    A value keeps its kind: a number stays a number, a day a day. PtmanError `no-parameter`, `parameter-bad`.
    """
    row = parameters.row(session, code, cohort) if cohort is not None else _latest(session, code)
    said = text.strip()
    keep_kind(row, said)
    if cohort is None or row.from_cohort == cohort:
        row.value = said
    else:
        session.add(_successor(row, said, cohort))
        row.to_cohort = cohort - 1
    journal.say(session, f"{row.name}改为 {said}", f"Set “{row.name_en}” to {said}")


def keep_kind(row: RuleParameter, said: str) -> None:
    """Raise PtmanError `parameter-bad` unless `said` is of the kind of the value that it replaces."""
    if row.value.isdecimal():
        parameters.as_number(said, row.code)
    if parameters.AFTER.fullmatch(row.value):
        parameters.day_after_enrolment(said, row.from_cohort, row.code)


def _successor(row: RuleParameter, said: str, cohort: int) -> RuleParameter:
    return RuleParameter(
        code=row.code,
        name=row.name,
        name_en=row.name_en,
        value=said,
        severity=row.severity,
        from_cohort=cohort,
        to_cohort=row.to_cohort,
        legal_basis=row.legal_basis,
    )


def _latest(session: Session, code: str) -> RuleParameter:
    query = select(RuleParameter).where(RuleParameter.code == code)
    found = session.scalars(query.order_by(RuleParameter.from_cohort.desc())).first()
    if found is None:
        raise parameters.absent(code)
    return found
