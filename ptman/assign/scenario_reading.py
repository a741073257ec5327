"""The questions about scenarios: which there are, and one of them with all that belongs to it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman.assign import building, loading, scenario_limits, scenario_records, stored_answers, valuing, verify, weights
from ptman.assign import draft as drafting
from ptman.assign.answer import Answer, Certificate
from ptman.assign.problem import Demand, Given, Problem, Role, Status
from ptman.assign.reading import Reading
from ptman.assign.request import Request
from ptman.assign.scenario_records import ENGINE
from ptman.assign.scenario_rows import Deed, Opened, PairRow, Remark, ScenarioRow
from ptman.assign.situation import Situation
from ptman.models import ChangeSet, Scenario, ScenarioComment, ScenarioPair
from ptman.models.choices_assigning import ScenarioState


def listed(session: Session, cohort: int | None = None, *, discarded: bool = False) -> tuple[ScenarioRow, ...]:
    """The scenarios of a cohort (None: of all), the newest first."""
    query = select(Scenario).where(Scenario.retired_on.is_(None)).order_by(Scenario.id.desc())
    if cohort is not None:
        query = query.where(Scenario.cohort_year == cohort)
    if not discarded:
        query = query.where(Scenario.state != ScenarioState.DISCARDED)
    found = list(session.scalars(query))
    hands, locks = _counts(session, "by_hand"), _counts(session, "locked")
    open_remarks = dict(
        session.execute(
            select(ScenarioComment.scenario_id, func.count())
            .where(ScenarioComment.resolved.is_(False), ScenarioComment.retired_on.is_(None))
            .group_by(ScenarioComment.scenario_id)
        ).all()
    )
    return tuple(_row(one, (hands[one.id], locks[one.id], open_remarks.get(one.id, 0))) for one in found)


def opened(session: Session, key: str, today: date, seen: Situation | None = None) -> Opened:
    """One scenario beside what stands today (`seen`, where that has just been read); PtmanError `no-scenario`."""
    record = scenario_records.scenario(session, key)
    situation = seen or loading.load(session, record.cohort_year, today)
    pairs = scenario_records.pairs(session, key)
    remarks = list(
        session.scalars(
            select(ScenarioComment)
            .where(ScenarioComment.scenario_id == key, ScenarioComment.retired_on.is_(None))
            .order_by(ScenarioComment.id)
        )
    )
    asked = request(session, record, pairs)
    problem = building.build(situation, asked)
    given = _given(situation, pairs)
    points = valuing.worth(problem, given)
    plan = drafting.make(situation, problem, _answer(record, problem, given, points), again=asked.moves)
    numbers = [*(one.changed_in for one in pairs), *(one.locked_in for one in pairs)]
    numbers += [number for one in remarks for number in (one.said_in, one.resolved_in)]
    authors = scenario_records.authors(session, numbers)
    counts = (
        sum(one.by_hand for one in pairs),
        sum(one.locked for one in pairs),
        sum(not one.resolved for one in remarks),
    )
    inside = {one.id for one in situation.students}
    return Opened(
        _row(record, counts),
        asked,
        plan,
        tuple(_pair(one, authors) for one in pairs if one.student_id in inside),
        tuple(_remark(one, authors) for one in remarks),
        record.situation is not None and record.situation != situation.lasting(),
        points,
    )


def request(session: Session, record: Scenario, pairs: Iterable[ScenarioPair]) -> Request:
    """What solving it asks for: what people have set by hand or locked holds."""
    held = [one for one in pairs if one.by_hand or one.locked]
    named = [(one, scenario_records.target(one)) for one in held]
    return Request(
        record.again,
        tuple(
            Demand(one.student_id, Role(one.role), key, one.lock_reason or one.reason or "")
            for one, key in named
            if key is not None
        ),
        record.mode,
        weights.read(record.weights),
        record.seed,
        scenario_limits.quotas(record),
        given_of(session, record.against_id),
        tuple((one.student_id, Role(one.role)) for one, key in named if key is None),
        scenario_limits.freed(record),
    )


def given_of(session: Session, key: str | None) -> tuple[tuple[str, Given], ...] | None:
    """Whom a scenario gives to each student; None for no scenario."""
    return tuple(sorted(_by_student(scenario_records.pairs(session, key)).items())) if key else None


def _counts(session: Session, column: str) -> Counter[str]:
    flag = getattr(ScenarioPair, column)
    rows = session.execute(
        select(ScenarioPair.scenario_id, func.count()).where(flag.is_(True)).group_by(ScenarioPair.scenario_id)
    )
    return Counter(dict(rows.all()))


def _row(one: Scenario, counts: tuple[int, int, int]) -> ScenarioRow:
    return ScenarioRow(
        one.id,
        one.cohort_year,
        one.name,
        one.mode,
        weights.read(one.weights),
        one.seed,
        one.again,
        one.state,
        one.drafted_on,
        one.finalised_on,
        one.value,
        one.bound,
        *counts,
        one.against_id or "",
    )


def _by_student(pairs: Iterable[ScenarioPair]) -> dict[str, Given]:
    found: dict[str, dict[str, str | None]] = {}
    for one in pairs:
        found.setdefault(one.student_id, {})[one.role.value] = scenario_records.target(one)
    return {who: Given(**mine) for who, mine in found.items()}


def _given(situation: Situation, pairs: list[ScenarioPair]) -> dict[str, Given]:
    """Whom the scenario gives to each student of today; before it is solved, what stands."""
    known, names = _by_student(pairs), situation.names()
    found = {}
    for one in situation.students:
        mine = known.get(one.id) or (Given() if pairs else building.stands(one))
        kept = {role.value: mine.target(role) for role in one.needs if mine.target(role) in names}
        found[one.id] = Given(**kept)
    return found


def _answer(record: Scenario, problem: Problem, given: Mapping[str, Given], points: int) -> Answer:
    """What the engine stated, as people have changed it since: a bound holds whatever is given."""
    if record.answer is None:
        floor = min(points, verify.proved_bound(Reading(problem), Certificate({}, 1)))
        return Answer(given, points, floor, floor, Status.BOUNDED, Certificate({}, 1))
    stated = stored_answers.answer_of(record.answer, given)
    if points == stated.value:
        return stated
    bound = min(points, stated.bound)
    return Answer(
        given,
        points,
        bound,
        min(bound, stated.proved),
        Status.BOUNDED,
        stated.certificate,
        input_hash=stated.input_hash,
        versions=stated.versions,
        mode=stated.mode,
        seed=stated.seed,
    )


def _pair(one: ScenarioPair, authors: Mapping[int, ChangeSet]) -> PairRow:
    return PairRow(
        one.student_id,
        Role(one.role),
        scenario_records.target(one),
        scenario_records.target(one, ENGINE),
        _deed(authors, one.changed_in, one.reason) if one.by_hand else None,
        _deed(authors, one.locked_in, one.lock_reason) if one.locked else None,
    )


def _remark(one: ScenarioComment, authors: Mapping[int, ChangeSet]) -> Remark:
    return Remark(
        one.id,
        one.student_id or "",
        Role(one.role) if one.role is not None else None,
        one.words,
        _deed(authors, one.said_in, ""),
        _deed(authors, one.resolved_in, one.answer) if one.resolved else None,
    )


def _deed(authors: Mapping[int, ChangeSet], number: int | None, why: str | None) -> Deed:
    found = authors.get(number or 0)
    return Deed(found.who if found else "", found.at if found else None, why or "")
