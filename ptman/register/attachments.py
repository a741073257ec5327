"""Keeps files with records: looked at before they are taken, each different one stored once, read back verified."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from ptman import files, journal, parameters
from ptman.errors import PtmanError
from ptman.labels import Label
from ptman.models import Attachment, Blob, Change
from ptman.register import cards, staleness, titles
from ptman.register.cards import Ref
from ptman.rules import media

LIMIT = "attachment.max_mb"
MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that may be kept."""

    name: str
    media: str
    content: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Attached:
    """One file of a record, without its bytes."""

    ref: Ref
    name: str
    media: str
    size: int
    by: str
    day: date
    note: str


@dataclass(frozen=True, slots=True)
class Usage:
    """How many different files the office file holds, and how many bytes they take."""

    files: int
    size: int


def limit(session: Session, today: date) -> int:
    """How many bytes a file may have."""
    return parameters.number(session, LIMIT, today.year) * MB


def look(path: Path, most: int) -> Incoming:
    """Read a file and judge it; PtmanError `attachment-refused` or `attachment-too-large`, or why it cannot be read."""
    try:
        size = path.stat().st_size
        if size > most:
            raise too_large(path.name, size, most)
        content = path.read_bytes()
    except OSError as error:
        raise files.read_failure(error, path) from error
    judged = media.judge(path.name, content)
    if judged.refused is not None:
        raise PtmanError(
            "attachment-refused",
            f"“{path.name}”没有添加：{judged.refused.zh}",
            f"{path.name} was not attached: {judged.refused.en}",
        )
    return Incoming(path.name, judged.media, content, hashlib.sha256(content).hexdigest())


def attach(session: Session, to: tuple[str, str], given: Incoming, today: date, note: str = "") -> str:
    """Keep a file with the record (noun, id); its id. PtmanError `attached-already` where the record has it."""
    noun, key = to
    cards.load(session, noun, key)
    title = titles.one(session, noun, key)
    same = select(Attachment.file_name).where(*_of(noun, key), Attachment.sha256 == given.sha256)
    if (name := session.scalar(same)) is not None:
        raise PtmanError(
            "attached-already",
            f"“{title}”已有同样内容的附件“{name}”，没有再添加。",
            f"“{title}” has a file of the same content already: {name}. It was not attached again.",
        )
    if session.scalar(select(Blob.sha256).where(Blob.sha256 == given.sha256)) is None:
        session.add(Blob(sha256=given.sha256, content=given.content))
    made = Attachment(noun=noun, record_id=key, file_name=given.name[-255:], media_type=given.media)
    made.size, made.sha256, made.note = len(given.content), given.sha256, note.strip() or None
    made.added_by, made.added_on = journal.book_of(session).who, today
    session.add(made)
    session.flush()  # the caller wants the id
    journal.say(session, f"添加附件 {given.name}（{title}）", f"Attach {given.name} ({title})")
    return made.id


def listed(session: Session, noun: str, id: str) -> tuple[Attached, ...]:  # noqa: A002 a record's id is called id everywhere
    """The files of a record, newest first."""
    found = session.scalars(select(Attachment).where(*_of(noun, id)).order_by(Attachment.id.desc()))
    return tuple(
        Attached(
            Ref("attachment", one.id, one.version),
            one.file_name,
            one.media_type,
            one.size,
            one.added_by,
            one.added_on,
            one.note or "",
        )
        for one in found
    )


def content(session: Session, id: str) -> bytes:  # noqa: A002 a record's id is called id everywhere
    """The bytes of an attachment; PtmanError `attachment-damaged` where they are not those that were kept."""
    row = session.get(Attachment, id)
    if row is None:
        raise titles.gone("attachment")
    blob = session.get(Blob, row.sha256)
    if blob is None or hashlib.sha256(blob.content).hexdigest() != row.sha256:
        raise PtmanError(
            "attachment-damaged",
            f"附件“{row.file_name}”与保存时不同，没有打开。请从备份恢复文件。",
            f"{row.file_name} is not what was kept and was not opened. Restore the office file from a backup.",
        )
    return blob.content


def remove(session: Session, ref: Ref) -> None:
    """Take a file from its record; its bytes stay for as long as the step can be undone."""
    staleness.refuse_other_version(session, ref)
    row = session.get_one(Attachment, ref.id)
    title = titles.one(session, row.noun, row.record_id)
    journal.say(session, f"移除附件 {row.file_name}（{title}）", f"Remove {row.file_name} ({title})")
    session.delete(row)


def usage(session: Session) -> Usage:
    count, size = session.execute(select(func.count(), func.sum(func.length(Blob.content)))).one()
    return Usage(count, size or 0)


def sweep(session: Session) -> int:
    """Delete bytes that no attachment and no change set names any more; how many files. Needed after an erasure."""
    named = set(session.scalars(select(Attachment.sha256)))
    for change in session.scalars(select(Change).where(Change.noun == "attachment")):
        named |= {str(side["sha256"]) for side in (change.before, change.after) if side and side.get("sha256")}
    gone = [key for key in session.scalars(select(Blob.sha256)) if key not in named]
    for key in gone:
        session.delete(session.get_one(Blob, key))
    return len(gone)


def _of(noun: str, key: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return Attachment.noun == noun, Attachment.record_id == key


def too_large(name: str, size: int, most: int) -> PtmanError:
    """The refusal of a file beyond the limit."""
    return PtmanError(
        "attachment-too-large",
        f"“{name}”有 {size / MB:.1f} MB，超过上限 {most / MB:.0f} MB，没有添加。可压缩或扫描成较低的分辨率。",
        f"{name} has {size / MB:.1f} MB, more than {most / MB:.0f} MB, and was not attached. Make it smaller.",
    )


def said(size: int) -> Label:
    """A size as people read it."""
    text = f"{size / MB:.1f} MB" if size >= MB // 10 else f"{max(1, round(size / 1000))} kB"
    return Label(text, text)
