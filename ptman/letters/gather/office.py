"""The office's own name and contact in both languages, and the series of a family."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import parameters
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.letters.families.family import Family
from ptman.letters.families.gathered import Office
from ptman.models import DocumentSeries
from ptman.models.choices_documents import DocumentKind


def office(session: Session, family: Family, cohort: int) -> Office:
    """Raises PtmanError `no-series`, `no-parameter`."""
    series = session.scalars(
        select(DocumentSeries).where(
            DocumentSeries.kind == DocumentKind(family.numbered_as), DocumentSeries.retired_on.is_(None)
        )
    ).first()
    if series is None:
        raise PtmanError(
            "no-series",
            f"没有{family.label.zh}的发文字号，不能编号。未作任何改动；请先登记机关代字。",
            f"There is no document series for: {family.label.en}. Nothing was changed; add the series first.",
        )

    def said(part: str) -> str:
        return parameters.value(session, f"office.{part}", cohort).strip()

    name, name_en, person, person_en = (said(part) for part in ("name", "name_en", "contact", "contact_en"))
    phone, email = said("phone"), said("email")
    issuer, contact = Label(name, name_en or name), Label(person, person_en or person)
    return Office(issuer, contact, phone, email, series.id, series.code)
