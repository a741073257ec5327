"""Judges who may be given to whom once for all students alike: those of one degree category and one period."""

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping

from ptman.assign import eligible
from ptman.assign.eligible import Reason
from ptman.assign.problem import Role
from ptman.assign.situation import Learner, Situation, Stay


@dataclasses.dataclass(frozen=True, slots=True)
class Judged:
    """What holds for every student of one category in one period.

    `open` names the eligible of each role in the office's order, `excluded` the reason code of everybody else, and
    `ends_early` the eligible industry supervisors whose appointment ends before the period does.
    """

    open: Mapping[Role, tuple[str, ...]]
    excluded: Mapping[tuple[Role, str], str]
    ends_early: frozenset[str]

    def main_reason(self, role: Role) -> Reason | None:
        """What rules most of them out; None where nobody is ruled out."""
        ruled = Counter(code for (about, _), code in self.excluded.items() if about is role)
        return Reason(ruled.most_common(1)[0][0]) if ruled else None


class Kinds:
    """The judgement for each kind of student, made when first asked for."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._stays = {one.id: one for one in situation.stays}
        self._judged: dict[tuple[str, str], Judged] = {}

    def of(self, learner: Learner) -> Judged:
        kind = learner.category, learner.stay
        if kind not in self._judged:
            self._judged[kind] = self._judge(learner.category, self._stays[learner.stay])
        return self._judged[kind]

    def _judge(self, category: str, stay: Stay) -> Judged:
        opened: dict[Role, list[str]] = {role: [] for role in Role}
        excluded: dict[tuple[Role, str], str] = {}
        for role, target, reason in self._verdicts(category, stay):
            if reason is None:
                opened[role].append(target)
            else:
                excluded[role, target] = reason.value
        return Judged(
            {role: tuple(ids) for role, ids in opened.items()},
            excluded,
            frozenset(
                one.id for one in self._situation.industry if not eligible.appointed(category, one, stay.ends_on)
            ),
        )

    def _verdicts(self, category: str, stay: Stay) -> Iterator[tuple[Role, str, Reason | None]]:
        office = self._situation
        for academic in office.academics:
            yield Role.ACADEMIC, academic.id, eligible.academic(category, academic)
        for person in office.industry:
            yield Role.INDUSTRY, person.id, eligible.industry(category, person, stay, office.today)
        for site in office.sites:
            yield Role.BASE, site.id, eligible.site(category, site, stay)
