"""A series may begin at another number than 1, and may run on over the years; no number is given twice."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.letters import issuing, store
from ptman.models import DocumentSeries
from ptman.models.choices_documents import DocumentKind
from tests.ptman.letters import sending


def series(session: Session) -> DocumentSeries:
    return session.scalars(select(DocumentSeries).where(DocumentSeries.kind == DocumentKind.PLACEMENT_LETTER)).one()


@pytest.mark.parametrize(("yearly", "same_year", "next_year"), [(True, 14, 12), (False, 14, 14)])
def test_where_a_series_begins_and_goes_on(
    office: db.Database, *, yearly: bool, same_year: int, next_year: int
) -> None:
    def arrange(session: Session) -> None:
        own = series(session)
        own.start_at, own.yearly = 12, yearly

    office.write(arrange)
    office.write(sending.placed, dict.fromkeys(sending.hosts(2), ("赵一",)))
    made = office.write(store.issue, office.read(store.draft, 2026, sending.TODAY), None, sending.TODAY)
    assert [one.doc_no for one in made] == ["工院函〔2026〕12号", "工院函〔2026〕13号"]

    def following(year: int) -> int:
        return office.read(lambda session: issuing.next_number(session, series(session).id, year))

    assert (following(date(2026, 12, 1).year), following(2027)) == (same_year, next_year)
