"""The students of a cohort who lack somebody, and why, pure: the left column of the pairing page."""

from collections.abc import Mapping

from ptman.assign import ranking
from ptman.assign.alike import Judged, Kinds
from ptman.assign.problem import Role
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
    names, why = situation.names(), _Why(situation)
    rows = []
    for learner in sorted(situation.students, key=lambda one: (one.enrolled_on, one.number)):
        missing = [role for role in learner.needs if learner.stands(role) is None]
        if missing:
            rows.append(_row(situation, learner, names, [why.lacks(learner, role) for role in missing]))
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
    tags = frozenset(role.value for role in learner.needs if standing[role] is None)
    return Row(learner.id, cells, " ".join(found).casefold(), tags)


class _Why:
    """Says why a role is open; the sentence is the same for all students of a kind, so it is made once."""

    def __init__(self, situation: Situation) -> None:
        self._kinds = Kinds(situation)
        self._free = frozenset(ranking.free(situation))
        self._said: dict[tuple[str, str, Role], Label] = {}

    def lacks(self, learner: Learner, role: Role) -> Label:
        key = learner.category, learner.stay, role
        if key not in self._said:
            self._said[key] = self._sentence(self._kinds.of(learner), role, learner.stay)
        return self._said[key]

    def _sentence(self, kind: Judged, role: Role, stay: str) -> Label:
        """Nobody eligible and what rules most of them out, or nobody free, or how many there are to choose from."""
        able, label = kind.open[role], role.label
        if not able:
            reason = kind.main_reason(role)
            most = reason.label if reason else Label("尚无登记", "none on file")
            return Label(f"无符合条件的{label.zh}（{most.zh}）", f"no {label.en} eligible ({most.en.lower()})")
        seats = sum((role, target, stay if role is Role.BASE else "") in self._free for target in able)
        if not seats:
            return Label(f"符合条件的 {len(able)} 个{label.zh}均已满", f"all {len(able)} eligible {label.en}s are full")
        return Label(f"{label.zh}待定，{seats} 个可选", f"no {label.en} yet, {seats} to choose from")
