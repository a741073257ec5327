"""Letters that tell an outside body of students are data given to it: each one issued leaves the record of it."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.letters import papers, told
from ptman.letters import roster as table
from ptman.letters.drawing import PaperDraft
from ptman.letters.facts import LetterFacts
from ptman.models import Disclosure, IssuedDocument, Student
from ptman.rules.disclosing import Purpose

LONGEST_RECIPIENT = 80


def note(session: Session, document: IssuedDocument, facts: LetterFacts) -> None:
    """Record what a dispatch letter in the first form gives to its host."""
    numbers = [line.student_no for line in facts.rows]
    heads = ("".join(pieces) for pieces in table.HEADS[1:])
    _record(session, document, (facts.host, heads), _students(session, numbers))


def note_paper(session: Session, document: IssuedDocument, plan: PaperDraft) -> None:
    """The same for a document of any family that tells somebody outside of students; none for the others."""
    given, subjects = told.fields(plan.family, plan.used), plan.gathered.subjects
    if given and subjects:
        recipient = plan.facts.parts[0].said("host") or plan.facts.host
        _record(session, document, (recipient, (one.label.zh for one in given)), sorted(subjects))


def _record(
    session: Session, document: IssuedDocument, given: tuple[str, Iterable[str]], subjects: Sequence[str]
) -> None:
    """`given` are the recipient and the names of the fields."""
    recipient, fields = given
    session.add(
        Disclosure(
            given_on=document.issued_on,
            who=journal.book_of(session).who or "—",
            recipient_name=recipient[:LONGEST_RECIPIENT],
            recipient_id=document.organisation_id,
            outside=True,
            purpose=Purpose.PLACEMENT,
            list_title=document.title,
            note=document.doc_no,
            fields="、".join(fields),
            rows=document.students,
            file_name=papers.name(document.doc_no, document.addressee),
            sha256=document.pdf_sha,
            document_id=document.id,
            subject_ids=list(subjects),
        )
    )


def _students(session: Session, numbers: Sequence[str]) -> list[str]:
    return sorted(session.scalars(select(Student.id).where(Student.student_no.in_(numbers))))
