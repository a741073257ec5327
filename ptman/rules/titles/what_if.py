"""What would become of a student's tests if practice went on until a day: pure, nothing is planned by asking."""

from dataclasses import dataclass, replace
from datetime import date

from ptman.errors import PtmanError
from ptman.rules.findings import Finding, Standing
from ptman.rules.months import Segment
from ptman.rules.practice.ledger import PROJECT, Stay
from ptman.rules.titles import editions
from ptman.rules.titles.editions import Question

PRACTICE = editions.FINDINGS["practice_months"]
NEW = "what-if"


@dataclass(frozen=True, slots=True)
class Changed:
    """One test before and after."""

    before: Finding
    after: Finding

    @property
    def differs(self) -> bool:
        return self.before != self.after


def extended(stays: tuple[Stay, ...], until: date, today: date) -> tuple[Stay, ...]:
    """The last stay prolonged to `until`, a new one from today where none lasts; PtmanError `what-if-backwards`."""
    last = max(stays, key=lambda one: (one.days.end, one.days.start), default=None)
    start = today if last is None or last.days.end < today else last.days.end
    if until <= start:
        raise PtmanError(
            "what-if-backwards",
            f"延长后的结束日期应晚于 {start}。未作任何改动，请另选日期。",
            f"The new end must be later than {start}. Nothing was changed; take another day.",
        )
    if last is None or last.days.end < today:
        return (*stays, Stay(NEW, PROJECT, Segment(today, until)))
    longer = replace(last, days=Segment(last.days.start, until))
    return tuple(longer if one is last else one for one in stays)


def extend(asked: Question, until: date, today: date) -> tuple[Changed, ...]:
    """Each test today, and with practice going on until that day: its length is then judged as of that day."""
    longer = replace(asked.candidate, stays=extended(asked.candidate.stays or (), until, today))
    grown = replace(asked, candidate=longer)
    then = {found.code: found for found in grown.judge(max(until, today))}
    after = (_of_practice(found, then[found.code]) if found.code == PRACTICE else found for found in grown.judge(today))
    return tuple(Changed(old, new) for old, new in zip(asked.judge(today), after, strict=True))


def _of_practice(planned: Finding, reached: Finding) -> Finding:
    """As it stands on the day practice ends, unless the plan is judged too late for the batch."""
    return planned if planned.standing is Standing.IMPOSSIBLE else reached
