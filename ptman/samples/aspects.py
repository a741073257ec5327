"""What the sample office holds beyond the main job, aspect by aspect; each fills in what it invents."""

from collections.abc import Callable
from datetime import date

from sqlalchemy.orm import Session

from ptman.samples import consents, negotiation

FILLS: tuple[Callable[[Session, date], None], ...] = (consents.fill, negotiation.fill)
