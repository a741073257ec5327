"""A roster of thousands of invented students, drafted as the office would."""

from datetime import date
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman import db
from ptman.intake import store
from ptman.intake.draft import IntakeDraft
from ptman.models import Student
from tests.ptman.intake import books

STUDENTS = 3000
GIVEN = "伟芳娜敏静丽强磊军洋"


def workbook(path: Path) -> Path:
    rows = [
        books.student(f"2266{n:04}", "赵钱孙李周吴郑王"[n % 8] + GIVEN[n // 10 % 10] + GIVEN[n % 10])
        for n in range(STUDENTS)
    ]
    return books.write(path, books.STUDENT, rows)


def draft(office: db.Database, path: Path) -> IntakeDraft:
    read, parts = store.read(path)
    return office.read(store.compare, read, parts, date(2026, 9, 10))


def students(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Student)) or 0
