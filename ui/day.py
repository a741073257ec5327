"""What day it is: the one place where the window looks at the calendar."""

from datetime import date, datetime


def today() -> date:
    """Today by the local clock."""
    return datetime.now().astimezone().date()
