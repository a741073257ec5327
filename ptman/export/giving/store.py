"""The verb of giving data away: the file with its record, as one step that cannot be taken back."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from ptman import files, journal
from ptman.export import workbook
from ptman.export.giving import recording
from ptman.export.giving.planning import Plan
from ptman.export.giving.recording import Handed
from ptman.export.layouts import applying
from ptman.export.options import Options
from ptman.labels import Label


@dataclass(frozen=True, slots=True)
class Given:
    """What was given and where the file is."""

    id: str
    path: Path
    rows: int
    excluded: int
    sha256: str
    notices: tuple[Label, ...] = ()


def give(session: Session, plan: Plan, target: Path, options: Options) -> Given:
    """Write the workbook for the recipient and the record of it, both or neither.

    Raises PtmanError `giving-incomplete`, `nobody-agreed`, `draft-stale` where somebody's consent has changed since.
    """
    recording.refuse(session, plan, options.dated)
    content, notices = workbook.content(applying.sheets(plan.wish.layout, plan.listing), options)
    digest = hashlib.sha256(content).hexdigest()
    name, title = plan.wish.recipient.name.strip(), plan.listing.title
    journal.say(session, f"向{name}提供{title.zh} {plan.rows} 行", f"Give {plan.rows} rows of {title.en} to {name}")
    record = recording.record(session, plan, Handed(target.name, digest, plan.columns), options.dated)
    files.write_atomically(target, content)
    recording.gone_unless_recorded(session, target)
    return Given(record.id, target, plan.rows, len(plan.excluded), digest, notices)
