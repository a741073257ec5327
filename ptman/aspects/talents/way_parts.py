"""What a student's way is drawn of: lanes of bands that last and marks on a day."""

from dataclasses import dataclass
from datetime import date

from ptman.aspects.talents.rows import Pupil, Shade
from ptman.labels import Label


@dataclass(frozen=True, slots=True)
class Band:
    """Something that lasts; without an end it lasts as far as the picture goes."""

    noun: str
    id: str
    label: Label
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on one day; `planned` where the day is still the one it is due."""

    noun: str
    id: str
    label: Label
    on: date
    shade: Shade
    detail: Label
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    label: Label
    bands: tuple[Band, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """Everything dated of one student, from the first day to the last that is to be drawn."""

    pupil: Pupil
    starts_on: date
    ends_on: date
    today: date
    lanes: tuple[Lane, ...]
