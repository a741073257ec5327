"""A second file against hands in the other kinds: ended pairings, lists of choices, corrected keys of bases."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.drafts import Fate
from ptman.intake import store
from ptman.models import Agreement, Preference, Supervision, TrainingBase
from tests import makers
from tests.ptman.intake import books, resending

PAIRED = (*books.STUDENT, "校内导师工号")
ONE_BASE = (
    "JD001",
    "星河实践基地",
    "星河通信有限公司",
    "校外实践基地",
    "省级",
    5,
    "XY-001",
    "2025-01-01",
    "2029-12-31",
)


def two_supervisors(session: Session) -> None:
    makers.academic(session, "01001", "李伟")
    makers.academic(session, "01002", "王芳")


def pairings(office: db.Database) -> list[tuple[date | None, str]]:
    query = select(Supervision.ends_on, Supervision.academic_supervisor_id)
    return office.read(lambda session: [(ends, str(who)) for ends, who in session.execute(query)])


def paired(number: str, **more: object) -> tuple[object, ...]:
    return (*books.student("22660001", "张雨桐", **more), number)


def test_a_pairing_that_the_office_has_ended_stays_ended(office: db.Database) -> None:
    office.write(two_supervisors)
    resending.send(office, [paired("01001")], header=PAIRED)

    def end(session: Session) -> None:
        session.scalars(select(Supervision)).one().ends_on = resending.TODAY

    office.write(end)
    before = pairings(office)
    drawn = resending.send(office, [paired("01001", 手机="19900000001")], header=PAIRED)
    assert "已由办公室结束，不再恢复" in " ".join(note.zh for note in drawn.draft.items[0].notes)
    assert (pairings(office), resending.mobile(office)) == (before, "19900000001")
    again = resending.send(office, [paired("01002")], header=PAIRED)
    assert again.draft.items[0].fate is Fate.CHANGED
    assert len(pairings(office)) == 2


def test_a_pairing_changed_by_hand_is_not_changed_back(office: db.Database) -> None:
    office.write(two_supervisors)
    resending.send(office, [paired("01001")], header=PAIRED)

    def change(session: Session) -> None:
        one = session.scalars(select(Supervision)).one()
        one.academic_supervisor_id = makers.academic(session, "01003", "赵敏").id

    office.write(change)
    before = pairings(office)
    for number in ("01001", "01002"):
        drawn = resending.send(office, [paired(number)], header=PAIRED)
        assert "未取；如需变更请在“配对”中操作" in " ".join(note.zh for note in drawn.draft.items[0].notes)
        assert pairings(office) == before


def wishes(office: db.Database) -> list[int]:
    return office.read(lambda session: sorted(session.scalars(select(Preference.rank)).all()))


def chosen(first: str, second: str | None = None) -> tuple[object, ...]:
    return ("22660001", "张雨桐", first, second, None, None)


def with_choices(office: db.Database, hand: Callable[[Session], object]) -> None:
    """A student and two supervisors; the list comes once, then a hand goes over it."""
    office.write(two_supervisors)
    office.write(lambda session: makers.student(session).id)
    resending.send(office, [chosen("01001", "01002")], header=books.CHOICES)
    assert wishes(office) == [1, 2]
    office.write(hand)


def drop_second(session: Session) -> None:
    session.delete(session.scalars(select(Preference).where(Preference.rank == 2)).one())


def test_choices_changed_by_hand_are_kept_against_the_same_file(office: db.Database) -> None:
    with_choices(office, drop_second)
    drawn = resending.send(office, [chosen("01001", "01002")], header=books.CHOICES)
    (kept,) = resending.items(drawn, Fate.KEPT_BY_HAND)
    assert wishes(office) == [1]
    office.write(store.keep, drawn, [kept.key])
    assert wishes(office) == [1, 2]


def test_choices_that_both_changed_are_asked_as_one(office: db.Database) -> None:
    with_choices(office, drop_second)
    drawn = resending.send(office, [chosen("01002", "01001")], header=books.CHOICES)
    (asked,) = resending.items(drawn, Fate.CONFLICT)
    assert wishes(office) == [1]
    assert "1 李伟" in asked.notes[0].zh
    office.write(store.keep, drawn, [asked.key])
    assert wishes(office) == [1, 2]
    assert not resending.draft(office, [chosen("01002", "01001")], header=books.CHOICES).draft.preset()


def test_a_list_that_only_the_file_changed_is_taken(office: db.Database) -> None:
    with_choices(office, lambda session: makers.academic(session, "01009", "周杰").id)
    resending.send(office, [chosen("01002")], header=books.CHOICES)
    assert wishes(office) == [1]


def test_a_base_and_an_agreement_whose_numbers_were_corrected_are_no_second_ones(office: db.Database) -> None:
    resending.send(office, [ONE_BASE], header=books.BASE)

    def correct(session: Session) -> None:
        session.scalars(select(TrainingBase)).one().base_no = "JD-2026-001"
        session.scalars(select(Agreement)).one().agreement_no = "XY-2026-001"

    office.write(correct)
    drawn = resending.send(office, [(*ONE_BASE[:5], 8, *ONE_BASE[6:])], header=books.BASE)
    assert [item.fate for item in drawn.draft.items] == [Fate.CHANGED, Fate.KEPT_BY_HAND, Fate.KEPT_BY_HAND]

    def numbers(session: Session) -> list[tuple[str, int | None]]:
        return [(one.base_no, one.capacity_per_batch) for one in session.scalars(select(TrainingBase))]

    assert office.read(numbers) == [("JD-2026-001", 8)]
    assert office.read(lambda session: session.scalars(select(Agreement.agreement_no)).all()) == ["XY-2026-001"]


def test_a_term_of_an_agreement_prolonged_by_hand_stays(office: db.Database) -> None:
    resending.send(office, [ONE_BASE], header=books.BASE)

    def prolong(session: Session) -> None:
        session.scalars(select(Agreement)).one().valid_to = date(2031, 12, 31)

    office.write(prolong)
    drawn = resending.send(office, [ONE_BASE], header=books.BASE)
    assert [item.fate for item in drawn.draft.items] == [Fate.UNCHANGED, Fate.KEPT_BY_HAND]
    longer = (*ONE_BASE[:8], "2030-12-31")
    assert resending.keys(resending.draft(office, [longer], header=books.BASE), Fate.CONFLICT)
    assert office.read(lambda session: session.scalars(select(Agreement.valid_to)).all()) == [date(2031, 12, 31)]
