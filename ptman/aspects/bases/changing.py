"""Changes of placements as a procedure: asked for, next to be carried out, carried out as one step."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ptman.aspects.bases import opinions
from ptman.errors import PtmanError
from ptman.listing import Value
from ptman.models import PlacementChange
from ptman.register import edit, moving
from ptman.register.cards import Ref


def begin(session: Session, placement_id: str, values: Mapping[str, Value], today: date) -> str:
    """Ask for a change under the placement's next number; `values` by field as a form brings them; raises `Refused`."""
    one = PlacementChange
    last = session.scalar(select(func.max(one.seq)).where(one.placement_id == placement_id)) or 0
    given = {"asked_on": today, **values, "placement_id": placement_id, "seq": last + 1}
    return edit.add(session, "placement_change", given, today)


def next_of(session: Session, placement_id: str) -> Ref:
    """The first change of a placement that is not carried out yet; PtmanError `no-change`."""
    one = PlacementChange
    query = select(one).where(one.placement_id == placement_id, one.status.in_(opinions.OPEN), one.retired_on.is_(None))
    found = session.scalars(query.order_by(one.seq)).first()
    if found is None:
        raise PtmanError(
            "no-change",
            "这次实践没有待执行的变更，未作任何改动。先在“变更”中登记。",
            "No change of this placement is to be carried out. Nothing was changed; enter one first.",
        )
    return Ref("placement_change", found.id, found.version)


def carry_out(session: Session, ref: Ref, today: date) -> str:
    """The id of the placement that goes on, which after a transfer or a split is a new one.

    PtmanError `move-refused` before the office has agreed, `move-guarded` where it no longer fits; `Stale`.
    """
    moving.move(session, ref, "carry_out", today)
    session.flush()  # the new placement's id is read below
    change = session.get_one(PlacementChange, ref.id)
    return change.new_placement_id or change.placement_id
