"""An application for a title and its batch, as guards and effects are given them."""

from sqlalchemy.orm import Session

from ptman.models import TitleApplication, TitleBatch
from ptman.models.core import Record


def application(record: Record) -> TitleApplication:
    if not isinstance(record, TitleApplication):
        raise TypeError(f"{record} is no title application")
    return record


def batch(session: Session, record: Record) -> TitleBatch:
    return session.get_one(TitleBatch, application(record).batch_id)
