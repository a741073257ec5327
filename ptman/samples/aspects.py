"""What the sample office holds beyond the main job, aspect by aspect; each fills in what it invents."""

from collections.abc import Callable
from datetime import date

from sqlalchemy.orm import Session

from ptman.samples import (
    bases_work,
    consents,
    double,
    elders,
    negotiation,
    resources,
    scoreboard,
    talents,
    titles,
)

FILLS: tuple[Callable[[Session, date], None], ...] = (
    elders.fill,
    consents.fill,
    negotiation.fill,
    double.fill,
    resources.fill,
    talents.fill,
    scoreboard.fill,
    titles.fill,
    bases_work.fill,
)
