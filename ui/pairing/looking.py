"""What the workbench asks of the office: one moment of a cohort, from which all three columns are drawn."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ptman.assign import loading, scenario_reading, waiting, workbench
from ptman.assign.problem import Role
from ptman.assign.scenario_rows import Opened, ScenarioRow
from ptman.assign.situation import Learner, Situation
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.listing import Row
from ptman.register import lists
from ui.pieces import cohort_box

# The core's sessions are SQLAlchemy's, which the window does not know.
Session = Any
About = tuple[str, Role]
"""One role of one student, by the student's id."""
AT_ONCE = 600
"""Students up to whom reasons and effects are worked out unasked: it takes a second or so."""


@dataclass(frozen=True, slots=True)
class Look:
    """One moment. `lacking` names each role that a student lacks; why, once that has been worked out.

    `scenarios` are those of the cohort, `opened` the one that is being worked on.
    """

    cohorts: tuple[int, ...]
    cohort: int
    situation: Situation
    lacking: Mapping[About, Label]
    digest: str
    scenarios: tuple[ScenarioRow, ...] = ()
    opened: Opened | None = None

    def learner(self, student: str) -> Learner | None:
        return next((one for one in self.situation.students if one.id == student), None)

    def count(self, role: Role) -> int:
        """How many students lack the role."""
        return sum(about is role for _, about in self.lacking)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look at: the cohort chosen last, a student another page has named, the scenario being worked on."""

    cohort: str = ""
    student: str = ""
    scenario: str = ""


def look(session: Session, today: date, wanted: Wanted) -> Look | None:
    """The cohort of the student if they can be paired, else the one chosen last, else the newest; None without any."""
    cohorts = lists.cohorts(session)
    cohort, student = cohort_box.picked(wanted.cohort, cohorts), wanted.student
    if cohort is None:
        return None
    situation = loading.load(session, cohort, today)
    if student and all(one.id != student for one in situation.students):
        situation = _around(session, student, today) or situation
    lacking = {
        (one.id, role): Label(one.field, one.field)
        for one in situation.students
        for role in one.needs
        if one.stands(role) is None
    }
    rows = scenario_reading.listed(session, situation.cohort)
    opened = None
    if any(one.id == wanted.scenario for one in rows):
        opened = scenario_reading.opened(session, wanted.scenario, today, situation)
    return Look(cohorts, situation.cohort, situation, lacking, situation.digest(), rows, opened)


def explained(seen: Look) -> Look:
    """The same moment with the reasons; pure, but it takes a second for some hundreds of students."""
    lacking: dict[About, Label] = {}
    for row in waiting.listing(seen.situation).rows:
        lacking |= {(row.id, role): why for role, why in _reasons(row).items()}
    return dataclasses.replace(seen, lacking=lacking)


def _around(session: Session, student: str, today: date) -> Situation | None:
    """The situation of a student's cohort; None where the student is not enrolled."""
    try:
        return workbench.around(session, student, today)[0]
    except PtmanError:
        return None


def _reasons(row: Row) -> dict[Role, Label]:
    """The reasons of a row by role: it gives them in one text, in the order of the roles."""
    roles = [role for role in Role if role.value in row.tags]
    why = row.cells[-1]
    if not isinstance(why, Label):
        return dict.fromkeys(roles, Label("", ""))
    zh, en = why.zh.split("；"), why.en.split("; ")
    if len(zh) == len(en) == len(roles):
        return {role: Label(a, b) for role, a, b in zip(roles, zh, en, strict=True)}
    return dict.fromkeys(roles, why)
