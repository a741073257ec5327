"""Links in a workbook that is sent: chosen from what is the recipient's own, merged three-way, wrong ones said."""

import io
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.drafts import Fate
from ptman.errors import PtmanError
from ptman.export.sending.request import Recipient
from ptman.intake.known import Entry, Known
from ptman.models import IndustrySupervisor, Person, Placement, TrainingBase, WorkbookOut, naming
from ptman.models.core import nouns
from ptman.register import cards, edit
from ptman.roundtrip import rights, scope
from tests import makers
from tests.ptman import offices, sent_books
from tests.ptman.sent_books import BACK, Cell

FIRST = "SJ-22660001-2026-第一批"
LINKS = ("industry", "base_id", "agreement_id", "post_name")
OWN, OTHER = "云栖二号基地", "别家的基地"


@pytest.fixture
def peopled(office: db.Database) -> db.Database:
    """Beside the host with a second base and an agreement, another company with a base, a supervisor and one too."""

    def more(session: Session) -> None:
        sent_books.fill(session)
        host = makers.organisation(session, "别家公司")
        ours = session.get(nouns()["organisation"], sent_books.host_of(session))
        second = makers.base(session, "JD002", OWN, host=ours)
        other = makers.base(session, "JD003", OTHER, host=host)
        makers.agreement(session, second, "XY-2026-1")
        makers.agreement(session, other, "XY-2026-9")
        makers.appointed(session, "QY009", "别家导师", organisation=host)

    office.write(more)
    return office


def bases(office: db.Database) -> dict[str, str]:
    query = select(Placement.placement_no, TrainingBase.name).join(TrainingBase, Placement.base_id == TrainingBase.id)
    return dict(office.read(lambda session: session.execute(query).all()))  # type: ignore[arg-type]  # rows of two


def offered(office: db.Database, right: str) -> list[str]:
    """The words of the list of the workbook that was sent last."""
    shape = office.read(
        lambda session: session.scalars(select(WorkbookOut.shape).order_by(WorkbookOut.id.desc())).all()
    )
    return [word for _value, word, _names in shape[0]["lists"][right]]


def test_only_what_is_their_own_is_in_the_workbook(peopled: db.Database) -> None:
    sent = sent_books.send(peopled, fill=LINKS)
    assert offered(peopled, "placement.base_id") == [OWN, "云栖实践基地"]
    assert offered(peopled, "placement.agreement_id") == ["XY-2026-1 共建协议"]
    assert offered(peopled, "supervision.industry") == ["周航 QY002", "陈静 QY001"]
    book = openpyxl.load_workbook(io.BytesIO(sent.content))
    everything = {str(cell) for page in book.worksheets for row in page.iter_rows(values_only=True) for cell in row}
    assert not {word for word in everything if "别家" in word or "XY-2026-9" in word}
    rules = [str(rule.sqref) for rule in book.worksheets[0].data_validations.dataValidation if rule.type == "list"]
    assert len(rules) == 3


def test_a_value_of_another_unit_is_not_shown_and_not_lost(peopled: db.Database, tmp_path: Path) -> None:
    def move(session: Session) -> None:
        other = session.scalars(select(TrainingBase.id).where(TrainingBase.name == OTHER)).one()
        session.scalars(select(Placement).where(Placement.placement_no == FIRST)).one().base_id = other

    peopled.write(move)
    sent = sent_books.send(peopled, fill=("base", "post_name"))
    rows = openpyxl.load_workbook(io.BytesIO(sent.content)).worksheets[0].iter_rows(values_only=True)
    assert not [cell for row in rows for cell in row if cell and OTHER in str(cell)]
    drawn = sent_books.drafted(peopled, sent_books.filled(sent, tmp_path / "x.xlsx"))
    assert (drawn.draft.counts()[Fate.UNCHANGED], drawn.complaints) == (4, ())
    assert bases(peopled)[FIRST] == OTHER


@pytest.mark.parametrize("said", [OWN, "JD002", f" {OWN} "])
def test_filled_in_and_merged(peopled: db.Database, tmp_path: Path, said: str) -> None:
    sent = sent_books.send(peopled, fill=LINKS)
    path = sent_books.filled(sent, tmp_path / "x.xlsx", Cell(0, "基地", said), Cell(0, "协议", "XY-2026-1 共建协议"))
    drawn = sent_books.drafted(peopled, path)
    change = next(item for item in drawn.draft.items if item.key != "workbook" and item.fate is Fate.CHANGED)
    assert {(one.field.zh, one.old, one.new) for one in change.differences} == {
        ("基地", "云栖实践基地", OWN),
        ("协议", "", "XY-2026-1 共建协议"),
    }
    sent_books.keep(peopled, drawn)
    assert bases(peopled)[FIRST] == OWN
    assert sent_books.drafted(peopled, path).draft.counts()[Fate.UNCHANGED] == 5


def test_both_changed_is_a_conflict_in_names(peopled: db.Database, tmp_path: Path) -> None:
    third = peopled.write(lambda session: makers.base(session, "JD004", "办公室选的", host=_host(session)).id)
    sent = sent_books.send(peopled, fill=("base_id",))
    ref = peopled.read(cards.card, "placement", dict(peopled.read(offices.placements))[FIRST]).ref
    peopled.write(edit.correct, ref, {"base_id": third}, BACK)
    drawn = sent_books.drafted(peopled, sent_books.filled(sent, tmp_path / "x.xlsx", Cell(0, "基地", OWN)))
    (conflict,) = (item for item in drawn.draft.items if item.fate is Fate.CONFLICT)
    assert f"发出时为“云栖实践基地”，对方填“{OWN}”" in conflict.notes[0].zh
    assert "改为“办公室选的”" in conflict.notes[0].zh


def test_what_is_not_theirs_and_what_is_ambiguous_is_said_at_its_cell(peopled: db.Database, tmp_path: Path) -> None:
    peopled.write(lambda session: makers.base(session, "JD005", OWN, host=_host(session)))
    sent = sent_books.send(peopled, fill=("base_id", "industry"))
    cells = (
        Cell(0, "基地", OTHER),
        Cell(1, "基地", OWN),
        Cell(2, "企业导师", "别家导师 QY009"),
        Cell(3, "基地", f"{OWN} JD005"),
    )
    drawn = sent_books.drafted(peopled, sent_books.filled(sent, tmp_path / "x.xlsx", *cells))
    codes = [(one.row, one.header, one.code) for one in drawn.complaints]
    assert codes == [
        (5, "基地", "link-not-offered"),
        (6, "基地", "link-several"),
        (7, "企业导师", "link-not-offered"),
    ]
    assert f"列表中有 2 个基地都叫“{OWN}”（{OWN} JD002、{OWN} JD005）" in sent_books.said(drawn)
    sent_books.keep(peopled, drawn)
    assert sorted(bases(peopled).values()) == [OWN, *["云栖实践基地"] * 3]


def test_what_was_retired_since_is_not_taken(peopled: db.Database, tmp_path: Path) -> None:
    sent = sent_books.send(peopled, fill=("base_id",))

    def retire(session: Session) -> None:
        session.scalars(select(TrainingBase).where(TrainingBase.name == OWN)).one().retired_on = BACK

    peopled.write(retire)
    drawn = sent_books.drafted(peopled, sent_books.filled(sent, tmp_path / "x.xlsx", Cell(0, "基地", OWN)))
    assert [one.code for one in drawn.complaints] == ["link-gone"]


def test_where_nothing_is_theirs_the_column_is_refused(peopled: db.Database) -> None:
    with pytest.raises(PtmanError) as told:
        sent_books.planned(peopled, sent_books.asked(Recipient("计算机学院", inside=True), ("base_id",)))
    assert told.value.code == "nothing-to-choose"
    assert "对方名下没有可选的" in told.value.sentence.zh


def test_a_college_chooses_its_own_supervisors_and_what_belongs_to_nobody(peopled: db.Database) -> None:
    def found(session: Session) -> tuple[list[str], list[str], list[str]]:
        makers.academic(session, "T001", "本院教师", department="计算机学院")
        makers.academic(session, "T002", "外院教师", department="电子学院")
        college = scope.Recipient("", "计算机学院")
        named = [
            rights.named("industry_supervisor", key) for key in ("recommended_by_id", "category_code", "source_base_id")
        ]
        own, free, none = ([one.word for one in scope.offers(session, right, college)] for right in named if right)
        return own, free, none

    own, free, none = peopled.write(found)
    assert (own, none) == (["本院教师 T001"], [])
    assert free


def test_an_instructor_who_is_nobody_on_file_goes_by_their_own_name() -> None:
    known = Known({"instructor": [Entry("1", {"person_id": None, "name": "韩若溪"})]})
    assert known.title("instructor", "1") == "韩若溪"


def test_every_target_of_a_link_is_decided() -> None:
    """A noun that no rule names is closed; those that are closed hold students or the office's own matters."""
    targets = {right.target[0] for noun in nouns() for right in rights.of(noun) if right.target}
    open_to = {"organisation", *scope.OWNERS, *scope.DEPARTMENTS, *scope.SHARED}
    closed = {"issued_document", "meeting", "meeting_topic", "person", "placement", "student", "supervision"}
    assert targets - open_to == closed
    assert open_to <= targets
    assert all(naming.target(nouns()[noun], key) for noun, key in scope.OWNERS.items())


def _host(session: Session) -> object:
    return session.get(nouns()["organisation"], sent_books.host_of(session))


def test_a_workbook_sent_before_links_were_offered_still_comes_back(peopled: db.Database, tmp_path: Path) -> None:
    sent = sent_books.send(peopled, fill=("industry",))

    def older(session: Session) -> None:
        one = session.scalars(select(WorkbookOut)).one()
        one.shape = one.shape | {"lists": {"supervision.industry": ["周航 QY002", "陈静 QY001"]}}

    peopled.write(older)
    path = sent_books.filled(sent, tmp_path / "x.xlsx", Cell(1, "企业导师", "周航 QY002"))
    sent_books.keep(peopled, sent_books.drafted(peopled, path))
    assert peopled.read(offices.guided)["22660002"] == "QY002"
    query = select(Person.name).join(IndustrySupervisor, IndustrySupervisor.person_id == Person.id)
    assert "周航" in peopled.read(lambda session: session.scalars(query).all())
