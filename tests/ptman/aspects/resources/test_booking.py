"""Nobody books what is taken: steps, forms, lists and undo are refused, each with who has it then."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.models import ResourceUse
from ptman.models.choices_resources import ResourceStatus, ShareScope, UsePurpose, UseStatus
from ptman.register import cards, edit, moving
from ptman.register.faults import Refused
from tests.ptman.aspects.resources import resource_office
from tests.ptman.aspects.resources.resource_office import TODAY, Made


@contextmanager
def refused(said: str, code: str = "move-guarded") -> Iterator[None]:
    """Known, with these words in Chinese."""
    with pytest.raises(PtmanError) as told:
        yield
    assert told.value.code == code
    assert said in told.value.sentence.zh


def step(office: db.Database, use: str, key: str) -> None:
    office.write(moving.move, office.read(cards.card, "resource_use", use).ref, key, TODAY)


def correct(office: db.Database, noun: str, key: str, **values: object) -> None:
    office.write(edit.correct, office.read(cards.card, noun, key).ref, values, TODAY)  # type: ignore[arg-type]  # as a form gives them


@pytest.fixture
def made(office: db.Database) -> Made:
    return office.write(resource_office.make)


def test_the_second_is_not_approved_and_told_by_whom_and_when(office: db.Database, made: Made) -> None:
    first = office.write(resource_office.use, "SY-1", made.robot, (9, 11))
    second = office.write(resource_office.use, "SY-2", made.robot, (10, 12), user_name="王静")
    after = office.write(resource_office.use, "SY-3", made.robot, (11, 12))
    step(office, first, "approve")
    with refused("SY-1（李伟，2026-09-21 09:00–11:00）"):
        step(office, second, "approve")
    step(office, after, "approve")
    step(office, first, "cancel")
    with refused("SY-3"):
        step(office, second, "approve")


def test_a_laboratory_is_shared_up_to_its_places(office: db.Database, made: Made) -> None:
    uses = [
        office.write(resource_office.use, f"SY-{count}", made.lab, (9, 11), headcount=count) for count in (6, 4, 1, 11)
    ]
    for use in uses[:2]:
        step(office, use, "approve")
    with refused("剩余容量不足"):
        step(office, uses[2], "approve")
    with refused("只有 10 人"):
        step(office, uses[3], "approve")
    whole = office.write(resource_office.use, "SY-M", made.lab, (10, 12), purpose=UsePurpose.MAINTENANCE)
    with refused("剩余容量不足"):
        step(office, whole, "approve")
    assert all(not one.off for one in office.read(moving.moves, "resource_use", whole, TODAY) if one.key != "approve")


def test_a_form_cannot_move_it_into_another(office: db.Database, made: Made) -> None:
    for number, hours in (("SY-1", (9, 11)), ("SY-2", (14, 16))):
        step(office, office.write(resource_office.use, number, made.robot, hours), "approve")
    use = office.write(resource_office.use, "SY-3", made.robot, (16, 18))
    step(office, use, "approve")
    with pytest.raises(Refused) as told:
        correct(office, "resource_use", use, starts_at="2026-09-21 15:00")
    assert set(told.value.faults) == {"starts_at"}
    correct(office, "resource_use", use, starts_at="2026-09-21 11:00", ends_at="2026-09-21 14:00")


def test_an_undo_cannot_book_it_twice(office: db.Database, made: Made) -> None:
    first = office.write(resource_office.use, "SY-1", made.robot, (9, 11))
    step(office, first, "approve")
    step(office, first, "cancel")
    cancelled = undo.next_undo(office.read(undo.history))
    assert cancelled is not None
    second = office.write(resource_office.use, "SY-2", made.robot, (10, 12))
    step(office, second, "approve")
    with refused("已被占用", "taken"):
        office.write(undo.undo, cancelled.number)
    assert office.read(cards.card, "resource_use", first).values["status"] == UseStatus.CANCELLED


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"status": ResourceStatus.SUSPENDED}, "暂停"),
        ({"valid_to": "2026-09-20"}, "有效期"),
        ({"opens_at": "10:00"}, "10:00–"),
        ({"closes_at": "10:30"}, "–10:30"),
    ],
)
def test_only_what_is_shared_then(office: db.Database, made: Made, values: dict[str, object], said: str) -> None:
    use = office.write(resource_office.use, "SY-1", made.robot, (9, 11))
    correct(office, "teaching_resource", made.robot, **values)
    with refused(said):
        step(office, use, "approve")


def test_only_with_whom_it_is_shared(office: db.Database, made: Made) -> None:
    theirs = office.write(resource_office.use, "SY-1", made.robot, (9, 11), unit_id=made.partner)
    strangers = office.write(resource_office.use, "SY-2", made.robot, (12, 13), unit_id=made.stranger)
    with refused("不是会商成员"):
        step(office, strangers, "approve")
    correct(office, "teaching_resource", made.robot, share_scope=ShareScope.INSTITUTE)
    with refused("仅供本院"):
        step(office, theirs, "approve")
    correct(office, "teaching_resource", made.robot, share_scope=ShareScope.PUBLIC)
    step(office, strangers, "approve")
    step(office, theirs, "approve")


def test_it_is_evaluated_with_a_score_only(office: db.Database, made: Made) -> None:
    use = office.write(resource_office.use, "SY-1", made.course, (9, 11))
    for key in ("approve", "start", "return"):
        step(office, use, key)
    with refused("评分"):
        step(office, use, "evaluate")
    correct(office, "resource_use", use, score=5)
    step(office, use, "evaluate")
    assert office.read(cards.card, "resource_use", use).values["evaluated_on"] == TODAY


Row = tuple[int, int, int, bool]
SPANS = st.lists(
    st.tuples(st.integers(8, 17), st.integers(1, 4), st.integers(1, 10), st.booleans()), min_size=1, max_size=6
)


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=SPANS)
def test_the_database_never_holds_more_than_there_is(office: db.Database, made: Made, rows: list[Row]) -> None:
    """Written past every verb: what the triggers let in is never too much at any hour, and nothing else is kept out."""
    load = dict.fromkeys(range(8, 22), 0)
    for at, (start, length, count, held) in enumerate(rows):
        status = UseStatus.APPROVED if held else UseStatus.REQUESTED
        hours = range(start, start + length) if held else ()
        fits = all(load[hour] + count <= 10 for hour in hours)
        with nullcontext() if fits else refused("已被占用", "taken"):
            about = {"headcount": count, "status": status}
            office.write(resource_office.use, f"SY-{at}", made.lab, (start, start + length), **about)
        for hour in hours if fits else ():
            load[hour] += count
    office.write(_clear)


def _clear(session: Session) -> None:
    for one in session.scalars(select(ResourceUse)):
        session.delete(one)
