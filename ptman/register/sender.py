"""Who writes: the office as its rule parameters name it, in the language of the paper."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from ptman import parameters
from ptman.labels import Lang


@dataclass(frozen=True, slots=True)
class Sender:
    name: str
    contact: str
    phone: str
    lang: Lang


def sender(session: Session, today: date, lang: Lang) -> Sender:
    """PtmanError `no-parameter` where the office has not said its name."""
    ending = "" if lang is Lang.ZH else "_en"
    name, contact = (
        parameters.value(session, f"office.{key}{ending}", today.year).strip()
        or parameters.value(session, f"office.{key}", today.year).strip()
        for key in ("name", "contact")
    )
    return Sender(name, contact, parameters.value(session, "office.phone", today.year).strip(), lang)
