"""The students of a cohort who lack somebody, and why, pure: the left column of the pairing page."""

from collections import Counter
from collections.abc import Mapping

from ptman.assign import building
from ptman.assign.eligible import Reason
from ptman.assign.problem import Problem, Role
from ptman.assign.problem import Student as Choices
from ptman.assign.ranking import held
from ptman.assign.reading import Reading, seat_of
from ptman.assign.situation import Learner, Situation
from ptman.fields import Kind
from ptman.labels import Label
from ptman.listing import Column, Listing, Row

TITLE = Label("待配对学生", "Students to pair")
COLUMNS = (
    Column("student_no", Label("学号", "Student no."), Kind.IDENTIFIER, 12),
    Column("name", Label("姓名", "Name"), Kind.NAME, 10),
    Column("field", Label("专业领域", "Field"), width=16),
    *(Column(role.value, role.label, width=14) for role in Role),
    Column("waiting", Label("入学天数", "Days enrolled"), Kind.NUMBER, 8),
    Column("why", Label("原因", "Why"), Kind.LONG, 36),
)


def listing(situation: Situation) -> Listing:
    """One row a student who lacks a supervisor or a base, longest waiting first; tags name the roles that lack."""
    problem = building.build(situation)
    names, seats = situation.names(), _free(situation, problem)
    choices = {one.id: one for one in problem.students}
    rows = []
    for learner in sorted(situation.students, key=lambda one: (one.enrolled_on, one.number)):
        missing = [role for role in Role if learner.stands(role) is None]
        if missing:
            why = [_why(choices[learner.id], role, seats) for role in missing]
            rows.append(_row(situation, learner, names, why))
    return Listing("unpaired", "student", TITLE, COLUMNS, tuple(rows))


def _row(situation: Situation, learner: Learner, names: Mapping[str, str], why: list[Label]) -> Row:
    standing = {role: learner.stands(role) for role in Role}
    cells = (
        learner.number,
        learner.name,
        learner.field,
        *(names[one.target] if one else None for one in standing.values()),
        (situation.today - learner.enrolled_on).days,
        Label("；".join(one.zh for one in why), "; ".join(one.en for one in why)),
    )
    found = (learner.number, learner.name, *learner.sounds, learner.field)
    tags = frozenset(role.value for role, one in standing.items() if one is None)
    return Row(learner.id, cells, " ".join(found).casefold(), tags)


def _free(situation: Situation, problem: Problem) -> Counter[tuple[Role, str, str]]:
    """The seats that are still free, by seat."""
    free = Counter(dict(Reading(problem).room))
    free.subtract(held(situation))
    return free


def _why(choices: Choices, role: Role, free: Counter[tuple[Role, str, str]]) -> Label:
    """Nobody eligible and what rules most of them out, or nobody free, or how many there are to choose from."""
    options = choices.options(role)
    label = role.label
    if not options:
        ruled = Counter(code for (about, _), code in choices.excluded.items() if about is role)
        most = Reason(ruled.most_common(1)[0][0]).label if ruled else Label("尚无登记", "none on file")
        return Label(f"无符合条件的{label.zh}（{most.zh}）", f"no {label.en} eligible ({most.en.lower()})")
    seats = sum(free[seat_of(choices, role, target)] > 0 for target in options)
    if not seats:
        return Label(
            f"符合条件的 {len(options)} 个{label.zh}均已满", f"all {len(options)} eligible {label.en}s are full"
        )
    return Label(f"{label.zh}待定，{seats} 个可选", f"no {label.en} yet, {seats} to choose from")
