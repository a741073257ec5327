"""A scenario as lists, pure: pairs with points and reasons, the engine's beside people's, profile, loads, vacancies."""

from collections.abc import Iterator

from ptman.assign import comparing
from ptman.assign.problem import FREE, Given, Problem, Role, Student
from ptman.assign.scenario_rows import Opened
from ptman.fields import Kind
from ptman.labels import Label, same
from ptman.listing import Column, Listing, Load, Row, Value

PLACES = {
    "other": Label("未选", "Not chosen"),
    "none": Label("空缺", "Vacant"),
    "5": Label("第 5 及以后", "5th or later"),
}
STUDENT = (
    Column("student_no", Label("学号", "Student no."), Kind.IDENTIFIER, 12),
    Column("name", Label("姓名", "Name"), Kind.NAME, 10),
)


def listings(found: Opened, other: Opened | None = None) -> tuple[Listing, ...]:
    """The sheets of a report; with another scenario also what differs between the two."""
    made = (pairs(found), vacancies(found), by_hand(found), profile(found), loads(found), remarks(found))
    return made if other is None else (*made, compared(found, other))


def pairs(found: Opened) -> Listing:
    columns = (
        *STUDENT,
        Column("field", Label("专业领域", "Field"), width=16),
        *(Column(role.value, role.label, width=14) for role in Role),
        Column("points", Label("扣分", "Points"), Kind.NUMBER, 6),
        Column("reasons", Label("理由", "Reasons"), Kind.LONG, 36),
        Column("by_hand", Label("人工调整", "By hand"), Kind.FLAG, 8),
        Column("locked", Label("锁定", "Locked"), Kind.FLAG, 6),
    )
    plan, names = found.plan, found.plan.situation.names()
    hands = {one.student for one in found.pairs if one.by_hand}
    locks = {one.student for one in found.pairs if one.locked}
    points = {one.id: _points(plan.problem, one, plan.answer.given[one.id]) for one in plan.problem.students}
    rows = []
    for learner in plan.situation.students:
        given = plan.answer.given[learner.id]
        mine = [one for one in plan.proposals if one.student == learner.id]
        why = [label for one in mine for label in one.reasons]
        cells: tuple[Value, ...] = (
            learner.number,
            learner.name,
            learner.field,
            *(names.get(given.target(role) or "") for role in Role),
            points[learner.id],
            Label("；".join(one.zh for one in why), "; ".join(one.en for one in why)),
            learner.id in hands,
            learner.id in locks,
        )
        rows.append(Row(learner.id, cells))
    return Listing("pairs", "student", Label("配对", "Pairs"), columns, tuple(rows))


def _points(problem: Problem, student: Student, given: Given) -> int:
    """Against what a student is given; what working together takes off is in it, vacancies are not."""
    total = sum(student.options(role).get(given.target(role) or "", FREE).cost for role in Role)
    return total - problem.affinity.get((given.academic or "", given.industry or ""), 0)


def vacancies(found: Opened) -> Listing:
    columns = (
        *STUDENT,
        Column("missing", Label("空缺", "Vacant"), width=12),
        Column("why", Label("原因", "Why"), Kind.LONG, 50),
    )
    rows = (
        Row(f"{one.student}:{one.missing.value}", (one.student, one.name, one.missing.label, one.reason))
        for one in found.plan.vacancies
    )
    return Listing("vacancies", "student", Label("空缺及原因", "Vacancies and why"), columns, tuple(rows))


def by_hand(found: Opened) -> Listing:
    """What people changed or locked, beside what the engine had given."""
    columns = (
        *STUDENT,
        Column("role", Label("角色", "Role"), width=10),
        Column("engine", Label("求解结果", "The engine’s"), width=14),
        Column("target", Label("现在", "Now"), width=14),
        Column("who", Label("由谁", "By"), width=10),
        Column("when", Label("时间", "When"), Kind.DATE, 16),
        Column("why", Label("理由", "Why"), Kind.LONG, 24),
        Column("lock", Label("锁定理由", "Why locked"), Kind.LONG, 24),
    )
    names = found.plan.situation.names()
    people = {one.id: one for one in found.plan.situation.students}
    rows = []
    for one in found.pairs:
        deed = one.hand or one.lock
        if deed is not None:
            who = people[one.student]
            given = (names.get(one.engine or ""), names.get(one.target or ""))
            lock = one.lock.why if one.lock else None
            why = one.hand.why if one.hand else None
            cells = (who.number, who.name, one.role.label, *given, deed.who, deed.at, why, lock)
            rows.append(Row(f"{one.student}:{one.role.value}", cells))
    return Listing("by_hand", "student", Label("人工调整与锁定", "By hand and locked"), columns, tuple(rows))


def profile(found: Opened) -> Listing:
    columns = (
        Column("place", Label("志愿", "Choice"), width=12),
        *(Column(role.value, role.label, Kind.NUMBER, 12) for role in Role),
    )
    given, situation = found.plan.answer.given, found.plan.situation
    counted = {role: dict(comparing.profile(situation, given, role)) for role in Role}
    rows = (
        Row(name, (PLACES.get(name, Label(f"第 {name}", f"No. {name}")), *(counted[role][name] for role in Role)))
        for name in counted[Role.ACADEMIC]
    )
    return Listing("profile", "", Label("志愿满足情况", "Rank profile"), columns, tuple(rows))


def loads(found: Opened) -> Listing:
    columns = (
        Column("role", Label("角色", "Role"), width=10),
        Column("name", Label("姓名或基地", "Name"), width=18),
        Column("at", Label("批次", "Period"), width=12),
        Column("load", Label("已用/名额", "Taken"), width=8),
    )
    filled = comparing.loads(found.plan.situation, found.plan.answer.given)
    rows = (
        Row(f"{one.role.value}:{one.target}:{one.at}", (one.role.label, one.name, one.at, Load(one.taken, one.of)))
        for one in filled
    )
    return Listing("loads", "", Label("负荷", "Loads"), columns, tuple(rows))


def remarks(found: Opened) -> Listing:
    columns = (
        *STUDENT,
        Column("words", Label("意见", "Comment"), Kind.LONG, 36),
        Column("who", Label("由谁", "By"), width=10),
        Column("when", Label("时间", "When"), Kind.DATE, 16),
        Column("outcome", Label("处理结果", "Outcome"), Kind.LONG, 24),
    )
    people = {one.id: one for one in found.plan.situation.students}
    rows = []
    for one in found.remarks:
        who = people.get(one.student)
        done = one.resolved
        outcome = (done.why or Label("已处理", "Resolved")) if done else None
        cells = (who.number if who else None, who.name if who else None, one.words, one.said.who, one.said.at, outcome)
        rows.append(Row(one.id, cells))
    return Listing("remarks", "", Label("意见", "Comments"), columns, tuple(rows))


def compared(left: Opened, right: Opened) -> Listing:
    """Student by student, what differs."""
    columns = (
        *STUDENT,
        Column("role", Label("角色", "Role"), width=17),
        Column("left", same(left.row.name), width=22),
        Column("left_points", Label("扣分", "Points"), Kind.NUMBER, 6),
        Column("right", same(right.row.name), width=22),
        Column("right_points", Label("扣分", "Points"), Kind.NUMBER, 6),
    )
    rows = tuple(_contrast_rows(left, right))
    return Listing("compared", "student", Label("方案对比", "Compared"), columns, rows)


def _contrast_rows(left: Opened, right: Opened) -> Iterator[Row]:
    plan = left.plan
    for one in comparing.contrasts(plan.situation, plan.problem, plan.answer.given, right.plan.answer.given):
        ours, theirs = one.left, one.right
        cells = (one.number, one.name, one.role.label, ours.name, ours.points, theirs.name, theirs.points)
        yield Row(f"{one.student}:{one.role.value}", cells)
