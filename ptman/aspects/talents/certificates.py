"""The certificates of a training class as documents: one for each who completed and has none that stands."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ptman.errors import PtmanError
from ptman.labels import Lang
from ptman.letters import certifying, each
from ptman.letters.each import Each
from ptman.letters.wish import Wish
from ptman.models import TrainingClass, TrainingTrainee
from ptman.register import titles

FAMILY = "training_certificate"


def draft(session: Session, class_id: str, today: date, language: str = Lang.ZH.value) -> Each:
    """In the order of their numbers; issued by `letters.each.issue`.

    PtmanError `no-record`, `no-certificates`, and as `letters.making.draft`.
    """
    if session.get(TrainingClass, class_id) is None:
        raise titles.gone("training_class")
    one = TrainingTrainee
    mine = select(one.id, one.certificate_id).where(
        one.class_id == class_id, one.cert_no.is_not(None), one.retired_on.is_(None)
    )
    people = session.execute(mine.order_by(one.cert_no)).all()
    if not people:
        raise PtmanError(
            "no-certificates",
            "这个班还没有发证书。先登记学员结果，再办理“发证书”。没有签发文书。",
            "No certificates of this class are issued yet. Enter the results, then take the step “Issue certificates”. "
            "No document was issued.",
        )
    there = certifying.standing(session, [document for _, document in people])
    wanted = [Wish(FAMILY, (key,), (), language) for key, document in people if document not in there]
    return each.draft(session, wanted, today, len(people) - len(wanted))
