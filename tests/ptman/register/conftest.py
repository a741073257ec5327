"""A call that makes records and answers with what the test wants of them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from ptman import db

TODAY = date(2026, 12, 20)
Contents = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def today() -> date:
    """110 days after the students of the makers enrolled."""
    return TODAY


@pytest.fixture
def contents(office: db.Database) -> Callable[[], Contents]:
    """Everything in the file but the journal, table by table."""

    def rows(session: Session) -> Contents:
        names = session.scalars(text("SELECT name FROM sqlite_master WHERE type='table'")).all()
        kept = [name for name in names if name not in {"change", "change_set"}]
        return {name: sorted(map(tuple, session.execute(text(f"SELECT * FROM {name}"))), key=str) for name in kept}  # noqa: S608 names come from the schema

    return lambda: office.read(rows)


@pytest.fixture
def ids(office: db.Database) -> Callable[..., str]:
    """Make one record by a maker and give its id."""

    def made(maker: Callable[..., Any], *args: Any, **more: Any) -> str:  # noqa: ANN401 handed on
        return office.write(lambda session: str(maker(session, *args, **more).id))

    return made
