"""The verbs of workbooks that are sent: send one, send the same again, withdraw one, word a reminder."""

import hashlib
import re
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import files, journal, signing
from ptman.errors import PtmanError
from ptman.export.giving import recording
from ptman.export.giving.recording import Handed
from ptman.export.sending import planning, refusals, rowing, writing
from ptman.export.sending.request import Outgoing, Sent
from ptman.labels import Label
from ptman.listing import Listing
from ptman.models import WorkbookOut
from ptman.models.choices_workbooks import WorkbookState
from ptman.models.core import new_id
from ptman.roundtrip import fingerprint, rights, shape
from ptman.roundtrip.fingerprint import Print
from ptman.rules import dates

PREFIX = "WB"


def send(session: Session, outgoing: Outgoing, target: Path, today: date) -> Sent:
    """Write the workbook and keep what is sent, with the record of giving it away: all or nothing.

    PtmanError `nothing-to-fill`, `nobody-agreed`, `giving-incomplete`, `draft-stale` …
    """
    plan = outgoing.plan
    recording.refuse(session, plan, today)
    record = _kept(session, outgoing, today)
    session.add(record)
    journal.say(
        session,
        f"发出工作簿 {record.number}：{record.recipient}，{record.title} {record.rows_sent} 行",
        f"Send workbook {record.number}: {record.recipient}, {record.title}, {record.rows_sent} rows",
    )
    sent = _made(session, record)
    handed = Handed(target.name, hashlib.sha256(sent.content).hexdigest(), plan.columns)
    recording.record(session, plan, handed, today)
    files.write_atomically(target, sent.content)
    recording.gone_unless_recorded(session, target)
    return sent


def again(session: Session, id: str) -> Sent:  # noqa: A002 a record's id is called id everywhere
    """The very same workbook, to be saved and handed over once more."""
    return _made(session, _record(session, id))


def withdraw(session: Session, id: str) -> None:  # noqa: A002 a record's id is called id everywhere
    """It is not awaited any more; what comes back nevertheless is looked at row by row. PtmanError `not-out`."""
    record = _record(session, id)
    if record.status is not WorkbookState.OUT:
        raise PtmanError(
            "not-out",
            f"{record.number} 的状态是“{record.status.label.zh}”，不需要撤回。未作任何改动。",
            f"{record.number} is “{record.status.label.en}” and need not be withdrawn. Nothing was changed.",
        )
    record.status = WorkbookState.WITHDRAWN
    journal.say(
        session, f"撤回工作簿 {record.number}（{record.recipient}）", f"Withdraw {record.number} ({record.recipient})"
    )


def reminder(session: Session, id: str, today: date) -> Label:  # noqa: A002 a record's id is called id everywhere
    """What to write to somebody who has not answered, in both languages."""
    record = _record(session, id)
    days = (today - record.due_on).days if record.due_on else 0
    due = f"，请于 {dates.prose(record.due_on)} 前返回" if record.due_on and days <= 0 else ""
    late = f"，应于 {dates.prose(record.due_on)} 返回，已过 {days} 天" if record.due_on and days > 0 else ""
    due_en = f" It is due back by {record.due_on}." if due else ""
    late_en = f" It was due back on {record.due_on}, {days} days ago." if late else ""
    return Label(
        f"{record.recipient}：您好！我们于 {dates.prose(record.sent_on)} 发出的工作簿“{record.title}”"
        f"（编号 {record.number}，{record.rows_sent} 行）尚未收到返回{due}{late}。"
        "只需填写浅黄色的格子，保存后发回原文件即可，文件名可以改。如已发出，请忽略。谢谢！",
        f"Dear {record.recipient}, the workbook “{record.title}” ({record.number}, {record.rows_sent} rows), sent on "
        f"{record.sent_on}, has not come back yet.{due_en}{late_en} Please fill in the pale yellow cells only, save, "
        "and send the file back under any name. If you have sent it already, please disregard this. Thank you.",
    )


def _kept(session: Session, outgoing: Outgoing, today: date) -> WorkbookOut:
    """The record of what is sent, every row as it is now."""
    request, listing = outgoing.request, outgoing.plan.listing
    given = refusals.checked(listing, request, today)
    made = rowing.columns(listing, request, given)
    lists = rowing.lists(session, listing.noun, made, planning.scoped(outgoing.plan.wish.recipient))
    book = journal.book_of(session)
    known = shape.Shape(listing.noun, request.lang, book.number, made, lists)
    kept = shape.rows_written(rowing.rows(session, listing, made, request.lang))
    to = request.recipient
    return WorkbookOut(
        id=new_id(),
        number=_number(session, today),
        recipient=to.name.strip()[:80],
        title=listing.title.text(request.lang)[:80],
        status=WorkbookState.OUT,
        sent_on=today,
        due_on=request.due_on,
        rows_sent=len(kept),
        sent_by=book.who,
        organisation_id=to.organisation or None,
        contact_id=to.contact or None,
        person_id=to.person or None,
        note=request.note.strip() or None,
        list_name=listing.key,
        shape=shape.written(known),
        sent=kept,
    )


def _record(session: Session, id: str) -> WorkbookOut:  # noqa: A002 a record's id is called id everywhere
    """By its id or its number; PtmanError `no-workbook`."""
    found = session.get(WorkbookOut, id) or session.scalars(select(WorkbookOut).where(WorkbookOut.number == id)).first()
    if found is None:
        raise PtmanError(
            "no-workbook",
            f"没有发出过“{id}”这份工作簿。未作任何改动。",
            f"No workbook {id} was sent. Nothing was changed.",
        )
    return found


def _number(session: Session, today: date) -> str:
    """The next of the year: WB2026-007."""
    front = f"{PREFIX}{today.year}-"
    used = session.scalars(select(WorkbookOut.number).where(WorkbookOut.number.startswith(front)))
    return f"{front}{max((int(one.removeprefix(front)) for one in used), default=0) + 1:03d}"


def _made(session: Session, record: WorkbookOut) -> Sent:
    known, rows = shape.read(record.shape), shape.rows_read(record.sent)
    sign = signing.signer(session)
    said = Print(
        record.id,
        record.number,
        fingerprint.office(signing.public(session)),
        known.change_set,
        record.recipient,
        record.list_name,
        tuple(column.fill for column in known.fills),
        shape.digest(record.sent),
    )
    head = writing.Head(record.number, record.recipient, record.title, record.due_on, record.note or "")
    made = writing.content(known, rows, head, fingerprint.text(said, sign), record.sent_on)
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", f"{record.number} {record.recipient} {record.title}").strip()
    return Sent(record.id, record.number, f"{name[:100]}.xlsx", made, len(rows))


def rights_of(listing: Listing) -> tuple[rights.Right, ...]:
    """What a recipient of this list may be allowed to fill in; nothing where it cannot be sent."""
    return rights.of(listing.noun)
