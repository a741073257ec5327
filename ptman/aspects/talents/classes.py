"""Training classes: how full they are, whether the name may stand, who attended enough, and the roster."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal, parameters
from ptman.drafts import Difference, Draft, Fate, Item
from ptman.fields import Kind
from ptman.labels import Choice, Label
from ptman.listing import Column, Listing
from ptman.models import Organisation, TrainingClass, TrainingTrainee
from ptman.models.choices_talents import TraineeResult, TrainingStatus
from ptman.register import columns, rows, staleness, titles
from ptman.register.cards import Ref
from ptman.rules.findings import Finding
from ptman.rules.teaching import classes as naming

RESULT = Label("结果", "Result")
NO_HOURS = Label("没有登记出勤学时", "No hours of attendance are entered")
NO_CLASS_HOURS = Label(
    "先填写培训班的学时，才能按出勤判断。", "Enter the hours of the class first; attendance is judged by them."
)
ASKED: tuple[Choice, ...] = (TrainingStatus.RECRUITING, TrainingStatus.RUNNING, TrainingStatus.COMPLETED)
"""The states people ask for."""
LISTED = rows.blank(
    "training-classes",
    "training_class",
    Label("培训班台账", "Training classes"),
    (
        *columns.of(TrainingClass, "class_no", "name", "kind", "status", "starts_on", "ends_on"),
        columns.number("trainees", "学员", "Trainees"),
        columns.number("completed", "结业", "Completed"),
        columns.number("certified", "已发证", "Certified"),
        *columns.of(TrainingClass, "fee", "fee_received"),
        Column("client", Label("委托单位", "Client"), Kind.TEXT, 20),
        Column("warning", Label("提醒", "Warning"), Kind.TEXT, 20),
    ),
)


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One class with its figures; `naming` is None where the name may stand."""

    ref: Ref
    one: Mapping[str, object]
    trainees: int
    completed: int
    certified: int
    client: str
    naming: Finding | None


@dataclass(frozen=True, slots=True)
class ResultDraft:
    draft: Draft
    results: Mapping[str, tuple[Ref, TraineeResult]]


def classes(session: Session, today: date) -> tuple[ClassRow, ...]:
    """Every class, the latest first."""
    clients = {key: name for key, name in session.execute(select(Organisation.id, Organisation.name))}  # noqa: C416 rows are no pairs
    words = parameters.value(session, "training.banned_words", today.year).split("、")
    people: dict[str, list[TrainingTrainee]] = {}
    for one in session.scalars(select(TrainingTrainee)):
        people.setdefault(one.class_id, []).append(one)
    query = select(TrainingClass).where(TrainingClass.retired_on.is_(None))
    keys = ("class_no", "name", "kind", "status", "starts_on", "ends_on", "fee", "fee_received")
    found = []
    for each in session.scalars(query.order_by(TrainingClass.starts_on.desc(), TrainingClass.class_no)):
        mine = people.get(each.id, [])
        judged = naming.judge(each.name, words)
        found.append(
            ClassRow(
                Ref("training_class", each.id, each.version),
                {key: getattr(each, key) for key in keys},
                len(mine),
                sum(1 for one in mine if one.result is TraineeResult.COMPLETED),
                sum(1 for one in mine if one.cert_no),
                clients.get(each.client_id or "", ""),
                None if judged.met else judged,
            )
        )
    return tuple(found)


def listing(found: Sequence[ClassRow]) -> Listing:
    return rows.listing(
        LISTED,
        (
            rows.Entry(
                row.ref.id,
                {
                    **row.one,  # type: ignore[dict-item]  # each is a value of its column
                    "trainees": row.trainees or None,
                    "completed": row.completed or None,
                    "certified": row.certified or None,
                    "client": row.client,
                    "warning": row.naming.cure if row.naming else None,
                },
                rows.sounds_of_unit(row.client),
                frozenset({str(row.one["status"])}),
            )
            for row in found
        ),
    )


def draft(session: Session, class_id: str, today: date) -> ResultDraft:
    """Results by attendance for all who have none. PtmanError `no-record`."""
    one = session.get(TrainingClass, class_id)
    if one is None:
        raise titles.gone("training_class")
    share = parameters.number(session, "training.attendance_min", today.year)
    results: dict[str, tuple[Ref, TraineeResult]] = {}
    items = []
    mine = select(TrainingTrainee).where(TrainingTrainee.class_id == class_id, TrainingTrainee.result.is_(None))
    for each in session.scalars(mine.order_by(TrainingTrainee.seq)):
        if each.attended is None or not one.hours:
            items.append(Item(each.id, Fate.REFUSED, each.name, notes=(NO_HOURS,)))
            continue
        enough = each.attended * 100 >= one.hours * share
        result = TraineeResult.COMPLETED if enough else TraineeResult.NOT_COMPLETED
        results[each.id] = (Ref("training_trainee", each.id, each.version), result)
        items.append(Item(each.id, Fate.CHANGED, each.name, (Difference(RESULT, "", result.label.zh),)))
    head = Label(
        f"{one.class_no} 按出勤判定结业（≥ {share}%）", f"{one.class_no}: results by attendance (at least {share}%)"
    )
    return ResultDraft(Draft(head, tuple(items), () if one.hours else (NO_CLASS_HOURS,)), results)


def keep(session: Session, drawn: ResultDraft, taken: Collection[str]) -> int:
    """Write the results taken; how many. `Stale` where one has changed."""
    wanted = [drawn.results[key] for key in sorted(taken) if key in drawn.results]
    for ref, result in wanted:
        staleness.refuse_other_version(session, ref)
        session.get_one(TrainingTrainee, ref.id).result = result
    journal.say(session, f"判定学员结业 {len(wanted)} 人", f"Results of {len(wanted)} trainees")
    return len(wanted)


def listing_of(session: Session, today: date) -> Listing:
    """Every class as a list."""
    return listing(classes(session, today))
