"""A letter's table of students is data given to a host: each letter issued leaves the record of it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman import journal
from ptman.letters import papers
from ptman.letters import roster as table
from ptman.letters.facts import LetterFacts
from ptman.models import Disclosure, IssuedDocument, Student
from ptman.rules.disclosing import Purpose


def note(session: Session, document: IssuedDocument, facts: LetterFacts) -> None:
    """Record what a letter that is being issued gives to its host; a letter without students gives nothing."""
    if not facts.rows:
        return
    numbers = [line.student_no for line in facts.rows]
    heads = ("".join(pieces) for pieces in table.HEADS[1:])
    session.add(
        Disclosure(
            given_on=facts.dated,
            who=journal.book_of(session).who or "—",
            recipient_name=facts.host,
            recipient_id=document.organisation_id,
            outside=True,
            purpose=Purpose.PLACEMENT,
            list_title=facts.title,
            note=facts.doc_no,
            fields="、".join(heads),
            rows=len(facts.rows),
            file_name=papers.name(document.doc_no, document.addressee),
            sha256=document.pdf_sha,
            document_id=document.id,
            subject_ids=_students(session, numbers),
        )
    )


def _students(session: Session, numbers: Sequence[str]) -> list[str]:
    return sorted(session.scalars(select(Student.id).where(Student.student_no.in_(numbers))))
