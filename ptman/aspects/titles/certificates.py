"""The certificates of a title batch as documents: one for each that is certified and has none that stands."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.aspects.titles import gathering
from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.letters import certifying, each
from ptman.letters.each import Each
from ptman.letters.wish import Wish
from ptman.models import TitleApplication
from ptman.models.choices_titles import TitleApplicationStatus

FAMILY = "title_certificate"


def draft(session: Session, batch_id: str, today: date, language: str = Lang.ZH.value) -> Each:
    """In the order of their numbers; issued by `letters.each.issue`.

    PtmanError `no-record`, `no-certificates`, and as `letters.making.draft`.
    """
    batch = gathering.batch(session, batch_id)
    one = TitleApplication
    mine = select(one.id, one.certificate_id).where(
        one.batch_id == batch_id,
        one.status == TitleApplicationStatus.CERTIFICATE_ISSUED,
        one.retired_on.is_(None),
    )
    found = session.execute(mine.order_by(one.cert_no)).all()
    if not found:
        raise PtmanError(
            "no-certificates",
            f"批次“{batch.name}”还没有发证。先办理“发证”。没有签发文书。",
            f"No certificate of the batch “{batch.name}” is numbered yet. Take “Issue certificates” first. "
            "No document was issued.",
        )
    there = certifying.standing(session, [document for _, document in found])
    wanted = [Wish(FAMILY, (key,), (), language) for key, document in found if document not in there]
    return each.draft(session, wanted, today, len(found) - len(wanted))
