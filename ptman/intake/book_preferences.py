"""Plans one row of ranked choices: a row a student with numbered columns, or a row a choice."""

from collections.abc import Iterator

from ptman.drafts import Difference
from ptman.intake import links, wording
from ptman.intake.known import Entry
from ptman.intake.memory import Verdict
from ptman.intake.outcome import NEW, Outcome, Said, Split, Step
from ptman.intake.planning import Planner
from ptman.intake.rows import slot
from ptman.labels import Label
from ptman.models.choices import Chooser

TARGETS = {
    "academic": ("academic_supervisor_id", "academic_supervisor", Label("校内导师志愿", "Academic choice")),
    "industry": ("industry_supervisor_id", "industry_supervisor", Label("企业导师志愿", "Industry choice")),
    "base": ("training_base_id", "training_base", Label("基地志愿", "Base choice")),
}
KINDS = {"校内": "academic", "academic": "academic", "企业": "industry", "industry": "industry"}
KINDS |= {"校外": "industry", "基地": "base", "base": "base"}


def plan(planner: Planner, outcome: Outcome) -> None:
    number = str(outcome.line.values["student.student_no"])
    student = planner.known.one("student", "student_no", number)
    if student is None:
        message = Label(f"没有学号 {number} 的学生。", f"There is no student {number}.")
        planner.complain(outcome, "student.student_no", "student-unknown", message)
        return
    person = planner.known.person_of(student)
    outcome.title = str(person["name"])
    said = outcome.line.values.get("person.name")
    if said is not None and said != person["name"]:
        message = Label(f"学号 {number} 是“{person['name']}”。", f"Student {number} is “{person['name']}”.")
        planner.complain(outcome, "person.name", "conflict", message)
        return
    choices = list(_choices(planner, outcome))
    if outcome.complaints:
        return
    for kind in TARGETS:
        ranked = [(rank, target) for one, rank, target in choices if one == kind]
        if ranked and planner.first_time(outcome, "student.student_no", f"{number} {kind} {_ranks(outcome, ranked)}"):
            _replace(planner, outcome, student, (kind, ranked))


def _ranks(outcome: Outcome, ranked: list[tuple[int, str]]) -> str:
    """A row a choice gives one rank; a row a student gives them all, and then a second row is a repetition."""
    return str(ranked[0][0]) if "target" in outcome.line.values else ""


def _choices(planner: Planner, outcome: Outcome) -> Iterator[tuple[str, int, str]]:
    """(kind, rank, target id) of each choice that the row makes."""
    for (kind, rank), said in sorted(outcome.line.numbered.items()):
        target = _target(planner, outcome, (kind, slot(kind, rank)), said)
        if target is not None:
            yield kind, rank, target
    single = outcome.line.values.get("target")
    if single is not None:
        kind = _kind(str(outcome.line.values.get("target_kind", "")))
        target = _target(planner, outcome, (kind, "target"), str(single))
        if target is not None:
            yield kind, int(outcome.line.values.get("rank", 1)), target


def _kind(said: str) -> str:
    return next((kind for word, kind in KINDS.items() if word in said.casefold()), "academic")


def _target(planner: Planner, outcome: Outcome, where: tuple[str, str], said: str) -> str | None:
    kind, key = where
    if kind == "base":
        return links.base(planner, outcome, key, said)
    return links.supervisor(planner, outcome, TARGETS[kind][1], key, said)


def _replace(planner: Planner, outcome: Outcome, student: Entry, wish: tuple[str, list[tuple[int, str]]]) -> None:
    """Make the student's choices of one kind what the row says; a choice named twice counts once, at its best rank."""
    kind, ranked = wish
    rows = planner.known.where("preference", "student_id", student.id)
    mine = [row for row in rows if row[TARGETS[kind][0]] and row["chosen_by"] is Chooser.STUDENT]
    wanted: dict[str, int] = {}
    for rank, target in sorted(ranked):
        wanted.setdefault(target, rank)
    outcome.is_new |= not mine
    one_a_row = "target" in outcome.line.values
    steps, differences = _steps(planner, student, (kind, mine), wanted, keep_others=one_a_row)
    key = f"{kind} {next(iter(wanted))}" if one_a_row else kind
    said = Said("preference", student.id, {key: _listed(wanted)})
    now = {row[TARGETS[kind][0]]: row["rank"] for row in mine}
    if one_a_row:
        now = {target: rank for target, rank in now.items() if target in wanted}
    verdict = _verdict(planner, mine, said, _listed(now)) if steps else Verdict.TAKE
    if verdict is Verdict.TAKE:
        outcome.steps += steps
        outcome.differences += differences
        outcome.said.append(said)
    else:
        notes = (_note(planner, verdict, kind, (said, now)),)
        outcome.splits.append(Split(verdict, tuple(steps), said, tuple(differences), notes))


def _steps(
    planner: Planner, student: Entry, standing: tuple[str, list[Entry]], choices: dict[str, int], *, keep_others: bool
) -> tuple[list[Step], list[Difference]]:
    """From the choices that stand to those that the row makes."""
    kind, mine = standing
    column, noun, label = TARGETS[kind]
    wanted, steps, differences = dict(choices), [], []
    for row in mine:
        kept = row[column] in wanted
        rank = wanted.pop(row[column], row["rank"])
        if not kept and not keep_others:
            steps.append(Step("preference", row.id, {}, removes=True, version=row["version"]))
            differences.append(_difference(planner, label, noun, (row["rank"], row[column], None)))
        elif rank != row["rank"]:
            steps.append(Step("preference", row.id, {"rank": rank}, version=row["version"]))
            differences.append(Difference(label, f"{row['rank']}", f"{rank}"))
    for target, rank in wanted.items():
        values = {"student_id": student.id, "chosen_by": Chooser.STUDENT, "rank": rank, column: target}
        steps.append(Step("preference", f"{NEW}preference:{student.id}:{target}", values))
        if mine:
            differences.append(_difference(planner, label, noun, (rank, None, target)))
    return steps, differences


def _listed(choices: dict[str, int]) -> list[list[object]]:
    """Choices by rank, as they are remembered."""
    return sorted([rank, target] for target, rank in choices.items())


def _verdict(planner: Planner, mine: list[Entry], said: Said, now: list[list[object]]) -> Verdict:
    """The choices of one kind stand or fall together."""
    ((key, new),) = said.values.items()
    before = planner.memory.word("preference", said.ref, key)
    if before is None:
        by_hand = any((row.id, "rank") in planner.memory.hands for row in mine)
        return Verdict.ASK if by_hand else Verdict.TAKE
    if before.value == now:
        return Verdict.TAKE
    return Verdict.KEEP if before.value == new else Verdict.ASK


def _note(planner: Planner, verdict: Verdict, kind: str, sides: tuple[Said, dict[str, int]]) -> Label:
    said, now = sides
    _, noun, label = TARGETS[kind]
    before = planner.memory.word("preference", said.ref, next(iter(said.values)))
    if before is None:
        return wording.unheard(label, None)

    def shown(choices: list[list[object]]) -> str:
        return "、".join(f"{rank} {planner.known.title(noun, str(target))}" for rank, target in choices)

    change = Difference(label, shown(_listed(now)), shown(before.value if isinstance(before.value, list) else []))
    return wording.split(verdict, change, before.by, None)


def _difference(planner: Planner, label: Label, noun: str, change: tuple[int, str | None, str | None]) -> Difference:
    rank, old, new = change
    numbered = Label(f"{label.zh}{rank}", f"{label.en} {rank}")
    return Difference(numbered, planner.known.title(noun, old), planner.known.title(noun, new))
