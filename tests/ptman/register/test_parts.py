"""Parts stand under their whole in their order, are numbered without gaps, and go with it."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.models import Agreement, AgreementParty, TrainingBase
from ptman.models.choices import PartyKind
from ptman.models.core import new_id
from ptman.register import cards, edit, parts
from ptman.register.faults import Stale
from tests import makers

Contents = Callable[[], object]
NAMES = ("工程师学院", "星河通信有限公司", "产业研究院")


def agreed(session: Session, number: str = "XY-001") -> str:
    base = makers.base(session, f"JD{number}"[:20], number)
    agreement = makers.agreement(session, base, number)
    for seq, name in enumerate(NAMES, 1):
        values = {"agreement_id": agreement.id, "seq": seq, "party_kind": PartyKind.ORGANISATION, "name_snapshot": name}
        makers.added(session, AgreementParty(**values))
    return str(agreement.id)


def parties(office: db.Database, whole: str) -> parts.Part:
    part, _ = office.read(parts.of, "agreement", whole)
    return part


def names(office: db.Database, whole: str) -> list[str]:
    part = parties(office, whole)
    at = part.listing.index("name_snapshot")
    return [str(row.cells[at]) for row in part.listing.rows]


def test_parts_stand_under_their_whole(office: db.Database) -> None:
    whole = office.write(agreed)
    part, _ = office.read(parts.of, "agreement", whole)
    assert (part.noun, part.ordered, part.by_hand) == ("agreement_party", True, True)
    assert part.preset == {"agreement_id": whole, "seq": 4}
    assert "agreement" not in {column.key for column in part.listing.columns}
    assert names(office, whole) == list(NAMES)
    assert parts.nouns_of("student") == ()


def test_a_part_is_added_by_its_preset_and_belongs_to_one_whole_only(office: db.Database, today: date) -> None:
    whole = office.write(agreed)
    part, _ = office.read(parts.of, "agreement", whole)
    key = office.write(
        edit.add, part.noun, {**part.preset, "party_kind": "institute", "name_snapshot": "设计院"}, today
    )
    after, _ = office.read(parts.of, "agreement", whole)
    assert [row.id for row in after.listing.rows][-1] == key
    assert names(office, whole)[-1] == "设计院"


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.integers(0, 2), st.integers(-3, 3)), max_size=4))
def test_moving_parts_keeps_them_numbered_without_gaps(office: db.Database, steps: list[tuple[int, int]]) -> None:
    whole = office.write(agreed, new_id())
    expected = list(NAMES)
    for at, by in steps:
        part = parties(office, whole)
        office.write(parts.shift, part.ref(part.listing.rows[at].id), by)
        expected.insert(max(0, min(2, at + by)), expected.pop(at))
        assert names(office, whole) == expected
    part = parties(office, whole)
    assert [row.cells[part.listing.index("seq")] for row in part.listing.rows] == [1, 2, 3]


def test_a_move_is_one_step_and_needs_the_row_as_it_was(office: db.Database, contents: Contents) -> None:
    whole = office.write(agreed)
    before = contents()
    opened = parties(office, whole)
    office.write(parts.shift, opened.ref(opened.listing.rows[2].id), -2)
    assert names(office, whole) == [NAMES[2], NAMES[0], NAMES[1]]
    with pytest.raises(Stale):
        office.write(parts.shift, opened.ref(opened.listing.rows[2].id), -1)
    last = office.read(undo.history)[0]
    assert last.sentence.zh == "移动协议方 产业研究院"
    office.write(undo.undo, last.number)
    assert contents() == before


def test_a_whole_goes_with_its_parts_unless_others_use_it(office: db.Database, contents: Contents) -> None:
    whole = office.write(agreed)
    before = contents()
    ref = office.read(cards.card, "agreement", whole).ref
    assert office.read(edit.may_delete, "agreement", whole)
    office.write(edit.delete, ref)
    assert office.read(parts.of, "agreement", whole)[0].listing.rows == ()
    office.write(undo.undo, office.read(undo.history)[0].number)
    assert contents() == before
    assert len(names(office, whole)) == len(NAMES)
    office.write(_placed, whole)
    with pytest.raises(PtmanError) as caught:
        office.write(edit.delete, ref)
    assert (caught.value.code, "1 条实践派遣" in caught.value.sentence.zh) == ("still-used", True)


def _placed(session: Session, agreement: str) -> None:
    base = session.get_one(Agreement, agreement).base_id
    at, student = session.get_one(TrainingBase, base), makers.student(session)
    makers.placement(session, student, at, makers.period(session), agreement_id=agreement)
