"""How much each consideration counts, as data: one whole number each, in hundredths of its usual points."""

import dataclasses
from collections.abc import Iterator, Mapping

from ptman.errors import PtmanError
from ptman.labels import Label

WHOLE = 100


@dataclasses.dataclass(frozen=True, slots=True)
class Weights:
    """100 is the usual; 0 leaves a consideration out. `vacancy` at 100 outweighs all others taken together."""

    rank: int = WHOLE
    supervisor_rank: int = WHOLE
    field: int = WHOLE
    topic: int = WHOLE
    affinity: int = WHOLE
    travel: int = 0
    ends_early: int = WHOLE
    level: int = 0
    hint: int = WHOLE
    moved: int = WHOLE
    vacancy: int = WHOLE

    def of(self, name: str) -> int:
        """By the name of a term."""
        found: int = getattr(self, name)
        return found

    def points(self, name: str, usual: int) -> int:
        """The usual points of a term as they count here, rounded half away from 0, so that they stay whole."""
        size = (abs(usual) * self.of(name) + WHOLE // 2) // WHOLE
        return size if usual >= 0 else -size

    def replaced(self, name: str, number: int) -> "Weights":
        return dataclasses.replace(self, **{name: number})


@dataclasses.dataclass(frozen=True, slots=True)
class Declared:
    """One weight as people set it: its name, what it means, and how far it goes."""

    name: str
    label: Label
    hint: Label
    lowest: int = 0
    highest: int = 300


DECLARED = (
    Declared(
        "rank",
        Label("学生志愿", "Students' choices"),
        Label("得不到靠前的志愿扣多少分", "Points for a choice further down the student's list"),
    ),
    Declared(
        "supervisor_rank",
        Label("导师意向", "Supervisors' choices"),
        Label("导师未选该生扣多少分", "Points where the supervisor did not choose the student"),
    ),
    Declared(
        "field",
        Label("方向匹配", "Field"),
        Label("专业领域与导师专长不符扣多少分", "Points where the field does not meet the expertise"),
    ),
    Declared(
        "topic",
        Label("课题匹配", "Topic"),
        Label("学位论文课题与导师专长不符扣多少分", "Points where the topic does not meet the expertise"),
    ),
    Declared(
        "affinity",
        Label("双导师已有合作", "Supervisors who work together"),
        Label("校内、企业导师已有合作减多少分", "Points off where both supervisors work together already"),
    ),
    Declared(
        "travel",
        Label("就近安排", "Short ways"),
        Label("基地不在学生所在地区扣多少分", "Points where the base is not in the student's region"),
    ),
    Declared(
        "ends_early",
        Label("聘期覆盖实践", "Appointment outlasts the practice"),
        Label("聘期在实践结束前到期扣多少分", "Points where the appointment ends before the practice"),
    ),
    Declared(
        "level",
        Label("工作量均衡", "Even loads"),
        Label("超过人均（含往届在读）每名学生扣多少分", "Points a student above the even load, other cohorts included"),
    ),
    Declared(
        "hint",
        Label("办公室的倾向", "The office's hints"),
        Label("“建议”“不建议”各计多少分", "Points of the hints to encourage and to discourage"),
    ),
    Declared(
        "moved",
        Label("保持现有安排", "Keep what stands"),
        Label("每名变动或失去现有安排的学生扣多少分", "Points a student who loses or changes what stands"),
    ),
    Declared(
        "vacancy",
        Label("不留空缺", "No vacancies"),
        Label(
            "100 表示一处空缺重于其余一切",
            "At 100 one vacancy outweighs all the rest together",
        ),
        1,
        WHOLE,
    ),
)
USUAL = Weights()


def stored(weights: Weights) -> dict[str, int]:
    """As it is kept with a scenario."""
    return dataclasses.asdict(weights)


def read(kept: Mapping[str, object]) -> Weights:
    """As it was kept; what an older program did not know is as usual.

    Taking back an old change may bring back the weight that field and topic had in common.
    """
    known, both = {one.name for one in DECLARED}, kept.get("fit")
    found = {name: _whole(number) for name, number in kept.items() if name in known}
    return checked(Weights(**({} if both is None else dict.fromkeys(("field", "topic"), _whole(both))) | found))


def checked(weights: Weights) -> Weights:
    """The same, or PtmanError `weight-range` where one is out of its range."""
    for one, number in _numbers(weights):
        if not one.lowest <= number <= one.highest:
            raise PtmanError(
                "weight-range",
                f"权重“{one.label.zh}”须在 {one.lowest} 到 {one.highest} 之间，不能是 {number}。未作任何改动。",
                f"The weight “{one.label.en}” must be from {one.lowest} to {one.highest}, not {number}. Nothing was "
                "changed.",
            )
    return weights


def _numbers(weights: Weights) -> Iterator[tuple[Declared, int]]:
    return ((one, weights.of(one.name)) for one in DECLARED)


def _whole(number: object) -> int:
    if isinstance(number, int):
        return number
    raise TypeError(f"a weight is a whole number, not {number!r}")
