"""The certificate of an appointment as it would be issued; issuing it brings an approved appointment in force."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.labels import Lang
from ptman.letters import making
from ptman.letters.drawing import PaperDraft
from ptman.letters.wish import Wish
from ptman.models import Appointment

FAMILY = "appointment"


def draft(session: Session, key: str, today: date, language: str = Lang.ZH.value) -> PaperDraft:
    """PtmanError as `letters.making.draft`; issued by `letters.making.issue`."""
    label = session.get_one(Appointment, key).appointed_as.label
    return making.draft(session, Wish(FAMILY, (key,), (("capacity", f"{label.zh}||{label.en}"),), language), today)
