"""What other weights would bring, at a glance: a quick answer with its bound, not proved and not kept."""

import dataclasses
from collections.abc import Callable, Mapping

from ptman.assign import comparing, solving
from ptman.assign.draft import AssignDraft
from ptman.assign.engine.control import Limits
from ptman.assign.problem import Given, Role
from ptman.assign.request import Mode, Request
from ptman.assign.situation import Situation
from ptman.assign.solving import Watch
from ptman.errors import PtmanError

QUICK = Limits(price_steps=80, neighbourhoods=0, nodes=0, seconds=1.0)
FIRST = "1"


@dataclasses.dataclass(frozen=True, slots=True)
class Preview:
    """Vacancies, first choices by role, students who get another than before, and how far off the best it may be."""

    vacancies: int
    firsts: Mapping[Role, int]
    moved: int
    gap: float


def preview(situation: Situation, request: Request, before: Mapping[str, Given], cancel: Callable[[], bool]) -> Preview:
    """Pure, and without the draw; `cancel` answers with the best so far."""
    plan = _quick(situation, dataclasses.replace(request, seed=""), Watch(cancel=cancel, limits=QUICK))
    given = plan.answer.given
    firsts = {role: dict(comparing.profile(situation, given, role))[FIRST] for role in Role}
    students = [one.id for one in situation.students]
    return Preview(len(plan.vacancies), firsts, comparing.moved(before, given, students), float(plan.answer.gap))


def _quick(situation: Situation, request: Request, watch: Watch) -> AssignDraft:
    """In the mode asked for; the total where that mode cannot be promised, which the solve itself will then say."""
    try:
        return solving.solve(situation, request, watch)
    except PtmanError as refused:
        if refused.code != "assign-stable":
            raise
        return solving.solve(situation, dataclasses.replace(request, mode=Mode.TOTAL), watch)
