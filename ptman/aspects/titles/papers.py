"""The papers of a title batch, gathered: applications, proof sheet, publicity list, register of certificates."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.aspects.titles import certificate_paper, gathering, list_paper, proof, proof_paper, publicity_paper
from ptman.aspects.titles.gathering import Known
from ptman.aspects.titles.rows import ApplicationRow
from ptman.labels import Label, Lang
from ptman.listing import Listing
from ptman.models.choices_titles import TitleApplicationStatus
from ptman.register import title_cases, title_committee
from ptman.register.sender import sender
from ptman.reports.report import Report

PASSED = frozenset(
    {
        TitleApplicationStatus.REVIEW_PASSED,
        TitleApplicationStatus.PUBLICITY,
        TitleApplicationStatus.OBJECTION,
        TitleApplicationStatus.CONFIRMED,
        TitleApplicationStatus.CERTIFICATE_ISSUED,
    }
)
"""Those whose names are made public."""
DROPPED = frozenset({TitleApplicationStatus.WITHDRAWN, TitleApplicationStatus.DRAFT, TitleApplicationStatus.RETURNED})
NAMES = {
    "list": Label("职称申报一览表", "List of applications"),
    "proof": Label("资格审核表", "Proof sheet"),
    "publicity": Label("公示名单", "Publicity list"),
    "certificates": Label("证书发放登记表", "Register of certificates"),
}


def list_of(session: Session, batch_id: str, today: date, lang: Lang) -> Report:
    """Every application that was submitted, with what it was judged by. PtmanError `no-record`, `no-parameter`."""
    batch = gathering.batch(session, batch_id)
    rows = [one for one in _rows(session, batch_id, today) if one.status not in DROPPED]
    taken = proof.figures(session, [one.ref.id for one in rows])
    return list_paper.report(batch.name, rows, taken, sender(session, today, lang), today)


def proof_of(session: Session, application_id: str, today: date, lang: Lang) -> Report:
    """One application as it was judged when it was submitted, before that as of today. PtmanError `no-record`."""
    made = proof.gather(session, application_id, today)
    return proof_paper.report(made, sender(session, today, lang), today)


def publicity_of(session: Session, batch_id: str, today: date, lang: Lang) -> Report:
    """Those who passed: name, masked number, field, title; no phone and no identity number."""
    batch = gathering.batch(session, batch_id)
    rows = [one for one in _rows(session, batch_id, today) if one.status in PASSED]
    found = publicity_paper.Publicity(
        batch.name,
        batch.notice_doc_no or "",
        (batch.publicity_from, batch.publicity_to),
        title_committee.publicised(session, batch, today).threshold or Label("", ""),
        tuple(rows),
    )
    return publicity_paper.report(found, sender(session, today, lang), today)


def certificates_of(session: Session, batch_id: str, today: date, lang: Lang) -> Report:
    """Who has a certificate of what number, with room to sign for it."""
    batch = gathering.batch(session, batch_id)
    rows = [one for one in _rows(session, batch_id, today) if one.cert_no]
    return certificate_paper.report(batch.name, rows, batch.approval_doc_no or "", sender(session, today, lang), today)


def publicity_listing(session: Session, batch_id: str, today: date) -> Listing:
    """The publicity list as a workbook has it, as masked as on paper."""
    rows = [one for one in _rows(session, batch_id, today) if one.status in PASSED]
    return publicity_paper.listing(rows)


def _rows(session: Session, batch_id: str, today: date) -> tuple[ApplicationRow, ...]:
    cases = title_cases.cases(session, today, batch_id)
    return gathering.applications(session, cases, Known(session), batch_id)
