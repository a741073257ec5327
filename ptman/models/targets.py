"""Whom a student may be paired with: an academic or industry supervisor, or a base; a record fills one column."""

from sqlalchemy.orm import MappedColumn, mapped_column

from ptman.fields import Kind
from ptman.models.core import field, refers

ALL = ("academic_supervisor_id", "industry_supervisor_id", "training_base_id")
ONE = f"{' + '.join(f'({target} IS NOT NULL)' for target in ALL)} = 1"


def academic() -> MappedColumn[str | None]:
    info = field("校内导师", "Academic supervisor", Kind.LINK, link="academic_supervisor")
    return mapped_column(refers("academic_supervisor.id"), info=info)


def industry() -> MappedColumn[str | None]:
    info = field("企业导师", "Industry supervisor", Kind.LINK, link="industry_supervisor")
    return mapped_column(refers("industry_supervisor.id"), info=info)


def base() -> MappedColumn[str | None]:
    return mapped_column(refers("training_base.id"), info=field("基地", "Base", Kind.LINK, link="training_base"))
