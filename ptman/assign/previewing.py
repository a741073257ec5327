"""What other weights would bring, at a glance: a quick answer with its bound, not proved and not kept."""

import dataclasses
from collections.abc import Callable, Mapping

from ptman.assign import comparing, solving
from ptman.assign.engine.control import Limits
from ptman.assign.problem import Given, Role
from ptman.assign.request import Mode, Request
from ptman.assign.situation import Situation
from ptman.assign.solving import Watch

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
    """Pure. The mode is left aside: weights tell in the total; `cancel` answers with the best so far."""
    quick = dataclasses.replace(request, mode=Mode.TOTAL, seed="")
    plan = solving.solve(situation, quick, Watch(cancel=cancel, limits=QUICK))
    given = plan.answer.given
    firsts = {role: dict(comparing.profile(situation, given, role))[FIRST] for role in Role}
    students = [one.id for one in situation.students]
    return Preview(len(plan.vacancies), firsts, comparing.moved(before, given, students), float(plan.answer.gap))
