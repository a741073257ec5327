"""Workbooks that are sent and come back, for tests: an office with placements, fillers as a recipient would be."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import db
from ptman.export.sending import planning
from ptman.export.sending import store as sending
from ptman.export.sending.request import Outgoing, Recipient, Request, Sent
from ptman.intake import reading, store
from ptman.intake.draft import IntakeDraft
from ptman.models import Consent, IndustrySupervisor, Organisation, Person, Placement, Student, WorkbookOut
from ptman.register import lists, recipients
from ptman.rules.disclosing import Purpose
from tests import makers, makers_ods

TODAY, BACK = date(2026, 11, 2), date(2026, 11, 20)
HOST, NAMES = "云栖智能装备公司", ("张雨桐", "李思远", "王若溪", "赵明轩")
COLUMNS = ("student_no", "name", "base", "industry", "post_name", "starts_on", "ends_on", "placement_no")
FILL = ("industry", "post_name", "starts_on", "practice_form")
HEADER_ROW = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """What a recipient writes: in which row of the table (0 the first) under which header."""

    row: int
    header: str
    value: object


def fill(session: Session) -> None:
    """Four students at one host, which has two supervisors; the first student has one of them."""
    unit = makers.organisation(session, HOST)
    at, within = makers.base(session, name="云栖实践基地", host=unit), makers.period(session)
    guide = makers.appointed(session, "QY001", "陈静", organisation=unit)
    makers.appointed(session, "QY002", "周航", organisation=unit)
    for order, name in enumerate(NAMES, start=1):
        student = makers.student(
            session, f"2266000{order}", name, person=makers.person(session, name, mobile="13800000000")
        )
        makers.placement(session, student, at, within)
        if order == 1:
            makers.supervision(session, student, guide)


def asked(recipient: Recipient, fill: tuple[str, ...] = FILL, **more: object) -> Request:
    return Request(recipient, COLUMNS, fill, **{"due_on": date(2026, 11, 16), **more})  # type: ignore[arg-type]


def planned(office: db.Database, request: Request) -> Outgoing:
    return office.read(planning.draft, office.read(lists.placements, TODAY), request, TODAY)


def send(office: db.Database, recipient: str = HOST, fill: tuple[str, ...] = FILL, **more: object) -> Sent:
    """To a unit of our own university, so that nobody's consent is needed."""
    to = office.read(recipients.named, recipient)
    outgoing = planned(office, asked(Recipient.of(to.name, to.noun, to.id, inside=True), fill, **more))
    with tempfile.TemporaryDirectory() as folder:
        return office.write(sending.send, outgoing, Path(folder) / "发出.xlsx", TODAY)


def agree(session: Session, *names: str) -> None:
    """These students, or all, have agreed that their data is given for placement."""
    query = select(Student.id, Person.name).join(Person, Student.person_id == Person.id)
    for key, name in session.execute(query).all():
        if not names or name in names:
            session.add(Consent(student_id=key, purpose=Purpose.PLACEMENT, given_on=date(2026, 9, 1)))


def host_of(session: Session) -> str:
    return session.scalars(select(Organisation.id).where(Organisation.name == HOST)).one()


def supervisor_of(session: Session) -> str:
    """A person of the host."""
    return session.scalars(select(IndustrySupervisor.person_id).limit(1)).one()


def filled(sent: Sent, path: Path, *cells: Cell) -> Path:
    """The workbook with these cells filled in, as Excel would save it; the sheet is not protected from us."""
    path.write_bytes(sent.content)
    return written_in(path, path, *cells)


def written_in(source: Path, path: Path, *cells: Cell) -> Path:
    """The same for a workbook that is a file already."""
    book = openpyxl.load_workbook(source)
    page = book.worksheets[0]
    at = {str(cell.value): cell.column for cell in page[HEADER_ROW]}
    for one in cells:
        page.cell(HEADER_ROW + 1 + one.row, at[one.header]).value = one.value  # type: ignore[assignment]
    book.save(path)
    return path


def as_ods(source: Path, target: Path) -> Path:
    """The same values as an OpenDocument sheet, every sheet visible, nothing protected."""
    book = openpyxl.load_workbook(source)
    tables = [
        makers_ods.table(page.title, "".join(makers_ods.row(values) for values in page.iter_rows(values_only=True)))
        for page in book.worksheets
    ]
    target.write_bytes(makers_ods.workbook("".join(tables)))
    return target


def drafted(office: db.Database, path: Path, today: date = BACK) -> IntakeDraft:
    workbook = reading.read(path)
    parts = office.read(store.understood, workbook)
    return office.read(store.compare, workbook, parts, today)


def keep(office: db.Database, drawn: IntakeDraft, *more: str) -> int:
    return office.write(store.keep, drawn, drawn.draft.preset() | set(more), settled=True)


def posts(office: db.Database) -> Mapping[str, str | None]:
    """By placement number what the student does there."""
    return dict(office.read(lambda session: session.execute(select(Placement.placement_no, Placement.post_name)).all()))  # type: ignore[arg-type]


def state(office: db.Database, number: str) -> tuple[str, date | None]:
    def found(session: Session) -> tuple[str, date | None]:
        one = session.scalars(select(WorkbookOut).where(WorkbookOut.number == number)).one()
        return one.status.value, one.answered_on

    return office.read(found)


def said(drawn: IntakeDraft) -> str:
    """Everything that the draft says, in Chinese."""
    notes = [note.zh for item in drawn.draft.items for note in item.notes]
    return "\n".join([*(remark.zh for remark in drawn.draft.remarks), *notes])
