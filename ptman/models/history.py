"""The journal's own tables: change sets, append-only and chained by SHA-256, and the values each one changed."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from ptman.models.core import Noun


class ChangeSet(Noun):
    """One transaction as the office sees it. Times are UTC."""

    __tablename__ = "change_set"

    number: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column()
    who: Mapped[str] = mapped_column(String(80))
    verb: Mapped[str] = mapped_column(String(80))
    sentence_zh: Mapped[str] = mapped_column()
    sentence_en: Mapped[str] = mapped_column()
    undoes: Mapped[int | None] = mapped_column(ForeignKey("change_set.number"))
    previous_sha: Mapped[str] = mapped_column(String(64))
    sha: Mapped[str] = mapped_column(String(64), unique=True)


class Change(Noun):
    """One row inserted (`before` is null), changed, or deleted (`after` is null), by column."""

    __tablename__ = "change"
    __table_args__ = (Index(None, "noun", "row_id"),)

    change_set: Mapped[int] = mapped_column(ForeignKey("change_set.number"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    noun: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[str] = mapped_column(String(36))
    before: Mapped[dict[str, object] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, object] | None] = mapped_column(JSON(none_as_null=True))
