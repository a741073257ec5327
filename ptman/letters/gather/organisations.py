"""A plain letter to an organisation."""

from datetime import date

from sqlalchemy.orm import Session

from ptman.labels import Label, Lang
from ptman.letters import records
from ptman.letters.families.gathered import Gathered
from ptman.letters.gather import hosted, named, office
from ptman.letters.wish import Wish
from ptman.models import Organisation


def gather(session: Session, wish: Wish, today: date) -> Gathered:
    """PtmanError `nothing-chosen`."""
    one = session.get(Organisation, wish.about[0]) if wish.about else None
    if one is None or one.retired_on is not None:
        raise hosted.nothing()
    name = named.organisation(one, records.host_names(session, today)[one.id])
    failing = {} if one.name_en else {"english": Label("对方单位没有英文名称", "the addressee has no English name")}
    return Gathered(
        office=office.office(session, wish.what, today.year),
        values={lang: {"partner": name.text(lang)} for lang in Lang},
        addressee=name,
        name=name.zh,
        organisation=one.id,
        failing=failing,
    )
