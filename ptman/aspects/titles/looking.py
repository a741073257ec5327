"""Everything the title workbench shows at one moment: batches, students with their tests, applications."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.aspects.titles import applied, gathering, matrix
from ptman.aspects.titles.gathering import Known
from ptman.aspects.titles.rows import BatchRow, Look
from ptman.register import title_cases, title_committee


def look(session: Session, wanted: str, today: date) -> Look:
    """The wanted batch, where it is gone or none the next to close, else the last."""
    batches = gathering.batches(session)
    batch = _chosen(batches, wanted, today)
    cases = title_cases.cases(session, today, batch.ref.id if batch else "")
    known = Known(session)
    students = gathering.students(cases, known, today)
    shown = matrix.listing(students, known.sounds)
    if batch is None:
        return Look(batches, None, students, shown, (), applied.listing(()))
    applications = gathering.applications(session, cases, known, batch.ref.id)
    record = gathering.batch(session, batch.ref.id)
    return Look(
        batches,
        batch,
        students,
        shown,
        applications,
        applied.listing(applications, known.sounds),
        title_committee.sits(session, record),
        title_committee.publicised(session, record, today),
    )


def _chosen(batches: tuple[BatchRow, ...], wanted: str, today: date) -> BatchRow | None:
    known = {one.ref.id: one for one in batches}
    if wanted in known:
        return known[wanted]
    coming = [one for one in batches if one.closes >= today]
    return coming[-1] if coming else batches[0] if batches else None
