"""All measures there are: what each aspect's own file counts, under the name that a target calls it by."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from ptman.aspects.scoreboard import negotiating, pairing, sharing, training, transferring
from ptman.aspects.scoreboard.spans import Counted, Span
from ptman.models.choices_cooperation import Measure

MEASURES: Mapping[Measure, Counted] = {
    **negotiating.COUNTED,
    **training.COUNTED,
    **sharing.COUNTED,
    **pairing.COUNTED,
    **transferring.COUNTED,
}


def counted(session: Session, span: Span) -> dict[Measure, int | None]:
    """Every measure of the year, in tenths of its unit; None where the records cannot say, or the year is to come."""
    begun = span.first <= span.today
    return {key: one.count(session, span) if begun else None for key, one in MEASURES.items()}
