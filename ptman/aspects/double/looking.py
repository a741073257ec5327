"""Everything the supervisors' desk shows at one moment: terms, requests, guidance of the term, assessments."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from ptman.aspects.double import changes, guiding, holding, tables
from ptman.aspects.double.changes import ChangeRow
from ptman.aspects.double.guiding import Matrix
from ptman.aspects.double.holding import SupervisorRow
from ptman.listing import Listing
from ptman.register import plain_lists
from ptman.rules.supervisors import assessing

ASSESSMENTS = "double-assessments"


@dataclass(frozen=True, slots=True)
class Look:
    """`lists` by their key, in the order of the tabs."""

    supervisors: tuple[SupervisorRow, ...]
    requests: tuple[ChangeRow, ...]
    matrix: Matrix
    year: int
    lists: dict[str, Listing]

    @property
    def due(self) -> int:
        return sum(one.due for one in self.supervisors)

    @property
    def open(self) -> int:
        return sum(one.open for one in self.requests)


def look(session: Session, today: date) -> Look:
    people, asked = holding.supervisors(session, today), changes.requests(session, today)
    matrix = guiding.matrix(session, today)
    judged = replace(plain_lists.any_noun(session, "supervisor_assessment", today), key=ASSESSMENTS)
    lists = {
        tables.TERMS: tables.supervisors(people, today),
        tables.CHANGES: tables.requests(asked),
        tables.GUIDANCE: tables.guidance(matrix),
        ASSESSMENTS: judged,
    }
    return Look(people, asked, matrix, assessing.year_of(today), lists)
