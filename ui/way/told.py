"""What is said of a band or a mark of a student's way, in tips and to screen readers."""

from ptman.aspects.talents.way_parts import Band, Mark
from ptman.labels import Label


def told(one: Band | Mark) -> Label:
    """What it is, from when to when or on which day, and how it stands."""
    if isinstance(one, Mark):
        day = one.on.isoformat()
        planned = Label(f"应完成 {day}", f"due {day}") if one.planned else Label(day, day)
        return one.label.plus(planned, " · ").plus(one.detail, " · ")
    until = one.ends_on.isoformat() if one.ends_on else ""
    return one.label.plus(Label(f"{one.starts_on} – {until}", f"{one.starts_on} – {until}"), " · ")
