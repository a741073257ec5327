"""The way of a letter out and back is logged by dated steps, each undoable; what never returned is told."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from ptman import db, undo
from ptman.errors import PtmanError
from ptman.letters import reissuing, steps, store
from ptman.letters.steps import Taken
from ptman.models import IssuedDocumentStep as Kept
from ptman.models.choices import DocumentStep
from ptman.register import agenda, lists, paper_lists
from tests.ptman.letters.sending import TODAY
from tests.ptman.letters.test_reissuing import OLD, key, look, sent  # noqa: F401 - the fixture of issued letters

PRINTED, SEALED, SENT, RETURNED, FILED = DocumentStep
LATER = TODAY + timedelta(days=31)


def take(office: db.Database, step: DocumentStep, today: date = TODAY, **more: object) -> int:
    taken = Taken(step, today, **more)  # type: ignore[arg-type]  # fields of a step
    return office.write(steps.take, [key(office)], taken, today)


def status(office: db.Database) -> str:
    return look(office).status.zh


def unreturned(office: db.Database, today: date) -> list[object]:
    listing = office.read(lists.letters, today, 2026)
    return [row.cells[listing.index("doc_no")] for row in listing.tagged("unreturned").rows]


def test_each_step_is_a_row_with_its_date_and_undone_alone(sent: db.Database) -> None:  # noqa: F811 - the fixture
    take(sent, PRINTED)
    take(sent, SEALED, who="王老师", copies=2, remark="公章")
    assert status(sent) == "已用印"
    assert look(sent).steps == (Taken(PRINTED, TODAY), Taken(SEALED, TODAY, "王老师", 2, "公章"))
    sent.write(undo.undo, sent.read(undo.history)[0].number)
    assert (status(sent), len(look(sent).steps)) == ("已打印", 1)


def test_a_second_print_does_not_set_a_letter_back(sent: db.Database) -> None:  # noqa: F811 - the fixture
    take(sent, SENT)
    take(sent, PRINTED)
    assert status(sent) == "已寄送"
    assert len(look(sent).steps) == 2


def test_what_was_sent_and_did_not_return_in_time_is_told(sent: db.Database) -> None:  # noqa: F811 - the fixture
    take(sent, SENT)
    assert unreturned(sent, TODAY + timedelta(days=30)) == []
    assert unreturned(sent, LATER) == [OLD]
    take(sent, RETURNED, LATER)
    assert unreturned(sent, LATER) == []
    take(sent, FILED, LATER)
    assert status(sent) == "已归档"


@pytest.mark.parametrize(
    ("taken", "code"),
    [
        (Taken(SENT, TODAY + timedelta(days=1)), "step-date"),
        (Taken(SENT, TODAY - timedelta(days=1)), "step-date"),
        (Taken(SEALED, TODAY, "王"), "seal-incomplete"),
        (Taken(SEALED, TODAY, " ", 1), "seal-incomplete"),
        (Taken(SENT, TODAY, "", 0), "seal-incomplete"),
    ],
)
def test_only_true_steps_are_logged(sent: db.Database, taken: Taken, code: str) -> None:  # noqa: F811 - the fixture
    with pytest.raises(PtmanError) as refused:
        sent.write(steps.take, [key(sent)], taken, TODAY)
    assert refused.value.code == code
    assert look(sent).steps == ()


def test_a_letter_that_does_not_stand_goes_nowhere(sent: db.Database) -> None:  # noqa: F811 - the fixture
    take(sent, SENT)
    assert sent.read(reissuing.draft, key(sent), TODAY).left
    sent.write(store.void, key(sent), look(sent).version, "有误", TODAY)
    with pytest.raises(PtmanError) as refused:
        take(sent, RETURNED)
    assert refused.value.code == "letter-not-live"
    assert [one.step for one in look(sent).steps] == [SENT]


def test_the_last_step_is_taken_back_with_its_reason_and_stays_on_file(sent: db.Database) -> None:  # noqa: F811
    take(sent, PRINTED)
    take(sent, SENT)
    assert sent.write(steps.take_back, key(sent), " 尚未寄出 ", TODAY) is SENT
    assert (status(sent), look(sent).steps) == ("已打印", (Taken(PRINTED, TODAY),))
    assert unreturned(sent, LATER) == []
    kept = sent.read(lambda session: [(one.step, one.undone_because) for one in session.scalars(select(Kept))])
    assert sorted(kept) == [(PRINTED, None), (SENT, "尚未寄出")]
    assert sent.write(steps.take_back, key(sent), "没有打印", TODAY) is PRINTED
    assert status(sent) == "已发"
    for reason, code in (("x", "no-step"),):
        with pytest.raises(PtmanError) as refused:
            sent.write(steps.take_back, key(sent), reason, TODAY)
        assert refused.value.code == code
    take(sent, PRINTED)
    with pytest.raises(PtmanError) as refused:
        sent.write(steps.take_back, key(sent), " ", TODAY)
    assert refused.value.code == "no-reason"


def test_a_letter_that_is_out_falls_due_in_the_agenda_until_it_is_back(sent: db.Database) -> None:  # noqa: F811
    def due() -> list[tuple[str, date]]:
        found = sent.read(agenda.items, LATER)
        return [(item.id, item.day) for item in found if item.noun == "issued_document"]

    take(sent, SENT)
    assert due() == [(key(sent), TODAY + timedelta(days=30))]
    assert sent.read(paper_lists.unreturned, LATER) == {2026: 1}
    take(sent, RETURNED, LATER)
    assert due() == []
    assert sent.read(paper_lists.unreturned, LATER) == {}
