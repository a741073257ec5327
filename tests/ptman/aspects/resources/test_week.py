"""A week shows who has what; bookings move where there is room, stay where there is none, and are judged."""

from datetime import datetime, timedelta

import pytest

from ptman import db
from ptman.aspects.resources import booking, week
from ptman.aspects.resources.booking import Mark
from ptman.aspects.resources.week import Asked, UseRow
from ptman.errors import PtmanError
from ptman.models.choices_resources import UseStatus
from ptman.register import cards
from ptman.register.faults import Refused
from tests.ptman.aspects.resources import resource_office
from tests.ptman.aspects.resources.resource_office import TODAY, Made

APPROVED = {"status": UseStatus.APPROVED}


def at(hour: int, day: int = 0) -> datetime:
    return datetime(2026, 9, 21, hour) + timedelta(days=day)  # noqa: DTZ001 the office's own time


@pytest.fixture
def made(office: db.Database) -> Made:
    return office.write(resource_office.make)


def uses(office: db.Database) -> dict[str, UseRow]:
    return {one.number: one for one in office.read(week.week, TODAY, TODAY).uses}


def test_a_week_is_what_lies_in_it(office: db.Database, made: Made) -> None:
    office.write(resource_office.use, "SY-1", made.robot, (9, 11), **APPROVED)
    office.write(resource_office.use, "SY-2", made.lab, (9, 11), status=UseStatus.CANCELLED)
    office.write(resource_office.use, "SY-3", made.course, (9, 11), unit_id=made.partner)
    found = office.read(week.week, TODAY + timedelta(days=6), TODAY)
    assert found.monday == TODAY
    assert [one.number for one in found.uses] == ["SY-1", "SY-3"]
    assert found.uses[1].unit.zh == "星河通信有限公司"
    assert found.waiting == 1
    # What is booked without limit is offered only while it is in use.
    assert [one.name for one in found.resources] == ["实训中心", "机器人工作站", "通信网络"]
    later = office.read(week.week, TODAY + timedelta(days=7), TODAY)
    assert (later.uses, [one.name for one in later.resources]) == ((), ["实训中心", "机器人工作站"])


def test_the_week_knows_who_would_be_in_the_way(office: db.Database, made: Made) -> None:
    office.write(resource_office.use, "SY-1", made.robot, (9, 11), **APPROVED)
    office.write(resource_office.use, "SY-2", made.lab, (9, 11), headcount=7, **APPROVED)
    office.write(resource_office.use, "SY-3", made.robot, (13, 14))
    found = office.read(week.week, TODAY, TODAY)

    def clashing(resource: str, hours: tuple[int, int], count: int = 1, own: str = "") -> list[str]:
        asked = Asked(resource, at(hours[0]), at(hours[1]), count, own=own)
        return [one.number for one in week.in_the_way(found, asked)]

    assert clashing(made.robot, (10, 12)) == ["SY-1"]
    assert clashing(made.robot, (11, 15)) == []  # what is only asked for takes nothing
    assert clashing(made.robot, (10, 12), own=uses(office)["SY-1"].ref.id) == []
    assert clashing(made.lab, (10, 12), 3) == []
    assert clashing(made.lab, (10, 12), 4) == ["SY-2"]
    assert clashing(made.course, (0, 23), 99) == []
    assert "李伟 09:00–11:00" in week.said(week.in_the_way(found, Asked(made.robot, at(9), at(10)))).zh


def test_a_booking_moves_where_there_is_room(office: db.Database, made: Made) -> None:
    office.write(resource_office.use, "SY-1", made.robot, (9, 11), **APPROVED)
    office.write(resource_office.use, "SY-2", made.robot, (14, 16), **APPROVED)
    office.write(booking.shift, uses(office)["SY-2"].ref, (at(11), at(13)), TODAY)
    assert uses(office)["SY-2"].starts == at(11)
    with pytest.raises(PtmanError) as told:
        office.write(booking.shift, uses(office)["SY-2"].ref, (at(10), at(12)), TODAY)
    assert told.value.code == "taken"
    assert "SY-1（李伟，2026-09-21 09:00–11:00）" in told.value.sentence.zh
    assert uses(office)["SY-2"].starts == at(11)


def test_what_is_over_stays_where_it_was(office: db.Database, made: Made) -> None:
    office.write(resource_office.use, "SY-1", made.robot, (9, 11), status=UseStatus.IN_USE)
    ref = uses(office)["SY-1"].ref
    with pytest.raises(PtmanError) as told:
        office.write(booking.shift, ref, (at(10), at(12)), TODAY)
    assert told.value.code == "not-movable"
    office.write(booking.shift, ref, (at(9), at(12)), TODAY)
    assert uses(office)["SY-1"].ends == at(12)


def test_a_use_is_judged_and_so_returned(office: db.Database, made: Made) -> None:
    key = office.write(resource_office.use, "SY-1", made.lab, (9, 11), status=UseStatus.IN_USE)
    office.write(booking.evaluate, uses(office)["SY-1"].ref, Mark(4, " 好 ", 15), TODAY)
    values = office.read(cards.card, "resource_use", key).values
    told = [values[name] for name in ("status", "score", "comment", "machine_hours", "evaluated_on")]
    assert told == [UseStatus.EVALUATED, 4, "好", 15, TODAY]


def test_requests_are_numbered_and_booked_at_once(office: db.Database, made: Made) -> None:
    given = {"resource_id": made.robot, "subject": "标定", "user_name": "李伟"}
    times = {"starts_at": "2026-09-22 09:00", "ends_at": "2026-09-22 11:00"}
    first = office.write(booking.approve, given | times, TODAY)
    values = office.read(cards.card, "resource_use", first).values
    assert (values["use_no"], values["status"]) == ("SY-2026-0001", UseStatus.APPROVED)
    with pytest.raises(PtmanError) as told:
        office.write(booking.approve, given | times, TODAY)
    assert told.value.code == "move-guarded"
    office.write(booking.request, given | times, TODAY)
    assert office.read(booking.numbers, TODAY).use == "SY-2026-0003"
    with pytest.raises(Refused):
        office.write(booking.request, given | times | {"ends_at": "2026-09-22 08:00"}, TODAY)
    assert set(uses(office)) == {"SY-2026-0001", "SY-2026-0002"}
