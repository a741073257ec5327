"""In the office file: what a source's rows are told by when they come again, and what has changed since."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.intake import draft, settled
from ptman.intake.draft import IntakeDraft, Part
from ptman.intake.settled import Mark
from ptman.models import (
    AcademicSupervisor,
    Change,
    ChangeSet,
    ImportedFile,
    ImportedRows,
    IndustrySupervisor,
    Supervision,
)

# What rows name beside their own records: where one of these has changed, every row is looked at again.
NAMED = frozenset(
    {
        "academic_supervisor",
        "degree_category",
        "degree_field",
        "industry_supervisor",
        "organisation",
        "organisation_name",
        "programme",
        "training_base",
    }
)
MOST_CHANGES = 20_000
CHUNK = 500


def settle(session: Session, parts: list[Part], sender: str, *, date1904: bool) -> list[Part]:
    """The parts, each with the rows that stand as this source sent them before, in records untouched since."""
    kept = session.get(ImportedRows, (draft.kind(parts), sender))
    if kept is None or not settled.BOOKS.issuperset(part.book for part in parts):
        return parts
    changed = _changed(session, kept)
    if changed is None:
        return parts
    marks = settled.unpacked(kept.marks)
    if changed:
        marks = {own: refs for own, refs in marks.items() if not settled.touches(refs, changed)}
    return [_settled(part, marks, date1904=date1904) for part in parts]


def _settled(part: Part, marks: Mapping[bytes, bytes], *, date1904: bool) -> Part:
    by = settled.key(part.sheet, part.found, part.book, date1904=date1904)
    return replace(part, settled=settled.among(part.sheet, part.found, marks, by))


def last(session: Session) -> int:
    """The number of the last change set."""
    return session.scalar(select(func.max(ChangeSet.number))) or 0


def _changed(session: Session, kept: ImportedRows) -> frozenset[bytes] | None:
    """Persons and students changed since; None where something has changed that any row may lean on."""
    newest = select(func.max(ImportedFile.version)).where(
        ImportedFile.kind == kept.kind, ImportedFile.sender == kept.sender
    )
    since = (Change.change_set > kept.seen) & (Change.change_set != kept.kept)
    count = session.scalar(select(func.count()).select_from(Change).where(since)) or 0
    if session.scalar(newest) != kept.kept or count > MOST_CHANGES:
        return None
    query = select(Change.noun, Change.row_id, Change.before, Change.after, ChangeSet.undoes)
    touched: dict[str, set[str]] = {"person": set(), "student": set(), "supervision": set()}
    for noun, row_id, before, after, undoes in session.execute(query.join(ChangeSet).where(since)):
        if noun in NAMED or (noun == "imported_file" and undoes is not None):
            return None
        touched.get(noun, set()).add(row_id)
        if noun == "supervision":
            touched["student"] |= {str(one["student_id"]) for one in (before, after) if one and "student_id" in one}
    if _any_supervisor(session, touched["person"]):
        return None
    touched["student"] |= _paired(session, touched["supervision"])
    found = (settled.binary(record_id) for record_id in touched["person"] | touched["student"])
    return frozenset(one for one in found if one is not None)


def _any_supervisor(session: Session, persons: set[str]) -> bool:
    """Whether one of these persons is a supervisor, whom rows may name."""
    roles: tuple[type[AcademicSupervisor | IndustrySupervisor], ...] = (AcademicSupervisor, IndustrySupervisor)
    return any(
        session.scalar(select(func.count()).select_from(role).where(role.person_id.in_(chunk)))
        for role in roles
        for chunk in _chunks(persons)
    )


def _paired(session: Session, supervisions: set[str]) -> set[str]:
    return {
        student
        for chunk in _chunks(supervisions)
        for student in session.scalars(select(Supervision.student_id).where(Supervision.id.in_(chunk)))
    }


def _chunks(ids: Iterable[str]) -> Iterable[list[str]]:
    every = sorted(ids)
    return (every[at : at + CHUNK] for at in range(0, len(every), CHUNK))


def remember(session: Session, drawn: IntakeDraft, seen: frozenset[str], kept: Mapping[str, str]) -> None:
    """Keep the marks of the items that the office has taken note of, and of the rows that stand as before."""
    if not settled.BOOKS.issuperset(drawn.kind.split("+")):
        return
    fresh = (mark for key, mark in drawn.marks.fresh.items() if key in seen)
    whole = [Mark(mark.digest, _resolved(mark, kept)) for mark in fresh]
    content = drawn.marks.standing + settled.packed(whole)
    rows = session.get(ImportedRows, (drawn.kind, drawn.sender))
    if rows is None:
        rows = ImportedRows(kind=drawn.kind, sender=drawn.sender)
        session.add(rows)
    rows.seen, rows.kept, rows.marks = drawn.seen, journal.book_of(session).number, content


def _resolved(mark: Mark, kept: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((noun, kept.get(ref, ref)) for noun, ref in mark.refs)
